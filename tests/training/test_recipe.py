"""The recipe learns: a micro model is trained on generated pairs, exported, and decodes."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe's tests need the extra [train]")
pytest.importorskip("google.protobuf", reason="the recipe's tests need the extra [train]")
ctranslate2 = pytest.importorskip("ctranslate2")
sentencepiece = pytest.importorskip("sentencepiece")

from training import recipe as recipes  # noqa: E402
from training.export import export  # noqa: E402
from training.loop import Plan, train  # noqa: E402
from training.prepare import prepare  # noqa: E402

PEOPLE = {"guru": "teacher", "dokter": "doctor", "menteri": "minister", "hakim": "judge"}
DEEDS = {"melihat": "sees", "memanggil": "calls", "menolong": "helps", "menunggu": "awaits"}
NAMES = ["Budi", "Sari", "Dewi", "Anton", "Rahman", "Lestari", "Kasim", "Yusuf"]


def pair(rng: random.Random) -> tuple[str, str]:
    person, deed, name = rng.choice(list(PEOPLE)), rng.choice(list(DEEDS)), rng.choice(NAMES)
    return f"{person} itu {deed} {name}.", f"The {PEOPLE[person]} {DEEDS[deed]} {name}."


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    rng = random.Random(1)
    pairs = dict(pair(rng) for _ in range(2000))
    text = "".join(f"{source}\t{target}\n" for source, target in pairs.items())
    (folder / "written-world.tsv").write_text(text, "utf-8")
    (folder / "progit.tsv").write_text("lisensi terbatas\trestricted licence\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def micro() -> recipes.Recipe:
    whole = recipes.load()
    shape = recipes.Shape(vocab=400, dim=32, ffn=64, enc=1, dec=1, heads=2)
    return dataclasses.replace(whole, shape=shape)


@pytest.fixture(scope="module")
def work(corpora: Path, micro: recipes.Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    prepare(corpora, folder, micro)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    assert pieces.piece_to_id(micro.markup[0]) != pieces.unk_id()
    return folder


def test_sources_for_non_commercial_use_stay_out(work: Path) -> None:
    """A source that the recipe excludes leaves no trace in the training pairs."""
    assert "restricted" not in (work / "pairs.tsv").read_text("utf-8")


def test_words_are_linked_to_what_they_render(work: Path) -> None:
    """The aligner links a name to itself and a verb to its translation."""
    from training.pair import parse

    lines = (work / "pairs.tsv").read_text("utf-8").splitlines()
    made = [parse(line) for line in lines]
    named = sum(p.links[-1] == len(p.source) - 1 for p in made)
    verbs = sum(p.links[2] == 2 for p in made)
    assert named > 0.9 * len(made)
    assert verbs > 0.9 * len(made)


def test_a_term_is_cut_like_plain_text(work: Path) -> None:
    """Behind an opening bracket the pieces are those of a word that stands alone."""
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(work / "sentencepiece.model"))
    plain = pieces.encode("teacher", out_type=str)
    marked = pieces.encode("guru ⟦teacher⟧ itu", out_type=str)
    start = marked.index("⟦") + 1
    assert marked[start : start + len(plain)] == plain
    assert marked[start + len(plain)] == "⟧"


def test_a_micro_model_trains_resumes_exports_and_decodes(
    work: Path, micro: recipes.Recipe, tmp_path: Path
) -> None:
    """A few seconds of training lower the loss; the package that comes of it translates."""
    plan = Plan(minutes=5, steps=150, pieces_a_batch=400, rate=5e-3, warmup=20, average=0.9)
    first = train(work, tmp_path / "run", micro, plan, None, None)
    again = train(work, tmp_path / "again", micro, plan, first, None)
    package = export(again, work / "sentencepiece.model", tmp_path / "id_en", micro)
    engine = ctranslate2.Translator(str(package / "model"), device="cpu", intra_threads=1)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    tokens = pieces.encode("guru itu melihat Budi.", out_type=str)
    result = engine.translate_batch([tokens], beam_size=1, return_attention=True)[0]
    assert pieces.decode(result.hypotheses[0]).startswith("The")
    assert len(result.attention[0][0]) == len(tokens)
