"""Bad input: each kind is one clear error that says what to do next."""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile
from pathlib import Path

import pytest

from translate.errors import InputError
from translate.model import Kind
from translate.readers import read


def refused(path: object, **options: int) -> InputError:
    with pytest.raises(InputError) as caught:
        read(str(path), source_lang="id", **options)
    assert caught.value.hint
    assert "\n" not in caught.value.message
    return caught.value


def archive(name: str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr(name, "x" * 50)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("raw", "looks"),
    [
        (b"%PDF-1.7\n...", "a PDF document"),
        (archive("word/document.xml"), "a Word document (DOCX)"),
        (archive("xl/workbook.xml"), "an Excel workbook"),
        (archive("foto.png"), "a zip archive"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document"),
        (b"{\\rtf1 halo}", "an RTF document"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"\n <!DOCTYPE html><html>", "a saved web page (HTML)"),
        (b"kata\x00\x01\x02\x03" * 50, "binary data"),
        (bytes(range(256)) * 40, "binary data"),
    ],
)
def test_a_file_that_is_no_text_is_named_for_what_it_is(
    tmp_path: Path, raw: bytes, looks: str
) -> None:
    path = tmp_path / "artikel.txt"
    path.write_bytes(raw)
    error = refused(path)
    assert error.slug == "input-binary"
    assert looks in error.message


@pytest.mark.parametrize(
    ("raw", "ending"),
    [(archive("word/document.xml"), ".docx"), (b"{\\rtf1 halo}", ".rtf")],
)
def test_a_format_that_can_be_read_needs_only_its_name(
    tmp_path: Path, raw: bytes, ending: str
) -> None:
    path = tmp_path / "artikel.txt"
    path.write_bytes(raw)
    assert ending in (refused(path).hint or "")


def test_a_word_file_may_be_larger_than_a_text(tmp_path: Path) -> None:
    for name, slug in (("a.txt", "input-too-large"), ("a.docx", "input-damaged")):
        with (tmp_path / name).open("wb") as file:
            file.truncate(20_000_001)
            file.write(b"x")
        assert refused(tmp_path / name).slug == slug


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "tidak-ada.txt").slug == "input-missing"


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    assert refused(tmp_path).slug == "input-folder"


def test_a_path_with_a_nul_character_is_an_ordinary_error() -> None:
    assert refused("a\0b.txt").slug == "input-unreadable"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root and Windows may read any file"
)
def test_a_file_without_permission_is_an_ordinary_error(tmp_path: Path) -> None:
    path = tmp_path / "rahasia.txt"
    path.write_text("Rahasia.")
    path.chmod(0)
    assert refused(path).slug == "input-unreadable"


@pytest.mark.parametrize("raw", [b"", b"  \n\t\n"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "kosong.txt"
    path.write_bytes(raw)
    assert refused(path).slug == "input-empty"


def test_fifty_megabytes_in_one_line_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "besar.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    before = time.perf_counter()
    error = refused(path)
    assert time.perf_counter() - before < 1
    assert error.slug == "input-too-large"
    assert "50 MB" in error.message
    assert "20 MB" in error.message


def test_the_limit_can_be_set(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Satu dua tiga.")
    assert refused(path, limit_bytes=5).slug == "input-too-large"
    assert read(str(path), source_lang="id", limit_bytes=14).blocks


def test_too_many_lines_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a\n" * 200_001)
    assert refused(path).slug == "input-too-large"


def test_too_large_a_markdown_file_is_sent_to_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("kata " * 500_000)
    error = refused(path)
    assert error.slug == "input-too-large"
    assert ".txt" in error.hint


def test_an_unknown_suffix_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "artikel.xyz"
    path.write_text("Halo.")
    error = refused(path)
    assert error.slug == "input-format"
    assert ".xyz" in error.message
    assert ".md" in error.hint
    assert ".txt" in error.hint


@pytest.mark.parametrize("name", ["ARTIKEL.TXT", "artikel", "catatan.text"])
def test_suffixes_are_read_in_any_case_and_none_means_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Warga menolak.")
    document = read(str(path), source_lang="id")
    assert document.blocks[0].text == "Warga menolak."
    assert document.metadata["file"] == name


class Stream:
    def __init__(self, raw: bytes) -> None:
        self.buffer = io.BytesIO(raw)


def test_a_hyphen_reads_standard_input_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stream("Café ramai.".encode("cp1252")))
    document = read("-", source_lang="id")
    assert document.blocks[0].text == "Café ramai."
    assert document.blocks[0].kind is Kind.PARAGRAPH
    assert document.metadata["file"] == "standard input"


def test_standard_input_is_limited_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stream(b"a" * 100))
    assert refused("-", limit_bytes=99).slug == "input-too-large"
