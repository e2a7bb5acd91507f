"""Opens a packed source file, and says in one line what is wrong with one that is broken."""

from __future__ import annotations

from translate.errors import InputError
from translate.office.package import Package

__all__ = ["damaged", "opened", "protected", "refuse_empty"]

_NOTHING = b" \n\t\r\xef\xbb\xbf\xe2\x80\x8b\xc2\xa0"


def opened(raw: bytes, name: str, kind: str) -> Package:
    """The parts of the file. Raises InputError for one that is empty or no such package."""
    refuse_empty(raw, name)
    return Package(raw, lambda reason: damaged(name, kind, reason))


def refuse_empty(raw: bytes, name: str) -> None:
    """Raise InputError for a file of nothing but blanks."""
    if not raw.strip(_NOTHING):
        raise InputError(
            f"{name}: holds no text.",
            hint="Check that the article was saved into this file.",
            slug="input-empty",
        )


def damaged(name: str, kind: str, reason: str) -> InputError:
    """The error for a file that is no sound one of its `kind`."""
    return InputError(
        f"{name}: is no sound {kind}: {reason}.",
        hint="Open it in its own program and save it again, or save it as .docx or .txt.",
        slug="input-damaged",
    )


def protected(name: str, how: str) -> InputError:
    """The error for a file that cannot be looked into."""
    return InputError(
        f"{name}: {how}.",
        hint="Open it in Word or LibreOffice and save it as .docx, without a password.",
        slug="input-protected",
    )
