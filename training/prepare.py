"""The corpora folder becomes what training reads: aligned and held-out pairs, names, pieces."""

from __future__ import annotations

import logging
import shutil
from collections import Counter
from pathlib import Path

import sentencepiece

from training.align import align
from training.brackets import opened
from training.corpus import Row, rows, split
from training.names import harvest
from training.pair import Pair
from training.recipe import Recipe

log = logging.getLogger(__name__)


def aligned(training: list[Row]) -> list[Pair]:
    """The rows with word links."""
    sources = [row[1].split() for row in training]
    targets = [row[2].split() for row in training]
    links = align(sources, targets)
    return [
        Pair(row[0], tuple(source), tuple(target), link)
        for row, source, target, link in zip(training, sources, targets, links, strict=True)
    ]


def write_pieces(pairs: list[Pair], path: Path, recipe: Recipe) -> None:
    """Train one SentencePiece model for both languages."""
    text = path.with_suffix(".txt")
    with text.open("w", encoding="utf-8") as out:
        for pair in pairs:
            out.write(" ".join(pair.source) + "\n" + " ".join(pair.target) + "\n")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(path.with_suffix("")),
        vocab_size=recipe.shape.vocab,
        character_coverage=0.9999,
        byte_fallback=True,  # no text is ever lost to an unknown sign
        split_digits=True,  # a number is copied digit by digit
        unk_id=0,
        bos_id=1,
        eos_id=2,
        pad_id=-1,
        model_type="unigram",
        normalization_rule_name="nmt_nfkc",
        user_defined_symbols=list(recipe.markup),
        num_threads=1,
        hard_vocab_limit=False,  # a tiny corpus may not fill the vocabulary
        minloglevel=2,
    )
    text.unlink()


def prepare(corpora: Path, work: Path, recipe: Recipe, pieces: Path | None = None) -> None:
    """Write pairs.tsv, held-out/, names.txt and sentencepiece.model into the work folder."""
    work.mkdir(parents=True, exist_ok=True)
    training, held_out = split(list(rows(corpora, recipe)), recipe)
    log.info("%d pairs to train on, %d held out", len(training), len(held_out))
    pairs = aligned(training)
    linked = sum(link >= 0 for pair in pairs for link in pair.links)
    log.info("%.0f %% of target words linked", 100 * linked / sum(len(p.links) for p in pairs))
    with (work / "pairs.tsv").open("w", encoding="utf-8") as out:
        out.writelines(pair.line() + "\n" for pair in pairs)
    (work / "held-out").mkdir(exist_ok=True)
    for name in sorted({row[0] for row in held_out}):
        kept = [f"{row[1]}\t{row[2]}\n" for row in held_out if row[0] == name]
        (work / "held-out" / f"{name}.tsv").write_text("".join(kept), "utf-8")
    names = harvest(corpora / "mono", pairs)
    (work / "names.txt").write_text("".join(name + "\n" for name in names), "utf-8")
    log.info("%d names to swap in", len(names))
    model = work / "sentencepiece.model"
    if pieces:
        shutil.copyfile(pieces, model)
    else:
        write_pieces(pairs, model, recipe)
    model.write_bytes(opened(model.read_bytes(), recipe.markup))
    for name, count in Counter(pair.domain for pair in pairs).most_common():
        log.info("%-24s %7d × %.2f", name, count, recipe.weight(name))
