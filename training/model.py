"""A pre-norm Transformer: deep encoder, shallow decoder, one table of embeddings for all.

Layer names are short because they are the checkpoint's keys: qkv and o of self-attention, cq, ckv
and co of cross-attention, f1 and f2 of the feed-forward part, ln1 to ln3 before each of them.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encode import IGNORED, Batch
from training.recipe import Shape

POSITIONS = 512
HIDDEN = -1e9  # score of a position that may not be looked at


def attend(query: Tensor, keys: Tensor, values: Tensor, mask: Tensor | None) -> Tensor:
    """Attention; without a mask, causal. In fp32 on a CPU, where its bf16 backward is very slow."""
    if query.device.type == "cpu":
        with torch.autocast("cpu", enabled=False):
            return functional.scaled_dot_product_attention(
                query.float(), keys.float(), values.float(), attn_mask=mask, is_causal=mask is None
            )
    return functional.scaled_dot_product_attention(
        query, keys, values, attn_mask=mask, is_causal=mask is None
    )


class Block(nn.Module):
    """One layer; with `cross`, a layer of the decoder."""

    def __init__(self, shape: Shape, dropout: float, *, cross: bool) -> None:
        super().__init__()
        dim = shape.dim
        self.head_count = shape.heads
        self.cross = cross
        self.ln1, self.qkv, self.o = nn.LayerNorm(dim), nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)
        if cross:
            self.ln2, self.cq = nn.LayerNorm(dim), nn.Linear(dim, dim)
            self.ckv, self.co = nn.Linear(dim, 2 * dim), nn.Linear(dim, dim)
        self.ln3 = nn.LayerNorm(dim)
        self.f1, self.f2 = nn.Linear(dim, shape.ffn), nn.Linear(shape.ffn, dim)
        self.drop = nn.Dropout(dropout)

    def heads(self, x: Tensor) -> Tensor:
        """[pair, position, dim] as [pair, head, position, dim of a head]."""
        return x.view(x.shape[0], x.shape[1], self.head_count, -1).transpose(1, 2)

    def forward(
        self,
        x: Tensor,
        mask: Tensor | None,
        memory: Tensor | None = None,
        memory_mask: Tensor | None = None,
    ) -> tuple[Tensor, Tensor | None]:
        """The layer's output and, with cross-attention, the scores of its first head."""
        query, keys, values = map(self.heads, self.qkv(self.ln1(x)).chunk(3, -1))
        x = x + self.drop(self.o(_joined(attend(query, keys, values, mask))))
        scores = None
        if memory is not None:
            query = self.heads(self.cq(self.ln2(x)))
            keys, values = map(self.heads, self.ckv(memory).chunk(2, -1))
            x = x + self.drop(self.co(_joined(attend(query, keys, values, memory_mask))))
            first, theirs = query[:, 0], keys[:, 0]
            scores = first @ theirs.transpose(1, 2) / math.sqrt(first.shape[-1])
        return x + self.drop(self.f2(self.drop(functional.relu(self.f1(self.ln3(x)))))), scores


def _joined(y: Tensor) -> Tensor:
    return y.transpose(1, 2).reshape(y.shape[0], y.shape[2], -1)


def sinusoids(length: int, dim: int) -> Tensor:
    """Positions as CTranslate2 expects them: all sines, then all cosines."""
    place = torch.arange(length).float()[:, None]
    step = torch.exp(-math.log(10000) * torch.arange(dim // 2).float() / (dim / 2 - 1))
    return torch.cat([(place * step).sin(), (place * step).cos()], 1)


class Translator(nn.Module):
    """The whole network."""

    pos: Tensor

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.emb = nn.Embedding(shape.vocab, shape.dim)
        self.enc = nn.ModuleList(Block(shape, dropout, cross=False) for _ in range(shape.enc))
        self.dec = nn.ModuleList(Block(shape, dropout, cross=True) for _ in range(shape.dec))
        self.eln, self.dln = nn.LayerNorm(shape.dim), nn.LayerNorm(shape.dim)
        self.out_b = nn.Parameter(torch.zeros(shape.vocab))
        self.drop = nn.Dropout(dropout)
        self.register_buffer("pos", sinusoids(POSITIONS, shape.dim), persistent=False)
        nn.init.normal_(self.emb.weight, std=shape.dim**-0.5)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def embed(self, pieces: Tensor) -> Tensor:
        """Pieces with their positions."""
        scaled = self.emb(pieces) * math.sqrt(self.shape.dim)
        return torch.as_tensor(self.drop(scaled + self.pos[: pieces.shape[1]]))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Decoder states, and the scores of the head that learns to align."""
        mask = batch.seen[:, None, None, :]
        x = self.embed(batch.source)
        for layer in self.enc:
            x, _ = layer(x, mask)
        memory = self.eln(x)
        y, scores = self.embed(batch.given), None
        for layer in self.dec:
            y, scores = layer(y, None, memory, mask)
        if scores is None:
            raise ValueError("a decoder needs at least one layer")
        return self.dln(y), scores.masked_fill(~batch.seen[:, None, :], HIDDEN)


def losses(net: Translator, batch: Batch, smoothing: float) -> tuple[Tensor, Tensor, int]:
    """Loss per target piece, loss of the aligning head, and the number of target pieces."""
    states, scores = net(batch)
    real = batch.wanted != IGNORED
    logits = functional.linear(states[real], net.emb.weight, net.out_b)
    loss = functional.cross_entropy(logits, batch.wanted[real], label_smoothing=smoothing)
    linked = batch.links >= 0
    guide = functional.cross_entropy(scores[linked].float(), batch.links[linked])
    return loss, guide if bool(linked.any()) else loss.new_zeros(()), int(real.sum())
