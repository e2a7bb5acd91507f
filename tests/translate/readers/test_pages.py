"""Saved pages and files of many shapes come out block by block as an editor would want them.

`tests/pages/NAME.EXT` stands beside `NAME.blocks`: a line for each block, its kind and its text;
headings and list items below the first level as `heading:2`, cells as `cell:1.2.3` (table, row,
column). Lines with `@` are fields of the metadata that must be told so.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.model import Block, Document, Kind
from translate.readers import read

PAGES = Path(__file__).parents[2] / "pages"
FILES = sorted(path for path in PAGES.iterdir() if path.suffix != ".blocks")


def line(block: Block) -> str:
    kind = block.kind.value
    if block.cell:
        kind += ":" + ".".join(map(str, block.cell))
    elif block.level > 1 or (block.level and block.kind not in (Kind.HEADING, Kind.LIST_ITEM)):
        kind += f":{block.level}"
    return f"{kind} {block.text}"


def told(document: Document, wanted: list[str]) -> list[str]:
    names = [field.partition(":")[0] for field in wanted if field.startswith("@")]
    fields = [f"{name}: {document.metadata.get(name[1:], '')}" for name in names]
    return [*fields, *(line(block) for block in document.blocks)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_page_comes_out_as_expected(path: Path) -> None:
    wanted = path.with_suffix(".blocks").read_text("utf-8").splitlines()
    found = told(read(str(path), source_lang="id"), wanted)
    assert found == wanted


def test_there_are_thirty_pages_of_different_shape() -> None:
    assert len(FILES) >= 30
    assert sum(path.suffix not in (".txt", ".md") for path in FILES) >= 20
