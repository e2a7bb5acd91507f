"""Holds recognised names: which must stand in the target as in the source, and whether they do.

They are hits of a kind of their own. Those that the free translation has cost nothing; those that
the model respelled, or garbled where nothing else can be meant, are put right in their place; only
the others climb the ladder with the terms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from glossary import addresses
from glossary.match import Matches
from glossary.naming.cues import NameKind
from glossary.naming.recognise import Mention, recognise
from glossary.naming.rendered import rendering
from glossary.renderings import find_renderings, most
from glossary.term import Form, Span, Status, Term, TermHit
from translate.checks.names import RECOGNISED, listed, recognised
from translate.engines import Candidate
from translate.languages.naming import cues_of, heads_of, spelling_of
from translate.model import HitResult, Outcome, Rung, Segment
from translate.pin import Draft, Pinned
from translate.recase import Case, case_of
from translate.recent import Recent
from translate.respelled import mended, spelled
from translate.restored import restored, scene_of

_WORD = re.compile(r"[\w’'-]+")
_PIECE = re.compile(r"\b([A-Z][\w’'-]{2,}) $")
_RECENT: Recent[list[tuple[Called, ...]]] = Recent(600_000)
"""The names of articles, up to so many characters of text: they are wanted once more when the
ledger is written, and some windows of a folder lie between."""
_MOST = 8  # occurrences of one name in a sentence

Pair = tuple[str, str]
"""Source and target language."""


class Called(NamedTuple):
    """A name in a sentence, and its hit there; None if no form in the target is certain."""

    mention: Mention
    hit: TermHit | None


Names = tuple[tuple[Called, ...], tuple[Span, ...]]
"""The names of a sentence, and the places there that lists know about."""


def mentions(
    texts: Sequence[str], taken: Sequence[Sequence[TermHit]], pair: tuple[str, str]
) -> list[Names]:
    """The names in each sentence of one article, and the places there that lists know about.

    `taken` are the hits of the user's lists; the names that come along are found here.
    """
    known = []
    for text, found in zip(texts, taken, strict=True):
        spans = [hit.span for hit in found]
        known.append((*spans, *(hit.span for hit in listed(text, spans, *pair))))
    places = tuple(tuple((span.start, span.end) for span in spans) for spans in known)
    key, size = (tuple(texts), places, pair[0]), sum(map(len, texts))
    names = _RECENT.get(key, size, lambda: _called(texts, known, pair))
    return list(zip(names, known, strict=True))


def _called(
    texts: Sequence[str], known: Sequence[Sequence[Span]], pair: Pair
) -> list[tuple[Called, ...]]:
    found = recognise(texts, cues_of(pair[0]), known)
    return [
        tuple(Called(name, hit_of(text, name, taken, pair)) for name in names)
        for text, names, taken in zip(texts, found, known, strict=True)
    ]


def added(
    split: Sequence[Sequence[Segment]],
    matches: Sequence[Sequence[Matches]],
    pair: tuple[str, str],
    passed_over: Callable[[Segment], bool],
) -> list[list[Matches]]:
    """What each segment of each document holds, with its names among the hits."""
    done = []
    for segments, here in zip(split, matches, strict=True):
        texts = ["" if passed_over(segment) else segment.text for segment in segments]
        found = _found(texts, here, pair)
        rows = zip(texts, here, found, strict=True)
        done.append([_with_names(text, match, names) for text, match, (names, _) in rows])
    return done


def _found(texts: Sequence[str], here: Sequence[Matches], pair: tuple[str, str]) -> list[Names]:
    """The names of one article. A sentence without terms has those that it would have without any
    list: what a list says elsewhere may not change it."""
    found = [(*m.hits, *m.watched) for m in here]
    fixed = [tuple(hit for hit in hits if addresses.is_address(hit)) for hits in found]
    by_list = mentions(texts, found, pair)
    if found == fixed:
        return by_list
    rows = zip(found, fixed, by_list, mentions(texts, fixed, pair), strict=True)
    return [alone if hits == same else listed for hits, same, listed, alone in rows]


def _with_names(text: str, match: Matches, found: Sequence[Called]) -> Matches:
    names = hits(text, found)
    if not names:
        return match
    return replace(match, hits=tuple(sorted((*match.hits, *names), key=lambda hit: hit.span)))


def apart(
    results: Iterable[HitResult],
) -> tuple[tuple[HitResult, ...], tuple[HitResult, ...]]:
    """The results of terms, and those of names."""
    told = tuple(results)
    names = tuple(r for r in told if recognised(r.hit))
    return tuple(r for r in told if not recognised(r.hit)), names


def hits(text: str, names: Sequence[Called]) -> tuple[TermHit, ...]:
    """A hit for each name in a text whose form in the target is certain, once for each.

    In ALL CAPITALS nothing is held.
    """
    if not names or case_of(text) is Case.CAPITALS:
        return ()
    found: dict[str, TermHit] = {}
    for _, hit in names:
        if hit:
            found.setdefault(hit.term.source, hit)
    return tuple(
        hit
        for name, hit in found.items()
        if not any(f" {name} " in f" {other} " for other in found if other != name)
    )


def hit_of(text: str, mention: Mention, taken: Sequence[Span], pair: Pair) -> TermHit | None:
    """The hit of one name in a text; None if nothing is certain about it in the target."""
    told = rendering(mention, text, cues_of(pair[0]), heads_of(*pair))
    span = _free(told.span, text, taken) if told else None
    if told is None or span is None:
        return None
    name = " ".join(span.of(text).split())
    if span != told.span and told.accepted:
        return None  # what is left is half a name
    wanted = told.wanted if span == told.span else name
    target, status = ("", Status.DNT) if wanted == name else (wanted, Status.PREFERRED)
    term = Term(name, target, status=status, where=RECOGNISED, domain=str(mention.kind))
    return TermHit(term, span, Form.LONG, wanted, told.accepted)


def _free(span: Span, text: str, taken: Sequence[Span]) -> Span | None:
    """What is left of a name behind a word that a list knows: Presiden *Rusia* Ivan Petrov."""
    for other in sorted(taken):
        if other.overlaps(span):
            start = other.end + (text[other.end : other.end + 1] == " ")
            if other.start > span.start or start >= span.end or start == other.end:
                return None
            span = Span(start, span.end)
    return span


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence before its terms are pinned: the draft with the names that are due, and which
    of its names were put right by rules."""

    draft: Draft
    mended: frozenset[str]


