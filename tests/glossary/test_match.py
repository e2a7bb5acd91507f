"""Terms are found where a reader would see them, and nowhere else."""

from __future__ import annotations

import itertools
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.forms import PLAIN, forms_of
from glossary.match import Matcher
from glossary.plural import inflected, plural
from glossary.store import Glossary
from glossary.term import CaseRule, Form, Status, Term

PACT = Term("Pakta Pertahanan Selatan", "Southern Defence Pact", "PPS", "SDP")
TERMS = (
    PACT,
    Term("Menteri Luar Negeri AS", "US Secretary of State"),
    Term("Menteri Luar Negeri", "Foreign Minister"),
    Term("Amerika Serikat", "United States", "AS", "US"),
    Term("kudeta", "coup"),
    Term("pasukan penjaga", "guard forces"),
    Term("negara", "country"),
    Term("masa", "period"),
    Term("Jambyl", "", status=Status.DNT),
    Term("Al-Qur'an", "Quran"),
    Term("14", "fourteen"),
    Term("rapat|sidang", "meeting"),
    Term("putusan", "verdict", status=Status.ADMITTED),
)
MATCHER = Matcher(Glossary(TERMS))


def timed(text: str) -> float:
    start = perf_counter()
    MATCHER.hits(text)
    return perf_counter() - start


def found(text: str, matcher: Matcher = MATCHER) -> list[tuple[str, str]]:
    return [(hit.span.of(text), hit.wanted) for hit in matcher.hits(text)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        # the longest, from the left
        ("Menteri Luar Negeri AS tiba.", [("Menteri Luar Negeri AS", "US Secretary of State")]),
        ("Menteri Luar Negeri Asing", [("Menteri Luar Negeri", "Foreign Minister")]),
        # never inside another word, a number, an address or a tag
        ("kudetaisme prakudeta KudetaX kudeta_1", []),
        ("14.000 orang, 2,14 persen, 3.14", []),
        ("pada 14 Mei, pukul 14.", [("14", "fourteen"), ("14", "fourteen")]),
        ("https://contoh.id/kudeta info@kudeta.id #kudeta @Jambyl kudeta.com", []),
        # a plural by doubling is another word
        ("negara-negara anggota dan negara-negaranya", []),
        ("negara anggota", [("negara", "country")]),
        # what is joined to a term stays outside
        ("kudetanya kudeta-nya", [("kudeta", "coup"), ("kudeta", "coup")]),
        ("Jambyllah, PPS-lah", [("Jambyl", "Jambyl"), ("PPS", "SDP")]),
        ("anti-kudeta, non-AS, seJambyl", [("kudeta", "coup"), ("AS", "US"), ("Jambyl", "Jambyl")]),
        ("ke Jambyl keJambyl", [("Jambyl", "Jambyl"), ("Jambyl", "Jambyl")]),
        ("masalah", []),
        ("masanya", [("masa", "period")]),
        # capitals
        ("KUDETA Kudeta", [("KUDETA", "COUP"), ("Kudeta", "coup")]),
        ("sama as dengan As", []),
        ("JAMBYL jambyl", [("JAMBYL", "JAMBYL")]),
        ("menteri luar negeri", []),
        ("MENTERI LUAR NEGERI", [("MENTERI LUAR NEGERI", "FOREIGN MINISTER")]),
        # spelling that means nothing
        ("pasukan\u00a0 penjaga", [("pasukan\u00a0 penjaga", "guard forces")]),
        ("pasukan\npenjaga", [("pasukan\npenjaga", "guard forces")]),
        ("ku\u00addeta", [("ku\u00addeta", "coup")]),
        ("Al‑Qur’an", [("Al‑Qur’an", "Quran")]),
        ("Al Qur'an", []),
        ("sidang", [("sidang", "meeting")]),
        # only what is to be inserted
        ("putusan", []),
        ("", []),
    ],
)
def test_hits(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text) == hits


