"""Bundles: what goes in comes out the same elsewhere; nothing hostile gets past its hash."""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from translate.bundle.create import create, gather
from translate.bundle.install import Effect, install
from translate.bundle.opening import opened
from translate.bundle.record import FORMAT
from translate.engines.packages import EMBEDDED, describe
from translate.errors import InputError, OutputError, UserError
from translate.settings import Settings, resolve

LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cfc0000000030001"
    "5c0d0a2d0000000049454e44ae426082"
)
Parts = dict[str, bytes]


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for models of its own: Argos keeps the first that it was asked for."""
    place = tmp_path / "packages"
    monkeypatch.setattr("translate.engines.install.folder", lambda: place)
    return place


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    """Settings that name a file of each kind, two lists of one name among them."""
    here = tmp_path / "project"
    for name, text in {
        "a/terms.csv": "source,target\nberas,rice\n",
        "b/terms.csv": "source,target\npadi,paddy\n",
        "singkatan.txt": "dgn.\n",
        "look/tema.toml": '[organisation]\nlogo = "img/logo.png"\n',
    }.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, "utf-8")
    (here / "look" / "img").mkdir()
    (here / "look" / "img" / "logo.png").write_bytes(LOGO)
    return Settings(
        glossary=(str(here / "a/terms.csv"), str(here / "b/terms.csv")),
        formats=("docx", "json"),
        abbreviations=str(here / "singkatan.txt"),
        theme=str(here / "look/tema.toml"),
        beam=6,
        builtin=False,
        fail_on="missing-term",
        out=str(here / "out"),
        memory=str(here / "m.sqlite3"),
        workers=4,
        cluster="tcp://10.0.0.1:8786",
    )


def made(path: Path, settings: Settings, *, force: bool = False) -> Path:
    create(path, gather(settings, []), program="dwibahasa 0", force=force)
    return path


def installed(path: Path, into: Path, *, force: bool = False, dry: bool = False) -> list[Effect]:
    with opened(path) as bundle:
        return [each.effect for each in install(bundle, into, force=force, dry=dry)]


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_settings_and_files_are_found_again_elsewhere(project: Settings, tmp_path: Path) -> None:
    bundle = made(tmp_path / "x.bundle", project)
    there = tmp_path / "there"
    assert installed(bundle, there) == [Effect.NEW] * 6
    found = resolve({}, {}, there / "dwibahasa.toml").settings
    assert [Path(name).read_text("utf-8") for name in found.glossary] == [
        Path(name).read_text("utf-8") for name in project.glossary
    ]
    kept = ("formats", "beam", "builtin", "fail_on")
    assert all(getattr(found, name) == getattr(project, name) for name in kept)
    assert (found.out, found.memory, found.workers, found.cluster) == ("", "", 1, "")
    assert (there / "theme" / "img" / "logo.png").read_bytes() == LOGO


def test_equal_contents_are_equal_bytes(project: Settings, tmp_path: Path) -> None:
    one, other = (made(tmp_path / name, project) for name in ("1", "2"))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")
def test_a_bundle_and_what_comes_out_of_it_are_private(project: Settings, tmp_path: Path) -> None:
    bundle = made(tmp_path / "x.bundle", project)
    installed(bundle, tmp_path / "there")
    files = [bundle, *(path for path in (tmp_path / "there").rglob("*") if path.is_file())]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_nothing_is_overwritten_without_force(project: Settings, tmp_path: Path) -> None:
    bundle, there = made(tmp_path / "x.bundle", project), tmp_path / "there"
    with pytest.raises(OutputError, match="exists already"):
        made(bundle, project)
    installed(bundle, there)
    (there / "lists" / "terms.csv").write_text("mine", "utf-8")
    (there / "dwibahasa.toml").unlink()
    before = everything(there)
    with pytest.raises(OutputError, match=r"terms\.csv"):
        installed(bundle, there)
    assert installed(bundle, there, force=True, dry=True).count(Effect.OVER) == 1
    assert everything(there) == before
    effects = installed(bundle, there, force=True)
    assert (effects.count(Effect.OVER), effects.count(Effect.NEW)) == (1, 1)
    assert installed(bundle, there) == [Effect.SAME] * 6


@pytest.mark.model
def test_a_model_is_put_where_models_are_and_works(models: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "x.bundle"
    package = describe(EMBEDDED / "id_en", "given")
    create(bundle, gather(Settings(), [package]), program="x", force=False)
    assert installed(bundle, tmp_path, dry=True) == [Effect.NEW] * 2
    assert not models.exists()
    assert installed(bundle, tmp_path) == [Effect.NEW] * 2
    (place,) = models.iterdir()
    assert describe(place, "installed").fingerprint() == package.fingerprint()
    assert json.loads((place / "hashes.json").read_bytes())["origin"] == "x.bundle"
    assert installed(bundle, tmp_path) == [Effect.SAME] * 2
    (place / "README.md").write_text("changed", "utf-8")
    with pytest.raises(OutputError, match=place.name):
        installed(bundle, tmp_path)
    assert installed(bundle, tmp_path, force=True) == [Effect.OVER, Effect.SAME]


@pytest.mark.parametrize("part", ["glossary", "abbreviations", "theme", "logo"])
def test_a_missing_part_ends_the_making(project: Settings, tmp_path: Path, part: str) -> None:
    here = tmp_path / "project"
    names = {"glossary": "a/terms.csv", "abbreviations": "singkatan.txt", "theme": "look/tema.toml"}
    (here / names.get(part, "look/img/logo.png")).unlink()
    with pytest.raises(InputError, match="cannot be made"):
        made(tmp_path / "x.bundle", project)
    assert not (tmp_path / "x.bundle").exists()


def test_a_logo_from_elsewhere_is_not_packed(project: Settings, tmp_path: Path) -> None:
    Path(project.theme).write_text('[organisation]\nlogo = "../../secret.png"\n', "utf-8")
    with pytest.raises(InputError, match="lies elsewhere"):
        made(tmp_path / "x.bundle", project)


def packed(parts: Parts, record: object = None, kind: int = stat.S_IFREG) -> bytes:
    """A bundle by hand, with a record that fits its parts if none is given."""
    files = [
        {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in parts.items()
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        told = {"format": FORMAT, "files": files} if record is None else record
        archive.writestr("bundle.json", json.dumps(told))
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (kind | 0o600) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


SOUND = {"folder/dwibahasa.toml": b"beam = 6\n", "folder/lists/a.csv": b"source,target\n"}
RECORD = {"format": FORMAT, "files": []}
PLACES = [
    "../x",
    "/etc/x",
    "folder/../x",
    "folder/..",
    "folder/a\\..\\x",
    "folder//x",
    "x",
    "folder",
]
PLACES += [
    "folder/.bashrc",
    "folder/lists/.x",
    "models/x",
    "models/../../x",
    "folder/C:x",
    "folder/nul",
]
PLACES += [
    "folder/a\nb",
    "folder/a\u202evsc.x",
    "folder/a.",
    "folder/" + "a/" * 9 + "b",
    "folder/" + "a" * 300,
    "lists/x.csv",
]
SETTINGS = [
    'cluster = "tcp://evil:1"',
    'out = "/tmp"',
    'memory = "/tmp/m"',
    'model = "/tmp/x"',
    'glossary = ["/etc/passwd"]',
    'glossary = ["../../x.csv"]',
    'glossary = ["lists/not-there.csv"]',
    'theme = "~/x.toml"',
    "beam = 99",
    "unknown = 1",
    "not TOML at all",
    "\udcff",
]
HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"no archive",
    "zip": lambda: packed({}, "x"),
    "no record": lambda: packed(SOUND)[200:],
    "list as record": lambda: packed(SOUND, []),
    "deep record": lambda: packed(SOUND, json.loads("[" * 900 + "]" * 900)),
    "other format": lambda: packed(SOUND, RECORD | {"format": "dwibahasa.bundle/9"}),
    "unlisted file": lambda: packed(SOUND, RECORD),
    "no settings": lambda: packed({"folder/lists/a.csv": b"x"}),
    "wrong hash": lambda: packed(
        SOUND,
        RECORD
        | {"files": [{"path": n, "size": len(d), "sha256": "0" * 64} for n, d in SOUND.items()]},
    ),
    "wrong size": lambda: packed(
        {"folder/dwibahasa.toml": b""},
        RECORD | {"files": [{"path": "folder/dwibahasa.toml", "size": 9, "sha256": "0" * 64}]},
    ),
    "negative size": lambda: packed(
        {"folder/dwibahasa.toml": b""},
        RECORD | {"files": [{"path": "folder/dwibahasa.toml", "size": -1, "sha256": "0" * 64}]},
    ),
    "case": lambda: packed(SOUND | {"folder/lists/A.csv": b"x"}),
    "file and folder": lambda: packed(SOUND | {"folder/lists": b"x"}),
    "link": lambda: packed(SOUND, kind=stat.S_IFLNK),
    "bomb": lambda: packed(SOUND | {"folder/lists/b.csv": b" " * 50_000_000}),
    "many": lambda: packed(SOUND | {f"folder/lists/{n}.csv": b"" for n in range(6_000)}),
    "truncated": lambda: packed(SOUND)[:-60],
    "twice": lambda: _twice(),
    "other bytes": lambda: changed(_stored(), b"beam = 6", b"beam = 8"),
    "no package": lambda: packed(SOUND | {"models/x/metadata.json": b"{}"}),
    **{f"place {place!a:.30}": lambda p=place: packed(SOUND | {p: b"x"}) for place in PLACES},
    **{
        f"settings {text!a:.30}": lambda t=text: packed(
            SOUND | {"folder/dwibahasa.toml": t.encode("utf-8", "surrogateescape")}
        )
        for text in SETTINGS
    },
}


def _twice() -> bytes:
    out = io.BytesIO(packed(SOUND))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("folder/dwibahasa.toml", b"beam = 6\n")
    return out.getvalue()


def _stored() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed(SOUND))) as packed_one,
        zipfile.ZipFile(out, "w") as archive,
    ):
        for name in packed_one.namelist():
            archive.writestr(name, packed_one.read(name))
    return out.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_bundle_is_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    path, there = tmp_path / "in" / "x.bundle", tmp_path / "a" / "there"
    path.parent.mkdir()
    path.write_bytes(HOSTILE[name]())
    there.mkdir(parents=True)
    with pytest.raises(UserError) as told:
        installed(path, there)
    assert told.value.hint
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "in", "there", "x.bundle"]


def test_the_hand_made_bundle_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "x.bundle"
    path.write_bytes(packed(SOUND))
    assert installed(path, tmp_path / "there") == [Effect.NEW] * 2


def test_a_name_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"g\xfe.csv")
    with pytest.raises(InputError, match="UTF-8") as caught:
        gather(Settings(glossary=(str(odd),)), [])
    assert caught.value.slug == "bundle-part"
