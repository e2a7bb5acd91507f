"""The manual page `dwibahasa.1`, in the man macros of troff (groff_man(7))."""

from __future__ import annotations

from manual.commands import Command, commands

__all__ = ["man"]

_HEAD = r"""\" made from the program by `make man`
.TH DWIBAHASA 1 "" "dwibahasa" "User Commands"
.SH NAME
dwibahasa \- articles into side\-by\-side bilingual Word documents, offline
.SH SYNOPSIS
.B dwibahasa
.I COMMAND
[\fIOPTIONS\fR]
.SH DESCRIPTION
Translates articles into bilingual documents for review, with terms and names pinned, and takes the
reviewed files back into a translation memory. Nothing but
.B dwibahasa models install
uses the network.
.SH COMMANDS
"""
_TAIL = r""".SH EXIT STATUS
0 done; 1 something failed; 2 wrong usage; 3 done, but with findings at or above
.B \-\-fail\-on
or with conflicts; 130 interrupted.
.SH FILES
.TP
.I dwibahasa.toml
Settings, beside the articles or in any folder above.
"""


def man() -> str:
    """The whole page."""
    return "." + _HEAD + "".join(_section(command) for command in commands()) + _TAIL


def _section(command: Command) -> str:
    lines = [f".SS {_text(command.usage)}"]
    for number, part in enumerate(command.says.split("\n\n")):
        lines += [".PP"] * bool(number) + [_text(part)]
    for entry in (*command.arguments, *command.options):
        lines += [".TP", rf"\fB{_text(entry.typed)}\fR", _text(entry.says)]
    return "\n".join(lines) + "\n"


def _text(words: str) -> str:
    r"""Words as troff wants them: backslashes and hyphens escaped, no line a request."""
    escaped = words.replace("\\", r"\e").replace("-", r"\-").replace("`", "")
    escaped = "".join(c if c.isascii() else rf"\[u{ord(c):04X}]" for c in escaped)
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
