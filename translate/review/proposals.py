"""Terms that a review asks for: written as ``term:`` notes, or replaced again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from glossary.forms import forms_of
from glossary.renderings import find_renderings
from glossary.term import Span, Term
from translate.model import HitResult
from translate.review.decide import Reading, Verdict
from translate.review.difference import Replacement, replacements, rewritten, words_of

__all__ = ["Context", "TermProposal", "corrected", "propose"]

LEAST = 2  # times that words must be replaced by the same others
_LONGEST = 6  # words of a term
_CERTAIN = 0.8  # Dice (1945): how well source words and replaced words go together


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that speaks for a proposal."""

    id: str
    source: str
    after: str


@dataclass(frozen=True, slots=True)
class TermProposal:
    """A rendering that reviewers want: `instead` is what the drafts had, empty for a note.

    `source` is empty where it cannot be told which words of the source are meant. `count` is how
    often it was asked for, or replaced.
    """

    source: str
    target: str
    instead: str
    count: int
    contexts: tuple[Context, ...] = ()

    def as_term(self) -> Term:
        """The entry for a term list."""
        asked = f"for “{self.instead}”" if self.instead else "asked for"
        return Term(self.source, self.target, note=f"review, {self.count}× {asked}")


@dataclass(slots=True)
class _Evidence:
    """Where the same words were replaced by the same others; `term` is whose rendering it was."""

    term: str
    changes: list[tuple[Verdict, Replacement]] = field(default_factory=list)

    @property
    def verdicts(self) -> list[Verdict]:
        """The sentences in which it was replaced."""
        return [verdict for verdict, _ in self.changes]

    @property
    def usual(self) -> Replacement:
        """As it was written most often, with the fewest capitals of those."""
        times = Counter((r.before, r.after) for _, r in self.changes)
        return min(
            (r for _, r in self.changes),
            key=lambda r: (-times[r.before, r.after], sum(map(str.isupper, r.after))),
        )


def corrected(verdict: Verdict, result: HitResult) -> Replacement | None:
    """What a reviewer made of a term's rendering; None if it is still there, or simply gone."""
    if result.span is None or not verdict.changed:
        return None
    draft, after = verdict.translation.target, verdict.after or ""
    change = rewritten(draft, after, result.span.start, result.span.end)
    if change is None or not change.after:
        return None
    wanted = (result.hit.wanted, *result.hit.accepted)
    return None if any(find_renderings(change.after, wanted)) else change


def propose(reading: Reading, source_lang: str) -> tuple[TermProposal, ...]:
    """What notes ask for, then what was replaced at least twice, the most frequent first."""
    by_row: dict[str, list[Verdict]] = {}
    for verdict in reading.verdicts:
        by_row.setdefault(verdict.row, []).append(verdict)
    noted = list(_noted(reading, by_row))
    known = {(p.source.casefold(), p.target) for p in noted}
    edited = [v for v in reading.verdicts if v.changed and v.after]
    found = [
        _proposal(evidence, reading.verdicts, source_lang)
        for evidence in _repeated(edited)
        if _worth(evidence, reading.verdicts)
    ]
    new = [p for p in found if (p.source.casefold(), p.target) not in known]
    return (*noted, *sorted(new, key=lambda p: (-p.count, not p.source, p.target)))


def _noted(reading: Reading, by_row: Mapping[str, list[Verdict]]) -> Iterator[TermProposal]:
    rows: dict[tuple[str, str], list[str]] = {}
    for asked in reading.proposals:
        rows.setdefault((asked.source, asked.target), []).append(asked.row)
    for (source, target), places in rows.items():
        verdicts = [v for row in dict.fromkeys(places) for v in by_row.get(row, [])]
        holding = [v for v in verdicts if _stands(source, v.translation.segment.text)]
        holding = holding or [
            v for v in reading.verdicts if _stands(source, v.translation.segment.text)
        ]
        yield TermProposal(source, target, "", len(places), _contexts(holding or verdicts))


def _repeated(edited: Iterable[Verdict]) -> Iterator[_Evidence]:
    found: dict[tuple[str, str, str], _Evidence] = {}
    for verdict in edited:
        for term, change in _changes(verdict):
            before = "" if term else change.before.casefold()
            evidence = found.setdefault((term, before, change.after.casefold()), _Evidence(term))
            evidence.changes.append((verdict, change))
    yield from (e for e in found.values() if len(e.changes) >= LEAST)


