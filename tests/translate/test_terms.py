"""Missing, surplus, forbidden, admitted and proposed renderings end as the right findings."""

from __future__ import annotations

import pytest

from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Form, Span, Status, Term, TermHit
from translate import pipeline
from translate.checks import terms
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.model import Block, Document, HitResult, Kind, Outcome, Rung, Translation

MATCHER = Matcher(
    Glossary(
        (
            Term("kudeta", "coup"),
            Term("kudeta", "takeover", status=Status.FORBIDDEN),
            Term("rapat", "meeting|session", status=Status.ADMITTED),
            Term("rapat", "reunion", status=Status.FORBIDDEN),
            Term("sidang", "hearing", status=Status.PROPOSED),
            Term("warga", "folk", status=Status.FORBIDDEN),
        )
    )
)


def run(glossary: Glossary, text: str) -> Translation:
    document = Document("d", "t", "id", (Block(0, Kind.PARAGRAPH, text),))
    (bitext,) = pipeline.translate(
        [document],
        engine=EchoEngine("id", "en"),
        glossary=glossary,
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
    )
    return bitext.translations[0]


def told(source: str, target: str) -> list[tuple[str, str]]:
    found = MATCHER.search(source)
    results = [
        HitResult(hit, Outcome.PINNED, Rung.FREE)
        if hit.wanted in target
        else HitResult(hit, Outcome.FLAGGED, Rung.NONE)
        for hit in found.hits
    ]
    return [
        (f.severity.value, f.span.of(target) if f.span else "")
        for f in terms.find(source, target, results, found.watched)
    ]


@pytest.mark.parametrize(
    ("source", "target", "findings"),
    [
        ("kudeta", "a coup", []),
        ("kudeta", "a takeover", [("error", ""), ("error", "takeover")]),
        ("warga", "the folk", [("error", "folk")]),
        ("warga", "the people", []),
        ("rapat", "the session", []),
        ("rapat", "the assembly", [("warning", "")]),
        ("rapat", "the reunion", [("error", "reunion"), ("warning", "")]),
        ("sidang", "a hearing", []),
        ("sidang", "a session", [("info", "")]),
        ("sidang", " ", []),
    ],
)
def test_findings(source: str, target: str, findings: list[tuple[str, str]]) -> None:
    assert told(source, target) == findings


def test_a_forbidden_word_inside_a_pinned_rendering_is_allowed() -> None:
    matcher = Matcher(Glossary((Term("Partai Rakyat", "Folk Party"),
                                Term("warga", "folk", status=Status.FORBIDDEN))))  # fmt: skip
    source, target = "warga Partai Rakyat", "Folk Party members"
    found = matcher.search(source)
    results = [HitResult(h, Outcome.PINNED, Rung.FREE, Span(0, 10)) for h in found.hits]
    assert list(terms.find(source, target, results, found.watched)) == []


def test_an_admitted_rendering_that_stands_there_ends_the_search_for_the_wanted_one() -> None:
    terms = (Term("kudeta", "coup"), Term("kudeta", "kudeta|takeover", status=Status.ADMITTED))
    done = run(Glossary(terms), "Ada kudeta di sana.")
    assert [(r.outcome, r.rung) for r in done.hits] == [(Outcome.PINNED, Rung.FREE)]
    assert [f for f in done.findings if f.check == "term"] == []


def test_a_run_tells_a_forbidden_rendering_and_a_proposal() -> None:
    terms = (
        Term("kudeta", "kudeta", status=Status.FORBIDDEN),
        Term("sana", "there", status=Status.PROPOSED),
    )
    done = run(Glossary(terms), "Ada kudeta di sana.")
    found = [f.severity.value for f in done.findings if f.check == "term"]
    assert (found, done.hits) == (["error", "info"], ())


def _pinned(wanted: str, at: int) -> HitResult:
    hit = TermHit(Term("dewan keamanan", wanted), Span(at, at + 14), Form.LONG, wanted)
    return HitResult(hit, Outcome.PINNED, Rung.FREE)


@pytest.mark.parametrize(
    ("wanted", "target", "told"),
    [
        (["Security Council"], "The Security Council met.", 0),
        (["Security Council"], "The Security Council's Security council met.", 1),
        (["Security Council"] * 2, "The Security Council and the Security Council.", 0),
        (
            ["UN Security Council", "Security Council"],
            "The UN Security Council, a Security Council.",
            0,
        ),
        (["coup"], "A coup is a coup.", 0),
    ],
)
def test_a_phrase_that_stands_more_often_than_its_term_is_told(
    wanted: list[str], target: str, told: int
) -> None:
    results = [_pinned(text, 20 * n) for n, text in enumerate(wanted)]
    found = list(terms.find("x" * 80, target, results, []))
    assert [f.check for f in found] == ["repetition"] * told


def test_a_name_that_could_not_be_kept_is_told_as_such() -> None:
    hit = TermHit(Term("Bitung", ""), Span(0, 6), Form.LONG, "Bitung")
    (finding,) = terms.find("Bitung", "Bit", [HitResult(hit, Outcome.FLAGGED, Rung.NONE)], [])
    assert finding.message == "“Bitung” must stay as it is."