def held(draft: Draft, pair: tuple[str, str]) -> Held:
    """The draft with the names that rules put right, and only those hits that the ladder needs.

    A name is asked for as often as the free translation has it, at most as often as the source,
    at least once: English may say "he". What a list of the language pair knows is no respelling.
    """
    names = [hit for hit in draft.hits if recognised(hit)]
    if not names:
        return Held(draft, frozenset())
    target = draft.free.text
    lost = [hit for hit in names if not _stands(hit, target)]
    if lost:
        near = (*draft.hits, *listed(draft.source, (), *pair))
        renderings = [text for hit in near for text in (hit.wanted, *hit.accepted)]
        lost = [_spelled(hit, target, pair) for hit in lost]
        for hit in (hit for hit in lost if not _stands(hit, target)):
            shortest = min((hit.wanted, *hit.accepted), key=len)
            target = mended(draft.source, target, shortest, renderings)
        target = _restored(draft, target, lost, near, pair)
    right = frozenset(
        h.wanted for h in lost if _stands(h, target) and not _stands(h, draft.free.text)
    )
    free = Candidate(target, draft.free.score, draft.free.cut)
    known = {hit.span: hit for hit in lost}
    terms = [hit for hit in draft.hits if not recognised(hit)]
    due = [m for h in names for m in _due(known.get(h.span, h), draft.source, target)]
    fitting = [d for d in due if not any(d.span.overlaps(t.span) for t in terms)]
    ordered = sorted((*terms, *fitting), key=lambda hit: hit.span)
    return Held(Draft(draft.source, tuple(ordered), free), right)