@pytest.mark.parametrize(
    ("text", "here", "form", "wanted"),
    [
        ("Pakta Pertahanan Selatan (PPS)  hingga", "Pakta Pertahanan Selatan (PPS)", Form.BOTH,
         "Southern Defence Pact (SDP)"),
        ("Pakta Pertahanan  Selatan(PPS)", "Pakta Pertahanan  Selatan(PPS)", Form.BOTH,
         "Southern Defence Pact (SDP)"),
        ("Pakta Pertahanan Selatan (PBB)", "Pakta Pertahanan Selatan", Form.LONG,
         "Southern Defence Pact"),
        ("anggota PPS.", "PPS", Form.ACRONYM, "SDP"),
        ("PAKTA PERTAHANAN SELATAN (PPS)", "PAKTA PERTAHANAN SELATAN (PPS)", Form.BOTH,
         "SOUTHERN DEFENCE PACT (SDP)"),
    ],
)  # fmt: skip
def test_long_form_and_acronym_are_one_concept(
    text: str, here: str, form: Form, wanted: str
) -> None:
    (hit,) = MATCHER.hits(text)
    assert (hit.term, hit.span.of(text), hit.form, hit.wanted) == (PACT, here, form, wanted)


def test_an_acronym_without_target_is_copied() -> None:
    matcher = Matcher(Glossary((Term("Pakta Selatan", "Southern Pact", "PS"),)))
    assert found("Pakta Selatan (PS), PS", matcher) == [
        ("Pakta Selatan (PS)", "Southern Pact (PS)"),
        ("PS", "PS"),
    ]


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        (CaseRule.EXACT, ["Sidang Umum"]),
        (CaseRule.AUTO, ["Sidang Umum", "Sidang umum", "SIDANG UMUM"]),
        (CaseRule.ANY, ["Sidang Umum", "Sidang umum", "SIDANG UMUM", "sidang umum", "sidang Umum"]),
    ],
)
def test_the_case_rule_says_which_capitals_match(rule: CaseRule, texts: list[str]) -> None:
    matcher = Matcher(Glossary((Term("Sidang Umum", "General Assembly", case=rule),)))
    every = ["Sidang Umum", "Sidang umum", "SIDANG UMUM", "sidang umum", "sidang Umum"]
    assert [text for text in every if matcher.hits(text)] == texts


def test_of_two_entries_the_higher_priority_wins() -> None:
    low, high = Term("kudeta", "coup"), Term("kudeta", "putsch", priority=60)
    assert found("kudeta", Matcher(Glossary((low, high)))) == [("kudeta", "putsch")]


def test_a_language_without_a_row_takes_words_as_they_stand() -> None:
    matcher = Matcher(Glossary(TERMS), forms_of("nl"))
    assert found("kudetanya, kudeta", matcher) == [("kudeta", "coup")]
    assert forms_of("nl") is PLAIN


NOUNS = (Term("negara anggota", "member", pos="noun"), Term("dubes", "envoy", pos="noun"))


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("Negara anggota rapat", ["Negara anggota"]),
        ("negara-negara anggota rapat", ["negara-negara anggota"]),
        ("NEGARA-NEGARA ANGGOTA", ["NEGARA-NEGARA ANGGOTA"]),
        ("negara-negara rapat", []),
        ("dubes-dubes dan para dubes", ["dubes-dubes", "dubes"]),
    ],
)
def test_the_plural_of_a_noun_is_its_doubled_head(text: str, here: list[str]) -> None:
    hits = Matcher(Glossary(NOUNS)).hits(text)
    assert [hit.span.of(text) for hit in hits] == here


