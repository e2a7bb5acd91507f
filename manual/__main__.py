"""`python -m manual`: write the reference and the man page anew."""

from __future__ import annotations

from pathlib import Path

from manual.man import man
from manual.reference import reference

ROOT = Path(__file__).parent.parent

(ROOT / "docs" / "commands.md").write_text(reference(), "utf-8")
(ROOT / "manual" / "dwibahasa.1").write_text(man(), "utf-8")
