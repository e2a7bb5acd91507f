"""The clean document: the original file with English in it, and a plain one for other sources."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sample_bitext import bitext
from word_edits import saved_by_office
from word_files import article, body, documents, parts_of, with_notes, zipped

from exports.clean_docx import CleanDocxExporter, with_original
from glossary.store import Glossary
from glossary.term import Span
from translate import pipeline
from translate.engines.argos import open_engine
from translate.engines.echo import EchoEngine
from translate.errors import InputError
from translate.languages import load_language
from translate.model import Bitext, Block, Kind, Run
from translate.readers.office import WordReader

ID = load_language("id")


def translated(data: bytes) -> Bitext:
    document = WordReader().read(data, "artikel.docx", ID)
    (made,) = pipeline.translate(
        [document],
        engine=EchoEngine("id", "nl"),  # of which no list knows a label
        glossary=Glossary(()),
        language=ID,
        options=pipeline.Options(),
        report=lambda *_: None,
    )
    return made


def again(data: bytes) -> tuple[Block, ...]:
    return WordReader().read(data, "artikel.docx", ID).blocks


def clean(made: Bitext) -> bytes:
    return CleanDocxExporter().render(made)


def told(blocks: tuple[Block, ...]) -> list[object]:
    return [
        (b.kind, b.level, b.text, b.cell, [(r.span, r.styles, r.link, r.mark) for r in b.runs])
        for b in blocks
    ]


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def limit(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


FIELD = (
    limit("begin")
    + "<w:r><w:instrText> SEQ Gambar </w:instrText></w:r>"
    + limit("separate")
    + run("3")
    + limit("end")
)
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>' + run(" Sumber.")
NOTED = with_notes(
    body(p(run("Kata"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" itu benar."))),
    NOTE + "</w:p></w:footnote>",
)
CASES = {
    "article": article(),
    "note": NOTED,
    "field": body(p(run("Gambar "), FIELD, run(" Sungai"))),
    "breaks": body(p("<w:r><w:t>Jl. Merdeka 1</w:t><w:br/><w:t>Jakarta</w:t></w:r>")),
    "tabs": body(p("<w:r><w:t>Nomor</w:t><w:tab/><w:t>: 12/B</w:t></w:r>")),
    "number": body(p("<w:r><w:t>1.</w:t><w:tab/><w:t>Pertama sekali.</w:t></w:r>")),
    "soft break": body(p("<w:r><w:t>Mereka</w:t><w:br/><w:t>datang.</w:t></w:r>")),
    "bullet": body(p(run("•  Kapal tiba."))),
    "bold sentence": body(p(run("Satu kata.", "<w:b/>"), run(" Dua kata."))),
    "two looks": body(p(run("Kapal ", "<w:b/>"), run("besar", "<w:i/>"), run(" itu tiba."))),
    "all bold": body(p(run("Semua tebal di sini.", "<w:b/>"))),
}


@pytest.mark.parametrize("data", CASES.values(), ids=CASES)
def test_an_echo_gives_the_same_document_back(data: bytes) -> None:
    assert told(again(clean(translated(data)))) == told(again(data))


LOOKS = st.sampled_from(
    ["", "<w:b/>", "<w:i/>", "<w:color w:val='C00000'/>", "<w:u w:val='single'/>"]
)
WORDS = st.sampled_from(["Kapal", "itu", "tiba.", "di", "Jakarta,", "“besok”", "12", "(lama)", "–"])
ELSE = st.sampled_from(
    [
        "<w:r><w:tab/></w:r>",
        "<w:r><w:br/></w:r>",
        "<w:r><w:drawing/></w:r>",
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>',
        FIELD,
    ]
)
RUNS = st.builds(lambda words, look: run(f" {' '.join(words)} ", look), st.lists(WORDS), LOOKS)
PARAGRAPHS = st.lists(st.lists(RUNS | RUNS | ELSE, max_size=7).map(lambda x: p(*x)), max_size=4)


def bare(data: bytes) -> list[list[str]]:
    """The words of each paragraph; blanks between sentences and capitals of headlines are the
    pipeline's, and the reader goes by them when it divides a paragraph at a tab."""
    return [each.text.casefold().split() for each in docx.Document(BytesIO(data)).paragraphs]


