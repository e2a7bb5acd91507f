"""Break rules of SRX files and abbreviations of the user's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translate.errors import InputError
from translate.languages import BreakRule, load_language
from translate.model import Block, Document, Kind
from translate.segment import segments
from translate.segment.abbreviations import with_abbreviations
from translate.segment.breaks import rule_ends
from translate.segment.sentences import sentence_ends
from translate.segment.srx import load_srx

ID = load_language("id")

HEAD = '<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header cascade="{}"/>'
BODY = """<body><languagerules>
<languagerule languagerulename="Indonesian">
<rule break="no"><beforebreak>\\bKasubdit\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Default">
<rule break="no"><beforebreak>\\b[\\p{Lu}&amp;&amp;[^A]]\\.</beforebreak>
<afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>[\\.\\?!]+</beforebreak><afterbreak>\\s+\\p{Lu}</afterbreak></rule>
</languagerule></languagerules><maprules>
<languagemap languagepattern="ID.*" languagerulename="Indonesian"/>
<languagemap languagepattern=".*" languagerulename="Default"/>
</maprules></body></srx>"""


def srx(folder: Path, text: str) -> str:
    path = folder / "rules.srx"
    path.write_text(text, "utf-8")
    return str(path)


def rule(before: str, after: str = r"\\s") -> str:
    return (
        HEAD.format("no") + '<body><languagerules><languagerule languagerulename="a">\n'
        f'<rule break="yes"><beforebreak>{before}</beforebreak><afterbreak>{after}</afterbreak>'
        '</rule></languagerule></languagerules><maprules><languagemap languagepattern="id" '
        'languagerulename="a"/></maprules></body></srx>'
    )


def split(text: str, rules: tuple[BreakRule, ...]) -> list[str]:
    language = replace(ID, rules=rules)
    document = Document("0", "t", "id", (Block(0, Kind.PARAGRAPH, text),))
    found = segments(document, language, count=len, limit=999)
    assert all(s.span.of(text) == s.text != "" for s in found)
    return [s.text for s in found]


def test_with_a_cascade_all_fitting_rules_count_and_the_first_at_a_place_decides(
    tmp_path: Path,
) -> None:
    rules = load_srx(srx(tmp_path, HEAD.format("yes") + BODY), "id")
    text = "Ada Kasubdit. Budi; ia pergi. Lalu B. Tono dan A. Rini."
    assert split(text, rules) == [
        "Ada Kasubdit. Budi;",
        "ia pergi.",
        "Lalu B. Tono dan A.",
        "Rini.",
    ]


def test_without_a_cascade_only_the_first_fitting_language_counts(tmp_path: Path) -> None:
    rules = load_srx(srx(tmp_path, HEAD.format("no") + BODY), "id")
    assert len(rules) == 2
    assert split("Satu. Dua; tiga.", rules) == ["Satu. Dua;", "tiga."]


@pytest.mark.parametrize(
    ("before", "text", "first"),
    [
        (r"\Q.)\E", "Satu. (Dua.) Tiga.", "Satu. (Dua.)"),
        (r"\x{3b}", "satu; dua", "satu;"),
        (r"\u003B", "satu; dua", "satu;"),
        (r"(?i)STOP", "ini stop lalu", "ini stop"),
        (r"(?&lt;=a)\.", "o. a. b", "o. a."),
    ],
)
def test_patterns_in_the_spelling_of_icu_are_understood(
    tmp_path: Path, before: str, text: str, first: str
) -> None:
    assert split(text, load_srx(srx(tmp_path, rule(before, r"\s")), "id"))[0] == first


@pytest.mark.parametrize(
    ("text", "slug", "said"),
    [
        ("<srx", "srx-unreadable", "no well-formed XML"),
        ("<tmx/>", "srx-unreadable", "not <srx>"),
        (rule("[a"), "srx-rule", "rules.srx:2: rule 1"),
        (rule("a)(b"), "srx-rule", "rule 1"),
        (rule("a").replace('"id"', '"de"'), "srx-language", "no rules for the language 'id'"),
        (rule("a").replace('"id"', '"("'), "srx-rule", "language map"),
    ],
)
def test_a_file_that_cannot_serve_is_refused_with_its_place(
    tmp_path: Path, text: str, slug: str, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        load_srx(srx(tmp_path, text), "id")
    assert caught.value.slug == slug
    assert said in caught.value.message


def test_a_file_that_is_missing_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load_srx(str(tmp_path / "none.srx"), "id")
    with pytest.raises(InputError, match="larger than 5 MB"):
        load_srx(srx(tmp_path, " " * 5_000_001), "id")


def test_no_entity_reaches_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim")
    hostile = f'<!DOCTYPE srx [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>' + rule("a&x;")
    rules = load_srx(srx(tmp_path, hostile), "id")
    assert "geheim" not in rules[0].pattern.pattern


def test_a_rule_that_runs_away_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.segment.breaks.SECONDS", 0.2)
    rules = load_srx(srx(tmp_path, rule("(x|xx|xxx)+[yz]", r"\s")), "id")
    with pytest.raises(InputError) as caught:
        list(rule_ends("x" * 400 + "w", rules))
    assert caught.value.slug == "srx-slow"


def test_abbreviations_of_the_user_end_no_sentence(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# ours\nkadiv.  # head of a division\nNo. Ranmor\n\ndll\n", "utf-8")
    language = with_abbreviations(ID, str(path))
    text = "Kadiv. Budi, Ranmor. Tono, dll. Semua hadir. Lalu pulang."
    assert [text[:end] for end in sentence_ends(text, language)] == [
        "Kadiv. Budi, Ranmor. Tono, dll. Semua hadir."
    ]
    assert list(sentence_ends("Kadiv. Budi", ID)) == [6]


@pytest.mark.parametrize(
    ("raw", "said"), [(b"\xff\xfe\xff", "not UTF-8"), (b"a\n" * 600_000, "larger than 1 MB")]
)
def test_a_list_that_is_no_text_is_refused(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(raw)
    with pytest.raises(InputError, match=said):
        with_abbreviations(ID, str(path))
    with pytest.raises(InputError, match="no such file"):
        with_abbreviations(ID, str(tmp_path / "none"))