def test_the_plural_of_a_noun_is_taken_for_right() -> None:
    nouns = ("member country", "speech", "envoy", "bus")
    terms = tuple(Term(f"kata{n}", target, pos="noun") for n, target in enumerate(nouns))
    hits = Matcher(Glossary(terms)).hits("kata0 kata1 kata2 kata3")
    assert [hit.accepted for hit in hits] == [
        ("member countries",), ("speeches",), ("envoys",), ("buses",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("member state", "member states"),
        ("country", "countries"),
        ("day", "days"),
        ("bus", "buses"),
        ("policeman", "policemen"),
        ("German", "Germans"),
        ("person", "people"),
        ("chairperson", "chairpersons"),
        ("child", "children"),
        ("housewife", "housewives"),
        ("thief", "thieves"),
        ("chief", "chiefs"),
        ("crisis", "crises"),
        ("hero", "heroes"),
        ("photo", "photos"),
        ("fighter aircraft", "fighter aircraft"),
        ("foreign aid", "foreign aid"),
        ("raid", "raids"),
        ("price", "prices"),
    ],
)
def test_the_plural_of_an_english_noun(one: str, several: str) -> None:
    assert plural(one) == several


@pytest.mark.parametrize(
    ("words", "others", "same"),
    [
        (["centers"], ["center"], True),
        (["city"], ["cities"], True),
        (["bus", "coup"], ["coup"], True),
        (["organisations"], ["organization"], True),
        (["centre"], ["centers"], True),
        (["harbours"], ["harbor"], True),
        (["ports", "on"], ["harbor", "port authority"], False),
        ([], ["center"], False),
    ],
)
def test_a_word_and_its_plural_are_one(words: list[str], others: list[str], same: bool) -> None:
    assert inflected(words, others) is same


WORDS = st.sampled_from(
    ["Pakta", "Pertahanan", "Selatan", "PPS", "AS", "kudeta", "nya", "negara", "Menteri", "Luar",
     "Negeri", "14", "é", "İ", "ß"]
)  # fmt: skip
GLUE = st.sampled_from([" ", "  ", "\n", "\u00a0", "-", "‑", "(", ")", ".", "", "\u200b", "’"])
TEXTS = st.lists(st.tuples(WORDS, GLUE), max_size=25).map(lambda p: "".join(w + g for w, g in p))


@given(TEXTS | st.text(max_size=60))
def test_hits_are_ordered_and_never_overlap(text: str) -> None:
    hits = MATCHER.hits(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(hits))


@given(TEXTS)
def test_a_hit_is_never_inside_a_word(text: str) -> None:
    matcher = Matcher(Glossary(TERMS), PLAIN)
    for hit in matcher.hits(text):
        assert not (text[: hit.span.start] or " ")[-1].isalnum()
        assert not (text[hit.span.end :] or " ")[0].isalnum()


@given(TEXTS)
def test_the_span_holds_the_words_of_the_term(text: str) -> None:
    for hit in MATCHER.hits(text):
        here = "".join(c for c in hit.span.of(text).casefold() if c.isalnum())
        spellings = [
            "".join(c for c in s.casefold() if c.isalnum())
            for s in (*hit.term.source.split("|"), hit.term.acr_source,
                      hit.term.source + hit.term.acr_source)
        ]  # fmt: skip
        assert here in spellings


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_term_between_blanks_is_always_found(before: str, after: str) -> None:
    text = f"{before} . kudeta . {after}"
    start = len(before) + 3
    assert any(h.span.start == start and h.span.of(text) == "kudeta" for h in MATCHER.hits(text))


def test_a_large_list_is_searched_in_one_go() -> None:
    many = Glossary(tuple(Term(f"istilah {n}", f"term {n}") for n in range(20_000)))
    matcher = Matcher(many)
    text = "istilah 19999 dan kata lain yang biasa saja. " * 200
    assert len(matcher.hits(text)) == 200


@pytest.mark.parametrize("piece", ["a", "a.", "a@", "-", "kudeta-", "\u00ad", "www.", "1,", "é"])
def test_a_huge_text_without_blanks_takes_no_more_than_its_size(piece: str) -> None:
    short, long = (timed(piece * n) for n in (4_000, 40_000))
    assert long < 60 * max(short, 0.001)
