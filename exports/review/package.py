"""Opens a file that a reviewer sent back, and names what is wrong with one that is broken."""

from __future__ import annotations

from translate.errors import InputError
from translate.office.package import Package, is_ole
from translate.office.wml import Element

__all__ = ["damaged", "opened", "saved"]

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = "http://purl.org/dc/terms/"


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


def saved(package: Package) -> tuple[str, str]:
    """Who saved the file last, and when."""
    core = package.core()
    if core is None:
        return "", ""
    author = _content(core, f"{{{_CORE}}}lastModifiedBy")
    return author, _content(core, f"{{{_TERMS}}}modified")


def _content(core: Element, tag: str) -> str:
    element = core.find(tag)
    return "" if element is None else (element.text or "").strip()
