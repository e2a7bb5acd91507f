"""Opens a file that a reviewer sent back, and names what is wrong with one that is broken."""

from __future__ import annotations

from translate.errors import InputError
from translate.office.package import Package, is_ole

__all__ = ["damaged", "opened"]


def opened(data: bytes) -> Package:
    """The parts of a review file. Raises InputError ``review-encrypted`` or ``review-damaged``."""
    if is_ole(data):
        raise InputError(
            "This Word file is protected by a password, or of the format before 2007.",
            hint="Open it in Word, remove the password, and save it as .docx.",
            slug="review-encrypted",
        )
    package = Package(data, damaged)
    if any(name.endswith("vbaProject.bin") for name in package.all_names()):
        raise damaged("it holds macros, which no review file was sent with")
    return package


def damaged(reason: str) -> InputError:
    """The error for a file that is broken: `reason` completes the sentence."""
    return InputError(
        f"This review file is damaged: {reason}.",
        hint="Ask the reviewer to save it again as .docx in Word or LibreOffice.",
        slug="review-damaged",
    )
