"""docs/checks.md lists every check, and its examples are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.checks.every import find_all
from translate.checks.sentence import Sentence
from translate.checks.table import TABLE

PAGE = (Path(__file__).parent.parent / "docs" / "checks.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## ([a-z]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLES = [
    (check, kind, source, target)
    for check, text in SECTIONS.items()
    for kind, source, target in re.findall(
        r"^\| (found|fine) \| (.*?) \| (.*?) \|$", text, re.MULTILINE
    )
]


def test_every_check_has_a_section_with_its_letter_and_severity() -> None:
    told = [
        (name, *re.findall(r"^Letter (\w), (\w+)\.", text, re.MULTILINE)[0])
        for name, text in SECTIONS.items()
    ]
    assert told == [(entry.name, entry.letter, entry.severity.value) for entry in TABLE]


@pytest.mark.parametrize(("check", "kind", "source", "target"), EXAMPLES)
def test_each_example_is_what_the_page_says(
    check: str, kind: str, source: str, target: str
) -> None:
    sentence = Sentence(source, target, "id", "en")
    found = [finding.check for finding in find_all(sentence, (), (), builtin=True)]
    assert found == ([check] if kind == "found" else [])
