"""What is printed cannot steer a terminal, and fits any encoding."""

from __future__ import annotations

import io
import json
import sys

import pytest

from translate.cli import say


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Cabai “naik” → 5 %, hai é 中 😀", "Cabai “naik” → 5 %, hai é 中 😀"),
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\nError: b\r\tc", "a\\nError: b\\r\\tc"),
        ("\x9b2J \x7f \x00", "\\x9b2J \\x7f \\x00"),
        (
            "kapal\u202egpj \u2066x\u2069 \u200f \u061c",
            "kapal\\u202egpj \\u2066x\\u2069 \\u200f \\u061c",
        ),
        ("a\u2028b", "a\\u2028b"),
        ("\udcff.txt", "\\udcff.txt"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_as_its_code(text: str, shown: str) -> None:
    assert say.plain(text) == shown


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_json_is_read_back_alike_whatever_the_encoding(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"nama": "a\x1b\x9b\n\u202e\udcff“é”→中😀\\u0041", "rows": [1, {}]}
    out = io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", io.TextIOWrapper(out, encoding, write_through=True))
        say.data(told)
        printed = out.getvalue()
    assert json.loads(printed.decode(encoding)) == told
    assert ("中" in printed.decode(encoding)) is (encoding == "utf-8")


def test_signs_of_ours_have_others_in_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    with monkeypatch.context() as patched:
        stream = io.TextIOWrapper(out, "ascii", write_through=True)
        patched.setattr(sys, "stdout", stream)
        say.any_encoding()
        say.line("id→en “a” … 中")
        printed = out.getvalue().decode("ascii")
    assert printed.strip() == 'id->en "a" ... \\u4e2d'
