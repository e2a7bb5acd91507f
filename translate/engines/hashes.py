"""The hashes of a package's files, written down when it is installed and compared when asked."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

NAME = "hashes.json"


def of_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below `folder` but the list itself, by its path with slashes."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != NAME and "__pycache__" not in path.parts:
            with path.open("rb") as file:
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def write(folder: Path, origin: Mapping[str, str]) -> None:
    """Write the list into the folder; `origin` says where the package came from."""
    data = {"algorithm": "sha256", **origin, "files": of_files(folder)}
    (folder / NAME).write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")


def read(folder: Path) -> dict[str, Any] | None:
    """The list of a package; None if there is none, or none that can be understood."""
    try:
        data: Any = json.loads((folder / NAME).read_bytes())
    except (OSError, ValueError):
        return None
    understood = isinstance(data, dict) and isinstance(data.get("files"), dict)
    return data if understood else None


def of_distribution(folder: Path) -> dict[str, str]:
    """What pip wrote down of the files below `folder` when it installed dwibahasa itself.

    Empty where it runs from a source tree.
    """
    try:
        known = files("dwibahasa") or []
    except PackageNotFoundError:
        return {}
    recorded: dict[str, str] = {}
    for file in known:
        path = Path(str(file.locate()))
        if file.hash and file.hash.mode == "sha256" and path.is_relative_to(folder):
            digest = base64.urlsafe_b64decode(file.hash.value + "=")
            recorded[path.relative_to(folder).as_posix()] = digest.hex()
    return recorded


def differences(folder: Path, recorded: Mapping[str, str]) -> list[str]:
    """What is not as it was written down, one line a file; empty if all is well."""
    now = of_files(folder)
    return [
        *(f"{name} is missing" for name in recorded if name not in now),
        *(
            f"{name} has changed"
            for name in recorded
            if now.get(name, "") not in ("", recorded[name])
        ),
        *(f"{name} has been added" for name in now if name not in recorded),
    ]
