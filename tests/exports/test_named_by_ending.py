"""Formats may be asked for by the ending of their files."""

from __future__ import annotations

import pytest

from translate.errors import UsageError
from translate.registry import exporter


@pytest.mark.parametrize(
    ("asked", "name"),
    [("md", "markdown"), ("txt", "text"), ("xlf", "xliff"), ("docx", "docx"), ("html", "html")],
)
def test_an_exporter_is_known_by_name_or_ending(asked: str, name: str) -> None:
    assert exporter(asked).name == name


def test_an_unknown_one_is_refused_with_the_known_names() -> None:
    with pytest.raises(UsageError, match="no exporter named 'pdf'") as caught:
        exporter("pdf")
    assert "markdown" in caught.value.hint
