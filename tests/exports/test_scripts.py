"""Scripts that are not Latin: direction, fonts, upright letters, words."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from sample_bitext import bitext

from exports.docx import DocxExporter
from exports.docx.rows import LABEL
from exports.docx.wml import Element, w
from exports.scripts import fonts, right_to_left, words
from translate.look import Arrangement, Look

LOOKS = [Look(), Look(arrangement=Arrangement.STACKED)]


def parts(lang: str, look: Look) -> tuple[Element, str]:
    sample = bitext()
    document = replace(sample.document, source_lang=lang)
    data = DocxExporter().dressed(look).render(replace(sample, document=document))
    with ZipFile(BytesIO(data)) as archive:
        main = etree.fromstring(archive.read("word/document.xml"))
        return main, archive.read("word/styles.xml").decode()


def texts(main: Element, lang: str) -> list[Element]:
    """The texts of the review table whose runs are of a language."""
    table = list(main.iter(w("tbl")))[1]
    return [
        p
        for p in table.iter(w("p"))
        if p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) != LABEL
        and any(
            mark.get(w("val")) == lang for mark in p.findall(f"{w('r')}/{w('rPr')}/{w('lang')}")
        )
    ]


@pytest.mark.parametrize("look", LOOKS, ids=["side", "stacked"])
def test_an_arabic_source_runs_from_right_to_left_and_its_translation_does_not(look: Look) -> None:
    main, _ = parts("ar", look)
    sources, targets = texts(main, "ar-SA"), texts(main, "en-US")
    assert len(sources) == 9
    for paragraph in sources:
        assert paragraph.find(f"{w('pPr')}/{w('bidi')}") is not None
        for run in paragraph.iter(w("r")):
            assert run.find(f"{w('rPr')}/{w('rtl')}") is not None
    assert targets
    assert not any(p.find(f"{w('pPr')}/{w('bidi')}") is not None for p in targets)


def test_the_rule_of_a_quotation_stands_where_its_lines_begin() -> None:
    main, _ = parts("ar", Look())
    sides = [[line.tag for line in rule] for rule in main.iter(w("pBdr"))]
    assert sides == [[w("left"), w("right")]]


def test_paragraph_properties_come_in_the_order_of_the_schema() -> None:
    order = ["pStyle", "keepNext", "pBdr", "shd", "bidi", "ind", "outlineLvl", "rPr"]
    for look in LOOKS:
        main, _ = parts("ar", look)
        for properties in main.iter(w("pPr")):
            names = [etree.QName(child).localname for child in properties]
            assert names == sorted(names, key=order.index)


@pytest.mark.parametrize(
    ("lang", "east", "complex_"),
    [
        ("id", "Microsoft YaHei", "Arial"),
        ("zh", "Microsoft YaHei", "Arial"),
        ("zh-TW", "Microsoft JhengHei", "Arial"),
        ("ja", "Yu Gothic", "Arial"),
        ("ko", "Malgun Gothic", "Arial"),
        ("th", "Microsoft YaHei", "Leelawadee UI"),
    ],
)
def test_each_language_gets_a_font_that_has_its_letters(
    lang: str, east: str, complex_: str
) -> None:
    assert fonts((lang, "en")) == (east, complex_)
    _, styles = parts(lang, Look())
    assert f'w:eastAsia="{east}" w:cs="{complex_}"' in styles


def test_chinese_is_never_slanted() -> None:
    main, _ = parts("zh", Look())
    runs = [run for p in texts(main, "zh-CN") for run in p.iter(w("r"))]
    assert runs
    assert {run.find(f"{w('rPr')}/{w('i')}").get(w("val")) for run in runs} == {"0"}


@pytest.mark.parametrize(
    ("text", "count"), [("Satu dua.", 2), ("四国同意", 4), ("JSSC 将在2024", 4), ("", 0)]
)
def test_words_are_counted_as_word_counts_them(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("lang", "expected"), [("ar", True), ("he-IL", True), ("fa", True), ("id", False)]
)
def test_the_direction_goes_by_language(lang: str, expected: bool) -> None:
    assert right_to_left(lang) is expected
