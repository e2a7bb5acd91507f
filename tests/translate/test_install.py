"""Packages are installed whole or not at all, from files and from an index replayed on loopback."""

from __future__ import annotations

import functools
import json
import shutil
import zipfile
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from translate.cli.models import run as models_run
from translate.engines import hashes
from translate.engines.install import folder, install, named, remove
from translate.engines.packages import EMBEDDED, argos, available
from translate.errors import ModelError, UserError
from translate.offline import all_doors

pytestmark = pytest.mark.model


def pack(archive: Path, metadata: dict[str, str], *, lose: str = "") -> Path:
    """The embedded package under other languages or another version, as an archive."""
    told = json.loads((EMBEDDED / "id_en" / "metadata.json").read_text("utf-8")) | metadata
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted((EMBEDDED / "id_en").rglob("*")):
            name = path.relative_to(EMBEDDED / "id_en").as_posix()
            if path.is_file() and name not in ("metadata.json", lose):
                packed.write(path, f"package/{name}")
        packed.writestr("package/metadata.json", json.dumps(told))
    return archive


@pytest.fixture(autouse=True)
def packages(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that Argos installs into."""
    place = home / "packages"
    settings = argos().settings
    monkeypatch.setattr(settings, "package_data_dir", place)
    monkeypatch.setattr(settings, "package_dirs", [place])
    return place


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, socket_enabled: None) -> Iterator[Path]:
    """A folder served on loopback; its index.json is Argos' index."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Nothing on stderr."""

    with all_doors():  # another test of this process may have shut them for good
        serving = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path))
        )
    address = f"http://127.0.0.1:{serving.server_address[1]}"
    offers = [
        {"from_code": a, "to_code": b, "package_version": v, "links": [f"{address}/{file}"]}
        for a, b, v, file in [
            ("id", "en", "1.9", "old.argosmodel"),
            ("id", "en", "1.10", "id_en.argosmodel"),
            ("en", "de", "1.0", "en_de.argosmodel"),
            ("en", "xx", "1.0", "missing.argosmodel"),
        ]
    ]
    (tmp_path / "index.json").write_text(json.dumps([*offers, {"type": "sbd"}, "noise"]))
    monkeypatch.setattr(argos().settings, "remote_package_index", f"{address}/index.json")
    thread = Thread(target=serving.serve_forever)
    thread.start()
    with all_doors():
        yield tmp_path
    serving.shutdown()
    thread.join()
    serving.server_close()


def asked(*what: str) -> int:
    return models_run.install(what, force=False, quiet=True, as_json=False)


def test_a_package_from_a_file_is_installed_with_the_hashes_of_its_files(
    tmp_path: Path, packages: Path
) -> None:
    archive = pack(tmp_path / "own.argosmodel", {"package_version": "1.2"})
    found = install(archive, {"origin": "own.argosmodel"})
    assert found.path == folder() / "translate-id_en-1_2"
    assert [path.name for path in packages.iterdir()] == ["translate-id_en-1_2"]
    recorded = hashes.read(found.path)
    assert recorded is not None
    assert recorded["origin"] == "own.argosmodel"
    assert set(recorded["files"]) >= {"metadata.json", "model/model.bin", "sentencepiece.model"}
    assert hashes.differences(found.path, recorded["files"]) == []


@pytest.mark.parametrize(
    ("lose", "metadata", "reason"),
    [
        ("model/model.bin", {}, "model/model.bin is missing"),
        ("model/config.json", {}, "model/config.json is missing"),
        ("model/shared_vocabulary.json", {}, "cannot be used"),
        ("", {"from_code": "../../evil"}, "make no name for a folder"),
    ],
)
def test_a_package_that_does_not_work_leaves_nothing_behind(
    tmp_path: Path, packages: Path, lose: str, metadata: dict[str, str], reason: str
) -> None:
    archive = pack(tmp_path / "bad.argosmodel", metadata, lose=lose)
    with pytest.raises(ModelError, match=reason):
        install(archive, {})
    assert list(packages.iterdir()) == []


def test_what_is_there_is_replaced_only_when_asked(tmp_path: Path, packages: Path) -> None:
    archive = pack(tmp_path / "own.argosmodel", {})
    install(archive, {"origin": "first"})
    with pytest.raises(ModelError, match="installed already"):
        install(archive, {"origin": "second"})
    found = install(archive, {"origin": "third"}, force=True)
    assert (hashes.read(found.path) or {})["origin"] == "third"
    assert len(list(packages.iterdir())) == 1


