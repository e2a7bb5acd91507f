"""Takes off what chats and mails put on a text: marks of emphasis, quoting, pictured numbers.

A line stays a line, so that its number in the file is still its own.
"""

from __future__ import annotations

import re

_EMPHASIS = re.compile(
    r"(?<!\w)(?P<mark>[*_~])(?=\S)(?P<said>(?:(?!(?P=mark))[^\n]){1,300}?)(?<=\S)(?P=mark)(?!\w)"
)
_NESTED = 3  # *_~three of them~_*
_KEYCAP = re.compile("^(\\s*)(\\d{1,2})\ufe0f?\u20e3\\s*", re.MULTILINE)
_BULLET = re.compile(
    "^(\\s*)[✅☑✔✳✴➡▶👉👆📌📍🔹🔸🔺🔻💠🔴🔵🟢🟡⚫⚪]\ufe0f?\\s*(?=\\S)", re.MULTILINE
)
_QUOTED = re.compile(r"^[ \t]?(?:>[ \t]?)+", re.MULTILINE)
_LEAST_QUOTED = 2  # lines; a single one is an arrow


def bare(text: str) -> str:
    """The text without the dress of chats and mails, line by line."""
    if len(_QUOTED.findall(text)) >= _LEAST_QUOTED:
        text = _QUOTED.sub("", text)
    text = _KEYCAP.sub(r"\1\2. ", text)
    text = _BULLET.sub(r"\1• ", text)
    for _ in range(_NESTED):
        text = _EMPHASIS.sub(lambda found: found["said"], text)
    return text
