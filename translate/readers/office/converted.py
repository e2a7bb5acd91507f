"""Reads RTF and old Word files by having the user's LibreOffice turn them into DOCX.

LibreOffice runs by itself, with a profile of its own that is thrown away: no macro runs, nothing
is fetched, and an open LibreOffice is not disturbed.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from translate.errors import InputError
from translate.languages import Language
from translate.model import Document
from translate.office.package import is_ole
from translate.readers.office import word
from translate.readers.office.opening import damaged, protected, refuse_empty

__all__ = ["read"]

_PROGRAMS = ("soffice", "libreoffice")
_PATIENCE = 180  # seconds
_RTF = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def read(raw: bytes, name: str, language: Language) -> Document:
    """The document in `raw`; raises InputError as `ConvertedReader.read` says."""
    refuse_empty(raw, name)
    if raw.startswith(b"PK"):
        return word.read(raw, name, language)  # a DOCX under an old name
    if is_ole(raw) and _LOCKED in raw:
        raise protected(name, "is protected by a password")
    if not is_ole(raw) and not raw.lstrip().startswith(_RTF):
        raise damaged(name, "RTF or Word file", "it begins like neither")
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise InputError(
            f"{name}: only LibreOffice can read this format, and it is not installed.",
            hint="Install LibreOffice, or save the article as .docx, .odt or .txt.",
            slug="input-no-converter",
        )
    found = word.read(_converted(raw, name, program), name, language)
    return replace(found, original=None)  # what was read is no file of the user's


def _converted(raw: bytes, name: str, program: str) -> bytes:
    """The DOCX that LibreOffice makes of the file."""
    with tempfile.TemporaryDirectory(prefix="dwibahasa-") as folder:
        base = Path(folder)
        (base / "profile" / "user").mkdir(parents=True)
        settings = base / "profile" / "user" / "registrymodifications.xcu"
        settings.write_text(_PROFILE, "utf-8")
        source = base / f"article{'.doc' if is_ole(raw) else '.rtf'}"
        source.write_bytes(raw)
        command = [
            program,
            f"-env:UserInstallation={(base / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", "docx", "--outdir", str(base / "out")),
            str(source),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
            return (base / "out" / "article.docx").read_bytes()
        except subprocess.TimeoutExpired:
            raise damaged(name, "document", "LibreOffice did not finish with it") from None
        except OSError:
            raise damaged(name, "document", "LibreOffice cannot open it") from None
