"""The page of limits is what the code holds."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent.parent / "docs" / "limits.md"
ROWS = re.findall(r"\| ([\d,]+)(?: bytes)? \| `([\w.]+)\.(\w+)` \|$", PAGE.read_text("utf-8"), re.M)


def test_the_page_has_rows() -> None:
    assert len(ROWS) == PAGE.read_text("utf-8").count("\n|") - 2


@pytest.mark.parametrize(("told", "module", "name"), ROWS, ids=[row[1] for row in ROWS])
def test_each_limit_is_as_the_page_says(told: str, module: str, name: str) -> None:
    assert getattr(import_module(module), name) == int(told.replace(",", ""))
