"""What a person sees of a run: errors and notes on stderr, a summary at the end."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape

from glossary.plural import counted
from translate.cli import say
from translate.errors import UserError

if TYPE_CHECKING:  # the pipeline is not needed to show a help text
    from translate.cli.job.item import Item


_MOST_WARNINGS = 20
_MOST = 5  # proposals that a summary shows


def data(items: Sequence[Item]) -> None:
    """Print what was done for machines."""
    say.data({"files": [_item().as_data(item) for item in items]})


def error(fault: UserError) -> None:
    """Print what failed, and what to do next, on stderr."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    console.print(f"[bold red]Error:[/] {_shown(fault.message)}")
    console.print(f"       {_shown(fault.hint)}", style="dim")


def note(text: str) -> None:
    """Print something worth knowing on stderr."""
    Console(stderr=True, soft_wrap=True, highlight=False).print(f"[yellow]Note:[/] {_shown(text)}")


def warning(text: str) -> None:
    """Print what is missing from the results on stderr."""
    told = f"[bold red]Warning:[/] {_shown(text)}"
    Console(stderr=True, soft_wrap=True, highlight=False).print(told)


def summary(items: Sequence[Item]) -> None:
    """Print what was done for people."""
    console = Console(soft_wrap=True, highlight=False)
    warnings = list(dict.fromkeys(w for item in items for w in item.glossary.warnings))
    if len(warnings) > _MOST_WARNINGS:
        more = f"and {len(warnings) - _MOST_WARNINGS} more; see dwibahasa glossary check."
        warnings = [*warnings[:_MOST_WARNINGS], more]
    for warning in warnings:
        console.print(f"[yellow]Glossary:[/] {_shown(warning)}")
    for item in items:
        if item.bitext:
            _tell(console, item)


def _tell(console: Console, item: Item) -> None:
    told = _item().as_data(item)
    console.print(f"[bold]{_shown(item.name)}[/]")
    for path in item.written:
        console.print(f"  → {_shown(str(path))}")
    terms, found = told["terms"], told["findings"]
    doubts = [counted(found[kind], kind) for kind in ("error", "warning") if kind in found]
    if missing := _item().remarked(item):
        doubts.append(counted(missing, "term"))
    size = f"{counted(told['paragraphs'], 'paragraph')}, {counted(told['sentences'], 'sentence')}"
    fate = f"terms: {terms['pinned']} pinned, {terms['flagged']} flagged"
    memory = {"memory": "from memory", "near": "near"}
    if reused := [f"{told[key]} {said}" for key, said in memory.items() if key in told]:
        size += f" ({', '.join(reused)})"
    console.print(f"  {size} · {fate} · to look at: {', '.join(doubts) or 'nothing'}")
    if told["glossaries"]:
        console.print(f"  terms from: {_shown(', '.join(told['glossaries']))}")
    if told["proposals"]:
        pairs = [f"{p['source']} ({p['acr_source']})" for p in told["proposals"]]
        console.print(f"  in no term list: {_shown('; '.join(pairs[:_MOST]))}{_more(pairs)}")
    for note in told["notes"]:
        console.print(f"  [yellow]Note:[/] {_shown(note)}")


def _shown(text: str) -> str:
    """A text from somewhere, for rich."""
    return escape(say.plain(text))


def _more(pairs: Sequence[str]) -> str:
    return f" and {len(pairs) - _MOST} more" if len(pairs) > _MOST else ""


def _item() -> Any:
    """The module of items, which brings half of the program along."""
    return import_module("translate.cli.job.item")
