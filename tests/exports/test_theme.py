"""A theme file colours the pages; what it asks for wrongly is an error that names the key."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_bitext import bitext

from exports.docx import DocxExporter
from exports.docx.wml import w
from translate.look import Look
from translate.look.picture import picture
from translate.look.theme import COLOURS, CONTRAST, Theme, contrast, weak
from translate.look.theme_file import ThemeError, read_theme


def png(width: int = 40, height: int = 20) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (min(width, 64) + 1) * min(height, 64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 40, height: int = 20) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"ours"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 8, 8, height, width, 0)
    return b"\xff\xd8" + comment + frame + b"\xff\xd9"


def written(folder: Path, text: str) -> Path:
    path = folder / "theme.toml"
    path.write_text(text, encoding="utf-8")
    return path


FULL = """
[organisation]
name = "Lembaga Selat"
logo = "logo.png"
footer = "Working paper"

[colours]
accent = "#5b2a6e"

[fonts]
text = "Georgia"
headings = "Verdana"
east-asian = "SimSun"
complex = "Times New Roman"

[sizes]
text = 11
headline = 24
"""


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    (tmp_path / "logo.png").write_bytes(png())
    return read_theme(written(tmp_path, FULL))


def test_every_key_of_a_theme_is_read(theme: Theme) -> None:
    assert theme.colours["accent"] == "5B2A6E"
    assert theme.colours["ink"] == COLOURS["ink"]
    assert (theme.font, theme.headings) == ("Georgia", "Verdana")
    assert (theme.east_asian, theme.complex_script) == ("SimSun", "Times New Roman")
    assert (theme.text, theme.headline) == (11, 24)
    assert (theme.organisation, theme.footer) == ("Lembaga Selat", "Working paper")
    assert theme.logo is not None
    assert (theme.logo.form, theme.logo.width, theme.logo.height) == ("png", 40, 20)


def test_the_example_can_be_read() -> None:
    example = Path(__file__).parents[2] / "examples" / "theme.toml"
    assert read_theme(example).organisation == "Lembaga Kajian Selat"


def test_an_empty_theme_changes_nothing(tmp_path: Path) -> None:
    assert read_theme(written(tmp_path, "")) == Theme()


@pytest.mark.parametrize(
    ("text", "slug", "told"),
    [
        ("[colours\n", "theme-unreadable", "line 1"),
        ("[colour]\n", "theme-key", "line 1: colour is unknown"),
        ('\n[colours]\nacent = "#000000"\n', "theme-key", "line 3: colours.acent is unknown"),
        ('[colours]\naccent = "red"\n', "theme-value", "line 2: colours.accent is no colour"),
        ("[colours]\naccent = 1\n", "theme-value", "colours.accent is no colour"),
        ('[colours]\naccent = "#FFCC00"\n', "theme-contrast", "line 2: colours.accent"),
        ('[colours]\nband = "#333333"\n', "theme-contrast", "line 2: colours.band"),
        ('[fonts]\ntext = "a;b"\n', "theme-value", "line 2: fonts.text is no name of a font"),
        ("[sizes]\ntext = 40\n", "theme-value", "line 2: sizes.text is no size"),
        ("[sizes]\ntext = true\n", "theme-value", "sizes.text is no size"),
        ("[sizes]\ntext = nan\n", "theme-value", "sizes.text is no size"),
        ('[organisation]\nname = "a\\nb"\n', "theme-value", "organisation.name is no line"),
        ("organisation = 3\n", "theme-value", "line 1: organisation is no section"),
        ('[organisation]\nlogo = "no.png"\n', "theme-unreadable", "no.png cannot be read"),
        ('[organisation]\nlogo = "theme.toml"\n', "theme-logo", "which is no picture"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_key(
    tmp_path: Path, text: str, slug: str, told: str
) -> None:
    with pytest.raises(ThemeError) as caught:
        read_theme(written(tmp_path, text))
    assert caught.value.slug == slug
    assert told in caught.value.message
    assert caught.value.hint


def test_a_key_that_is_nearly_right_is_suggested(tmp_path: Path) -> None:
    with pytest.raises(ThemeError) as caught:
        read_theme(written(tmp_path, '[colours]\nacent = "#000000"\n'))
    assert "accent" in caught.value.hint


def test_a_logo_of_more_than_two_megabytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png() + b"\0" * 2 * 1024 * 1024)
    with pytest.raises(ThemeError, match="larger than 2,048 KB"):
        read_theme(written(tmp_path, '[organisation]\nlogo = "logo.png"\n'))


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(300, 90), ("png", 300, 90)),
        (jpeg(300, 90), ("jpeg", 300, 90)),
        (png(0, 90), None),
        (png(30_000, 90), None),
        (png()[:-14], None),
        (jpeg()[:-2], None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_pictures_are_known_by_their_bytes(data: bytes, size: tuple[str, int, int] | None) -> None:
    found = picture(data)
    assert (found and (found.form, found.width, found.height)) == size


@given(st.binary(max_size=200))
def test_no_bytes_bring_the_reader_of_pictures_down(tail: bytes) -> None:
    for head in (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"):
        found = picture(head + tail + b"\xff\xd9IEND")
        assert found is None or (found.width > 0 and found.height > 0)


def test_the_built_in_colours_can_all_be_read() -> None:
    assert list(weak(COLOURS)) == []
    assert contrast("777777", "FFFFFF") < CONTRAST


def test_the_document_wears_the_theme(theme: Theme) -> None:
    data = DocxExporter().dressed(Look(theme=theme)).render(bitext())
    assert DocxExporter().dressed(Look(theme=theme)).render(bitext()) == data
    with ZipFile(BytesIO(data)) as archive:
        assert archive.read("word/media/logo.png") == png()
        styles = archive.read("word/styles.xml").decode()
        main = archive.read("word/document.xml").decode()
    assert 'w:ascii="Georgia"' in styles
    assert 'w:ascii="Verdana"' in styles
    assert COLOURS["accent"] not in styles + main
    assert "5B2A6E" in styles
    assert "5B2A6E" in main
    word = docx.Document(BytesIO(data))
    assert [style.font.size.pt for style in (word.styles["heading 1"],)] == [24]
    section = word.sections[0]
    assert section.first_page_header.paragraphs[0].text.strip() == "Lembaga Selat"
    assert len(list(section.first_page_header._element.iter(w("drawing")))) == 1
    assert section.footer.paragraphs[-1].text == "Working paper"
