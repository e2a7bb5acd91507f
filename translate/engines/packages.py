"""Argos packages: where they lie, what they say of themselves, and opening one by pair or path."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from translate.engines.routes import route
from translate.errors import ModelError

EMBEDDED = Path(__file__).parent.parent / "models"


@dataclass(frozen=True, slots=True)
class Found:
    """A package folder with what its metadata says; `place` is embedded, installed or given."""

    path: Path
    place: str
    source_lang: str
    target_lang: str
    version: str
    markup: tuple[str, str] | None

    @property
    def pair(self) -> str:
        """The language pair, as in ``id→en``."""
        return f"{self.source_lang}→{self.target_lang}"

    def fingerprint(self) -> str:
        """The first 12 hex digits of the SHA-256 over the model's weights and pieces."""
        digest = hashlib.sha256()
        for name in ("model/model.bin", "sentencepiece.model", "bpe.model"):
            if (self.path / name).is_file():
                with (self.path / name).open("rb") as file:
                    digest.update(hashlib.file_digest(file, "sha256").digest())
        return digest.hexdigest()[:12]


def argos() -> ModuleType:
    """The module ``argostranslate.package``, imported late because it makes folders in the home.

    Where the home cannot be written, it is pointed to a temporary folder for the import, which is
    deleted again.
    """
    try:
        return importlib.import_module("argostranslate.package")
    except OSError:
        kinds = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
        kept = {kind: os.environ.get(kind) for kind in kinds}
        with tempfile.TemporaryDirectory(prefix="dwibahasa-") as room:
            os.environ |= dict.fromkeys(kinds, room)
            try:
                return importlib.import_module("argostranslate.package")
            finally:
                for kind, value in kept.items():
                    if value is None:
                        del os.environ[kind]
                    else:
                        os.environ[kind] = value


def with_tokenizer(path: Path) -> Any:
    """The package in a folder as Argos opens it; Argos itself reads the metadata in the encoding of
    the locale, which in a plain one is ASCII. Raises what reading and parsing raise."""
    module: Any = argos()
    package = module.IPackage()
    package.load_metadata_from_json(json.loads((path / "metadata.json").read_bytes()))
    pieces = path / "sentencepiece.model"
    if pieces.exists():
        package.tokenizer = module.SentencePieceTokenizer(pieces)
    else:
        pair = (package.from_code, package.to_code)
        package.tokenizer = module.BPETokenizer(path / "bpe.model", *pair)
    return package


def describe(path: Path, place: str) -> Found:
    """Read a package folder's metadata; ModelError if it is not an Argos translation package."""
    try:
        data: Any = json.loads((path / "metadata.json").read_bytes())
        source, target = data["from_code"], data["to_code"]
        marks = data.get("term_markup")
        markup = (str(marks[0]), str(marks[1])) if marks else None
    except FileNotFoundError:
        raise damaged(path, "metadata.json is missing") from None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        raise damaged(path, f"metadata.json is unreadable ({error})") from None
    for needed in ("model/model.bin", "model/config.json"):
        if not (path / needed).is_file():
            raise damaged(path, f"{needed} is missing")
    if not any((path / name).is_file() for name in ("sentencepiece.model", "bpe.model")):
        raise damaged(path, "it has neither sentencepiece.model nor bpe.model")
    return Found(
        path, place, str(source), str(target), str(data.get("package_version", "")), markup
    )


def available() -> tuple[list[Found], list[ModelError]]:
    """All usable packages, those the user installed first, and what is wrong with the others."""
    found: list[Found] = []
    faults: list[ModelError] = []
    installed = [Path(folder) for folder in argos().settings.package_dirs]
    for place, folders in (("installed", installed), ("embedded", [EMBEDDED])):
        for folder in folders:
            for path in _newest_first(folder):
                try:
                    found.append(describe(path, place))
                except ModelError as error:
                    faults.append(error)
    return found, faults


def _newest_first(folder: Path) -> list[Path]:
    """The package folders in a folder; ``1.10`` goes before ``1.9``. Half-made ones are hidden."""
    paths = sorted(folder.iterdir(), reverse=True) if folder.is_dir() else []
    packages = [p for p in paths if (p / "metadata.json").is_file() and not p.name.startswith(".")]
    return sorted(
        packages, key=lambda path: [int(n) for n in re.findall(r"\d+", path.name)], reverse=True
    )


def select(source_lang: str, target_lang: str, given: Sequence[Found] = ()) -> list[Found]:
    """The package for a pair, or the fewest that lead from one language to the other.

    Given packages go before installed ones, and those before the embedded ones. Raises ModelError,
    naming the pairs at hand, if there is no way.
    """
    found, faults = available()
    if way := route([*given, *found], source_lang, target_lang):
        return way
    if faults:
        raise faults[0]
    pairs = ", ".join(sorted({package.pair for package in (*given, *found)})) or "none"
    raise ModelError(
        f"There is no model for {source_lang}→{target_lang}.",
        hint=f"At hand: {pairs}. Get one: dwibahasa models install {source_lang}-{target_lang}, "
        "or from a file: dwibahasa models install FILE.argosmodel",
        slug="no-model",
    )


def damaged(path: Path, why: str) -> ModelError:
    """The error for a package that cannot be used."""
    return ModelError(
        f"The model {path} cannot be used: {why}.",
        hint="Get the package again, or leave out --model to use the embedded one; "
        "'dwibahasa doctor' checks what is installed.",
        slug="damaged-model",
    )
