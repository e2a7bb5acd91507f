"""The page of limits is what the code holds, and what settings change."""

from __future__ import annotations

import io
import os
import re
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from word_files import documents

from glossary.limits import LIMITS, limit
from glossary.store import load
from translate.cli.chosen import chosen, limits_for
from translate.cli.reading import read_written
from translate.errors import UserError
from translate.readers import read

PAGE = (Path(__file__).parent.parent.parent / "docs" / "limits.md").read_text("utf-8")
FIXED = re.findall(r"\| ([\d,]+)(?: bytes)? \| `([\w.]+)\.(\w+)` \|$", PAGE, re.M)
ROWS = re.findall(r"\| ([\d,]+)(?: bytes)? \| `limit-(\w+)` \|$", PAGE, re.M)
ARTICLE = "Kapal tiba di pelabuhan.\n"


@pytest.fixture(autouse=True)
def none_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", os.environ.copy())


def test_the_page_has_rows() -> None:
    assert len(ROWS) + len(FIXED) == PAGE.count("\n|") - 4
    assert {name: int(told.replace(",", "")) for told, name in ROWS} == dict(LIMITS)


@pytest.mark.parametrize(("told", "module", "name"), FIXED, ids=[row[1] for row in FIXED])
def test_each_fixed_limit_is_as_the_page_says(told: str, module: str, name: str) -> None:
    assert getattr(import_module(module), name) == int(told.replace(",", ""))


def page(text: str) -> bytes:
    return f"<html><body><p>{text}</p></body></html>".encode()


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()


FILES = {
    "article": ("a.txt", ARTICLE.encode(), 5),
    "page": ("a.html", page(ARTICLE), 10),
    "markdown": ("a.md", ARTICLE.encode(), 5),
    "office": ("a.docx", documents([ARTICLE]), 100),
    "lines": ("a.txt", (ARTICLE * 9).encode(), 3),
    "paragraphs": ("a.docx", documents([ARTICLE] * 9), 3),
    "parts": ("a.docx", documents([ARTICLE]), 3),
    "unpacked": ("a.docx", documents([ARTICLE]), 100),
    "list": ("a.csv", b"source,target\na,b\n", 5),
    "entries": ("a.csv", b"source,target\na,b\nc,d\n", 1),
    "review": ("a.json", b"{}", 1),
}
OPENERS = {".csv": lambda path: load(path), ".json": read_written}


@pytest.mark.parametrize("name", FILES)
def test_a_limit_is_taken_from_the_settings_and_its_message_names_it(
    name: str, tmp_path: Path
) -> None:
    file, data, most = FILES[name]
    path = tmp_path / file
    path.write_bytes(data)
    opener = OPENERS.get(path.suffix, lambda path: read(path, source_lang="id"))
    (tmp_path / "dwibahasa.toml").write_text(f"limit-{name} = {most}\n", "utf-8")
    limits_for([str(path)])
    with pytest.raises(UserError) as told:
        opener(str(path))
    assert f"limit-{name}" in told.value.message + told.value.hint
    os.environ[f"DWIBAHASA_LIMIT_{name.upper()}"] = "1_000_000"  # no number: the file's counts
    assert limit(name) == most
    os.environ[f"DWIBAHASA_LIMIT_{name.upper()}"] = "1000000"
    assert limit(name) == 1_000_000
    if name != "review":
        opener(str(path))


def test_the_settings_of_other_files_do_not_stay(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "dwibahasa.toml").write_text("limit-lines = 7\n", "utf-8")
    chosen({}, [str(tmp_path / "a" / "x.txt")], None)
    assert limit("lines") == 7
    chosen({}, [str(tmp_path / "x.txt")], None)
    assert limit("lines") == LIMITS["lines"]


@pytest.mark.parametrize("value", ["0", "-1", "9999999999999", '"much"', "true", "1.5"])
def test_a_limit_that_makes_no_sense_is_told(value: str, tmp_path: Path) -> None:
    (tmp_path / "dwibahasa.toml").write_text(f"limit-lines = {value}\n", "utf-8")
    with pytest.raises(UserError, match="limit-lines"):
        chosen({}, [str(tmp_path / "x.txt")], None)
