"""The record at the head of a bundle: what is in it, under which names, with which hashes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from translate.errors import InputError

__all__ = ["FOLDER", "MODELS", "NAME", "SETTINGS", "Entry", "damaged", "parse", "written"]

NAME = "bundle.json"
FORMAT = "dwibahasa.bundle/1"
MODELS = "models"  # below it a folder a model
FOLDER = "folder"  # below it what goes into the folder of the articles
SETTINGS = f"{FOLDER}/dwibahasa.toml"

_PART = re.compile(r"(?![.])[^\x00-\x1f\x7f/\\:*?\"<>|]{1,120}(?<![. ])")
_DEEPEST = 8
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:[.].*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a bundle: its place, with slashes, its size in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str

    @property
    def model(self) -> str | None:
        """The name of the model that the file belongs to, if it belongs to one."""
        top, name, *rest = self.path.split("/")
        return name if top == MODELS and rest else None


def written(program: str, entries: Iterable[Entry]) -> bytes:
    """The record as JSON; equal contents are equal bytes."""
    told = {"format": FORMAT, "program": program, "files": [asdict(entry) for entry in entries]}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def parse(name: str, data: bytes) -> list[Entry]:
    """The entries of a record. Raises InputError ``bundle-damaged`` for one that makes no sense,
    or names a place where nothing of a bundle belongs."""
    try:
        told: Any = json.loads(data)
        form = told["format"]
        entries = [Entry(str(e["path"]), int(e["size"]), str(e["sha256"])) for e in told["files"]]
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise damaged(name, f"its {NAME} cannot be read") from None
    if form != FORMAT:
        raise damaged(name, f"it is of the kind {str(form)[:40]!a}; this program reads {FORMAT}")
    seen: set[str] = set()
    for entry in entries:
        if not _is_place(entry.path) or entry.path.casefold() in seen:
            raise damaged(name, f"the place {entry.path[:80]!a} is not allowed in it")
        if entry.size < 0 or not _DIGEST.fullmatch(entry.sha256):
            raise damaged(name, f"what it says of {entry.path} makes no sense")
        seen.add(entry.path.casefold())
    # A file where another one needs a folder could not be unpacked.
    folders = {path[:at] for path in seen for at, sign in enumerate(path) if sign == "/"}
    if seen & folders:
        raise damaged(name, f"{min(seen & folders)} is a file and a folder in it")
    return entries


def _is_place(path: str) -> bool:
    """True for a plain path in one of our two folders, on every system."""
    top, *rest = path.split("/")
    # What cannot be printed, such as a change of direction, shows another name than it has.
    fine = (part for part in rest if part.isprintable() and not _DEVICE.fullmatch(part))
    plain = len([part for part in fine if _PART.fullmatch(part)]) == len(rest)
    deep = len(rest) >= (2 if top == MODELS else 1)
    return top in (MODELS, FOLDER) and plain and deep and len(rest) <= _DEEPEST


def damaged(name: str, why: str) -> InputError:
    """The error for a bundle that is broken, or made to do harm."""
    return InputError(
        f"The bundle {name} cannot be used: {why}.",
        hint="Copy it again from where it was made, or have it made anew with "
        "'dwibahasa bundle create'. Nothing was installed.",
        slug="bundle-damaged",
    )
