"""Term lists are read exactly, and every line that makes no sense is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.errors import GlossaryError
from glossary.formats import rows
from glossary.store import EMPTY, Glossary, load, merge
from glossary.term import CaseRule, Status, Term

HEADER = "source,target,acr_source,acr_target,status,note\n"


def written(folder: Path, data: str | bytes, name: str = "terms.csv") -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def pairs(glossary: Glossary) -> list[tuple[str, str]]:
    return [(t.source, t.target) for t in glossary.terms]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("terms.csv", "source,target\nPakta Selatan,Southern Pact\n"),
        ("terms.csv", "Pakta Selatan,Southern Pact\n"),
        ("terms.csv", "\ufeffsource,target\r\nPakta Selatan,Southern Pact\r\n"),
        ("terms.csv", "Target;SOURCE\nSouthern Pact;Pakta Selatan\n"),
        ("terms.csv", 'source,target\n"Pakta Selatan","Southern Pact"\n\n,\n'),
        ("terms.csv", "source,target\n Pakta Selatan , Southern Pact \n"),
        ("terms.csv", "Pakta Selatan,Southern Pact,an alliance\n"),
        ("terms.tsv", "source\ttarget\nPakta Selatan\tSouthern Pact\n"),
        ("terms.tsv", "Pakta Selatan\tSouthern Pact\n"),
        ("terms.csv", HEADER + "Pakta Selatan,Southern Pact,,,,,,\n"),
    ],
)
def test_every_usual_shape_of_a_list_is_read(tmp_path: Path, name: str, data: str) -> None:
    glossary = load(written(tmp_path, data, name))
    assert pairs(glossary) == [("Pakta Selatan", "Southern Pact")]
    assert glossary.warnings == ()


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("Indonesia,Inggris", "kudeta,coup"),
        ("Bahasa Indonesia;Bahasa Inggris", "kudeta;coup"),
        ("English,Indonesian", "coup,kudeta"),
        ("en,id", "coup,kudeta"),
        ("id_ID\ten-US", "kudeta\tcoup"),
        ("Istilah,Terjemahan,Catatan", "kudeta,coup,x"),
        ("Source term,Target term", "kudeta,coup"),
        ("translation,term", "coup,kudeta"),
    ],
)
def test_a_header_in_other_words_is_no_entry(tmp_path: Path, header: str, line: str) -> None:
    assert pairs(load(written(tmp_path, f"{header}\n{line}\n"))) == [("kudeta", "coup")]


@pytest.mark.parametrize(
    ("source", "target"),
    [("Indonesia", "Indonesian"), ("Inggris", "English"), ("istilah", "term"), ("yang", "air")],
)
def test_an_entry_that_sounds_like_a_header_is_one(
    tmp_path: Path, source: str, target: str
) -> None:
    found = load(written(tmp_path, f"{source},{target}\nkudeta,coup\n"))
    assert "kudeta" in [t.source for t in found.terms]
    assert found.terms[0].source == source or "function word" in found.warnings[0]


def test_all_columns_reach_the_term(tmp_path: Path) -> None:
    data = (
        "source,target,acr_source,acr_target,status,note,case,priority\n"
        "Pakta Selatan,Southern Pact,PS,SP,Admitted,old name,exact,70\n"
    )
    assert load(written(tmp_path, data)).terms == (
        Term(
            "Pakta Selatan",
            "Southern Pact",
            "PS",
            "SP",
            Status.ADMITTED,
            CaseRule.EXACT,
            70,
            "old name",
            "terms.csv:2",
        ),
    )


def test_a_quoted_cell_may_hold_delimiters_quotes_and_line_breaks(tmp_path: Path) -> None:
    data = 'source,target\n"kata ""kunci"", dua","key\nword"\nkudeta,coup\n'
    glossary = load(written(tmp_path, data))
    assert pairs(glossary) == [('kata "kunci", dua', "key\nword"), ("kudeta", "coup")]
    assert glossary.terms[1].where == "terms.csv:4"


BAD_LINES = [
    ("terms.csv, line 3 has no source", "source,target\nkudeta,coup\n,strike\n"),
    ("terms.csv, line 2 has the status “preffered”", HEADER + "kudeta,coup,,,preffered,\n"),
    ("terms.csv, line 2 has 2 cell(s) where 6", HEADER + "kudeta,coup\n"),
    ("terms.csv, line 2 has 3 cell(s) where 2", "source,target\nkudeta,coup,strike\n"),
    ("terms.csv, line 3: a quotation mark is opened", 'source,target\na,b\n"c,d\ne,f\n'),
    ("terms.csv, line 2: text follows a closing", 'source,target\n"c"d,e\n'),
    ("terms.csv, line 2 has the priority “high”", "source,target,priority\na,b,high\n"),
    ("terms.csv, line 2 has the priority “101”", "source,target,priority\na,b,101\n"),
    ("terms.csv, line 2 has the case “lower”", "source,target,case\na,b,lower\n"),
    ("terms.csv, line 1 has a column 'source' but none", "source,english\na,b\n"),
    ("terms.csv, line 1 names a column twice", "source,target,target\na,b,c\n"),
    ("terms.csv, line 1 has 1 cell(s)", "kudeta\n"),
]


@pytest.mark.parametrize(("message", "data"), BAD_LINES)
def test_a_bad_line_is_named(tmp_path: Path, message: str, data: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        load(written(tmp_path, data))
    assert caught.value.message.startswith(message)
    assert caught.value.slug == "glossary-line"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("kudeta,coup", "kudeta,putsch"),
        ("Pakta Selatan,Southern Pact", "Pakta  Selatan,South Pact"),
        ("Al-Qur'an,Quran", "Al‑Qur’an,Koran"),
        ("rapat|sidang,meeting", "sidang,session"),
        ("Jambyl,Zhambyl", "Jambyl,"),
    ],
)
def test_two_targets_for_one_source_are_a_conflict(tmp_path: Path, first: str, second: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        load(written(tmp_path, f"source,target\n{first}\n{second}\n"))
    assert caught.value.message.startswith("terms.csv:3 wants")
    assert "terms.csv:2" in caught.value.message
    assert caught.value.slug == "glossary-conflict"


def test_a_contradiction_can_be_passed_over_and_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "source,target\nkudeta,coup\nkudeta,putsch\n")
    glossary = load(path, lenient=True)
    assert pairs(glossary) == [("kudeta", "coup")]
    assert "which is used" in glossary.warnings[0]


@pytest.mark.parametrize(
    "rows",
    [
        "source,target,status\nkudeta,coup,\nkudeta,putsch,admitted\n",
        "source,target,priority\nkudeta,coup,50\nkudeta,putsch,60\n",
        "source,target\nAS,US\nas,ace\n",
    ],
)
def test_what_differs_in_status_priority_or_case_is_no_conflict(tmp_path: Path, rows: str) -> None:
    assert len(load(written(tmp_path, rows)).terms) == 2


def test_exact_duplicates_are_merged(tmp_path: Path) -> None:
    data = "source,target,note\nkudeta,coup,\nkudeta,coup,again\n"
    assert [t.where for t in load(written(tmp_path, data)).terms] == ["terms.csv:2"]


@pytest.mark.parametrize(
    ("data", "slug", "told"),
    [
        (b"source,target\nkud\xe9ta,coup\n", "glossary-not-text", "line 2 is not UTF-8"),
        (b"PK\x03\x04\x00\x00source,target\n", "glossary-not-text", "binary data"),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, data: bytes, slug: str, told: str
) -> None:
    with pytest.raises(GlossaryError) as caught:
        load(written(tmp_path, data))
    assert (caught.value.slug, told in caught.value.message) == (slug, True)


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_missing_file_or_a_folder_is_one_clear_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        load(str(tmp_path / name))
    assert caught.value.slug == "glossary-unreadable"


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DWIBAHASA_LIMIT_ENTRIES", "1")
    with pytest.raises(GlossaryError, match="2 entries; 1 is the most"):
        load(written(tmp_path, "source,target\na,b\nc,d\n"))


@pytest.mark.parametrize(
    ("data", "warning"),
    [
        ("source,target,colour\na,b,red\n", "unknown column(s) without effect: colour"),
        (f"source,target\na,{'b' * 1025}\n", "longer than 1,024 bytes"),
        ("source,target\n", "holds no entries"),
        ("", "holds no entries"),
        ("source,target,acr_target\na,b,C\n", "acr_target without acr_source"),
    ],
)
def test_what_can_be_passed_over_is_a_warning(tmp_path: Path, data: str, warning: str) -> None:
    (told,) = load(written(tmp_path, data)).warnings
    assert warning in told


def test_a_large_file_is_told_and_a_huge_one_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "source,target\nkudeta,coup\n")
    monkeypatch.setattr(rows, "LARGE", 10)
    assert load(path).warnings == (
        "terms.csv is larger than 10 MiB; matching stays fast, loading not.",
    )
    monkeypatch.setenv("DWIBAHASA_LIMIT_LIST", "20")
    with pytest.raises(GlossaryError) as caught:
        load(path)
    assert caught.value.slug == "glossary-too-large"


def test_of_several_lists_the_first_wins_and_the_clash_is_told() -> None:
    near = Glossary((Term("kudeta", "coup", where="near.csv:2"),))
    far = Glossary((Term("kudeta", "putsch", where="far.csv:9"), Term("rapat", "meeting")), ("x",))
    merged = merge([near, far])
    assert pairs(merged) == [("kudeta", "coup"), ("rapat", "meeting")]
    assert merged.warnings == (
        "x",
        "“kudeta” is “putsch” in far.csv:9, but “coup” in near.csv:2, which is used.",
    )
    assert merge([]) == EMPTY


def test_the_fingerprint_follows_what_steers_and_nothing_else() -> None:
    plain = Glossary((Term("kudeta", "coup"),))
    assert (
        plain.fingerprint == Glossary((Term("kudeta", "coup", note="n", where="f:1"),)).fingerprint
    )
    others = [Term("kudeta", "putsch"), Term("kudeta", "coup", priority=51), Term("k", "coup")]
    assert len({plain.fingerprint, *(Glossary((t,)).fingerprint for t in others)}) == 4
