"""The exit code of a run says what `--fail-on` asks."""

from __future__ import annotations

import pytest

from glossary.term import Form, Span, Term, TermHit
from translate.cli.job.item import Item
from translate.cli.job.run import exit_code
from translate.model import (
    Bitext,
    Document,
    Finding,
    HitResult,
    Kind,
    Origin,
    Outcome,
    Rung,
    Segment,
    Severity,
    Signature,
    Translation,
)

HIT = TermHit(Term("kudeta", "coup"), Span(0, 6), Form.LONG, "coup")
MISSING = HitResult(HIT, Outcome.FLAGGED, Rung.NONE)
WARNING = Finding("length", Severity.WARNING, "It is long.")


def item(hits: tuple[HitResult, ...] = (), findings: tuple[Finding, ...] = ()) -> Item:
    segment = Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, 6), "kudeta")
    done = Translation(segment, "a", Origin.MACHINE, None, hits, findings)
    document = Document("d", "t", "id", ())
    bitext = Bitext(document, "en", (done,), Signature("", "", "", ""))
    return Item("a.txt", {}, document=document, bitext=bitext)


@pytest.mark.parametrize(
    ("fail_on", "one", "code"),
    [
        ("never", item((MISSING,), (WARNING,)), 0),
        ("missing-term", item((MISSING,)), 3),
        ("missing-term", item((), (WARNING,)), 0),
        ("warning", item((), (WARNING,)), 3),
        ("error", item((), (WARNING,)), 0),
        ("info", item(), 0),
    ],
)
def test_what_is_asked_for_makes_the_exit_code(fail_on: str, one: Item, code: int) -> None:
    assert exit_code([one], fail_on) == code
