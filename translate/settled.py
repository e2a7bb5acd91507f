"""Segments that need no engine: approved before, copied as they stand, or put together by rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from glossary import addresses
from glossary.match import Matches
from translate import naming
from translate.amend import amended
from translate.checks.every import find_all
from translate.checks.names import ordinary_words
from translate.checks.numbers import numbers
from translate.checks.sentence import Sentence
from translate.header import rendered
from translate.labels import labelled
from translate.languages import Language
from translate.languages.detect import is_written_in
from translate.memory.recall import recalled
from translate.memory.unit import MemoryUnit
from translate.model import Finding, Kind, Origin, Outcome, Rung, Segment, Severity, Translation

COPIED_KINDS = (Kind.CODE, Kind.FURNITURE)
HEADER_KINDS = (Kind.METADATA, Kind.BYLINE, Kind.DATELINE)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before anything is decoded: approved `units` by their source, the source
    `language` and the target's code; `builtin` has the built-in words checked."""

    units: Mapping[str, MemoryUnit]
    language: Language
    target_lang: str
    builtin: bool

    def copied(self, segment: Segment) -> bool:
        """True for code, for page furniture, for datelines, bylines and file stamps without a
        word to translate, for bare symbols, and for what is in the target language already;
        what is approved is not copied."""
        if segment.text in self.units:
            return False
        if segment.kind in COPIED_KINDS:
            return True
        if segment.kind in HEADER_KINDS and self.language.is_neutral(segment.text):
            return True
        return self._already(segment) or not any(map(str.isalpha, segment.text))

    def _already(self, segment: Segment) -> bool:
        source = self.language.code
        return is_written_in(segment.text, self.target_lang, source, ordinary_words(source))

    def settle(self, segment: Segment, here: Matches) -> Translation | None:
        """The translation of a segment that needs no engine, None of one that does."""
        if unit := self.units.get(segment.text):
            return self._remembered(segment, unit, here)
        if _all_held(segment.text, here):
            return Translation(segment, segment.text, Origin.COPIED)
        if self.copied(segment):
            return self._copy(segment)
        return self._ruled(segment, here)

    def _copy(self, segment: Segment) -> Translation:
        """The source as it stands, bare figures as the target writes them (3.450 is 3,450); a
        remark where it is in the target language already."""
        found: tuple[Finding, ...] = ()
        if segment.kind in COPIED_KINDS:
            pass
        elif self._already(segment):
            found = (Finding("language", Severity.INFO, "In the target language already; copied."),)
        else:
            pair = (self.language.code, self.target_lang)
            text = amended(segment.text, segment.text, (), pair).text
            found = numbers(Sentence(segment.text, text, *pair))
            if text != segment.text:
                return Translation(segment, text, Origin.RULE, findings=found)
        return Translation(segment, segment.text, Origin.COPIED, findings=found)

    def _remembered(self, segment: Segment, unit: MemoryUnit, here: Matches) -> Translation:
        """An approved translation, word for word."""
        results = recalled(unit.target, here.hits)
        sentence = Sentence(segment.text, unit.target, unit.source_lang, unit.target_lang)
        found = find_all(sentence, results, here.watched, builtin=self.builtin)
        terms, called = naming.apart(results)
        return Translation(segment, unit.target, Origin.MEMORY, None, terms, found, names=called)

    def _ruled(self, segment: Segment, here: Matches) -> Translation | None:
        """A line put together by rule, unless a term that is wanted in it would be missing."""
        line = self._by_rule(segment)
        if line is None:
            return None
        results = tuple(replace(r, rung=Rung.FREE) for r in recalled(line, here.hits))
        if any(result.outcome is Outcome.FLAGGED for result in results):
            return None
        terms, called = naming.apart(results)
        return Translation(segment, line, Origin.RULE, None, terms, names=called)

    def _by_rule(self, segment: Segment) -> str | None:
        if segment.kind not in HEADER_KINDS:
            return labelled(segment.text, (self.language.code, self.target_lang))
        names = segment.kind is Kind.BYLINE
        ordinary = ordinary_words(self.language.code)
        return rendered(segment.text, self.language, self.target_lang, ordinary, names=names)


def _all_held(text: str, here: Matches) -> bool:
    """True for a sentence in which addresses and code leave no word to translate."""
    spans = [hit.span for hit in here.hits if addresses.is_address(hit)]
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return bool(spans) and not any(map(str.isalpha, text))