def _changes(verdict: Verdict) -> Iterator[tuple[str, Replacement]]:
    """The renderings of terms that were corrected, by term, and what else was replaced."""
    spans: list[Span] = []
    for result in verdict.translation.hits:
        change = corrected(verdict, result)
        if change is not None:
            yield result.hit.term.source, change
        spans += [result.span] if result.span else []
    for change in replacements(verdict.translation.target, verdict.after or ""):
        place = Span(change.start, change.start + len(change.before))
        if not any(place.overlaps(span) for span in spans):
            yield "", change


def _worth(evidence: _Evidence, verdicts: Sequence[Verdict]) -> bool:
    """True if it looks like a term: short, of letters, and replaced in most places where it was.

    What is mostly left alone is a word of grammar, or was wrong in its sentence only.
    """
    usual = evidence.usual
    sizes = (len(words_of(text)) for text in (usual.before, usual.after))
    if max(sizes) > _LONGEST or not any(c.isalpha() for c in usual.after):
        return False
    there = sum(_stands(usual.before, v.translation.target) for v in verdicts)
    return bool(evidence.term) or 2 * len(evidence.changes) > there


def _proposal(evidence: _Evidence, verdicts: Sequence[Verdict], source_lang: str) -> TermProposal:
    distinct = list({v.translation.segment.id: v for v in evidence.verdicts}.values())
    sources = [v.translation.segment.text for v in distinct]
    usual = evidence.usual
    if evidence.term:
        source = evidence.term
    elif all(_stands(usual.after, text) for text in sources):
        source = usual.after  # a name that the model had changed
    else:
        source = _phrase(usual.before, sources, verdicts, source_lang)
    count = len(evidence.changes)
    return TermProposal(source, usual.after, usual.before, count, _contexts(distinct))


def _phrase(
    before: str, sources: Sequence[str], verdicts: Sequence[Verdict], source_lang: str
) -> str:
    """The words of the source that come where the replaced words came, and nowhere else.

    "" unless one phrase stands out, or all that do are parts of one.
    """
    marked = [v for v in verdicts if _stands(before, v.translation.target)]
    empty = forms_of(source_lang).function_words
    shared = set.intersection(*(set(_grams(text, empty)) for text in sources))
    places = {v.translation.segment.text for v in marked} | set(sources)
    every = [v.translation.segment.text for v in verdicts]
    scores = {phrase: _dice(phrase, places, every) for phrase in shared}
    best = max(scores.values(), default=0.0)
    if best < _CERTAIN:
        return ""
    first, *others = sorted((p for p, s in scores.items() if s == best), key=lambda p: (-len(p), p))
    whole = f" {first} "
    if any(f" {other} " not in whole for other in others):
        return ""
    return _as_written(first, sources[0])


def _grams(text: str, empty: frozenset[str]) -> Iterator[str]:
    """The phrases of a text in small letters that neither begin nor end with an empty word."""
    low = [word.casefold() for word in words_of(text)]
    for start in range(len(low)):
        for end in range(start + 1, min(start + _LONGEST, len(low)) + 1):
            part = low[start:end]
            words = all(any(c.isalnum() for c in word) for word in part)
            if not words:
                break
            if part[0] not in empty and part[-1] not in empty:
                yield " ".join(part)


def _dice(phrase: str, places: set[str], every: Sequence[str]) -> float:
    holding = {text for text in dict.fromkeys(every) if _stands(phrase, text)}
    both = len(holding & places)
    return 2 * both / (len(holding) + len(places))


def _stands(phrase: str, text: str) -> bool:
    """True if the words of a phrase stand in a text in their order, capitals aside."""
    parts = (" ".join(words_of(each)).casefold() for each in (phrase, text))
    inner, outer = parts
    return f" {inner} " in f" {outer} "


def _as_written(phrase: str, text: str) -> str:
    """The phrase as a text has it; a capital that only begins the sentence is made small."""
    spaced = " ".join(words_of(text))
    at = spaced.casefold().find(phrase)
    found = spaced[at : at + len(phrase)] if len(spaced) == len(spaced.casefold()) else phrase
    alone = " " not in found and found.istitle()
    return found.lower() if at == 0 and alone else found


def _contexts(verdicts: Sequence[Verdict]) -> tuple[Context, ...]:
    return tuple(
        Context(v.translation.segment.id, v.translation.segment.text, v.after or "")
        for v in verdicts
    )
