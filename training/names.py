"""Name swaps: the model learns to copy a name by never knowing which one will come."""

from __future__ import annotations

import lzma
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from training.pair import Pair, core, parts

NAME = re.compile(r"^[A-Z][a-zà-ÿ]+(?:[-'’][A-Z]?[a-zà-ÿ]+)*$")
ACRONYM = re.compile(r"^[A-Z]{2,6}$")
COMMON = 400  # a "name" seen this often is a word of the language: April, Indonesia
INVENTED = 0.35  # share of the swapped-in names that exist nowhere
HYPHENATED = 0.08
SWAPPED = 0.75  # of the names in a pair that is touched

# Beginnings, middles and ends that make names sound like the regions our readers read about.
SYLLABLES = {
    "central asian": (
        "Nur Ak Er Bek Sap Tur Zha Kas Do Gul Qo Shav Tok Yer Sa Mir",
        "sul da ma bo lat ge ra ka ly dy sa mu",
        "bek tan ov ova yev yeva bai gul zhan jon dur",
    ),
    "arab": (
        "Al Ab Mu Ha Kha Fai Zu Sa Ra Na Tha Ja Qa Yu Is",
        "ha ma sa la ba ri di ra na",
        "mad him far lid sal ri wi ni yan mir zzam din",
    ),
    "russian": (
        "Vla Ser Mik Dmi Alek Push Gor Pri Med Lav Kuz Bel Vol",
        "di ge ha tri san go ba ve ro ne",
        "mir yev ov in sky enko chuk ova ina shin",
    ),
    "chinese": ("Zh X W L Ch Y G H Sh", "ao ie a i e u ia en", "ng n o ping wei hua jun min"),
    "european": (
        "Mar Bren Lin Von Hen Schul Gar De Kris Joh Wal Fer Mont",
        "ti na ge ro la so be ci re",
        "sen berg mann ini ard ski rd ton elli eau vic oux nen",
    ),
    "indonesian": (
        "Su Pra Har Wi Bam Sri Tri Yu Gu Ad Mu Dar Nur Ra",
        "har di bo wo ti ma yan na lis ra",
        "to no di wan yanto ningsih wati tama man sih jaya di",
    ),
}


def invented(rng: random.Random) -> str:
    """A name that no text holds."""
    beginnings, middles, ends = (s.split() for s in rng.choice(list(SYLLABLES.values())))
    middle = rng.choice(middles) if rng.random() < 0.6 else ""
    return rng.choice(beginnings) + middle + rng.choice(ends)


def acronym(rng: random.Random) -> str:
    """Two to five capitals."""
    return "".join(rng.choices("ABCDEFGHIKLMNOPRSTUW", k=rng.choice((2, 3, 3, 4, 4, 5))))


class Names:
    """The harvested names, to recognise and to draw from."""

    def __init__(self, names: Sequence[str]) -> None:
        self.all = tuple(names)
        self.known = frozenset(names)

    def draw(self, rng: random.Random) -> str:
        """A real name or an invented one."""
        return invented(rng) if not self.all or rng.random() < INVENTED else rng.choice(self.all)


def another(old: str, names: Names, rng: random.Random) -> str:
    """A name of the same kind as the old one."""
    if ACRONYM.match(old):
        return acronym(rng)
    name = names.draw(rng)
    if "-" not in name and rng.random() < HYPHENATED:
        return f"{name}-{invented(rng)}"
    return name


def swap(pair: Pair, names: Names, rng: random.Random) -> Pair:
    """Replace names that are the same on both sides; words keep their places and links."""
    left, right = Counter(map(core, pair.source)), Counter(map(core, pair.target))
    changes: dict[str, str] = {}
    for word in left:
        named = ACRONYM.match(word) or (word in names.known and NAME.match(word))
        if named and left[word] == right[word] and rng.random() < SWAPPED:
            changes[word] = another(word, names, rng)
    if not changes:
        return pair
    return replace(pair, source=_put(pair.source, changes), target=_put(pair.target, changes))


def _put(words: Iterable[str], changes: dict[str, str]) -> tuple[str, ...]:
    done = []
    for word in words:
        before, middle, after = parts(word)
        done.append(before + changes.get(middle, middle) + after)
    return tuple(done)


def harvest(mono: Path, pairs: Iterable[Pair]) -> list[str]:
    """Names of the news: capitalised inside sentences, hardly ever small, not too common."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for sentence in _sentences(mono, pairs):
        for word in map(core, sentence[1:]):
            if NAME.match(word):
                capital[word] += 1
            elif word.islower():
                small[word] += 1
    translated = _translated(pairs)
    return sorted(
        name
        for name, count in capital.items()
        if len(name) > 2
        and 2 <= count < COMMON * 10
        and small[name.lower()] <= count // 20
        and name not in translated
    )


def _sentences(mono: Path, pairs: Iterable[Pair]) -> Iterable[Sequence[str]]:
    for path in sorted(mono.glob("*-news-*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from (line.split() for line in lines)
    yield from (pair.source for pair in pairs)


def _translated(pairs: Iterable[Pair]) -> set[str]:
    """Capitalised words that the pairs mostly render otherwise (Selasa), or see very often."""
    seen: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for pair in pairs:
        target = set(map(core, pair.target))
        words = {core(word) for word in pair.source}
        for word in words:
            if NAME.match(word):
                seen[word] += 1
                kept[word] += word in target
    return {word for word, n in seen.items() if kept[word] < 0.8 * n or n > COMMON}
