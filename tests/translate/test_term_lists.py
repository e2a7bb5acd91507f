"""An article takes its own list, its folder's and the project's, the nearest first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from glossary.errors import GlossaryError
from glossary.formats.rows import ID_EN
from translate.cli.job.run import Job, run_job
from translate.cli.job.term_lists import TermLists
from translate.settings import Settings


def written(path: Path, data: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data, "utf-8")
    return str(path)


def wanted(lists: TermLists, article: str) -> list[str]:
    return [term.target for term in lists.of(lists.files(article)).terms]


def test_the_nearer_list_prevails(tmp_path: Path) -> None:
    article = str(tmp_path / "a.txt")
    project = written(tmp_path / "p" / "project.csv", "kudeta,coup\nrapat,meeting\n")
    lists = TermLists([project], ID_EN, lenient=False)
    assert wanted(lists, article) == ["coup", "meeting"]
    written(tmp_path / "terms.csv", "kudeta,putsch\n")
    assert wanted(lists, article) == ["putsch", "meeting"]
    written(tmp_path / "a.terms.tsv", "kudeta\toverthrow\n")
    assert wanted(lists, article) == ["overthrow", "meeting"]
    assert wanted(lists, str(tmp_path / "b.txt")) == ["putsch", "meeting"]
    assert wanted(lists, "-") == ["coup", "meeting"]


def test_every_list_that_was_used_is_named_even_if_a_nearer_one_prevails(tmp_path: Path) -> None:
    project = written(tmp_path / "p" / "project.csv", "kudeta,coup\n")
    written(tmp_path / "terms.csv", "kudeta,putsch\n")
    lists = TermLists([project], ID_EN, lenient=False)
    assert lists.of(lists.files(str(tmp_path / "a.txt"))).files == ("terms.csv", "project.csv")


def test_a_list_that_is_near_and_given_counts_once(tmp_path: Path) -> None:
    near = written(tmp_path / "terms.csv", "kudeta,coup\n")
    lists = TermLists([near], ID_EN, lenient=False)
    assert lists.files(str(tmp_path / "a.txt")) == (near,)


def test_a_list_that_contradicts_itself_is_an_error_unless_lenient(tmp_path: Path) -> None:
    bad = written(tmp_path / "terms.csv", "kudeta,coup\nkudeta,putsch\n")
    with pytest.raises(GlossaryError):
        TermLists([bad], ID_EN, lenient=False)
    assert wanted(TermLists([bad], ID_EN, lenient=True), "-") == ["coup"]


def test_each_article_of_a_run_has_its_own_terms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = []
    for name, target in (("a", "coup"), ("b", "putsch")):
        names.append(written(tmp_path / name / "x.txt", "Ada kudeta di sana.\n"))
        written(tmp_path / name / "terms.csv", f"kudeta,{target}\n")
    broken = written(tmp_path / "c" / "x.txt", "Ada kudeta di sana.\n")
    written(tmp_path / "c" / "x.terms.csv", "source,target\nkudeta\n")
    settings = Settings(engine="echo", formats=("json",), no_memory=True)
    assert run_job(Job((*names, broken), settings, force=False, as_json=True)) == 1
    done = json.loads(capsys.readouterr().out)["files"]
    assert [file.get("glossaries") for file in done] == [
        [str(tmp_path / "a" / "terms.csv")], [str(tmp_path / "b" / "terms.csv")], None,
    ]  # fmt: skip
    assert done[2]["error"]["slug"] == "glossary-line"
    for file, target in zip(done, ("coup", "putsch"), strict=False):
        bitext = json.loads(Path(file["outputs"][0]).read_text("utf-8"))
        assert bitext["segments"][0]["hits"][0]["target"] == target
        assert bitext["signature"]["glossary"].startswith("terms.csv ")
