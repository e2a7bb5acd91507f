"""The example glossary fits the example article."""

from __future__ import annotations

from pathlib import Path

from glossary.match import Matcher
from glossary.store import load
from glossary.term import Form

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_every_entry_of_the_example_glossary_occurs_in_the_example_article() -> None:
    glossary = load(str(EXAMPLES / "istilah.csv"))
    hits = Matcher(glossary).hits((EXAMPLES / "artikel.txt").read_text("utf-8"))
    assert glossary.warnings == ()
    assert {hit.term for hit in hits} == set(glossary.terms)
    assert {hit.form for hit in hits} == set(Form)
