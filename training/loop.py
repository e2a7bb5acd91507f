"""The training loop: one GPU in bf16, or CPU workers of one thread each that average gradients."""

from __future__ import annotations

import logging
import math
import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from torch import nn

from training import checkpoint
from training.corpus import read_pairs
from training.encode import Batch, Example, Pieces, batch, batches, examples
from training.model import Translator, losses
from training.names import Names
from training.pair import UNLINKED, Pair, parse
from training.recipe import Recipe
from training.variants import Varier

log = logging.getLogger(__name__)

CHUNK = 8000  # pairs varied and cut into pieces at a time, by each worker
STEPS_A_CHECK = 20  # workers agree on the time this often
VALIDATION = 500  # pairs that steer


@dataclass(frozen=True)
class Plan:
    """How one run trains."""

    minutes: float
    steps: int = 0  # stop after so many, whatever the clock says; 0 for no such limit
    pieces_a_batch: int = 1500  # small batches learn faster per hour on a CPU
    rate: float = 6e-4
    warmup: int = 100  # steps, counted anew in every run
    cool_minutes: float = 0.0  # the rate falls to zero over the last so many minutes
    dropout: float = 0.0  # its random numbers cost a CPU 14 % of the time
    guide: float = 0.2  # weight of the aligning head's loss
    smoothing: float = 0.1
    average: float = 0.998
    save_minutes: float = 8.0
    seed: int = 1


