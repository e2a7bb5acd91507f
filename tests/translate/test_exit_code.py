"""The exit code of a run says what `--fail-on` asks, its summary what is to be looked at."""

from __future__ import annotations

import pytest

from glossary.term import Form, Span, Term, TermHit
from translate.cli import show
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
REMARK = Finding("term", Severity.INFO, "The term “kudeta” should read “coup” here.")
ERROR = Finding("term", Severity.ERROR, "The term “kudeta” should read “coup” here.")
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


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (item(), "nothing"),
        (item((MISSING,), (REMARK,)), "1 term"),
        (item((MISSING,), (ERROR,)), "1 error"),
        (item((), (WARNING, REMARK)), "1 warning"),
    ],
)
def test_the_summary_tells_what_is_to_be_looked_at(
    one: Item, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    show.summary([one])
    assert capsys.readouterr().out.rstrip().endswith(f"to look at: {told}")
