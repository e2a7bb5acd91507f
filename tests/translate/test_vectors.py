"""The decoder is told to use 512 bits where the processor does so in any case, and nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from translate.engines.vectors import use_wide_vectors

TOLD = "CT2_FORCE_CPU_ISA"
WIDE = "fpu sse4_1 avx2 avx512f avx512cd avx512vl avx512dq avx512bw"


@pytest.fixture(autouse=True)
def _untold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOLD, "")  # put back afterwards, whatever is done to it
    monkeypatch.delenv(TOLD)


def _listed(folder: Path, flags: str) -> Path:
    path = folder / "cpuinfo"
    path.write_text(f"processor\t: 0\nmodel name\t: Some\nflags\t\t: {flags}\nbugs\t\t:\n", "ascii")
    return path


def test_a_processor_with_vnni_gets_them(tmp_path: Path) -> None:
    use_wide_vectors(_listed(tmp_path, f"{WIDE} avx512_vnni"))
    assert os.environ[TOLD] == "AVX512"


@pytest.mark.parametrize("flags", [WIDE, "fpu sse4_1 avx2 avx_vnni", "avx512f avx512_vnni", ""])
def test_others_are_left_as_they_are(flags: str, tmp_path: Path) -> None:
    use_wide_vectors(_listed(tmp_path, flags))
    assert TOLD not in os.environ


def test_where_nothing_is_listed_nothing_is_said(tmp_path: Path) -> None:
    use_wide_vectors(tmp_path / "nothing")
    assert TOLD not in os.environ


def test_the_users_word_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOLD, "AVX2")
    use_wide_vectors(_listed(tmp_path, f"{WIDE} avx512_vnni"))
    assert os.environ[TOLD] == "AVX2"


def test_a_decoder_without_such_kernels_opens_all_the_same(tmp_path: Path) -> None:
    """CTranslate2 refuses a name that it does not know as it refuses what it was built without."""
    listed = _listed(tmp_path, f"{WIDE} avx512_vnni")
    code = f"""
import os
from translate.engines import Decoding, vectors
vectors._WIDE = "AVX1024"
vectors.use_wide_vectors.__defaults__ = (__import__("pathlib").Path({str(listed)!r}),)
from translate.engines.argos import open_engine
engine = open_engine("id", "en")
print(engine.translate(["Halo."], Decoding())[0][0].text != "", os.environ.get("{TOLD}"))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "None"]


def test_the_decoder_opens_a_model_with_what_it_is_told() -> None:
    """On this machine, whichever kernels it has: CTranslate2 refuses those that are missing."""
    code = (
        "import os; from translate.engines.argos import open_engine; open_engine('id', 'en');"
        f"print(os.environ.get('{TOLD}', 'none'))"
    )
    environment = {**os.environ, "CT2_VERBOSE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    told = done.stdout.split()[-1]
    assert told in ("none", "AVX512")
    assert told == "none" or f"Selected ISA: {told}" in done.stderr + done.stdout
