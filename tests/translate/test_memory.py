"""The memory file: approved units reused exactly, drafts kept, no other file ever harmed."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.store import Glossary, merge
from glossary.term import Term
from translate import pipeline
from translate.engines import Candidate, Decoding, Progress
from translate.engines.echo import EchoEngine
from translate.errors import MemoryFileError
from translate.languages import load_language
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.memory.schema import MIGRATIONS
from translate.memory.unit import MemoryUnit, key_of
from translate.model import Bitext, Block, Document, Kind, Origin, Outcome, Rung

ROOT = Path(__file__).parent.parent.parent


class CountingEngine(EchoEngine):
    """An echo that remembers what it was asked, and can fail at the n-th call."""

    def __init__(self, fail_at: int = 0, model: str = "echo") -> None:
        super().__init__("id", "en")
        self.asked: list[str] = []
        self.calls = 0
        self.fail_at = fail_at
        self.model = model

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        self.calls += 1
        if self.calls == self.fail_at:
            raise KeyboardInterrupt
        self.asked += texts
        return [[Candidate(f"English of {text}", -0.5)] for text in texts]


def document(*texts: str) -> Document:
    blocks = tuple(Block(i, Kind.PARAGRAPH, text) for i, text in enumerate(texts))
    return Document("d", "t", "id", blocks)


def run(
    article: Document,
    memory: MemoryFile | None,
    *,
    engine: EchoEngine | None = None,
    glossary: Glossary | None = None,
    beam: int = 4,
) -> Bitext:
    (bitext,) = pipeline.translate(
        [article],
        engine=engine or CountingEngine(),
        glossary=glossary or merge([]),
        language=load_language("id"),
        options=pipeline.Options(beam=beam),
        report=lambda phase, finished, total: None,
        memory=memory,
    )
    return bitext


def unit(source: str, target: str, waived: tuple[str, ...] = ()) -> MemoryUnit:
    return MemoryUnit("id", "en", source, target, "Rina", "2025-03-03T09:15:00Z", waived)


@pytest.fixture
def memory(tmp_path: Path):
    with MemoryFile(tmp_path / "memory.sqlite3") as file:
        yield file


def test_an_approved_sentence_is_reused_exactly_and_never_decoded(memory: MemoryFile) -> None:
    units.store(memory, [unit("Harga beras naik.", "Rice is dearer, says “A”.")], replace_=False)
    engine = CountingEngine()
    bitext = run(document("Harga  beras naik. Pasar ramai."), memory, engine=engine)
    first, second = bitext.translations
    assert (first.target, first.origin, first.score) == (
        "Rice is dearer, says “A”.",
        Origin.MEMORY,
        None,
    )
    assert second.origin is Origin.MACHINE
    assert not any("beras" in text for text in engine.asked)
    assert bitext.signature.options["memory"]


def test_a_date_that_a_reviewer_put_right_is_taken_from_the_memory(memory: MemoryFile) -> None:
    units.store(memory, [unit("12/3/2024", "12 March 2024")], replace_=False)
    (translation,) = run(document("12/3/2024"), memory).translations
    assert (translation.target, translation.origin) == ("12 March 2024", Origin.MEMORY)


def test_terms_of_an_approved_sentence_are_found_or_flagged(memory: MemoryFile) -> None:
    units.store(memory, [unit("OPEC dan NATO rapat.", "OPEC and the pact met.")], replace_=False)
    glossary = Glossary((Term("OPEC", "OPEC"), Term("NATO", "NATO")))
    (translation,) = run(document("OPEC dan NATO rapat."), memory, glossary=glossary).translations
    assert [(r.outcome, r.rung) for r in translation.hits] == [
        (Outcome.PINNED, Rung.MEMORY),
        (Outcome.FLAGGED, Rung.NONE),
    ]
    assert "term" in {finding.check for finding in translation.findings}


def test_waived_findings_stay_away(memory: MemoryFile) -> None:
    units.store(memory, [unit("Ada 14 kapal.", "Some ships.", ("number",))], replace_=False)
    (translation,) = run(document("Ada 14 kapal."), memory).translations
    assert "number" not in {finding.check for finding in translation.findings}


def test_a_memory_without_units_changes_no_byte_of_a_bitext(memory: MemoryFile) -> None:
    article = document("Harga beras naik. Pasar ramai.")
    assert run(article, memory) == run(article, None) == run(article, memory)


def test_drafts_are_found_again_only_if_all_that_steered_them_is_the_same(
    memory: MemoryFile,
) -> None:
    article = document("Harga beras naik.")
    glossary = Glossary((Term("beras", "English"),))
    run(article, memory)
    for again, engine, words, beam in [
        (True, CountingEngine(), None, 4),
        (False, CountingEngine(), None, 5),
        (False, CountingEngine(model="other"), None, 4),
        (False, CountingEngine(), glossary, 4),
        (True, CountingEngine(), glossary, 4),
    ]:
        run(article, memory, engine=engine, glossary=words, beam=beam)
        assert (engine.asked == []) is again


def test_an_interrupted_run_goes_on_where_it_stopped_and_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "PORTION", 3)
    article = document(*(f"Kalimat nomor {n} ada di sini." for n in range(10)))
    whole = run(article, None)
    with MemoryFile(tmp_path / "m") as memory, pytest.raises(KeyboardInterrupt):
        run(article, memory, engine=CountingEngine(fail_at=4))
    engine = CountingEngine()
    with MemoryFile(tmp_path / "m") as memory:
        assert units.summary(memory).drafts > 0
        assert run(article, memory, engine=engine) == whole
    assert 0 < len(set(engine.asked)) < 10


def test_the_file_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "memory.sqlite3"
    with MemoryFile(path) as memory:
        units.store(memory, [unit("Satu.", "One.")], replace_=False)
        copy = path.with_name("copy")
        memory.copy(copy)
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    if sys.platform != "win32":
        assert modes == {0o600}
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with MemoryFile(copy) as other:
        assert units.summary(other).units == 1


def test_the_usual_place_is_the_users_data_folder(home: Path) -> None:
    assert memory_path("x.db") == Path("x.db")
    if sys.platform.startswith("linux"):
        assert memory_path(None) == home / ".local" / "share" / "dwibahasa" / "memory.sqlite3"


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE song (name TEXT)")
    db.close()


def newer(path: Path) -> None:
    MemoryFile(path).close()
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO migration VALUES ('colours', '2030')")
    db.close()


def truncated(path: Path) -> None:
    MemoryFile(path).close()
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("slug", "spoil"),
    [
        ("memory-damaged", lambda path: path.write_bytes(b"not a database at all" * 300)),
        ("memory-damaged", truncated),
        ("memory-foreign", foreign),
        ("memory-newer", newer),
    ],
)
def test_a_file_that_is_no_memory_is_left_as_it_is(tmp_path: Path, slug: str, spoil) -> None:
    path = tmp_path / "memory"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(MemoryFileError) as caught:
        MemoryFile(path).check()
    assert caught.value.slug == slug
    assert str(path) in caught.value.message
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(MemoryFileError) as caught:
        MemoryFile(tmp_path / "memory")
    assert caught.value.slug == "memory-unwritable"


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(MemoryFileError) as caught:
        MemoryFile(tmp_path)
    assert caught.value.slug == "memory-unwritable"


def test_an_older_file_is_brought_up_to_date_and_keeps_its_units(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "memory"
    with monkeypatch.context() as old:
        old.setattr("translate.memory.file.MIGRATIONS", MIGRATIONS[:1])
        with MemoryFile(path) as memory:
            units.store(memory, [unit("Satu.", "One.")], replace_=False)
    with MemoryFile(path) as memory:
        summary = units.summary(memory)
        assert (summary.units, summary.reviews) == (1, 0)


def test_migrations_have_names_of_their_own() -> None:
    assert len({migration.name for migration in MIGRATIONS}) == len(MIGRATIONS)


WRITER = """
import sys
from pathlib import Path
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.memory.unit import MemoryUnit
path, name = Path(sys.argv[1]), sys.argv[2]
for n in range(25):
    with MemoryFile(path) as memory:
        mine = MemoryUnit("id", "en", f"{name} {n}", f"target {n}")
        shared = MemoryUnit("id", "en", f"shared {n}", name)
        units.store(memory, [mine, shared], replace_=True)
