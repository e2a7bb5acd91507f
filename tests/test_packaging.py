"""What is installed is ours, complete, and opens by name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from importlib import import_module
from importlib.metadata import distribution, entry_points
from pathlib import Path

import pytest

from translate import registry
from translate.errors import UsageError

ROOT = Path(__file__).parent.parent
HELP_LIMIT = 0.6  # seconds of processor time, which a busy machine stretches less than the clock


@pytest.mark.parametrize("package", ["glossary", "translate", "exports"])
def test_our_packages_are_not_shadowed(package: str) -> None:
    module = import_module(package)
    assert Path(str(module.__file__)).parent == ROOT / package, (
        f"another distribution provides '{package}' (translate-toolkit or translate?): uninstall it"
    )


@pytest.mark.parametrize("group", [registry.READERS, registry.ENGINES, registry.EXPORTERS])
def test_every_registered_name_loads(group: str) -> None:
    assert registry.names(group)
    for name in registry.names(group):
        assert callable(registry.load(group, name))


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no exporter named 'pdf'") as caught:
        registry.load(registry.EXPORTERS, "pdf")
    assert "docx, html, json" in caught.value.hint


def test_the_console_script_is_declared() -> None:
    (script,) = entry_points(group="console_scripts", name="dwibahasa")
    assert callable(script.load())
    assert distribution("dwibahasa").metadata["License-Expression"] == "MIT"


def _cpu_of_children() -> float:
    """Processor time of finished child processes, in seconds (Windows does not tell: 0)."""
    spent = os.times()
    return spent.children_user + spent.children_system


def test_help_answers_at_once_and_opens_no_model() -> None:
    code = (
        "import sys; from translate.cli.app import app; "
        "print(sorted({'ctranslate2', 'docx', 'lxml', 'sentencepiece'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"
    best = float("inf")
    for _ in range(3):
        start = _cpu_of_children()
        command = [sys.executable, "-m", "translate.cli", "--help"]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        best = min(best, _cpu_of_children() - start)
    assert best < HELP_LIMIT


def test_the_wheel_holds_the_model_and_the_languages_and_no_tests(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    model = [name for name in names if name.startswith("translate/models/id_en/")]
    assert {
        "translate/models/id_en/model/model.bin",
        "translate/models/id_en/metadata.json",
    } <= set(model)
    shipped = {name for name in names if name.startswith("translate/languages/")}
    ours = {f"translate/languages/{p.name}" for p in (ROOT / "translate/languages").glob("*.t*")}
    assert ours <= shipped
    assert {f"{package}/py.typed" for package in ("glossary", "translate", "exports")} <= set(names)
    assert {"exports/guide/en.md", "exports/guide/id.md"} <= set(names)
    assert [name for name in names if name.endswith(".data/data/share/man/man1/dwibahasa.1")]
    assert {
        name.split("/")[0] for name in names if not re.search(r"\.(dist-info|data)/", name)
    } == {
        "glossary",
        "translate",
        "exports",
    }
    assert not [name for name in names if "__pycache__" in name]
    assert wheel.stat().st_size < 70_000_000
