"""Inline terms, `kata ⟦word⟧`: the model learns to write what the brackets say, however unusual."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.pair import UNLINKED, Pair, core, parts

Stretch = tuple[int, int, int, int]  # source start and end, target start and end

Kind = tuple[str, int]  # acronyms are names of length 0
Mark = tuple[Stretch, tuple[str, ...]]  # what is annotated, and with which phrase

LONGEST = 5
REMEMBERED = 4000
ANOTHER_LENGTH = 0.4  # share of the unusual renderings that are longer or shorter
ENOUGH = 100  # phrases of a kind to choose among, or a few would come again and again
# Words that nobody puts into a glossary alone.
FUNCTION_WORDS = frozenset(
    Path(__file__).with_name("function_words.txt").read_text("utf-8").split()
)
JOINING = frozenset(["of", "the", "and", "for", "on", "in", "dan", "untuk"])
VOWELS = "aeiouAEIOU"


class Renderings:
    """English phrases met so far, by kind, to put in place of the reference's own."""

    def __init__(self) -> None:
        self._kinds: dict[Kind, deque[tuple[str, ...]]] = {}

    def remember(self, phrase: tuple[str, ...]) -> None:
        """Keep a phrase for later; old ones are forgotten."""
        self._kinds.setdefault(kind(phrase), deque(maxlen=REMEMBERED)).append(phrase)

    def draw(self, phrase: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
        """Another phrase of the same kind, or the phrase itself while few are known."""
        sort = kind(phrase)
        if rng.random() < ANOTHER_LENGTH:
            # An acronym for a long name, three words for one: glossaries ask for that.
            sort = rng.choice([k for k in self._kinds if k[0] == sort[0]] or [sort])
        known = self._kinds.get(sort, ())
        return known[rng.randrange(len(known))] if len(known) >= ENOUGH else phrase


def kind(phrase: Sequence[str]) -> Kind:
    """What may stand for what: capitals or the ending, then the length."""
    if all(word.isupper() for word in phrase):
        return "Name", 0
    if all(word[:1].isupper() or word in JOINING for word in phrase):
        return "Name", len(phrase)
    if phrase[0][:1].isupper():
        return "Opening", len(phrase)
    endings = (e for e in ("ing", "ed", "ly", "ion", "s") if phrase[-1].endswith(e))
    return next(endings, ""), len(phrase)


def stretches(pair: Pair) -> list[Stretch]:
    """Stretches of both sides that render each other and nothing else, without inner marks."""
    found = []
    size = len(pair.target)
    for start in range(size):
        if pair.links[start] == UNLINKED:
            continue
        for end in range(start + 1, min(size, start + LONGEST) + 1):
            if pair.links[end - 1] == UNLINKED:
                continue
            linked = [s for s in pair.links[start:end] if s != UNLINKED]
            left, right = min(linked), max(linked) + 1
            outside = (*pair.links[:start], *pair.links[end:])
            if right - left > LONGEST or any(left <= s < right for s in outside):
                continue
            if _plain(pair.source[left:right], opening=left == 0) and _plain(
                pair.target[start:end], opening=start == 0
            ):
                found.append((left, right, start, end))
    return found


def _plain(words: Sequence[str], *, opening: bool) -> bool:
    """Whether a stretch could be a glossary entry."""
    bare = [parts(word) for word in words]
    if any(part[2] for part in bare[:-1]) or any(part[0] for part in bare[1:]):
        return False
    if any(not part[1] or "⟦" in part[1] or "⟧" in part[1] for part in bare):
        return False
    cores = [part[1] for part in bare]
    named = all(word[:1].isupper() or word in JOINING for word in cores)
    checked = {cores[0], cores[-1]} if named else set(cores)
    return (
        len(cores[0]) > 1
        and checked.isdisjoint(FUNCTION_WORDS)
        and (named or not any(word[:1].isupper() or word.isdigit() for word in cores[opening:]))
    )


def choose(pair: Pair, rng: random.Random) -> list[Stretch]:
    """One to four stretches that do not touch; names and long ones are likelier."""
    found = stretches(pair)
    if not found:
        return []

    def liking(stretch: Stretch) -> float:
        capital = pair.target[stretch[2]][:1].isupper() and stretch[2] > 0
        return rng.random() * (1 + 1.5 * capital + 0.5 * (stretch[3] - stretch[2] > 1))

    chosen: list[Stretch] = []
    wanted = rng.choice((1, 1, 1, 2, 2, 3, 4))
    for stretch in sorted(found, key=liking, reverse=True):
        apart = all(stretch[1] <= c[0] or stretch[0] >= c[1] for c in chosen)
        apart = apart and all(stretch[3] <= c[2] or stretch[2] >= c[3] for c in chosen)
        if apart:
            chosen.append(stretch)
        if len(chosen) == wanted:
            break
    return chosen


def annotate(
    pair: Pair, unusual: float, renderings: Renderings, markup: tuple[str, str], rng: random.Random
) -> Pair:
    """Write renderings behind some source phrases, and into the target where they are unusual."""
    marks: list[Mark] = []
    for stretch in choose(pair, rng):
        phrase = tuple(map(core, pair.target[stretch[2] : stretch[3]]))
        wanted = renderings.draw(phrase, rng) if rng.random() < unusual else phrase
        renderings.remember(phrase)
        marks.append((stretch, wanted))
    rendered, places = _render(pair, marks)
    # From right to left, so that the places of the marks still to come hold.
    for (stretch, wanted), place in sorted(zip(marks, places, strict=True), reverse=True):
        rendered = _mark(rendered, stretch[1], place, wanted, markup)
    return rendered


def _render(pair: Pair, marks: Sequence[Mark]) -> tuple[Pair, list[int]]:
    """The pair with the wanted phrases in its target, and where each of them stands there."""
    starts = {stretch[2]: number for number, (stretch, _) in enumerate(marks)}
    target: list[str] = []
    links: list[int] = []
    places = [0] * len(marks)
    j = 0
    while j < len(pair.target):
        if j not in starts:
            target.append(pair.target[j])
            links.append(pair.links[j])
            j += 1
            continue
        (left, _, start, end), wanted = marks[starts[j]]
        phrase = list(wanted)
        phrase[0] = parts(pair.target[start])[0] + phrase[0]
        phrase[-1] += parts(pair.target[end - 1])[2]
        if target and target[-1] in ("a", "an"):
            target[-1] = "an" if wanted[0][0] in VOWELS else "a"
        places[starts[j]] = len(target)
        target += phrase
        links += [left] * len(wanted)
        j = end
    return replace(pair, target=tuple(target), links=tuple(links)), places


def _mark(
    pair: Pair, right: int, place: int, wanted: tuple[str, ...], markup: tuple[str, str]
) -> Pair:
    """The source carries the phrase in brackets; the target words are linked to it."""
    before, middle, after = parts(pair.source[right - 1])
    note = list(wanted)
    note[0] = markup[0] + note[0]
    note[-1] += markup[1] + after
    source = (*pair.source[: right - 1], before + middle, *note, *pair.source[right:])
    links = [link + len(wanted) if link >= right else link for link in pair.links]
    links[place : place + len(wanted)] = range(right, right + len(wanted))
    return replace(pair, source=source, links=tuple(links))
