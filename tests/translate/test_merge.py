"""One slip gives one finding."""

from __future__ import annotations

import pytest

from glossary.term import Form, Span, Status, Term, TermHit
from translate.checks.every import find_all
from translate.checks.merge import merged
from translate.checks.sentence import Sentence
from translate.model import Finding, HitResult, Outcome, Rung, Severity

SOURCE = "Rapat di Kantor Pusat pada 17 Mei 2024."


def finding(check: str, about: str = "", message: str = "") -> Finding:
    at = SOURCE.find(about)
    span = Span(at, at + len(about)) if about else None
    return Finding(check, Severity.ERROR, message, None, span)


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        ([finding("echo"), finding("untranslated"), finding("name")], ["echo"]),
        ([finding("dropped", SOURCE), finding("length"), finding("date", "17 Mei")], ["dropped"]),
        ([finding("date", "17 Mei"), finding("name", message="The name “Mei” is lost")], ["date"]),
        ([finding("date", "17 Mei"), finding("name", message="“Pusat” is lost")], ["date", "name"]),
        ([finding("empty"), finding("name"), finding("divided")], ["empty"]),
        ([finding("term"), finding("term")], ["term"]),
        ([finding("number", "17"), finding("number", "2024")], ["number", "number"]),
    ],
)
def test_what_only_repeats_another_finding_is_left_out(
    findings: list[Finding], kept: list[str]
) -> None:
    assert [each.check for each in merged(findings, SOURCE)] == kept


def test_a_term_that_stays_as_it_is_is_not_left_untranslated() -> None:
    sentence = Sentence("Warga bergotong royong.", "Residents do royong.", "id", "en")
    hit = TermHit(Term("royong", "", status=Status.DNT), Span(16, 22), Form.LONG, "royong")
    pinned = HitResult(hit, Outcome.PINNED, Rung.FREE, Span(13, 19))
    assert [f.check for f in find_all(sentence, (), (), builtin=True)] == ["untranslated"]
    assert find_all(sentence, (pinned,), (), builtin=True) == ()
