"""The ledger of names: each name of an article, or of a folder, with its kind, its English form,
where it stands first, how often, its variants, and what does not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from glossary.naming.cues import NameKind
from glossary.term import Status, Term, TermHit, parts
from translate.model import Bitext, Document, Origin
from translate.naming import Called, mentions

__all__ = ["COLUMNS", "Entry", "Line", "data_of", "ledger", "lines_of", "paragraphs_of", "row_of"]

COLUMNS = ("name", "kind", "english", "count", "kept", "first", "variants", "doubts")
_ALIKE = 0.8  # share of letters that two spellings of one name have in common
_SHORTEST = 5  # letters of names that are compared
_MOST = 2_000  # names that are compared with each other; more are too many for a ledger
_SMALL = 3  # letters of words that have no capital inside a name: dan, di
_SHOWN = 3  # places that a doubt names


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article: its place (P3.2), its text, its English if there is one, and what
    lists found in it."""

    place: str
    source: str
    target: str | None = None
    listed: tuple[TermHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A name. `kept` counts the mentions that stand unchanged in English, None without English;
    `english` is the form there, empty where it is not known. `first` is the first mention,
    `variants` are other forms of it, `doubts` sentences for the reviewer."""

    name: str
    kind: NameKind
    english: str
    count: int
    kept: int | None
    first: str
    variants: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    copied: bool = False

    def as_term(self) -> Term:
        """A proposal for a term list: what is copied, and the rest to be looked at or filled in."""
        told = [str(self.kind), f"{self.count}×", f"first in {self.first}", *self.doubts]
        if self.variants:
            told.insert(1, f"also {', '.join(self.variants)}")
        status = Status.DNT if self.copied else Status.PROPOSED
        return Term(
            self.name, "" if self.copied else self.english, status=status, note="; ".join(told)
        )


def lines_of(bitext: Bitext) -> list[Line]:
    """The sentences of a bitext that were translated."""
    return [
        Line(t.segment.id, t.segment.text, t.target, tuple(result.hit for result in t.hits))
        for t in bitext.translations
        if t.origin is not Origin.COPIED
    ]


def paragraphs_of(document: Document) -> list[Line]:
    """The paragraphs of an article that is not translated."""
    return [Line(block.id, block.text) for block in document.blocks]


def ledger(articles: Sequence[Sequence[Line]], pair: tuple[str, str]) -> list[Entry]:
    """The names of articles, the most frequent first; look-alikes are told across all of them.

    Terms with a capital that the user's lists found are names, too. Those of the lists that come
    along are left to these.
    """
    found: dict[str, list[_Place]] = {}
    for lines in articles:
        rows = mentions([line.source for line in lines], [line.listed for line in lines], pair)
        for line, (names, _) in zip(lines, rows, strict=True):
            called = (_called(name, line) for name in names)
            for place in (*called, *_listed(line)):
                found.setdefault(place.full.casefold(), []).append(place)
    entries = [_entry(places) for places in found.values()]
    alike = _lookalikes(entries[:_MOST])
    told = [
        replace(e, doubts=(*e.doubts, *alike[e.name])) if e.name in alike else e for e in entries
    ]
    return sorted(told, key=lambda entry: (-entry.count, entry.name))


def data_of(entry: Entry) -> dict[str, object]:
    """An entry under the `COLUMNS`, for JSON."""
    return {name: getattr(entry, name) for name in COLUMNS}


def row_of(entry: Entry) -> dict[str, str | int]:
    """An entry under the `COLUMNS`, several values with bars between them."""
    return {
        "name": entry.name,
        "kind": str(entry.kind),
        "english": entry.english,
        "count": entry.count,
        "kept": "" if entry.kept is None else entry.kept,
        "first": entry.first,
        "variants": "|".join(entry.variants),
        "doubts": " ".join(entry.doubts),
    }


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention of a name in a line: as it is written, its long form, and what English wants.

    `english` is what a list has for the long form, empty where none is.
    """

    name: str
    full: str
    kind: NameKind
    wanted: str
    sure: bool
    line: Line
    english: str = ""

    @property
    def stands(self) -> bool:
        target = self.line.target
        return target is not None and self.wanted.casefold() in target.casefold()


def _called(name: Called, line: Line) -> _Place:
    mention, told = name
    forms = (told.wanted, *told.accepted) if told else (mention.name,)
    target = line.target or ""
    stands = [form for form in forms if form.casefold() in target.casefold()]
    wanted = max(stands, key=len) if stands else forms[0]
    return _Place(mention.name, mention.full, mention.kind, wanted, told is not None, line)


def _listed(line: Line) -> Iterator[_Place]:
    for hit in line.listed:
        name = " ".join(hit.span.of(line.source).split())
        full = hit.term.phrases[0]
        if all(word[0].isupper() for word in full.split() if len(word) > _SMALL):
            english = full if hit.term.copies else next(iter(parts(hit.term.target)), "")
            yield _Place(name, full, NameKind.UNKNOWN, hit.wanted, True, line, english)


def _entry(places: Sequence[_Place]) -> Entry:
    forms = Counter(place.name for place in places)
    kinds = Counter(p.kind for p in places if p.kind is not NameKind.UNKNOWN)
    kind = kinds.most_common(1)[0][0] if kinds else NameKind.UNKNOWN
    name = min((place.full for place in places), key=lambda full: (full.isupper(), full))
    lost = [place.line.place for place in places if not place.stands]
    translated = all(place.line.target is not None for place in places)
    sure = any(place.sure for place in places)
    doubts: tuple[str, ...] = ()
    if sure and translated and lost:
        shown = ", ".join(dict.fromkeys(lost[:_SHOWN])) + ("…" if len(lost) > _SHOWN else "")
        doubts = (f"Missing or spelled differently in the English of {shown}.",)
    whole = (p for p in places if p.name.casefold() == name.casefold())
    english = [p.wanted for p in whole if p.stands or p.sure] or [p.english for p in places]
    return Entry(
        name,
        kind,
        next(filter(None, english), ""),
        len(places),
        len(places) - len(lost) if translated else None,
        places[0].line.place,
        tuple(form for form, _ in forms.most_common() if form.casefold() != name.casefold()),
        doubts,
        any(p.sure and p.wanted == p.name and p.english in ("", p.full) for p in places),
    )


def _lookalikes(entries: Sequence[Entry]) -> dict[str, list[str]]:
    """Two spellings of what may be one person: as many words, each equal or nearly so."""
    told: dict[str, list[str]] = {}
    people: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}
    for entry in entries:
        if entry.kind is NameKind.PERSON:
            words = entry.name.split()
            initials = tuple(word.casefold()[0] for word in words)  # the same in what is alike
            people.setdefault(initials, []).append((entry.name, words))
    for group in people.values():
        for (one, left), (other, right) in combinations(group, 2):
            if _near(left, right):
                told.setdefault(one, []).append(f"Looks like “{other}”.")
                told.setdefault(other, []).append(f"Looks like “{one}”.")
    return told


def _near(left: Sequence[str], right: Sequence[str]) -> bool:
    if left == right or len(" ".join(left)) < _SHORTEST:
        return False
    return all(
        a == b or _alike(a.casefold(), b.casefold()) for a, b in zip(left, right, strict=True)
    )


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 2:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
