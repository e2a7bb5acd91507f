"""Articles in several languages in one run: each is told, and goes through its own pair."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from exports.bitext import load
from translate.cli.app import app
from translate.engines.packages import EMBEDDED, argos

ARTICLES = {
    "id": "Pemerintah menambah kapal patroli di selat itu karena perompakan meningkat sejak akhir "
    "tahun lalu. Keputusan itu diambil setelah para menteri bertemu selama dua hari.",
    "de": "Die Regierung schickt mehr Boote in die Straße, weil die Zahl der Überfälle seit dem "
    "Ende des letzten Jahres stark gestiegen ist. Der Minister sagte das nach einem Treffen.",
    "ms": "Kerajaan telah memutuskan untuk menambah kapal peronda di selat itu kerana kes rompakan "
    "telah meningkat. Beliau berkata polis akan menjalankan siasatan selepas mesyuarat itu.",
}


@pytest.fixture
def pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedded weights stand in for German and Malay: the way is real, the words are not."""
    for code in ("de", "ms"):
        other = shutil.copytree(EMBEDDED / "id_en", tmp_path / "packages" / f"translate-{code}_en")
        told = json.loads((other / "metadata.json").read_text("utf-8"))
        (other / "metadata.json").write_text(json.dumps(told | {"from_code": code}))
    monkeypatch.setattr(argos().settings, "package_dirs", [tmp_path / "packages"])


def written(folder: Path) -> dict[str, tuple[str, str]]:
    found = {}
    for code, text in ARTICLES.items():
        (folder / f"{code}.txt").write_text(text, "utf-8")
    short = "Harga Beras Naik Lagi"
    (folder / "short.txt").write_text(short, "utf-8")
    files = [str(folder / f"{name}.txt") for name in (*ARTICLES, "short")]
    options = ["--from", "auto", "--format", "json", "--no-memory", "-o", str(folder / "out"), "-q"]
    done = CliRunner().invoke(app, ["translate", *files, *options])
    assert done.exit_code == 0, done.output
    for name in (*ARTICLES, "short"):
        bitext = load((folder / "out" / f"{name}.en.json").read_bytes())
        found[name] = (bitext.document.source_lang, bitext.signature.model.split(" ")[0])
    return found


@pytest.mark.model
@pytest.mark.usefixtures("pairs")
def test_each_article_goes_through_the_pair_of_its_language(tmp_path: Path) -> None:
    told = written(tmp_path)
    assert {name: lang for name, (lang, _) in told.items()} == {
        "id": "id",
        "de": "de",
        "ms": "ms",
        "short": told["short"][0],  # too short to tell: as most of the others
    }
    assert {name: model for name, (_, model) in told.items() if name != "short"} == {
        "id": "id→en",
        "de": "de→en",
        "ms": "ms→en",
    }


@pytest.mark.usefixtures("pairs")
@pytest.mark.parametrize("again", [["--force"], ["--only-flagged"]])
def test_in_a_folder_what_is_too_short_to_tell_goes_with_the_others(
    tmp_path: Path, again: list[str]
) -> None:
    (tmp_path / "in").mkdir()
    for name, text in {
        "a": "Harga Beras Naik",
        "b": ARTICLES["de"],
        "c": ARTICLES["ms"],
        "d": ARTICLES["de"] + " Zweimal.",
        "e": "",
    }.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")
    out = str(tmp_path / "out")
    options = ["--from", "auto", "--format", "json", "--engine", "echo", "--no-memory", "-o", out]
    for more in ([], again):
        done = CliRunner().invoke(app, ["translate", str(tmp_path / "in"), *options, *more])
        assert (done.exit_code, "1 failed" in done.output) == (1, True), done.output
        told = {
            path.name[0]: load(path.read_bytes()).document.source_lang
            for path in (tmp_path / "out").glob("*.json")
        }
        assert told == {"a": "de", "b": "de", "c": "ms", "d": "de"}


@pytest.mark.parametrize(("times", "code"), [(1, 1), (9, 0)])
def test_a_folder_of_short_articles_is_told_by_all_of_them_together(
    tmp_path: Path, times: int, code: int
) -> None:
    (tmp_path / "in").mkdir()
    for number in range(times):
        text = f"Harga beras itu naik dan mahal {number}."
        (tmp_path / "in" / f"{number}.txt").write_text(text, "utf-8")
    options = ["--from", "auto", "--engine", "echo", "--no-memory", "-o", str(tmp_path / "out")]
    done = CliRunner().invoke(app, ["translate", str(tmp_path / "in"), *options])
    assert done.exit_code == code, done.output
    assert ("could not be told" in done.output) == bool(code)
