"""The embedded model is a true Argos package: stock argostranslate installs it and translates."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "translate" / "models" / "id_en"

# Runs in a process of its own: argostranslate makes folders in the home directory when imported,
# and reads its settings only then. Its sentence splitter would download a model; it is not ours.
TRANSLATE = """
import json, socket, sys
from pathlib import Path

def refuse(*arguments, **options):
    raise RuntimeError("a socket was opened")

socket.socket.connect = refuse
from argostranslate import package, sbd
sbd.MiniSBDSentencizer.split_sentences = lambda self, text: [text]
package.install_from_path(Path(sys.argv[1]))
from argostranslate import translate
print(json.dumps({
    "installed": [[p.from_code, p.to_code] for p in package.get_installed_packages()],
    "text": translate.translate(sys.argv[2], "id", "en"),
}))
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package folder as the zip that Argos distributes."""
    path = tmp_path_factory.mktemp("argos") / "translate-id_en.argosmodel"
    with zipfile.ZipFile(path, "w") as zipped:
        for file in sorted(PACKAGE.rglob("*")):
            zipped.write(file, Path("translate-id_en") / file.relative_to(PACKAGE))
    return path


def test_metadata_names_the_pair_and_the_term_markup() -> None:
    """The metadata says what Argos needs, and how inline terms are written."""
    metadata = json.loads((PACKAGE / "metadata.json").read_text("utf-8"))
    assert (metadata["from_code"], metadata["to_code"]) == ("id", "en")
    assert metadata["package_version"]
    assert metadata["argos_version"]
    assert metadata["term_markup"] == ["⟦", "⟧"]


def test_the_package_is_small_enough_for_a_wheel() -> None:
    """At most 60 MB."""
    assert sum(file.stat().st_size for file in PACKAGE.rglob("*")) <= 60_000_000


@pytest.mark.model
def test_stock_argostranslate_installs_it_and_translates(archive: Path, tmp_path: Path) -> None:
    """install_from_path takes the zip; translate() answers in English."""
    home = {name: str(tmp_path) for name in ("HOME", "USERPROFILE")}
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ARGOS_", "XDG_"))}
    done = subprocess.run(
        [sys.executable, "-c", TRANSLATE, str(archive), "Presiden tiba di Jakarta."],
        env={**kept, **home, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout.splitlines()[-1])
    assert answer["installed"] == [["id", "en"]]
    assert "president" in answer["text"].lower()
    assert "Jakarta" in answer["text"]
