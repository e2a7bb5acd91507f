"""Articles agree with what follows them, whoever put it there; terms stay as they are typed."""

from __future__ import annotations

import pytest

from glossary.term import Form, Span, Term, TermHit
from translate.agree import agreed
from translate.model import HitResult, Outcome, Rung
from translate.pin import Pinned


def pinned(marked: str) -> Pinned:
    """A target whose terms stand in [brackets]."""
    results = []
    while "[" in marked:
        start, end = marked.index("["), marked.index("]") - 1
        marked = marked.replace("[", "", 1).replace("]", "", 1)
        hit = TermHit(Term("x", marked[start:end]), Span(0, 1), Form.LONG, marked[start:end])
        results.append(HitResult(hit, Outcome.PINNED, Rung.KNOWN, Span(start, end)))
    return Pinned(marked, 0.0, tuple(results), False)


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("x", "not a answer from a [UN] envoy", "not an answer from a UN envoy"),
        ("x", "It is a [edict] and an [putsch].", "It is an edict and a putsch."),
        ("x", "A [uprising] in the [The Hague] court", "An uprising in The Hague court"),
        ("x", "They took a [kickbacks] and a bribe.", "They took kickbacks and a bribe."),
        ("x", "the [the House] of the [House]", "the House of the House"),
        ("x", "[A] of an [a]", "A of an a"),
        ("Masjid An Nur", "An Nur is a open mosque.", "An Nur is an open mosque."),
        ("huruf a itu", "letter a itself", "letter a itself"),
        ("x", "", ""),
    ],
)
def test_articles_agree(source: str, target: str, right: str) -> None:
    before = pinned(target)
    after = agreed(source, before, "en")
    assert after.target == right
    for old, new in zip(before.results, after.results, strict=True):
        assert old.span
        assert new.span
        assert old.span.of(before.target) == new.span.of(after.target)
    assert agreed(source, after, "en") == after


def test_a_language_without_articles_is_left_alone() -> None:
    before = pinned("satu a [uprising]")
    assert agreed("x", before, "id") == before
