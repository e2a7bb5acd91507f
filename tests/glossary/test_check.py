"""`flaws` names what would go wrong with a list, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.check import flaws
from glossary.formats.rows import ID_EN
from glossary.store import load, read_entries

HEADER = "source,target,acr_source,acr_target,status,priority\n"


def found(folder: Path, data: str) -> list[tuple[str, bool, str]]:
    path = folder / "a.csv"
    path.write_text(HEADER + data, "utf-8")
    return [(f.kind, f.serious, f.where) for f in flaws(read_entries(str(path)), ID_EN)]


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        ("kudeta,coup,,,,\nrapat|sidang,meeting,,,,\n", []),
        ("kudeta,coup,,,,\nkudeta,putsch,,,,\n", [("conflict", True, "a.csv:3")]),
        ("kudeta,coup,,,,\nkudeta,coup,,,forbidden,\n", [("conflict", True, "a.csv:3")]),
        ("Pakta Selatan,South,PS,SP,,\nPartai Sosial,Social,PS,PSoc,,\n",
         [("acronym", True, "a.csv:3")]),
        ("Pakta Selatan,South,PS,SP,,\nPS,postscript,,,,\n", [("acronym", True, "a.csv:2")]),
        ("kudeta,coup,,,,\nkudeta,coup,,,,\n", [("duplicate", False, "a.csv:3")]),
        ("kudeta,coup,,,,\nkudeta,putsch,,,,60\n", [("unreachable", False, "a.csv:2")]),
        ("contoh.com,example,,,,\n", [("unreachable", False, "a.csv:2")]),
        ("yang,which,,,,\n", [("useless", False, "a.csv:2")]),
        ("dari|ke pada,of,,,,\n", [("useless", False, "a.csv:2")]),
        ("…,dots,,,,\n", [("useless", False, "a.csv:2")]),
        ("Jambyl,Jambyl,,,,\n", [("useless", False, "a.csv:2")]),
        ("Jambyl,Jambyl,,,dnt,\n", []),
        ("kudeta,,,,admitted,\n", [("useless", False, "a.csv:2")]),
        ("kudeta,coup\nkudeta,coup,,,x,\n", [("line", True, ""), ("line", True, "")]),
    ],
)  # fmt: skip
def test_each_flaw_is_named(tmp_path: Path, data: str, kinds: list[tuple[str, bool, str]]) -> None:
    assert found(tmp_path, data) == kinds


def test_function_words_are_left_out_and_told_where_a_list_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("source,target\nyang,which\nDI,DI region\nkudeta,coup\n", "utf-8")
    glossary = load(str(path))
    assert [t.source for t in glossary.terms] == ["DI", "kudeta"]
    assert glossary.warnings == ("a.csv:2: “yang” is a function word and was left out.",)


def test_an_acronym_with_two_meanings_is_told_where_a_list_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEADER + "Pakta Selatan,South,PS,SP,,\nPartai Sosial,Social,PS,PSoc,,\n")
    assert load(str(path)).warnings == (
        "The acronym “PS” is “PSoc” in a.csv:3, but “SP” in a.csv:2, which is used.",
    )
