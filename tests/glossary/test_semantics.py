"""The semantics of term lists, point by point: each row is one promise of docs/glossary.md."""

from __future__ import annotations

import pytest

from glossary.article import defined, keys_of, search, unlisted
from glossary.forms import INDONESIAN, PLAIN
from glossary.match import Matcher
from glossary.store import Glossary, clashes, merge
from glossary.term import CaseRule, MatchRule, Mention, Note, Status, Term

PACT = Term("Pakta Selatan", "Southern Pact", "PS", "SP")
MOON = Term("bulan", "moon", context_any="langit|bintang")
MONTH = Term("bulan", "month", context_not="langit|bintang")
NOUN = Term("negara anggota", "member state", pos="noun")
CLASH = Term("Partai Sosial", "Social Party", "PS", "SocP")


def found(terms: list[Term], *texts: str) -> list[str]:
    """The renderings wanted in each sentence of an article, joined, notes behind a tilde."""
    done = search(Matcher(Glossary(tuple(terms))), [(t, t) for t in texts], INDONESIAN)
    return [
        ", ".join("~".join((hit.wanted, *hit.notes)) for hit in matches.hits) for matches in done
    ]


CASES: list[tuple[str, list[Term], str, str]] = [
    # entry
    ("alternatives of the source", [Term("rapat|sidang", "meeting")], "Sidang", "meeting"),
    ("variants are further spellings", [Term("rapat", "meeting", variants="berapat|rapat-rapat")],
     "Mereka berapat", "meeting"),
    ("an empty target copies", [Term("Jambyl", "")], "di Jambyl", "Jambyl"),
    ("dnt copies", [Term("Jambyl", "x", status=Status.DNT)], "di Jambyl", "Jambyl"),
    ("admitted is never inserted", [Term("kudeta", "coup", status=Status.ADMITTED)], "kudeta", ""),
    ("proposed is never inserted", [Term("kudeta", "coup", status=Status.PROPOSED)], "kudeta", ""),
    # normalising
    ("decomposed letters", [Term("é-mail", "mail")], "e\u0301-mail", "mail"),
    ("curly quotes", [Term("Al-Qur'an", "Quran")], "Al-Qur\u2019an", "Quran"),
    ("no-break spaces and line breaks", [PACT], "Pakta\u00a0\nSelatan", "Southern Pact"),
    ("the hyphen family", [Term("non-blok", "non-aligned")], "non\u2011blok", "non-aligned"),
    ("soft hyphens", [Term("kudeta", "coup")], "ku\u00addeta", "coup"),
    ("diacritics count", [Term("Iran\u00e9", "x")], "Irane", ""),
    ("diacritics fold if asked", [Term("Irané", "x", match=MatchRule.FOLD)], "Irane", "x"),
    ("and in the other direction", [Term("Irane", "x", match=MatchRule.FOLD)], "Iranénya",
     "x~possessive"),
    # boundaries
    ("never inside a word", [Term("kudeta", "coup")], "prakudeta kudetaisme", ""),
    ("digits and letters do not join", [Term("14", "x")], "14a a14 14.000", ""),
    ("Chinese is found anywhere", [Term("北京", "Beijing")], "在北京市", "Beijing"),
    ("Thai is found anywhere", [Term("ไทย", "Thai")], "คนไทยมา", "Thai"),
    ("one Chinese sign is not", [Term("北", "north")], "在北京市", ""),
    # case
    ("a capital asks for one", [PACT], "pakta selatan", ""),
    ("ALL CAPS match", [PACT], "PAKTA SELATAN", "SOUTHERN PACT"),
    ("lower case matches any", [Term("kudeta", "coup")], "Kudeta", "coup"),
    ("acronyms match only themselves", [PACT], "ps Ps", ""),
    ("exact", [Term("kudeta", "coup", case=CaseRule.EXACT)], "Kudeta", ""),
    ("any", [Term("Kudeta", "coup", case=CaseRule.ANY)], "kudeta", "coup"),
    ("a capital that opens a sentence", [Term("al-Jambyl", "x")], "Al-Jambyl pergi", "x"),
    ("a raised inner word is none", [Term("Pakta selatan", "x")], "pakta Selatan", ""),
    ("text in capitals raises no acronym", [PACT], "PAKTA SELATAN (PS)", "SOUTHERN PACT (SP)"),
    ("an inner capital is never lowered", [Term("kudeta", "eBay")], "kudeta", "eBay"),
    # Indonesian forms
    ("-nya is told", [Term("kudeta", "coup")], "kudetanya", "coup~possessive"),
    ("-nya after a hyphen is told", [PACT], "PS-nya", "SP~possessive"),
    ("-lah says nothing", [PACT], "PS-lah", "SP"),
    ("bound prefixes stay outside", [Term("Jambyl", "")], "se-Jambyl nonJambyl", "Jambyl, Jambyl"),
    ("a joined preposition is a slip", [Term("Jambyl", "")], "diJambyl keJambyl dariJambyl",
     "Jambyl~joined, Jambyl~joined, Jambyl~joined"),
    ("an ordinary preposition is none", [Term("Jambyl", "")], "di Jambyl", "Jambyl"),
    ("a doubled head is a plural", [NOUN], "negara-negara anggota", "member state~plural"),
    ("so is para", [NOUN], "para negara anggota", "member state~plural"),
    ("only of a noun", [Term("negara anggota", "x")], "negara-negara anggota", ""),
    ("verbal affixes are not stripped", [Term("rapat", "meeting")], "merapatkan", ""),
    ("plain takes no clitic", [Term("kudeta", "coup", match=MatchRule.PLAIN)], "kudetanya", ""),
    ("pairs of clitics", [Term("kudeta", "coup")], "kudetanyalah kudetanyakah kudetanyapun",
     "coup~possessive, coup~possessive, coup~possessive"),
    ("every clitic", [Term("kudeta", "x")], "kudetaku kudetamu kudetakah kudetatah kudetapun",
     "x, x, x, x, x"),
    ("every bound prefix", [Term("Jambyl", "x")], "antiJambyl pro-Jambyl pasca-Jambyl "
     "antar-Jambyl eks-Jambyl pan-Jambyl ke-Jambyl", "x, x, x, x, x, x, x"),
    ("a prefix before small letters is none", [Term("jambyl", "x")], "antijambyl", ""),
    # direction
    ("a target is no source", [PACT], "Southern Pact SP", ""),
    ("chains are not applied again", [Term("a", "b"), Term("b", "c")], "a b", "b, c"),
    # acronyms
    ("long and acronym", [PACT], "Pakta Selatan (PS)", "Southern Pact (SP)"),
    ("long alone", [PACT], "Pakta Selatan", "Southern Pact"),
    ("acronym alone", [PACT], "PS", "SP"),
    # selection
    ("leftmost first", [Term("a b", "x"), Term("b c d", "y")], "a b c d", "x"),
    ("then the longest", [Term("kudeta", "x"), Term("kudeta militer", "y")], "kudeta militer", "y"),
    ("then the priority", [Term("a", "x"), Term("a", "y", priority=60, level=2)], "a", "y"),
    ("then the nearer list", [Term("a", "x", level=1), Term("a", "y")], "a", "y"),
    ("then exact case", [Term("as", "ace"), Term("AS", "US")], "AS", "US"),
    ("then the id", [Term("a", "x", id="2"), Term("a", "y", id="1")], "a", "y"),
    # context
    ("a word around it", [MOON, MONTH], "bulan di langit", "moon"),
    ("or its absence", [MOON, MONTH], "bulan lalu", "month"),
    ("a part of a word is no context", [MOON], "bulan pelangitan", ""),
    ("a clitic is", [MOON], "bulan dan langitnya", "moon"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "terms", "wanted"), [(c[2], c[1], c[3]) for c in CASES],
                         ids=[c[0] for c in CASES])  # fmt: skip