def test_a_pair_comes_from_the_index_in_its_newest_version(index: Path) -> None:
    pack(index / "id_en.argosmodel", {"package_version": "1.10"})
    assert asked("id-en") == 0
    newest = available()[0][0]
    assert (newest.place, newest.pair, newest.version) == ("installed", "id→en", "1.10")
    recorded = hashes.read(newest.path) or {}
    assert recorded["origin"].endswith("/id_en.argosmodel")
    assert len(recorded["archive"]) == 64


def test_a_pair_without_a_package_gets_those_by_way_of_english(index: Path) -> None:
    pack(index / "id_en.argosmodel", {"package_version": "1.10"})
    pack(index / "en_de.argosmodel", {"from_code": "en", "to_code": "de"})
    assert asked("id-de") == 0
    pairs = {package.pair for package in available()[0] if package.place == "installed"}
    assert pairs == {"id→en", "en→de"}


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("en-xx", "answers 404"),
        ("id-qq", "No package is offered"),
        ("nonsense", "neither a file nor a pair"),
        ("none.argosmodel", "no such file"),
        ("http://example.com/a.argosmodel", "only https"),
    ],
)
def test_what_cannot_be_installed_is_said_and_nothing_is_left(
    index: Path, packages: Path, capsys: pytest.CaptureFixture[str], what: str, reason: str
) -> None:
    assert asked(what) == 1
    assert reason in " ".join(capsys.readouterr().err.split())
    assert not packages.exists() or list(packages.iterdir()) == []


def test_a_download_that_is_no_package_is_refused(index: Path, packages: Path) -> None:
    (index / "id_en.argosmodel").write_bytes(b"<html>Not here any more</html>")
    assert asked("id-en") == 1
    assert list(packages.iterdir()) == []


def test_an_index_that_is_none_is_refused(index: Path) -> None:
    (index / "index.json").write_text("<html>")
    with pytest.raises(ModelError, match="no list of packages"):
        models_run.offers(as_json=True)


def test_offers_say_what_is_installed(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert models_run.offers(as_json=True) == 0
    offers = json.loads(capsys.readouterr().out)["offers"]
    assert [(o["from"], o["to"], o["version"]) for o in offers] == [
        ("en", "de", "1.0"),
        ("en", "xx", "1.0"),
        ("id", "en", "1.10"),
    ]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda folder: (folder / "README.md").write_text("x"), "README.md has changed"),
        (lambda folder: (folder / "README.md").unlink(), "README.md is missing"),
        (lambda folder: (folder / "new.py").write_text("x"), "new.py has been added"),
        (lambda folder: (folder / "model/model.bin").write_bytes(b"x"), "cannot be used"),
    ],
    ids=["changed", "missing", "added", "broken"],
)
def test_verification_names_the_file_that_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: object, fault: str
) -> None:
    found = install(pack(tmp_path / "own.argosmodel", {}), {})
    assert models_run.verify([found.path.name], as_json=False) == 0
    assert callable(spoil)
    spoil(found.path)
    assert models_run.verify([found.path.name], as_json=False) == 1
    assert fault in capsys.readouterr().out


def test_an_installed_package_can_be_removed_and_the_embedded_one_not(tmp_path: Path) -> None:
    found = install(pack(tmp_path / "own.argosmodel", {}), {})
    remove(found)
    assert [package.place for package in named("id-en")] == ["embedded"]
    with pytest.raises(ModelError, match="is part of dwibahasa"):
        remove(named("id-en")[0])


def test_removal_wants_a_yes(tmp_path: Path) -> None:
    found = install(pack(tmp_path / "own.argosmodel", {}), {})
    with pytest.raises(UserError, match="has to be confirmed"):
        models_run.remove("id-en", sure=False)
    assert models_run.remove("id-en", sure=True) == 0
    assert not found.path.exists()


def test_the_folder_of_an_unknown_model_is_not_guessed(packages: Path) -> None:
    with pytest.raises(ModelError, match="no package 'de-en'"):
        named("de-en")


def test_a_folder_can_be_installed_as_it_is(tmp_path: Path) -> None:
    source = shutil.copytree(EMBEDDED / "id_en", tmp_path / "trained")
    assert install(source, {}).pair == "id→en"
    assert not (source / hashes.NAME).exists()
