"""Nothing leaves the machine: sockets are refused, and without any network all is the same."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from translate.engines.packages import EMBEDDED

ROOT = Path(__file__).parent.parent.parent
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": "100"}
ALONE = ["unshare", "--net", "--map-root-user"]
CAN_BE_ALONE = (
    shutil.which("unshare") is not None
    and subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0
)


def guarded(code: str) -> str:
    """What a process prints that has the guard of the command line, and then runs `code`."""
    begin = "import socket\nfrom translate import offline\noffline.refuse()\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + code], capture_output=True, text=True, env=ENVIRONMENT
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "call",
    [
        "socket.create_connection(('127.0.0.1', 9), 1)",
        "socket.getaddrinfo('example.org', 443)",
        "socket.gethostbyname('example.org')",
        "socket.socket().connect(('127.0.0.1', 9))",
        "socket.socket().connect_ex(('127.0.0.1', 9))",
        "socket.socket().bind(('127.0.0.1', 0))",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('::1', 9))",
        "import urllib.request as u; u.urlopen('https://example.org/')",
        "import asyncio as a; a.run(a.open_connection('127.0.0.1', 9))",
        "from threading import Thread as T; T(target=socket.gethostbyname, args=['a.org']).start()",
    ],
)
def test_every_way_to_the_network_is_refused(call: str) -> None:
    assert "it was refused" in guarded(call)


def test_processes_of_this_machine_may_talk_to_each_other() -> None:
    code = "from multiprocessing import Pipe\na, b = Pipe()\na.send(1)\nprint(b.recv())"
    assert guarded(code) == "1\n"


@pytest.mark.enable_socket
def test_the_door_is_open_to_its_own_thread_and_only_while_it_is_held() -> None:
    code = """
from concurrent.futures import ThreadPoolExecutor
ask = lambda: socket.getaddrinfo('127.0.0.1', 80, flags=socket.AI_NUMERICHOST)
def tried():
    try:
        ask()
        return 'open'
    except Exception as error:
        return type(error).__name__
with offline.door():
    print(tried())
    with ThreadPoolExecutor() as pool:
        print(pool.submit(tried).result())
print(tried())
"""
    assert guarded(code).split() == ["open", "NetworkError", "NetworkError"]


def imports(path: Path) -> set[str]:
    """The modules that a file imports, with what it takes from them."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize(
    ("modules", "allowed"),
    [
        (
            {"socket", "urllib.request", "http.client", "requests", "httpx"},
            {"translate/network.py", "translate/offline.py"},
        ),
        ({"translate.network"}, {"translate/cli/models/run.py"}),
        ({"translate.offline.door"}, set()),
        (
            {"translate.offline"},
            {"translate/network.py", "translate/cli/app.py", "translate/cluster.py"},
        ),
        ({"distributed"}, {"translate/cluster.py"}),
    ],
)
def test_only_the_door_knows_the_network_and_only_models_knows_the_door(
    modules: set[str], allowed: set[str]
) -> None:
    using = {
        path.relative_to(ROOT).as_posix()
        for package in ("glossary", "translate", "exports")
        for path in (ROOT / package).rglob("*.py")
        if imports(path) & modules
    }
    assert using == allowed


COMMANDS = """
translate examples/artikel.txt --glossary examples/istilah.csv --format docx --format json -o out
translate out/seite.html --engine echo --no-memory --format text --format html -o web
glossary check examples/istilah.csv
glossary names examples/artikel.txt
check out/artikel.en.json
review import out/artikel.en.review.docx
memory stats
export out/artikel.en.review.docx --format clean-docx --format markdown -o final
review report out/artikel.en.review.docx
review guide --lang id
memory export out/units.tmx
glossary extract examples/artikel.txt
translate examples -o folder --workers 2 --glossary examples/istilah.csv --format text -q
bundle create out/x.bundle --glossary examples/istilah.csv
bundle show out/x.bundle
bundle install out/x.bundle -o folder
models list
models install {model}
models verify
models remove id-en --yes
settings
doctor
"""


def run_all(folder: Path, before: list[str]) -> dict[str, bytes]:
    """Run all commands in `folder`; every file that they make, and all that they print."""
    folder.mkdir()
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "out").mkdir()
    paragraph = "<p>Empat belas kapal tiba di pelabuhan, dan para nelayan menyambut mereka.</p>"
    page = f"<html><body><article><h1>Kapal tiba</h1>{paragraph * 3}</article></body></html>"
    (folder / "out" / "seite.html").write_text(page, "utf-8")
    printed = b""
    for line in COMMANDS.format(model=EMBEDDED / "id_en").split("\n")[1:-1]:
        done = subprocess.run(
            [*before, sys.executable, "-m", "translate.cli", *line.split()],
            cwd=folder,
            env=ENVIRONMENT | {"HOME": str(folder / "home"), "DWIBAHASA_MEMORY": "tm.sqlite3"},
            capture_output=True,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        assert b"refused" not in done.stderr + done.stdout, line
        printed += line.encode() + b"\n" + done.stdout + b"%d\n" % done.returncode
    made = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for place in ("out", "web", "final", "folder")
        for path in (folder / place).rglob("*")
        if path.is_file() and ".dwibahasa" not in path.parts  # which holds times
    }
    return made | {"printed": printed.replace(bytes(folder), b"")}


@pytest.mark.model
@pytest.mark.skipif(not CAN_BE_ALONE, reason="no network namespaces here (unshare --net)")
def test_without_any_network_everything_is_the_same_to_the_byte(tmp_path: Path) -> None:
    with_network = run_all(tmp_path / "with", [])
    without = run_all(tmp_path / "sans", ALONE)
    assert {"out/artikel.en.review.docx", "web/seite.en.review.html"} <= set(with_network), (
        with_network["printed"].decode()
    )
    assert [n for n in with_network | without if with_network.get(n) != without.get(n)] == []