@settings(max_examples=20, deadline=None)
@given(PARAGRAPHS)
@example([p(run(" Kapal Kapal Kapal "), "<w:r><w:tab/></w:r>", run(" itu "))])
def test_whatever_a_paragraph_holds_an_echo_keeps_text_and_things(xml: list[str]) -> None:
    data = body(p(run("Awal kata.")) + "".join(xml))
    back = clean(translated(data))
    assert bare(back) == bare(data)
    before, after = (parts_of(d)["word/document.xml"] for d in (data, back))
    for thing in (b"<w:tab/>", b"<w:br/>", b"<w:drawing/>", b"<w:footnoteReference", b"w:name="):
        assert after.count(thing) == before.count(thing)


def test_all_else_in_the_file_stays_as_it_was() -> None:
    before, after = parts_of(article()), parts_of(clean(translated(article())))
    assert set(before) == set(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {
        "word/document.xml",
        "word/styles.xml",
        "[Content_Types].xml",
        *(name for name in before if name.endswith(".rels")),
    }


def put(made: Bitext, *targets: str) -> Bitext:
    """The same bitext with these targets, and what was carried to the old ones dropped."""
    pairs = zip(made.translations, targets, strict=True)
    return replace(made, translations=tuple(replace(t, target=x, runs=()) for t, x in pairs))


def test_the_text_is_the_target_in_the_look_of_the_source() -> None:
    made = put(translated(body(p(run("Kapal tiba.", "<w:sz w:val='40'/>")))), "The ship arrives.")
    word = docx.Document(BytesIO(clean(made)))
    assert [(r.text, r.font.size.pt) for r in word.paragraphs[0].runs if r.font.size] == [
        ("The ship arrives.", 20.0)
    ]


def test_formatting_lies_where_its_run_was_carried() -> None:
    made = translated(body(p(run("Kapal "), run("besar", "<w:b/>"), run(" tiba."))))
    made = put(made, "The big ship arrives.")
    (one,) = made.translations
    number = made.document.blocks[0].runs[0].number
    made = replace(made, translations=(replace(one, runs=(Run(number, Span(4, 7), ("bold",)),)),))
    word = docx.Document(BytesIO(clean(made)))
    assert [(r.text, bool(r.bold)) for r in word.paragraphs[0].runs] == [
        ("The ", False),
        ("big", True),
        (" ship arrives.", False),
    ]


def test_a_paragraph_without_translation_keeps_its_source() -> None:
    made = put(translated(documents(["Kapal tiba.", "Kapal pergi."])), "", "The ship leaves.")
    assert [b.text for b in again(clean(made))] == ["Kapal tiba.", "The ship leaves."]


def test_tracked_changes_and_comments_do_not_come_back() -> None:
    data = body(
        p(
            run("Satu"),
            '<w:del w:id="1"><w:r><w:delText> dua</w:delText></w:r></w:del>',
            '<w:ins w:id="3">' + run(" tiga.") + "</w:ins>",
            '<w:r><w:commentReference w:id="1"/></w:r>',
        )
    )
    data = zipped(parts_of(data) | {"word/comments.xml": b"<x/>"})
    parts = parts_of(clean(translated(data)))
    assert "word/comments.xml" not in parts
    text = parts["word/document.xml"].decode()
    assert not [mark for mark in ("w:ins", "w:del ", "commentReference", "dua") if mark in text]


def test_a_picture_and_a_bookmark_survive() -> None:
    data = body(
        p(
            '<w:bookmarkStart w:id="5" w:name="tujuan"/>',
            run("Kapal "),
            "<w:r><w:drawing/></w:r>",
            run("tiba."),
            '<w:bookmarkEnd w:id="5"/>',
        )
    )
    text = parts_of(clean(put(translated(data), "The ship arrives.")))["word/document.xml"].decode()
    assert text.count("<w:drawing/>") == 1
    assert 'w:name="tujuan"' in text


def test_a_text_box_reads_the_same_in_old_programs() -> None:
    inner = p(run("Kotak."))
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>"
        f"{inner}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    made = put(translated(body(p(run("Luar."), box))), "Outside.", "The box.")
    text = parts_of(clean(made))["word/document.xml"].decode()
    assert text.count("The box.") == 2
    assert "Kotak" not in text


def test_macros_are_left_out() -> None:
    parts = parts_of(article()) | {"word/vbaProject.bin": b"x"}
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(main, kind)
    after = parts_of(clean(translated(zipped(parts))))
    assert "word/vbaProject.bin" not in after
    assert main in after["[Content_Types].xml"]


def test_a_file_that_has_changed_is_refused() -> None:
    data = article()  # made once: its parts bear the time
    document = translated(data).document
    assert with_original(document, data).original == document.original
    with pytest.raises(InputError) as caught:
        with_original(document, data + b" ")
    assert caught.value.slug == "original-changed"


def test_another_source_becomes_a_plain_document() -> None:
    word = docx.Document(BytesIO(clean(bitext())))
    found = [(x.style.name, x.text) for x in word.paragraphs]
    assert found[0] == ("Title", "Coastal Alliance Closes Its Exercise")
    assert ("Heading 2", "The next step") in found
    assert ("Quote", "We return tomorrow.") in found
    assert ("List Bullet", "The first ship leaves.") in found


def test_tables_links_and_emphasis_of_another_source_are_set() -> None:
    made = translated(article())
    document = replace(made.document, original=None)
    word = docx.Document(BytesIO(clean(replace(made, document=document))))
    (table,) = word.tables
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["Desa", "Warga"],
        ["Maju", "120"],
    ]
    (prose,) = (x for x in word.paragraphs if x.text.startswith("Warga menolak"))
    assert [r.text for r in prose.runs if r.bold] == ["menolak keras"]
    assert [(h.text, h.address) for h in prose.hyperlinks] == [
        ("surat bupati", "https://contoh.example/surat")
    ]


