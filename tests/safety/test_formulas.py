"""Nothing that we write runs in a spreadsheet, and nothing is lost by that."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.spreadsheet import guarded, meant
from exports.unit_lists import CsvUnits
from translate.memory.unit import MemoryUnit

STARTS = ("=", "+", "-", "@", "\t", "\r")


@given(st.text(alphabet="'=+-@\t\ra", max_size=6))
def test_a_guarded_text_is_no_formula_and_comes_back_as_it_was(text: str) -> None:
    assert not guarded(text).startswith(STARTS)
    assert meant(guarded(text)) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "-2+3|cmd", "+1", "\t=1", "'=1", "'kata'", "a"]
)
def test_units_in_csv_are_no_formulas_and_come_back_as_they_were(text: str) -> None:
    unit = MemoryUnit("id", "en", text, text, author=text, note=text)
    data = CsvUnits().write([unit])
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    assert not any(cell.startswith(STARTS) for cell in cells)
    assert CsvUnits().read(data) == [unit]