def test_a_promise(text: str, terms: list[Term], wanted: str) -> None:
    assert found(terms, text) == [wanted]


def test_the_words_of_a_context_may_stand_anywhere_in_the_paragraph() -> None:
    paragraph = "Bulan terbit. Langit cerah."
    found = Matcher(Glossary((MOON, MONTH))).search("Bulan terbit.", paragraph)
    assert [hit.wanted for hit in found.hits] == ["moon"]


def mention(rule: Mention) -> Term:
    return Term("Pakta Selatan", "Southern Pact", "PS", "SP", first_mention=rule)


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (Mention.AS_SOURCE, ["Southern Pact", "SP", "Southern Pact"]),
        (Mention.EXPAND, ["Southern Pact (SP)~added", "SP", "Southern Pact"]),
        (Mention.SHORT, ["Southern Pact", "SP", "SP~shortened"]),
    ],
)
def test_the_first_mention_follows_its_rule(rule: Mention, wanted: list[str]) -> None:
    assert found([mention(rule)], "Pakta Selatan", "PS", "Pakta Selatan") == wanted


def test_an_acronym_alone_is_expanded_at_the_first_mention() -> None:
    assert found([mention(Mention.EXPAND)], "PS", "PS") == ["Southern Pact (SP)~added", "SP"]