def test_page_furniture_is_left_out() -> None:
    made = bitext()
    blocks = tuple(replace(b, kind=Kind.FURNITURE) for b in made.document.blocks)
    made = replace(made, document=replace(made.document, blocks=blocks))
    assert not any(x.text for x in docx.Document(BytesIO(clean(made))).paragraphs)


@pytest.mark.office
def test_a_file_saved_by_libreoffice_comes_back_in_its_style(tmp_path: Path) -> None:
    data = saved_by_office(article(), tmp_path)
    back = clean(translated(data))
    assert told(again(back)) == told(again(data))
    (tmp_path / "again").mkdir()
    opened = saved_by_office(back, tmp_path / "again")  # it opens, and nothing is lost
    assert [(b.kind, b.text) for b in again(opened)] == [(b.kind, b.text) for b in again(data)]


@pytest.mark.model
def test_the_embedded_model_puts_emphasis_on_the_words_that_render_it() -> None:
    data = body(
        p(
            run("Nelayan di "),
            run("pantai utara", "<w:b/>"),
            run(" menunggu "),
            run("bantuan pemerintah", "<w:i/>"),
            run("."),
        )
    )
    document = WordReader().read(data, "artikel.docx", ID)
    (made,) = pipeline.translate(
        [document],
        engine=open_engine("id", "en"),
        glossary=Glossary(()),
        language=ID,
        options=pipeline.Options(),
        report=lambda *_: None,
    )
    (one,) = made.translations
    shown = {run.styles: run.span.of(one.target).lower() for run in one.runs}
    assert "north" in shown["bold",]
    assert "government" in shown["italic",]
    word = docx.Document(BytesIO(clean(made)))
    assert [r.text.lower() for r in word.paragraphs[0].runs if r.bold] == [shown["bold",]]
