"""The last rungs: a term put where the model's attention says that its source phrase was rendered.

Either the words before that place and the term are forced and the decoder goes on by itself
(SPLICED), or the term takes the place of those words and the rest stays (REPLACED).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from glossary.casing import raised
from glossary.term import Span
from translate.engines import Link
from translate.languages.determiners import Determiners
from translate.model import Rung
from translate.pin.judge import Case, Option

_FIRST = re.compile(r"([\w'’]+)\s\W*")
_EDGES = re.compile(r"\W")
_OPENING = re.compile(r"\W*")
_SPELLED = re.compile(r"\b\w\.\w\Z")  # the last full stop of "U.S." belongs to it
_CLOSING = re.compile(r"(?:['’]s)?\W*\Z")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A way to bring in a term: `text` is the beginning of a target, to be decoded from `source`,
    or a whole one, where `source` is empty."""

    text: str
    made: tuple[Rung, ...]
    source: str = ""


Ways = Callable[[Case, Option, Sequence[Link], Determiners], list[Proposal]]
"""Finds ways to bring the missing terms into an option, with its links and the determiners of the
target language."""


def beginnings(
    case: Case, base: Option, links: Sequence[Link], words: Determiners
) -> list[Proposal]:
    """Beginnings up to and including a missing term; nothing that is pinned there is touched."""
    proposals: list[Proposal] = []
    for i in base.missing:
        region = _region(case, base, links, i)
        places = [region] if region else [Span(n, n) for n in _gaps(case, links, i)]
        for place in places:
            proposals += _forced(case, base, i, place, words)
    return proposals


def replacements(
    case: Case, base: Option, links: Sequence[Link], words: Determiners
) -> list[Proposal]:
    """Whole targets with one missing term, and with all, in place of what rendered its phrase."""
    found = [(i, _region(case, base, links, i)) for i in base.missing]
    whole = [(i, region) for i, region in found if region is not None]
    groups = [[pair] for pair in whole] + ([whole] if len(whole) > 1 else [])
    return [p for group in groups for p in _replaced(case, base, group, words)]


def _forced(
    case: Case, base: Option, i: int, region: Span, words: Determiners
) -> Iterator[Proposal]:
    wanted = case.wanted[i]
    before = base.text[: region.start].rstrip()
    # What stands before stays; the other terms may well come along if the source names them.
    kept = [span is not None and span.end <= region.start for span in base.spans]
    told = tuple(
        rung if stays else Rung.IN_SOURCE for rung, stays in zip(base.made, kept, strict=True)
    )
    told = (*told[:i], Rung.SPLICED, *told[i + 1 :])
    joint = " " if before and not before.endswith(("(", '"', "“")) else ""
    bare = f"{before}{joint}{wanted}"
    place = Span(len(bare) - len(wanted), len(bare))
    for text in dict.fromkeys([bare if before else raised(bare), words.put(bare, place)]):
        yield Proposal(text, told, case.told)


def _replaced(
    case: Case, base: Option, regions: list[tuple[int, Span]], words: Determiners
) -> Iterator[Proposal]:
    ordered = sorted(regions, key=lambda pair: pair[1].start)
    if any(a[1].overlaps(b[1]) for a, b in pairwise(ordered)):
        return
    text = base.text
    for i, region in reversed(ordered):
        first = _FIRST.match(text, region.start, region.end)
        start = first.end() if first and words.before(text, first.end(1)) else region.start
        text = text[:start] + case.wanted[i] + text[region.end :]
    yield Proposal(text, _made(base, [i for i, _ in ordered], Rung.REPLACED))


def _made(base: Option, changed: list[int], rung: Rung) -> tuple[Rung, ...]:
    return tuple(rung if i in changed else old for i, old in enumerate(base.made))


def _region(case: Case, base: Option, links: Sequence[Link], i: int) -> Span | None:
    """The longest run of target words that render hit `i`, punctuation at its ends left out.

    Words beside it that are words of the wanted rendering, or nearly so, belong to it.
    """
    phrase = case.hits[i].span
    runs = [
        list(group)
        for renders, group in groupby(
            range(len(links)), key=lambda n: links[n].source.overlaps(phrase)
        )
        if renders
    ]
    if not runs:
        return None
    longest = max(runs, key=len)
    first, last = longest[0], longest[-1]
    own = case.wanted[i].split()
    while first and _near(links[first - 1].target.of(base.text), own):
        first -= 1
    while last + 1 < len(links) and _near(links[last + 1].target.of(base.text), own):
        last += 1
    region = _trimmed(base.text, Span(links[first].target.start, links[last].target.end))
    taken = any(span and span.overlaps(region) for span in base.spans)
    return None if taken or not region else region


def _near(word: str, others: Sequence[str]) -> bool:
    """True if a word shares its stem with one of the others: Pacts and Pact."""
    stem = _EDGES.sub("", word).casefold()
    stems = (_EDGES.sub("", other).casefold() for other in others)
    return any(stem and stem[:n] == other[:n] for other in stems for n in [min(5, len(other))])


def _trimmed(text: str, run: Span) -> Span:
    part = run.of(text)
    start = _OPENING.match(part).end()  # type: ignore[union-attr]
    closing = _CLOSING.search(part, start)
    end = closing.start() if closing else len(part)
    if _SPELLED.search(part, start, end):
        end += part[end : end + 1] == "."
    if "(" in part[start:end] and ")" in part[end:]:
        end = part.index(")", end) + 1
    return Span(run.start + start, run.start + max(start, end))


def _gaps(case: Case, links: Sequence[Link], i: int) -> list[int]:
    """Where a phrase that was not rendered at all may have its place: beside its neighbours."""
    phrase = case.hits[i].span
    left = [link for link in links if link.source.end <= phrase.start]
    right = [link for link in links if link.source.start >= phrase.end]
    places = []
    if left:
        nearest = max(link.source.start for link in left)
        places.append(max(link.target.end for link in left if link.source.start == nearest))
    if right:
        nearest = min(link.source.start for link in right)
        places.append(min(link.target.start for link in right if link.source.start == nearest))
    return sorted(set(places))