def test_a_definition_binds_the_acronym_for_the_rest_of_the_article() -> None:
    texts = ("Partai Sosial (PS) rapat", "PS pergi")
    wanted = ["Social Party (SocP)", "SocP~clash"]
    assert found([PACT, CLASH], *texts) == wanted
    assert found([PACT], "Pasar Sentral (PS) buka", "PS tutup") == ["PS~clash", "PS~clash"]
    assert found([PACT], "PS pergi", "Pasar Sentral (PS) buka") == ["SP", "PS~clash"]


def test_a_spelling_of_the_listed_long_form_is_no_clash() -> None:
    term = Term("Perhimpunan Kota-Kota", "League of Cities", "PKK", "LC")
    assert found([term], "Perhimpunan Kota Kota (PKK)", "PKK") == ["LC", "LC"]
    assert found([term], "League of Cities (PKK) rapat", "PKK")[1] == "LC"


def test_an_entry_that_is_the_acronym_alone_is_kept() -> None:
    assert found([Term("PS", "SP")], "Pasar Sentral (PS)", "PS") == ["SP", "SP"]


def test_definitions_that_no_list_has_are_told_once() -> None:
    texts = ["Pakta Selatan (PS), Pasar Sentral (PSN)", "Pasar Sentral (PASEN) lagi"]
    texts.append("Pasar Sentral (PASEN)")
    pairs = defined(texts, INDONESIAN)
    assert unlisted(pairs, [keys_of([PACT])]) == [("Pasar Sentral", "PASEN")]


def test_what_differs_in_context_is_no_contradiction() -> None:
    assert clashes([MOON, MONTH])[1] == []
    assert len(clashes([MOON, Term("bulan", "month", context_any="langit|bintang")])[1]) == 1


def test_renderings_that_an_entry_forbids_come_with_its_hit() -> None:
    matcher = Matcher(Glossary((Term("kudeta", "coup", forbidden="putsch|revolt"),)))
    assert matcher.hits("KUDETA")[0].forbidden == ("PUTSCH", "REVOLT")


def test_shadowed_terms_are_listed() -> None:
    done = Matcher(Glossary((Term("a b", "x"), Term("b", "y")))).search("a b")
    assert [hit.wanted for hit in done.shadowed] == ["y"]


def test_the_indonesian_forms_can_be_asked_for_in_any_language() -> None:
    terms = (Term("kudeta", "coup", match=MatchRule.INDONESIAN), Term("rapat", "meeting"))
    hits = Matcher(Glossary(terms), PLAIN).hits("kudetanya rapatnya")
    assert [hit.wanted for hit in hits] == ["coup"]


def test_merging_remembers_how_far_a_list_is() -> None:
    merged = merge([Glossary((Term("a", "x"),)), Glossary((Term("b", "y"),))])
    assert [term.level for term in merged.terms] == [0, 1]


def test_notes_say_what_kind_they_are() -> None:
    assert {note.value for note in Note} == {
        "joined", "possessive", "plural", "added", "shortened", "clash",
    }  # fmt: skip
