"""A user's own abbreviations: a file with one a line, added to those of the language."""

from __future__ import annotations

from dataclasses import replace

from glossary.plain_file import read_plain
from translate.errors import InputError
from translate.languages import Language

MAX_BYTES = 1_000_000


def with_abbreviations(language: Language, name: str) -> Language:
    """`language` with the abbreviations of the file `name`, none of which ends a sentence.

    One a line, with or without its last full stop; what follows a ``#`` is a remark. Case does
    not matter. Raises `InputError` for a file that cannot be read.
    """
    found = frozenset(filter(None, map(_entry, _text(name).splitlines())))
    listed = frozenset(part for entry in found for part in entry.split())
    return replace(
        language,
        never=language.never | listed,
        closing=language.closing - listed,
        number=language.number - listed,
        firms=language.firms - listed,
    )


def _entry(line: str) -> str:
    """Of "No. Pol.  # plates" each part without its stop: "no pol"."""
    words = line.split("#")[0].casefold().split()
    return " ".join(word.removesuffix(".") for word in words)


def _text(name: str) -> str:
    try:
        raw = read_plain(name, MAX_BYTES)
        if len(raw) > MAX_BYTES:
            raise _unreadable(name, "it is larger than 1 MB")
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(name, (error.strerror or "it cannot be opened").lower()) from None
    except UnicodeDecodeError:
        raise _unreadable(name, "it is not UTF-8 text") from None


def _unreadable(name: str, why: str) -> InputError:
    return InputError(
        f"The abbreviations in {name} cannot be read: {why}.",
        hint="Give a text file in UTF-8 with one abbreviation a line.",
        slug="abbreviations-unreadable",
    )
