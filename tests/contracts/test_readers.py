"""What every registered reader must do, whoever wrote it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packed_files import epub_of, odt_of
from word_files import documents

from translate import registry
from translate.errors import InputError
from translate.languages import load_language
from translate.model import Document
from translate.readers import reader_for

ID = load_language("id")
NAMES = [name for name in registry.names(registry.READERS) if name != "rtf"]  # asks LibreOffice
PACKED = {"docx": documents, "odt": odt_of, "epub": epub_of}
"""Readers of files that are no text, and what makes such a file of paragraphs."""
ARTICLE = """Warga Menolak Jalan Baru
Jan 16, 2022 08:40 Asia/Jakarta

Warga desa menolak rencana itu. Mereka berkumpul di balai desa.

"Kami tidak diajak bicara," kata Rahmat.
"""
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@pytest.fixture(params=NAMES)
def reader(request: pytest.FixtureRequest):
    return registry.load(registry.READERS, request.param)()


def as_file(reader, text: str) -> bytes:
    """A file of the reader's format that holds this text."""
    make = PACKED.get(reader.name)
    return make([line for line in text.splitlines() if line]) if make else text.encode()


def obeys(document: Document) -> None:
    assert document.blocks
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
    assert re.fullmatch(r"[0-9a-f]{16}", document.id)
    assert document.title
    last = 0
    for block in document.blocks:
        assert block.text.strip() == block.text != ""
        assert not ILLEGAL.search(block.text)
        assert "\n" not in block.text
        assert 1 <= block.lines[0] <= block.lines[1]
        assert block.lines[0] >= last
        last = block.lines[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_bears_the_name_it_is_registered_under(name: str) -> None:
    assert registry.load(registry.READERS, name).name == name


def test_suffixes_are_lower_case_and_lead_to_their_reader(reader) -> None:
    assert reader.suffixes
    for suffix in reader.suffixes:
        assert re.fullmatch(r"\.[a-z0-9]+", suffix)
        assert type(reader_for(suffix)) is type(reader)


def test_an_article_becomes_blocks_in_order(reader) -> None:
    document = reader.read(as_file(reader, ARTICLE), "warga.x", ID)
    obeys(document)
    assert document.title == "Warga Menolak Jalan Baru"
    assert " ".join(b.text for b in document.blocks).split() == ARTICLE.split()
    assert document.metadata["encoding"] == "utf-8"
    assert document.source_lang == "id"


def test_the_id_follows_the_content_alone(reader) -> None:
    first = reader.read(as_file(reader, ARTICLE), "a.x", ID)
    assert reader.read(as_file(reader, ARTICLE), "b.x", ID).id == first.id
    assert reader.read(as_file(reader, ARTICLE.replace("\n", "\r\n")), "a.x", ID).id == first.id
    assert reader.read(as_file(reader, ARTICLE.replace("desa", "kota")), "a.x", ID).id != first.id


@pytest.mark.parametrize("raw", [b"", b" \n\t \r\n", b"\xef\xbb\xbf", "\u200b\u00a0".encode()])
def test_a_file_without_text_is_refused(reader, raw: bytes) -> None:
    with pytest.raises(InputError) as caught:
        reader.read(raw, "kosong.x", ID)
    assert caught.value.slug == "input-empty"
    assert "kosong.x" in caught.value.message


def test_characters_that_no_document_may_hold_are_left_out_and_noted(reader) -> None:
    if reader.name in PACKED:
        pytest.skip("no such character can be in a file of this format")
    document = reader.read("Satu\x01 dua\x0c tiga\u200b empat.\n".encode() * 9, "a.x", ID)
    obeys(document)
    assert any("control character" in note for note in document.notes)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.binary(max_size=120)
    | st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
def test_any_bytes_give_a_document_or_one_clear_error(name: str, raw: bytes) -> None:
    reader = registry.load(registry.READERS, name)()
    refused: InputError | None = None
    try:
        obeys(reader.read(raw, "a.x", ID))
    except InputError as error:
        refused = error
    slugs = {"input-empty", "input-binary", "input-no-article", "input-damaged", "input-protected"}
    assert refused is None or (refused.slug in slugs and refused.hint)
