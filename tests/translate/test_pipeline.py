"""Documents go in, complete bitexts come out, in order, whatever else is in the batch."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.store import Glossary, load, merge
from glossary.term import Term
from translate import pipeline
from translate.engines import Engine
from translate.engines.argos import open_engine
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.model import Bitext, Block, Document, Kind, Origin, Outcome, Severity
from translate.readers import read

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def document(*blocks: tuple[Kind, str]) -> Document:
    built = tuple(Block(index, kind, text) for index, (kind, text) in enumerate(blocks))
    return Document("d", blocks[0][1], "id", built)


def run(
    documents: list[Document], engine: Engine, glossary: Glossary | None = None
) -> list[Bitext]:
    return pipeline.translate(
        documents,
        engine=engine,
        glossary=glossary or merge([]),
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
    )


@pytest.fixture(scope="module")
def argos() -> Engine:
    return open_engine("id", "en")


@pytest.fixture(scope="module")
def example() -> Document:
    return read(str(EXAMPLES / "artikel.txt"), source_lang="id")


@pytest.fixture(scope="module")
def istilah() -> Glossary:
    return load(str(EXAMPLES / "istilah.csv"))


def test_every_block_comes_out_in_order(example: Document) -> None:
    (bitext,) = run([example], EchoEngine("id", "en"))
    assert [t.segment.block for t in bitext.translations] == sorted(
        t.segment.block for t in bitext.translations
    )
    for block in example.blocks:
        if any(t.origin is Origin.RULE for t in bitext.of_block(block.index)):
            continue  # a date line, in English whatever the engine
        words = [word for t in bitext.of_block(block.index) for word in t.target.split()]
        assert [w.casefold() for w in words] == block.text.casefold().split()


def test_dates_are_copied_or_put_together_by_rule() -> None:
    (bitext,) = run(
        [
            document(
                (Kind.TITLE, "Pasukan Ditarik"),
                (Kind.METADATA, "(last modified Sun, 16 Jan 2022 01:40:22 GMT )"),
                (Kind.DATELINE, "Selasa, 12 Maret 2024"),
                (Kind.PARAGRAPH, "***"),
            )
        ],
        EchoEngine("id", "en"),
    )
    origins = [t.origin for t in bitext.translations]
    assert origins == [Origin.MACHINE, Origin.COPIED, Origin.RULE, Origin.COPIED]
    assert bitext.translations[2].target == "Tuesday, March 12, 2024"


def test_a_term_in_a_date_line_goes_before_the_rules() -> None:
    glossary = Glossary((Term("Maret", "MARCH"),))
    (bitext,) = run([document((Kind.DATELINE, "12 Maret 2024"))], EchoEngine("id", "en"), glossary)
    assert bitext.translations[0].origin is Origin.MACHINE
    assert [result.hit.wanted for result in bitext.translations[0].hits] == ["MARCH"]


@pytest.mark.parametrize("kind", [Kind.CODE, Kind.FURNITURE])
def test_code_and_page_furniture_are_copied_and_not_doubted(kind: Kind) -> None:
    (bitext,) = run([document((kind, "cetak 12.500 nama"))], EchoEngine("id", "en"))
    assert bitext.translations[0].origin is Origin.COPIED
    assert not bitext.translations[0].findings


def test_a_bare_number_is_not_copied_where_it_would_be_misread() -> None:
    (bitext,) = run([document((Kind.PARAGRAPH, "12.500"))], EchoEngine("id", "en"))
    assert bitext.translations[0].target == "12,500"
    assert not bitext.translations[0].findings


def test_a_sentence_that_comes_twice_is_translated_alike(argos: Engine) -> None:
    sentence = (Kind.PARAGRAPH, "Presiden tiba di Jakarta pada hari Senin.")
    one, two = run([document(sentence, sentence), document(sentence)], argos)
    assert len({t.target for bitext in (one, two) for t in bitext.translations}) == 1


@pytest.mark.model
def test_every_term_of_the_example_is_pinned_or_flagged(
    argos: Engine, example: Document, istilah: Glossary
) -> None:
    (bitext,) = run([example], argos, istilah)
    results = [(t, result) for t in bitext.translations for result in t.hits]
    assert len(results) >= 30
    for translation, result in results:
        if result.outcome is Outcome.PINNED:
            assert result.span is not None
            pinned = result.span.of(translation.target)
            assert pinned.casefold() == result.hit.wanted.casefold()
        else:
            assert any(f.check == "term" for f in translation.findings)
    pinned = sum(result.outcome is Outcome.PINNED for _, result in results)
    assert pinned >= 0.9 * len(results)


@pytest.mark.model
def test_the_alliance_is_pinned_wherever_it_stands(
    argos: Engine, example: Document, istilah: Glossary
) -> None:
    (bitext,) = run([example], argos, istilah)
    alliance = [r for t in bitext.translations for r in t.hits if r.hit.term.acr_source == "DKSB"]
    assert len(alliance) >= 6
    assert all(result.outcome is Outcome.PINNED for result in alliance)


@pytest.mark.model
def test_headlines_and_capitals_are_translated_like_sentences(argos: Engine) -> None:
    headline = "Harga Beras Naik Dua Kali dalam Setahun"
    told = [(Kind.TITLE, headline), (Kind.HEADING, headline.upper())]
    (bitext,) = run([document(*told)], argos)
    title, heading = (t.target for t in bitext.translations)
    assert "Rice" in title
    assert "rises" not in title
    assert heading.isupper()
    assert "RICE" in heading


@pytest.mark.model
def test_addresses_are_copied_without_being_listed(argos: Engine) -> None:
    text = "Daftar di https://contoh.go.id/vaksin_2 atau tulis ke info@contoh.go.id besok."
    (bitext,) = run([document((Kind.PARAGRAPH, text))], argos)
    (translation,) = bitext.translations
    assert "https://contoh.go.id/vaksin_2" in translation.target
    assert "info@contoh.go.id" in translation.target


@pytest.mark.model
def test_no_sentence_of_the_example_is_lost(argos: Engine, example: Document) -> None:
    (bitext,) = run([example], argos)
    assert all(t.target.strip() for t in bitext.translations)
    cut = [f for t in bitext.translations for f in t.findings if f.check in {"cut", "empty"}]
    assert cut == []


@pytest.mark.model
def test_the_batch_around_a_document_does_not_change_it(
    argos: Engine, example: Document, istilah: Glossary
) -> None:
    other = document(
        (Kind.PARAGRAPH, "Harga beras naik karena musim kemarau yang panjang di Jawa.")
    )
    (alone,) = run([example], argos, istilah)
    _, together = run([other, example], argos, istilah)
    assert [t.target for t in alone.translations] == [t.target for t in together.translations]


def test_an_over_long_sentence_is_divided_and_reported() -> None:
    long = "Ia berkata, " + ", ".join(["dan ia pergi ke pasar"] * 200) + "."
    (bitext,) = run([document((Kind.PARAGRAPH, long))], EchoEngine("id", "en"))
    assert len(bitext.translations) > 1
    assert all("divided" in {f.check for f in t.findings} for t in bitext.translations)


def test_an_echoed_sentence_is_flagged_as_untranslated() -> None:
    (bitext,) = run([document((Kind.PARAGRAPH, "Harga beras naik lagi."))], EchoEngine("id", "en"))
    (finding,) = bitext.translations[0].findings
    assert (finding.check, finding.severity) == ("echo", Severity.ERROR)


def test_the_signature_names_tool_model_glossary_and_options(istilah: Glossary) -> None:
    (bitext,) = run([document((Kind.TITLE, "Judul"))], EchoEngine("id", "en"), istilah)
    assert bitext.signature.tool.startswith("dwibahasa 0.")
    assert bitext.signature.engine == "echo"
    assert bitext.signature.glossary == f"istilah.csv {istilah.fingerprint}"
    assert bitext.signature.options == {"beam": 4}


def test_a_sentence_in_the_target_language_is_copied_with_a_remark() -> None:
    text = "The minister said in a statement that the road would be closed."
    told = [(Kind.PARAGRAPH, text), (Kind.PARAGRAPH, "Menteri mengatakan jalan itu ditutup.")]
    (bitext,) = run([document(*told)], EchoEngine("id", "en"))
    first, second = bitext.translations
    assert (first.target, first.origin) == (text, Origin.COPIED)
    assert [(f.check, f.severity) for f in first.findings] == [("language", Severity.INFO)]
    assert second.origin is Origin.MACHINE