def _restored(
    draft: Draft, target: str, lost: Sequence[TermHit], near: Sequence[TermHit], pair: Pair
) -> str:
    """The target with those lost names that a rule can put in their place; `near` are the hits
    of all that is known in the sentence."""
    gone = [hit for hit in lost if not _stands(hit, target)]
    for hit in gone:
        if draft.source.count(hit.span.of(draft.source)) == 1:
            others = [other for other in near if other.span != hit.span]
            alone = all(_stands(other, target) for other in others)
            scene = scene_of(draft.source, hit, others, pair)
            target = restored(scene, target, hit.wanted, hit.span, alone=alone)
    return target


def _stands(hit: TermHit, target: str) -> bool:
    if most(target, (hit.wanted, *hit.accepted)) == 0:
        return False
    return find_renderings(target, [hit.wanted], [hit.accepted])[0] is not None


def _spelled(hit: TermHit, target: str, pair: tuple[str, str]) -> TermHit:
    """The spelling of the target language is accepted, too, save of people and organisations:
    Caspian Sea for Laut Kaspia."""
    if hit.term.domain in (NameKind.PERSON, NameKind.ORGANISATION):
        return hit
    more = spelled(target, (hit.wanted, *hit.accepted), spelling_of(*pair))
    return replace(hit, accepted=(*hit.accepted, *more))


def _due(hit: TermHit, source: str, target: str) -> Iterator[TermHit]:
    name = hit.span.of(source)
    if most(source, (name,)) == 1 and most(target, (hit.wanted, *hit.accepted)) in (0, 1):
        yield hit
        return
    here = [s for s in find_renderings(source, [name] * _MOST) if s]
    forms = [hit.accepted] * _MOST
    there = sum(s is not None for s in find_renderings(target, [hit.wanted] * _MOST, forms))
    if there <= max(1, len(here)):
        places = [hit.span, *(s for s in here if not s.overlaps(hit.span))]
        yield from (replace(hit, span=span) for span in places[: max(1, there)])


def settled(draft: Draft, before: Held, pinned: Pinned) -> Pinned:
    """The results for the hits of the draft, in their order, names that were not due among them."""
    told = dict(zip(((h.span, h.wanted) for h in before.draft.hits), pinned.results, strict=True))
    results = []
    for hit in draft.hits:
        result = told.get((hit.span, hit.wanted))
        if recognised(hit) and (result is None or result.span is None):
            result = _looked_up(result.hit if result else hit, pinned.target)
        assert result is not None
        if hit.wanted in before.mended and result.rung is Rung.FREE:
            result = replace(result, rung=Rung.REPLACED)
        results.append(result if recognised(hit) else replace(result, hit=hit))
    return _whole(draft.source, replace(pinned, results=tuple(results)))


def _whole(source: str, pinned: Pinned) -> Pinned:
    """Without the piece of a name that the model wrote before the name came in: Saum Saumlaki."""
    for place in range(len(pinned.results)):
        result = pinned.results[place]
        if not recognised(result.hit) or result.span is None or result.rung is Rung.FREE:
            continue
        start = result.span.start
        piece = _PIECE.search(pinned.target[:start])
        begun = piece and result.span.of(pinned.target).startswith(piece[1])
        if piece and begun and piece[1] not in _WORD.findall(source):
            cut = Span(piece.start(), start)
            if any(r.span and r.span.overlaps(cut) for r in pinned.results):
                continue
            pinned = replace(
                pinned,
                target=pinned.target[: cut.start] + pinned.target[start:],
                results=tuple(_back(r, start, len(cut)) for r in pinned.results),
            )
    return pinned


def _back(result: HitResult, place: int, by: int) -> HitResult:
    span = result.span
    if span is None or span.start < place:
        return result
    return replace(result, span=Span(span.start - by, span.end - by))


def _looked_up(hit: TermHit, target: str) -> HitResult:
    span = find_renderings(target, [hit.wanted], [hit.accepted])[0]
    outcome, rung = (
        (Outcome.PINNED, Rung.FREE) if span is not None else (Outcome.FLAGGED, Rung.NONE)
    )
    return HitResult(hit, outcome, rung, span)
