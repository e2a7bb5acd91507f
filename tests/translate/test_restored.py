"""Lost names that rules put back, and those that are left to the ladder."""

from __future__ import annotations

import pytest

from glossary.match import Matches
from glossary.term import Span
from translate import naming
from translate.engines import Candidate
from translate.model import Kind, Segment
from translate.pin import Draft

PAIR = ("id", "en")


def held(source: str, target: str) -> naming.Held:
    segment = Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, len(source)), source)
    (found,) = naming.added([[segment]], [[Matches()]], PAIR, lambda _: False)[0]
    return naming.held(Draft(source, found.hits, Candidate(target, -0.5)), PAIR)


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        # in another order
        (
            "Sidang ditunda, kata Gunawan Darmawan di Fakfak.",
            "The hearing was postponed, according to Darmawan Gunawan in Fakfak.",
            "The hearing was postponed, according to Gunawan Darmawan in Fakfak.",
        ),
        (
            "Perjanjian dilanggar, demikian keterangan Gunawan Effendi.",
            "The deal was broken, said the Effendi's Gunawan's statement.",
            "The deal was broken, said Gunawan Effendi's statement.",
        ),
        # in part
        (
            "Sidang ditunda, kata pengamat Indah Darmawan, Kamis.",
            "The hearing was postponed, observer Darmawan said on Thursday.",
            "The hearing was postponed, observer Indah Darmawan said on Thursday.",
        ),
        (
            "Harga naik, ujar Ketua Umum ISSC Budi Harta Winata.",
            "Prices rose, ISSC chief Harta Winata said.",
            "Prices rose, ISSC chief Budi Harta Winata said.",
        ),
        (
            "Warga tahu Menteri Kelautan Susi Palupiwati menolak.",
            "Residents know that Fisheries Minister Palupiwati refused.",
            "Residents know that Fisheries Minister Susi Palupiwati refused.",
        ),
        # what stands for the rest goes
        (
            "Kapal itu tiba, ujar Gunawan Barata di Jember.",
            "The ship arrived, West Gunawan said in Jember.",
            "The ship arrived, Gunawan Barata said in Jember.",
        ),
        (
            "Kapal itu tiba, menurut juru bicara Bambang Barata di Ambon.",
            "The ship arrived, according to the West Bambang Westa spokesman in Ambon.",
            "The ship arrived, according to the Bambang Barata spokesman in Ambon.",
        ),
        (
            "Kapal itu tiba, kata hendra, ujar Hendra Jatmiko.",
            "The ship arrived, said hendra Jatmiko.",
            "The ship arrived, said hendra Jatmiko.",
        ),
        (
            "Vitor Pereira dipecat oleh pemiliknya.",
            "The Pereira Vitor was fired by its owner.",
            "Vitor Pereira was fired by its owner.",
        ),
        (
            "Itu terjadi pada masa Presiden Joko Widodono.",
            "It was in the time of President Joko Wido's government.",
            "It was in the time of President Joko Widodono's government.",
        ),
        # something else altogether
        (
            "Kapal itu tiba, ujar Dewi Barata di Bandung.",
            "The ship arrived, Westa's spokesman said in Bandung.",
            "The ship arrived, Dewi Barata's spokesman said in Bandung.",
        ),
        (
            "Angka itu naik sejak 1998, katanya di Jember, Jumat (14/6).",
            "The figure has risen since 1998, he said in Genber on Friday (June 14).",
            "The figure has risen since 1998, he said in Jember on Friday (June 14).",
        ),
    ],
)
def test_a_lost_name_comes_back_where_its_place_is_certain(
    source: str, target: str, right: str
) -> None:
    assert held(source, target).draft.free.text == right


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # the capital of a title, of another name, of a day, of a sentence
        ("Kata gubernur Indah Barata, itu wajar.", "That is fair, the Governor said."),
        ("Itu wajar, kata Indah Barata, Senin.", "That is fair, he said on Monday."),
        ("Itu wajar, kata Indah Barata.", "Western, he said, is fair."),
        (
            "Itu wajar, kata Indah Barata di Gedung Serbaguna.",
            "He said so in the Multipurpose Hall.",
        ),
        ("Negara barat setuju, kata Indah Barata.", "The Western countries agree, he said."),
        # a noun that may belong to it
        ("Pada 1994 Gunung Lawesi meletus.", "In 1994 the old Mount Law erupted."),
        ("Itu di kawasan Taman Cikande.", "It is around the Cikande Industrial Region."),
        # two places
        ("Itu wajar, kata Hendra Jatmiko.", "It is fair, said Hendra the observer Jatmiko."),
        ("Itu wajar, kata Indah Barata.", "According to Westa, this is fair, Kalimas said."),
        # a word of the name comes twice in the source
        ("Kota Darmawan dijaga, kata Indah Darmawan.", "Darmawan is guarded, he said."),
        # the beginning of a sentence may be a word or a part of the name
        ("Menurut Indah Barata, itu wajar.", "Westa Indah said it is fair."),
        # nothing stands for it
        ("Itu wajar, kata Indah Barata.", "It is fair, he said."),
    ],
)
def test_a_name_whose_place_is_not_certain_is_left_to_the_ladder(source: str, target: str) -> None:
    before = held(source, target)
    assert before.draft.free.text == target
    assert before.mended == frozenset()


def test_a_name_that_was_put_back_needs_no_ladder() -> None:
    before = held("Kapal itu tiba, ujar Dewi Barata.", "The ship arrived, Westa said.")
    assert before.mended == {"Dewi Barata"}
    assert [hit.wanted for hit in before.draft.hits] == ["Dewi Barata"]
    assert "Dewi Barata said" in before.draft.free.text
