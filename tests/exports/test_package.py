"""Hostile and broken review files: one clear error each, never a crash."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from sample_bitext import bitext

from exports.docx import DocxExporter
from exports.review import read_review
from translate.errors import InputError


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with ZipFile(BytesIO(DocxExporter().render(bitext()))) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return result.getvalue()


def slug(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_review(data)
    assert caught.value.hint
    return caught.value.slug


def test_a_file_protected_by_a_password_says_so() -> None:
    assert slug(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512) == "review-encrypted"


@pytest.mark.parametrize("data", [b"", b"PK", b"no archive at all", b"PK\x03\x04" + b"\0" * 60])
def test_what_is_no_archive_is_damaged(data: bytes) -> None:
    assert slug(data) == "review-damaged"


def test_half_a_file_is_damaged(parts: dict[str, bytes]) -> None:
    data = zipped(parts)
    assert slug(data[: len(data) // 2]) == "review-damaged"


def test_a_flipped_byte_inside_a_part_is_damaged(parts: dict[str, bytes]) -> None:
    data = bytearray(zipped(parts))
    place = data.index(b"word/document.xml") + 400
    data[place] ^= 0xFF
    assert slug(bytes(data)) == "review-damaged"


def test_an_ordinary_word_file_is_foreign() -> None:
    data = BytesIO()
    docx.Document().save(data)
    assert slug(data.getvalue()) == "review-foreign"


BROKEN = {
    "_rels/.rels": b"<Relationships/>",
    "word/document.xml": b"<w:document",
    "customXml/item1.xml": b'<review xmlns="urn:dwibahasa:review:1"><part>{</part></review>',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_part_is_damaged(parts: dict[str, bytes], name: str) -> None:
    assert slug(zipped(parts | {name: BROKEN[name]})) == "review-damaged"


def test_a_missing_main_part_is_damaged(parts: dict[str, bytes]) -> None:
    rest = {name: data for name, data in parts.items() if name != "word/document.xml"}
    assert slug(zipped(rest)) == "review-damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_any_entity_is_expanded(
    parts: dict[str, bytes], encoding: str
) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x y="&b;">&b;</x>'
    assert slug(zipped(parts | {"word/document.xml": laughs.encode(encoding)})) == "review-damaged"


def test_a_part_that_unpacks_to_far_more_than_the_file_is_refused(
    parts: dict[str, bytes],
) -> None:
    assert slug(zipped(parts | {"word/media/bomb": b"\0" * (80 * 1024**2)})) == "review-damaged"


def test_too_many_parts_are_refused(
    parts: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DWIBAHASA_LIMIT_PARTS", str(len(parts) - 1))
    assert slug(zipped(parts)) == "review-damaged"


def test_deeply_nested_xml_is_no_danger(parts: dict[str, bytes]) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = f"<w:document {space}>" + "<w:tbl><w:tr><w:tc>" * 600
    deep += "</w:tc></w:tr></w:tbl>" * 600 + "</w:document>"
    review = read_review(zipped(parts | {"word/document.xml": deep.encode()}))
    assert review.rows == ()
    assert len(review.missing) == 9
