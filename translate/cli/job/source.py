"""Reads the inputs of a run and settles their language: as asked for, or as they are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from translate.cli.job.item import Item, kept
from translate.engines.packages import available
from translate.errors import UsageError
from translate.languages.detect import known_languages, language_of
from translate.model import Document
from translate.output import STDIN
from translate.readers import read

AUTO = "auto"
FIRST_GUESS = "id"  # what `auto` reads the files as before it knows


def read_all(items: Sequence[Item], wanted: str, target: str) -> None:
    """Read the document of each item that has no error yet, and settle its language.

    It is `wanted`, and a document that is plainly in another language for which there is a model
    has a note that says so; for "auto" each document is in its own. Raises UsageError if none
    can be told.
    """
    for item in items:
        _read(item, FIRST_GUESS if wanted == AUTO else wanted)
    read = [item for item in items if item.document is not None]
    told = _told(read, target) if wanted == AUTO and read else [wanted] * len(read)
    for item, language in zip(read, told, strict=True):
        if language != item.language:
            _again(item, language)
        if item.document is not None:
            item.document = _noted(item.document, language, target)


def read_told(item: Item, target: str, sample: list[str]) -> str:
    """Read an item in the language that it tells by itself, and return that.

    Of one too short to tell, the text goes into `sample` and the result is "".
    """
    _read(item, FIRST_GUESS)
    if item.document is None:
        return ""
    texts = [block.text for block in item.document.blocks]
    code = language_of(texts, _installed(target))
    if code is None:
        sample += texts
        item.document = None
        return ""
    if code != item.language:
        _again(item, code)
    if item.document is not None:
        item.document = _noted(item.document, code, target)
    return code


def common(told: Counter[str], sample: Sequence[str], target: str) -> str:
    """The language of articles too short to tell: that of most others, or of their `sample`
    together. Raises UsageError if there is none."""
    most = max(told, key=told.__getitem__, default=None)
    most = most or language_of(sample, _installed(target))
    if most is None:
        raise _untold(target)
    return most


def _read(item: Item, language: str) -> None:
    item.language = language
    if item.error is None:
        with kept(item):
            item.document = read(item.name, source_lang=language)


def _again(item: Item, language: str) -> None:
    if item.document is not None and item.name == STDIN:  # cannot be read twice
        item.language = language
        item.document = replace(item.document, source_lang=language)
    else:
        _read(item, language)


def _told(items: Sequence[Item], target: str) -> list[str]:
    """The language of each document; of one too short to tell, that of all of them together."""
    codes = _installed(target)
    texts = [[b.text for b in item.document.blocks] if item.document else [] for item in items]
    found = [language_of(text, codes) for text in texts]
    if None not in found:
        return [code for code in found if code]
    together = language_of((text for each in texts for text in each), codes)
    together = together or max(filter(None, found), key=found.count, default=None)
    if together is None:
        raise _untold(target)
    return [code or together for code in found]


def _untold(target: str) -> UsageError:
    known = ", ".join(sorted(_installed(target) & known_languages())) or "none"
    return UsageError(
        "The language of the article could not be told.",
        hint=f"Name it with --from. Languages that have a model and can be told: {known}.",
        slug="language-unknown",
    )


def _noted(document: Document, language: str, target: str) -> Document:
    codes = {language, target, *_installed(target)}
    found = language_of((block.text for block in document.blocks), codes)
    if found is None or found == language or language not in known_languages():
        return document
    advice = "nothing to translate" if found == target else f"--from {found} translates it"
    note = f"seems to be in the language '{found}', not in '{language}' ({advice})"
    return replace(document, notes=(*document.notes, note))


def _installed(target: str) -> frozenset[str]:
    """The languages that an installed or embedded model translates from."""
    return frozenset(found.source_lang for found in available()[0]) - {target}