"""


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), name], cwd=ROOT, stderr=subprocess.PIPE
        )
        for name in ("one", "two", "three")
    ]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert (writer.returncode, errors.decode()) == (0, "")
    with MemoryFile(path) as memory:
        memory.check()
        assert units.summary(memory).units == 3 * 25 + 25


def test_a_different_target_stays_unless_it_may_be_replaced(memory: MemoryFile) -> None:
    old, new = unit("Satu.", "One."), unit("Satu.", "Uno.")
    assert units.store(memory, [old], replace_=False).added == 1
    assert units.store(memory, [old], replace_=False).same == 1
    assert units.store(memory, [new], replace_=False).kept == ((old, new),)
    assert units.all_units(memory) == [old]
    assert units.store(memory, [new], replace_=True).changed == 1
    assert units.all_units(memory) == [new]


def test_what_is_forgotten_is_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    with MemoryFile(path) as memory:
        units.store(memory, [unit("Rahasia.", "Tulipsecret."), unit("B.", "B.")], replace_=False)
        assert units.forget(memory, " Rahasia. ") == 1
        assert [u.source for u in units.all_units(memory)] == ["B."]
    assert not any(b"Tulipsecret" in file.read_bytes() for file in tmp_path.iterdir())


def test_a_search_meets_source_and_target_in_any_case(memory: MemoryFile) -> None:
    both = [unit("Harga Beras.", "What it costs."), unit("Pasar.", "Rice market.")]
    units.store(memory, both, replace_=False)
    assert units.search(memory, "beras", 9) == [both[0]]
    assert units.search(memory, "RICE", 9) == [both[1]]
    assert len(units.search(memory, "r", 1)) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(min_size=1, max_size=40))
def test_any_text_can_be_kept_and_found_by_its_key(source: str, target: str) -> None:
    assert key_of(key_of(source)) == key_of(source)
    with MemoryFile(Path(os.environ["HOME"]) / "any.sqlite3") as memory:
        units.store(memory, [unit(source, target)], replace_=True)
        assert source in units.approved(memory, "id", "en", [source])
