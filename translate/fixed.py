"""Segments whose target needs no model: copied as they stand, or put together by rule."""

from __future__ import annotations

from translate.checks.names import ordinary_words
from translate.header import rendered
from translate.languages import Language
from translate.model import Kind, Segment

COPIED_KINDS = (Kind.CODE, Kind.FURNITURE)
HEADER_KINDS = (Kind.METADATA, Kind.BYLINE, Kind.DATELINE)


def copied(segment: Segment, language: Language) -> bool:
    """True for code, for page furniture, for datelines, bylines and file stamps without a word to
    translate, and for bare symbols."""
    if segment.kind in COPIED_KINDS:
        return True
    if segment.kind in HEADER_KINDS and language.is_neutral(segment.text):
        return True
    return not any(character.isalpha() for character in segment.text)


def by_rule(segment: Segment, language: Language, target_lang: str) -> str | None:
    """The target of a dateline, byline or file stamp that the rules understand; else None."""
    if segment.kind not in HEADER_KINDS:
        return None
    names = segment.kind is Kind.BYLINE
    ordinary = ordinary_words(language.code)
    return rendered(segment.text, language, target_lang, ordinary, names=names)
