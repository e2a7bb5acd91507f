"""Files come over the network whole and within limits, from a server replayed on loopback."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from translate.errors import NetworkError
from translate.network import fetch
from translate.offline import all_doors

CONTENT = bytes(range(256)) * 4000
pytestmark = pytest.mark.enable_socket


class Replay(BaseHTTPRequestHandler):
    """Answers by path: whole, broken off once, with errors, redirected."""

    asked: list[tuple[str, str]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        begin = self.headers.get("Range", "")
        self.asked.append((self.path, begin))
        if self.path.startswith("/moved-to-"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/moved-to-"))
            self.end_headers()
        elif self.path == "/missing":
            self.send_error(404)
        elif self.path == "/busy" and len(self.asked) < 3:
            self.send_error(503)
        else:
            self.give(int(begin.removeprefix("bytes=").rstrip("-")) if begin else 0)

    def give(self, start: int) -> None:
        rest = CONTENT[start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(rest)))
        if self.path != "/forgetful":
            self.send_header("ETag", '"1"')
        self.end_headers()
        breaks = self.path in ("/breaks", "/forgetful") and len(self.asked) == 1
        self.wfile.write(rest[: len(rest) // 2] if breaks or self.path == "/short" else rest)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def server() -> Iterator[str]:
    Replay.asked = []
    with all_doors():
        serving = ThreadingHTTPServer(("127.0.0.1", 0), Replay)
    thread = Thread(target=serving.serve_forever)
    thread.start()
    with all_doors():  # another test of this process may have shut them for good
        yield f"http://127.0.0.1:{serving.server_address[1]}"
    serving.shutdown()
    thread.join()
    serving.server_close()


def get(address: str, folder: Path, most: int = len(CONTENT)) -> str:
    return fetch(address, folder / "file", most=most, pause=0.01)


@pytest.mark.parametrize(
    ("path", "requests"),
    [
        ("/whole", [""]),
        ("/breaks", ["", f"bytes={len(CONTENT) // 2}-"]),
        ("/forgetful", ["", ""]),
        ("/busy", ["", "", ""]),
        ("/moved-to-/whole", ["", ""]),
    ],
)
def test_a_file_comes_whole_and_goes_on_where_it_broke_off(
    server: str, tmp_path: Path, path: str, requests: list[str]
) -> None:
    assert get(server + path, tmp_path) == hashlib.sha256(CONTENT).hexdigest()
    assert (tmp_path / "file").read_bytes() == CONTENT
    assert [begin for _, begin in Replay.asked] == requests


@pytest.mark.parametrize(
    ("path", "most", "reason"),
    [
        ("/missing", len(CONTENT), "answers 404"),
        ("/short", len(CONTENT), "broke off after"),
        ("/whole", len(CONTENT) - 1, "holds more than"),
        ("/moved-to-http://example.com/x", len(CONTENT), "only https"),
        ("/moved-to-file:///etc/passwd", len(CONTENT), "not allowed"),
    ],
)
def test_what_cannot_be_had_is_an_error_with_a_reason(
    server: str, tmp_path: Path, path: str, most: int, reason: str
) -> None:
    with pytest.raises(NetworkError, match=reason):
        get(server + path, tmp_path, most)


@pytest.mark.parametrize("address", ["http://example.com/a", "ftp://a/b", "file:///etc/passwd"])
def test_an_address_that_is_not_safe_is_not_even_asked(address: str, tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match="only https"):
        get(address, tmp_path)


def test_where_nothing_answers_the_error_names_the_way_without_a_network(
    server: str, tmp_path: Path
) -> None:
    with pytest.raises(NetworkError, match="cannot be fetched") as caught:
        get("http://127.0.0.1:9/index.json", tmp_path)
    assert "models install FILE" in caught.value.hint


def test_progress_tells_bytes_and_their_total(server: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    fetch(
        f"{server}/whole",
        tmp_path / "file",
        most=len(CONTENT),
        report=lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
