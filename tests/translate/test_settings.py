"""Settings come from the nearest place that says something, and nothing misspelt is passed over."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from typer.main import get_command

from translate.cli.app import app
from translate.errors import UsageError
from translate.settings import Settings, SettingsError, key_of, resolve
from translate.settings_place import nearest

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def written(folder: Path, data: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "dwibahasa.toml"
    path.write_text(data, "utf-8")
    return path


def test_a_flag_goes_before_the_environment_that_before_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, "beam = 2\nengine = 'echo'\nfrom = 'ms'\n")
    found = resolve(
        {"beam": 8, "engine": None}, {"DWIBAHASA_BEAM": "6", "DWIBAHASA_TO": "fr"}, file
    )
    told = found.settings
    assert (told.beam, told.engine, told.source, told.target) == (8, "echo", "ms", "fr")
    names = ("beam", "engine", "target", "model")
    assert [found.origins[n] for n in names] == ["flag", str(file), "environment", "default"]


def test_term_lists_of_all_places_count_the_nearest_first(tmp_path: Path) -> None:
    file = written(tmp_path, 'glossary = ["far.csv"]\nformat = "json"\n')
    told = resolve(
        {"glossary": ["a.csv", "a.csv"], "formats": []}, {"DWIBAHASA_GLOSSARY": "b.csv"}, file
    ).settings
    assert told.glossary == ("a.csv", "b.csv", str(tmp_path / "far.csv"))
    assert told.formats == ("json",)


def test_a_switch_can_be_turned_both_ways() -> None:
    assert not resolve({}, {"DWIBAHASA_BUILTIN": "no"}, None).settings.builtin
    assert resolve({}, {"DWIBAHASA_QUIET": "1"}, None).settings.quiet
    assert resolve({"builtin": False}, {}, None).settings.builtin is False


@pytest.mark.parametrize(
    ("data", "slug", "told"),
    [
        ("\nbean = 4\n", "settings-unknown", "line 2: bean is no setting"),
        ("[run]\nbeam = 4\n", "settings-unknown", "line 1: run is no setting"),
        ("beam = 17\n", "settings-value", "beam is “17”; a number from 1 to 16"),
        ("beam = true\n", "settings-value", "beam is “True”"),
        ("beam = '4'\n", "settings-value", "a number from 1 to 16"),
        ("builtin = 1\n", "settings-value", "true or false is expected"),
        ("glossary = [1]\n", "settings-value", "a list of texts is expected"),
        ("model = 1\n", "settings-value", "a list of texts is expected"),
        ("engine = 1\n", "settings-value", "a text is expected"),
        ("fail-on = 'bad'\n", "settings-value", "one of never, info, warning, error, missing-term"),
        ("beam = \n", "settings-damaged", "no TOML that can be read"),
    ],
)
def test_what_makes_no_sense_is_named(tmp_path: Path, data: str, slug: str, told: str) -> None:
    file = written(tmp_path, data)
    with pytest.raises(SettingsError) as caught:
        resolve({}, {}, file)
    assert caught.value.slug == slug
    assert str(file) in caught.value.message
    assert told in caught.value.message


def test_the_key_that_was_probably_meant_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        resolve({}, {}, written(tmp_path, "glosary = []\n"))
    assert caught.value.hint == "Did you mean “glossary”?"


@pytest.mark.parametrize("beam", ["x", "0", "-1"])
def test_a_variable_that_makes_no_sense_is_named(beam: str) -> None:
    with pytest.raises(SettingsError, match="DWIBAHASA_BEAM"):
        resolve({}, {"DWIBAHASA_BEAM": beam}, None)


def test_a_missing_or_undecodable_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "dwibahasa.toml").write_bytes(b"model = '\xff'")
    for name in ("dwibahasa.toml", "none.toml"):
        with pytest.raises(SettingsError) as caught:
            resolve({}, {}, tmp_path / name)
        assert caught.value.slug == "settings-unreadable"


def test_the_file_is_found_upwards_from_the_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outer, inner = written(tmp_path, ""), written(tmp_path / "a" / "b", "")
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir()
    assert nearest([str(deep / "x.txt")]) == inner
    assert nearest([str(tmp_path / "a" / "x.txt"), "-"]) == outer
    assert nearest([]) == outer
    with pytest.raises(UsageError) as caught:
        nearest([str(deep / "x.txt"), "-"])
    assert caught.value.slug == "settings-several"


def test_every_setting_is_a_flag_of_translate_and_stands_in_the_docs() -> None:
    flags = {p.name for p in get_command(app).commands["translate"].params}  # type: ignore[attr-defined]
    page = DOCS.read_text("utf-8")
    for field in dataclasses.fields(Settings):
        if field.name.startswith("limit_"):  # which have a page of their own
            continue
        assert field.name in flags
        assert f"`{key_of(field.name)}`" in page