@dataclass(frozen=True)
class Workers:
    """This process among its fellows."""

    rank: int
    count: int

    @staticmethod
    def start() -> Workers:
        """Join the group that torchrun made, if any."""
        workers = Workers(int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1")))
        if workers.count > 1:
            dist.init_process_group("gloo")
        return workers

    def average(self, net: nn.Module) -> None:
        """The mean of all workers' gradients."""
        if self.count == 1:
            return
        gradients = [p.grad for p in net.parameters() if p.grad is not None]
        flat = torch.cat([g.view(-1) for g in gradients])
        dist.all_reduce(flat)
        flat /= self.count
        sizes = [g.numel() for g in gradients]
        for gradient, mean in zip(gradients, torch.split(flat, sizes), strict=True):
            gradient.copy_(mean.view_as(gradient))

    def agree(self, seconds: float) -> float:
        """The first worker's clock, so that all stop at the same step."""
        if self.count == 1:
            return seconds
        told = torch.tensor([seconds])
        dist.broadcast(told, 0)
        return float(told.item())


def one_pass(pairs: Sequence[Pair], recipe: Recipe, seed: int) -> list[int]:
    """Which pairs a pass draws, by their sources' weights, in random order."""
    rng = np.random.default_rng(seed)
    weights = np.array([recipe.weight(pair.domain) for pair in pairs])
    copies = np.floor(weights + rng.random(len(pairs))).astype(int)
    drawn = np.repeat(np.arange(len(pairs)), copies)
    rng.shuffle(drawn)
    return [int(i) for i in drawn]


def groups(
    pairs: Sequence[Pair],
    pieces: Pieces,
    vary: Varier,
    recipe: Recipe,
    plan: Plan,
    workers: Workers,
) -> Iterator[list[Example]]:
    """An endless stream of groups of examples, this worker's part of each pass."""
    number = plan.seed * 1000
    rng = random.Random(number + workers.rank)
    while True:
        mine = one_pass(pairs, recipe, number)[workers.rank :: workers.count]
        for start in range(0, len(mine), CHUNK):
            chunk = [pairs[i] for i in mine[start : start + CHUNK]]
            yield from batches(list(examples(chunk, pieces, vary, rng)), plan.pieces_a_batch, rng)
        number += 1


def cooling(plan: Plan, seconds: float) -> float:
    """What is left of the rate: all of it, until it falls to nothing at the end."""
    left = plan.minutes - seconds / 60
    return min(1.0, max(left, 0.0) / plan.cool_minutes) if plan.cool_minutes else 1.0


def rate(plan: Plan, steps: int, seconds: float) -> float:
    """Warm up by steps, stay, and cool down by the clock."""
    return plan.rate * min(1.0, (steps + 1) / plan.warmup) * cooling(plan, seconds)


class Trainer:
    """The network with everything that changes while it learns."""

    def __init__(self, recipe: Recipe, plan: Plan, pieces: Pieces, resume: Path | None) -> None:
        held = checkpoint.read(resume) if resume else {}
        fresh = replace(recipe.shape, vocab=pieces.size)
        shape = checkpoint.shape_of(held) if held else fresh
        if shape.vocab != pieces.size:
            raise ValueError(f"the network knows {shape.vocab} pieces, the text has {pieces.size}")
        self.plan = plan
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.net = Translator(shape, plan.dropout).to(self.device)
        if held:
            self.net.load_state_dict(held["net"])
        self.optimiser = torch.optim.AdamW(
            self._parameter_groups(), lr=plan.rate, betas=(0.9, 0.98), eps=1e-9, fused=True
        )
        if "opt" in held:
            self.optimiser.load_state_dict(held["opt"])
        self.average = checkpoint.Average(self.net, plan.average)
        if held.get("average"):
            self.average.weights = {k: v.to(self.device) for k, v in held["average"].items()}
            self.average.steps = int(held["average_steps"])
        self.before = int(held.get("step", 0))
        self.steps = 0

    def _parameter_groups(self) -> list[dict[str, object]]:
        matrices = [p for p in self.net.parameters() if p.ndim > 1]
        others = [p for p in self.net.parameters() if p.ndim <= 1]
        return [
            {"params": matrices, "weight_decay": 0.01},
            {"params": others, "weight_decay": 0.0},
        ]

    def step(self, made: Batch, workers: Workers, seconds: float) -> tuple[float, float, int]:
        """Learn from one batch."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate(self.plan, self.steps, seconds)
        # bf16 products are nearly twice as fast where the CPU has them (AVX-512 BF16, AMX).
        with torch.autocast(self.device.type, torch.bfloat16):
            loss, guide, count = losses(self.net, made, self.plan.smoothing)
        self.optimiser.zero_grad(set_to_none=True)
        (loss + self.plan.guide * guide).backward()  # type: ignore[no-untyped-call]
        workers.average(self.net)
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.average.update(self.net, cooling(self.plan, seconds))
        self.steps += 1
        return loss.item(), guide.item(), count

    @torch.no_grad()
    def validate(self, held_out: Sequence[list[Example]]) -> float:
        """Loss per target piece of the averaged weights."""
        trial = Translator(self.net.shape).to(self.device).eval()
        trial.load_state_dict(self.average.weights)
        total = pieces = 0.0
        for group in held_out:
            loss, _, count = losses(trial, batch(group, self.device), 0.0)
            total += loss.item() * count
            pieces += count
        return total / pieces

    def save(self, path: Path) -> None:
        """A checkpoint to go on from."""
        checkpoint.write(
            path,
            net=self.net.state_dict(),
            average=self.average.weights,
            average_steps=self.average.steps,
            opt=self.optimiser.state_dict(),
            step=self.before + self.steps,
            args=checkpoint.args_of(self.net.shape),
        )


def validation(path: Path, pieces: Pieces, plan: Plan) -> list[list[Example]]:
    """The pairs that steer, as batches."""
    made = []
    for source, target in list(read_pairs(path))[:VALIDATION]:
        left, right = tuple(source.split()), tuple(target.split())
        made.append(pieces.example(Pair("", left, right, (UNLINKED,) * len(right))))
    return batches([e for e in made if e], plan.pieces_a_batch, random.Random(0))


def train(
    work: Path, out: Path, recipe: Recipe, plan: Plan, resume: Path | None, steering: Path | None
) -> Path:
    """Train for the planned minutes; the checkpoint's path."""
    torch.manual_seed(plan.seed)
    workers = Workers.start()
    pieces = Pieces(work / "sentencepiece.model", recipe.markup)
    pairs = [parse(line) for line in (work / "pairs.tsv").read_text("utf-8").splitlines()]
    names = Names((work / "names.txt").read_text("utf-8").split())
    vary = Varier(recipe.variants, names, recipe.markup, plan.seed * 100 + workers.rank)
    trainer = Trainer(recipe, plan, pieces, resume)
    held_out = validation(steering, pieces, plan) if steering and workers.rank == 0 else []
    out.mkdir(parents=True, exist_ok=True)
    path = out / "checkpoint.pt"
    report = Report(plan, workers)
    for group in groups(pairs, pieces, vary, recipe, plan, workers):
        seconds = report.clock()
        if seconds > plan.minutes * 60 or 0 < plan.steps <= trainer.steps:
            break
        report.add(*trainer.step(batch(group, trainer.device), workers, seconds))
        if report.due(trainer, seconds):
            trainer.save(path)
            if held_out:
                log.info("   steering loss per piece %.4f", trainer.validate(held_out))
    if workers.rank == 0:
        trainer.save(path)
        if held_out:
            log.info("steering loss per piece at the end %.4f", trainer.validate(held_out))
    return path


class Report:
    """What the log says, and when to save."""

    def __init__(self, plan: Plan, workers: Workers) -> None:
        self.plan, self.workers = plan, workers
        self.begin = time.monotonic()
        self.steps = 0
        self.now = 0.0
        self.next_line, self.next_save = 60.0, plan.save_minutes * 60
        self.pieces = self.all_pieces = 0
        self.loss = self.guide = 0.0

    def clock(self) -> float:
        """Seconds since the start, the same for all workers."""
        if self.steps % STEPS_A_CHECK == 0 or self.workers.count == 1:
            self.now = self.workers.agree(time.monotonic() - self.begin)
        return self.now

    def add(self, loss: float, guide: float, count: int) -> None:
        """Count one step."""
        self.steps += 1
        self.pieces += count
        self.all_pieces += count
        self.loss += loss * count
        self.guide += guide * count

    def due(self, trainer: Trainer, seconds: float) -> bool:
        """Write a line when it is time; whether to save."""
        if self.workers.rank:
            return False
        if not math.isfinite(self.loss):
            raise FloatingPointError(f"the loss is no number at step {trainer.steps}")
        if seconds > self.next_line:
            log.info(
                "%4.0f min, step %d, loss %.3f, alignment %.3f, %.0f pieces/s, rate %.2e",
                seconds / 60,
                trainer.before + trainer.steps,
                self.loss / self.pieces,
                self.guide / self.pieces,
                self.workers.count * self.all_pieces / seconds,
                rate(self.plan, trainer.steps, seconds),
            )
            self.pieces, self.loss, self.guide = 0, 0.0, 0.0
            self.next_line = seconds + 120
        if seconds > self.next_save:
            self.next_save = seconds + self.plan.save_minutes * 60
            return True
        return False
