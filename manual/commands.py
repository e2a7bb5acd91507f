"""The commands of the program as data: what each is for, its arguments and its options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import typer
from typer.main import get_command

from translate.cli.app import app

__all__ = ["Command", "Entry", "commands"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An argument or option as it is typed, and what it says."""

    typed: str
    names: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its full name: ``dwibahasa review guide``; `epilog` is Markdown."""

    name: str
    says: str
    usage: str
    arguments: tuple[Entry, ...]
    options: tuple[Entry, ...]
    epilog: str


def commands() -> tuple[Command, ...]:
    """All commands that do something, in the order of the help texts."""
    return tuple(_walk(get_command(app), ("dwibahasa",)))


def _walk(command: Any, path: tuple[str, ...]) -> list[Command]:
    children = getattr(command, "commands", None)
    if children is None:
        return [_command(command, path)]
    names = command.list_commands(typer.Context(command))
    return [one for name in names for one in _walk(children[name], (*path, name))]


def _command(command: Any, path: tuple[str, ...]) -> Command:
    context = typer.Context(command)
    entries = [(p.param_type_name == "argument", _entry(p, context)) for p in command.params]
    arguments = tuple(entry for is_argument, entry in entries if is_argument)
    options = tuple(entry for is_argument, entry in entries if not is_argument)
    usage = " ".join((*path, *(entry.typed for entry in arguments), "[OPTIONS]"))
    says = "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    return Command(" ".join(path), says, usage, arguments, options, command.epilog or "")


def _entry(parameter: Any, context: typer.Context) -> Entry:
    says = " ".join((getattr(parameter, "help", "") or "").split())
    if parameter.param_type_name == "argument":
        name = parameter.metavar or parameter.name.upper()
        bare = name.removesuffix("...").strip("[]")
        many = "..." if parameter.nargs == -1 or name.endswith("...") else ""
        return Entry(f"{bare}{many}" if parameter.required else f"[{bare}{many}]", (), says)
    names = tuple(n.strip() for n in (*parameter.opts, *parameter.secondary_opts) if n.strip())
    typed, _ = parameter.get_help_record(context)
    return Entry(typed.lstrip(" /"), names, says)
