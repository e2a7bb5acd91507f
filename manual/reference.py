"""`docs/commands.md`: every command with its arguments and options, as Markdown."""

from __future__ import annotations

from manual.commands import Command, Entry, commands

__all__ = ["reference"]

_HEAD = """\
# All commands

Made from the program by `make reference`; `dwibahasa COMMAND --help` says the same. Every command
also has `-h` and `--help`; `dwibahasa --version` prints the version, `--install-completion` and
`--show-completion` are for your shell ([completion.md](completion.md)).
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(_section(command) for command in commands())]).rstrip() + "\n"


def _section(command: Command) -> str:
    parts = [f"## {command.name}", command.says, f"    {command.usage}"]
    if command.arguments or command.options:
        rows = [_row(entry) for entry in (*command.arguments, *command.options)]
        parts.append("\n".join(["| | |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _row(entry: Entry) -> str:
    """A row of the table; a bar inside a cell is escaped, also in code."""
    typed, says = (part.replace("|", "\\|") for part in (entry.typed, entry.says))
    return f"| `{typed}` | {says} |"
