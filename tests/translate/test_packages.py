"""Argos packages are found, opened by pair or path, and refused with reason."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from translate.engines import Decoding
from translate.engines.argos import HARD_LIMIT, open_engine
from translate.engines.packages import EMBEDDED, available, select
from translate.errors import ModelError

PACKAGE = EMBEDDED / "id_en"
pytestmark = pytest.mark.model


def pack(folder: Path, archive: Path, root: str = "id_en/") -> Path:
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, root + path.relative_to(folder).as_posix())
    return archive


def copy(tmp_path: Path) -> Path:
    return shutil.copytree(PACKAGE, tmp_path / "copy")


def test_the_embedded_package_is_at_hand_and_understands_inline_terms() -> None:
    (package,) = select("id", "en")
    assert (package.place, package.pair, package.markup) == ("embedded", "id→en", ("⟦", "⟧"))


def test_an_installed_package_goes_before_the_embedded_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / "packages"
    shutil.copytree(PACKAGE, folder / "translate-id_en")
    from translate.engines.packages import argos

    monkeypatch.setattr(argos().settings, "package_dirs", [folder])
    assert [package.place for package in available()[0]] == ["installed", "embedded"]
    assert select("id", "en")[0].place == "installed"


def test_an_unknown_pair_names_those_at_hand() -> None:
    with pytest.raises(ModelError, match="no model for fr→en") as caught:
        select("fr", "en")
    assert "id→en" in caught.value.hint


@pytest.mark.parametrize("root", ["id_en/", ""])
def test_a_packed_package_translates_like_the_embedded_one(tmp_path: Path, root: str) -> None:
    archive = pack(PACKAGE, tmp_path / "own.argosmodel", root)
    text = "Presiden tiba di Jakarta."
    packed, embedded = (open_engine("id", "en", models) for models in ([str(archive)], []))
    assert packed.translate([text], Decoding()) == embedded.translate([text], Decoding())


def test_the_wrong_pair_is_refused() -> None:
    with pytest.raises(ModelError, match="no model for de→en"):
        open_engine("de", "en", [str(PACKAGE)])


@pytest.mark.parametrize(
    ("lost", "reason"),
    [
        ("metadata.json", "metadata.json is missing"),
        ("model/model.bin", "model/model.bin is missing"),
        ("sentencepiece.model", "neither sentencepiece.model nor bpe.model"),
    ],
)
def test_a_missing_part_is_named(tmp_path: Path, lost: str, reason: str) -> None:
    folder = copy(tmp_path)
    (folder / lost).unlink()
    with pytest.raises(ModelError, match=reason):
        open_engine("id", "en", [str(folder)])


@pytest.mark.parametrize("broken", ["model/model.bin", "sentencepiece.model", "metadata.json"])
def test_a_truncated_part_is_an_error_and_not_a_crash(tmp_path: Path, broken: str) -> None:
    folder = copy(tmp_path)
    path = folder / broken
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    with pytest.raises(ModelError, match="cannot be used") as caught:
        open_engine("id", "en", [str(folder)])
    assert caught.value.slug == "damaged-model"


def test_metadata_of_another_shape_is_an_error(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "metadata.json").write_text(json.dumps(["id", "en"]))
    with pytest.raises(ModelError, match="unreadable"):
        open_engine("id", "en", [str(folder)])


def test_an_archive_that_points_outside_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "evil.argosmodel"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("../evil.txt", "gotcha")
    with pytest.raises(ModelError, match="points outside"):
        open_engine("id", "en", [str(archive)])
    assert not (tmp_path.parent / "evil.txt").exists()


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04 half a zip"])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.argosmodel"
    path.write_bytes(content)
    with pytest.raises(ModelError, match="cannot be unpacked"):
        open_engine("id", "en", [str(path)])


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such file"):
        open_engine("id", "en", [str(tmp_path / "none.argosmodel")])


def test_results_come_in_order_with_falling_scores_and_all_progress_told() -> None:
    engine = open_engine("id", "en")
    texts = ["Ia tidur.", "Presiden tiba di Jakarta pada hari Senin untuk rapat.", "Hujan turun."]
    told: list[int] = []
    results = engine.translate(texts, Decoding(beam=4, hypotheses=3), told.append)
    assert sum(told) == 3
    assert [len(candidates) for candidates in results] == [3, 3, 3]
    for candidates in results:
        assert sorted((c.score for c in candidates), reverse=True) == [c.score for c in candidates]
    alone = [engine.translate([text], Decoding(beam=4))[0][0].text for text in texts]
    assert [candidates[0].text for candidates in results] == alone


def test_an_over_long_text_is_never_cut_silently() -> None:
    engine = open_engine("id", "en")
    ((candidate,),) = engine.translate(["kata " * HARD_LIMIT * 2], Decoding())
    assert (candidate.text, candidate.cut) == ("", True)


def test_a_faithful_translation_scores_above_nonsense() -> None:
    engine = open_engine("id", "en")
    source = "Presiden tiba di Jakarta."
    good, bad = engine.score(
        [(source, "The president arrived in Jakarta."), (source, "Blue cheese sleeps.")]
    )
    assert good > bad
    assert engine.score([]) == []


@pytest.mark.parametrize(
    "text",
    [
        "akun nama_saya_2",  # underscores stay underscores
        "Harga beras naik 3,5 persen (yoy).",
        "Kata “saya”: Ğ, 漢, 🙂.",  # letters of which some are bytes
        "a < b <s> c",
    ],
)
def test_pieces_come_back_as_their_text(text: str) -> None:
    pieces = open_engine("id", "en")._pieces
    told = pieces.encode(text)
    assert pieces.decode(told) == text == pieces._processor.decode_pieces(told)


def test_a_package_with_bpe_instead_of_sentencepiece_opens_and_decodes(tmp_path: Path) -> None:
    """Older Argos packages; with these few merges the text is nonsense, but the way is the same."""
    folder = copy(tmp_path)
    (folder / "sentencepiece.model").unlink()
    (folder / "bpe.model").write_text("#version: 0.2\na n\ni n\n", "utf-8")
    engine = open_engine("id", "en", [str(folder)])
    assert engine.count("Presiden tiba.") > 3
    ((candidate,),) = engine.translate(["Presiden tiba."], Decoding())
    assert "@@" not in candidate.text
