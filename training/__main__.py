"""`python -m training`: prepare, train, export and evaluate the embedded model."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Annotated

import typer

from training import recipe
from training.evaluate import evaluate as measure
from training.evaluate import into_card, report
from training.export import export as export_package
from training.loop import Plan
from training.loop import train as train_model
from training.prepare import prepare as prepare_work
from training.shortlist import shorten

app = typer.Typer(no_args_is_help=True, add_completion=False)

Folder = Annotated[Path, typer.Option(file_okay=False)]


@app.callback()
def main() -> None:
    """The recipe of the embedded model."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")


@app.command()
def prepare(corpora: Folder, work: Folder, pieces: Path | None = None) -> None:
    """Clean, split and align the corpora; harvest names; learn (or copy) the pieces."""
    prepare_work(corpora, work, recipe.load(), pieces)


@app.command()
def train(
    work: Folder,
    out: Folder,
    resume: Path | None = None,
    steering: Annotated[Path | None, typer.Option(help="Pairs whose loss is logged.")] = None,
    minutes: float = 60.0,
    cool_minutes: float = 0.0,
    rate: float = 6e-4,
    pieces_a_batch: int = 1500,
    dropout: float = 0.0,
    seed: int = 1,
) -> None:
    """Train, from scratch or from a checkpoint; torchrun makes it several workers."""
    plan = Plan(
        minutes=minutes,
        cool_minutes=cool_minutes,
        rate=rate,
        pieces_a_batch=pieces_a_batch,
        dropout=dropout,
        seed=seed,
    )
    typer.echo(train_model(work, out, recipe.load(), plan, resume, steering))


@app.command()
def export(
    checkpoint: Path,
    pieces: Path,
    out: Path,
    card: Annotated[Path | None, typer.Option(help="Model card to put inside.")] = None,
) -> None:
    """Write a checkpoint's averaged weights as an Argos package folder."""
    typer.echo(export_package(checkpoint, pieces, out, recipe.load(), card))


@app.command()
def shortlist(work: Folder, package: Folder) -> None:
    """Write a package's list of the pieces that its target side needs."""
    typer.echo(f"{shorten(work, package)} pieces")


@app.command()
def evaluate(
    package: Folder,
    ours: Annotated[Path, typer.Option(help="Folder of our own sets.")] = Path("benchmarks/data"),
    corpora: Annotated[Path | None, typer.Option(help="For the evaluation files.")] = None,
    work: Annotated[Path | None, typer.Option(help="For the held-out pairs.")] = None,
    figures: Annotated[Path | None, typer.Option(help="Also write them as JSON.")] = None,
    card: Annotated[Path | None, typer.Option(help="Card to put them into.")] = None,
) -> None:
    """Measure a package on every set at hand."""
    results = measure(package, ours, recipe.load(), corpora, work)
    if figures:
        figures.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", "utf-8")
    if card:
        into_card(card, results)
    typer.echo(report(results))


if __name__ == "__main__":
    app()
