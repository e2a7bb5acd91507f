"""Lost names whose place in the target is certain, put back there: what came out in another order,
in part, or as other words with capitals.

What a rule settles costs nothing and leaves the rest of the sentence as it is. It speaks only where
nothing else in the sentence could be meant; all other names are left to the ladder.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from glossary.naming.cues import Cues, NameKind
from glossary.term import Span, TermHit
from translate.languages import load_language
from translate.languages.determiners import determiners_of
from translate.languages.naming import capitals_of, cues_of, heads_of

__all__ = ["Scene", "restored", "scene_of"]

_TOKEN = re.compile(r"(?<!\w['’])[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*) \Z")
_OPENING = re.compile(r"(?:\A|[.!?:]|[\"“])[\s\"'“‘(]*\Z")
_OWNER = re.compile(r"['’]s\b")
_STEM = 4  # letters by which a word is known to be the rendering of another
_SHORT = 3  # letters; shorter words are no names
_ALIKE = 3  # letters that a garbled word begins with as the right one does


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, and what is known of it: the `renderings` of its other terms and names, and
    their `places` in the source. Is the lost name that of a person, or another that is `copied`
    whole? Of the target language: `articles`, `openers`, which may begin a sentence, and words that
    it alone writes with `capitals`."""

    source: str
    renderings: Sequence[str]
    places: Sequence[Span]
    copied: bool
    cues: Cues
    articles: frozenset[str]
    openers: frozenset[str]
    capitals: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the target; `alien` if it has a capital that nothing in the source explains, `own`
    if it is one of the lost name, `opens` where a capital says nothing, `gap` before it."""

    text: str
    low: str
    span: Span
    gap: str
    opens: bool
    own: bool
    alien: bool

    @property
    def joined(self) -> bool:
        """True for a word with a blank alone before it."""
        return self.gap == " "


def scene_of(source: str, hit: TermHit, others: Sequence[TermHit], pair: tuple[str, str]) -> Scene:
    """The scene of a lost name; `others` are the hits of all else that is known in the sentence.

    A side of the compass that the source names in small letters may well have a capital: Western.
    """
    low = set(_TOKEN.findall(source.casefold()))
    sides = (forms for side, forms in heads_of(*pair).sides.items() if side in low)
    language, articles = load_language(pair[1]), determiners_of(pair[1])
    return Scene(
        source,
        [text for told in (*sides, *((o.wanted, *o.accepted) for o in others)) for text in told],
        [other.span for other in others],
        hit.term.domain in (NameKind.PERSON, NameKind.UNKNOWN),
        cues_of(pair[0]),
        frozenset((articles.definite, *articles.indefinite)),
        language.starters,
        capitals_of(*pair) | language.months | language.days,
    )


def restored(scene: Scene, target: str, name: str, place: Span, *, alone: bool) -> str:
    """The target with the name from a place of the source, where its own place is certain; else
    the same. Only one that is `alone` lost may have come out as something else altogether."""
    own = [word.casefold() for word in _TOKEN.findall(name)]
    ours = [word.casefold() for word in _TOKEN.findall(scene.source)]
    if any(ours.count(word) > 1 for word in own) or any(map(str.isdigit, name)):
        return target
    words = _words(scene, target, own)
    there = [n for n, word in enumerate(words) if word.own]
    found = range(0)
    if there:
        found = _in_part(scene, words, there, own, place)
    elif alone:
        found = _garbled(scene, words, place)
    if not found:
        return target
    head, behind = target[: words[found[0]].span.start], target[words[found[-1]].span.end :]
    left, _ = _beside(words, found)
    # Like a thing, in another order or with an s: the Pereira Vitor, the West Dewi's aide.
    odd = len(there) == len(own) or _OWNER.match(behind)
    if left and left.low in scene.articles and scene.copied and odd:
        head = target[: left.span.start]
    return head + name + behind


def _words(scene: Scene, target: str, own: Sequence[str]) -> list[_Word]:
    ours = set(_TOKEN.findall(scene.source))
    stems = {_stem(word) for text in scene.renderings for word in _TOKEN.findall(text)}
    words: list[_Word] = []
    for match in _TOKEN.finditer(target):
        text, span, low = match.group(), Span(*match.span()), match.group().casefold()
        end = words[-1].span.end if words else 0
        opens = _OPENING.search(target, end, span.start) is not None
        explained = text in ours or low in scene.capitals or _stem(text) in stems
        shaped = text[0].isupper() and not text.isupper() and len(text) >= _SHORT
        alien = shaped and not (opens or explained or low in own)
        gap = target[end : span.start] if words else ""
        words.append(_Word(text, low, span, gap, opens, low in own, alien))
    return words


def _stem(word: str) -> str:
    return word[:_STEM].casefold()


def _in_part(
    scene: Scene, words: Sequence[_Word], there: Sequence[int], own: Sequence[str], place: Span
) -> range:
    """The words in which what is left of a name stands, with those beside it that stand for the
    rest; empty if that is not certain."""
    run = range(there[0], there[-1] + 1)
    lows = [words[n].low for n in there]
    left, right = _beside(words, run)
    if (
        len(set(lows)) < len(lows)
        or not all(_goes_on(words, n) for n in run[1:])
        or not any(words[n].text[0].isupper() for n in there)
        or (left and left.opens and left.low not in scene.openers)
    ):
        return run[:0]
    if len(lows) == len(own):  # in another order
        return run
    if not scene.copied:
        told = {word.casefold() for word in _TOKEN.findall(place.of(scene.source))}
        return run[:0] if told.isdisjoint(lows) or _bounded(scene, words, run) else run
    title = _titled(scene, place)
    firsts = {word[:_ALIKE] for word in own if word not in lows}
    beside = [word is not None and word.alien for word in (left, right)]
    spelled = [word is not None and word.low[:_ALIKE] in firsts for word in (left, right)]
    if beside[1] and title and not spelled[1]:
        return run[:0]
    start = beside[0] and (spelled[0] or not title)
    return range(run.start - start, run.stop + beside[1])


def _titled(scene: Scene, place: Span) -> bool:
    """True if a word with a capital goes before a name in the source: a title, or a head."""
    before = _BEFORE.search(scene.source, 0, place.start)
    if before is None or not before[1][0].isupper():
        return False
    opens = _OPENING.search(scene.source, 0, before.start())
    return not opens or before[1].casefold() in scene.cues.titles


def _bounded(scene: Scene, words: Sequence[_Word], run: range) -> bool:
    """True if there is a further word with a capital beside a run that may belong to it."""
    near = [word for word in _beside(words, run) if word and not word.opens]
    return any(word.text[0].isupper() and word.text not in scene.source for word in near)


def _goes_on(words: Sequence[_Word], n: int) -> bool:
    """True for a word that belongs with the one before it to what renders a name."""
    return words[n].gap in (" ", "'s ", "’s ") and (words[n].own or words[n].alien)


def _beside(words: Sequence[_Word], run: range) -> tuple[_Word | None, _Word | None]:
    """The words right before and behind a run of words."""
    left = words[run.start - 1] if run.start and words[run.start].joined else None
    right = words[run.stop] if run.stop < len(words) and words[run.stop].joined else None
    return left, right


def _garbled(scene: Scene, words: Sequence[_Word], place: Span) -> range:
    """The only words with capitals that nothing in the source explains; empty if there are more,
    or others in the source that went astray."""
    runs = list(_runs(words))
    there = {word.text for word in words}
    if len(runs) != 1 or _titled(scene, place) or _astray(scene, there, place):
        return range(0)
    near = [word for word in _beside(words, runs[0]) if word and word.text[0].isupper()]
    return runs[0] if all(word.low in scene.openers for word in near) else range(0)


def _astray(scene: Scene, there: Collection[str], place: Span) -> bool:
    """True if the target lost another word that has a capital in the source for what it is."""
    known = (place, *scene.places)
    for match in _TOKEN.finditer(scene.source):
        word, span = match.group(), Span(*match.span())
        if word[0].islower() or word in there or word.casefold() in scene.cues.titles:
            continue
        if any(span.overlaps(other) for other in known):
            continue
        opens = _OPENING.search(scene.source, 0, span.start)
        headed = scene.cues.head([word]) and scene.source[span.end + 1 : span.end + 2].isupper()
        if headed or not opens or not scene.cues.words.knows(word, derived=True):
            return True
    return False


def _runs(words: Sequence[_Word]) -> Iterator[range]:
    """Aliens that go together."""
    start = None
    for n, word in enumerate(words):
        if start is not None and not (word.alien and word.joined):
            yield range(start, n)
            start = None
        if word.alien and start is None:
            start = n
    if start is not None:
        yield range(start, len(words))
