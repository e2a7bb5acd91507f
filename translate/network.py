"""The one door to the network: a file is fetched over HTTPS, whole and within limits, or not."""

from __future__ import annotations

import hashlib
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from http.client import HTTPException, HTTPResponse
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from translate import offline
from translate.errors import NetworkError

LOCAL = ("localhost", "127.0.0.1", "::1")
ATTEMPTS = 3
PAUSE = 1.0  # seconds before the second attempt; doubled before each further one
TIMEOUT = 30.0  # seconds without a byte
PORTION = 1 << 16  # bytes read at a time
PARTIAL = 206  # HTTP status of an answer that goes on where the last one broke off

Progress = Callable[[int, int], None]
"""Told of (bytes that have come, bytes in all or 0 if the server does not say)."""


def fetch(
    url: str, into: Path, *, most: int, report: Progress | None = None, pause: float = PAUSE
) -> str:
    """Write what `url` holds to the file `into` and return its SHA-256 in hex.

    Plain HTTP is refused but for this machine, also behind a redirection. A transfer that breaks
    off is taken up again where the server can do so (RFC 9110, range requests). Raises NetworkError
    if nothing answers, the answer is an error, or there are more than `most` bytes.
    """
    _secure(url)
    mark = ""
    into.unlink(missing_ok=True)
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(pause * 2 ** (attempt - 1))
        try:
            with offline.door(), _open(url, into, mark) as answer:
                mark = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
                _receive(answer, into, most, report)
            break
        except urllib.error.HTTPError as error:
            error.close()
            if error.code < 500 or attempt == ATTEMPTS - 1:
                raise _failed(url, f"the server answers {error.code} {error.reason}") from None
        except (OSError, HTTPException) as error:
            if attempt == ATTEMPTS - 1:
                raise _failed(url, _reason(error)) from None
    with into.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _open(url: str, into: Path, mark: str) -> HTTPResponse:
    headers = {"User-Agent": f"dwibahasa/{version('dwibahasa')}"}
    have = into.stat().st_size if into.exists() else 0
    if have and mark and not mark.startswith("W/"):
        headers |= {"Range": f"bytes={have}-", "If-Range": mark}
    opener = urllib.request.build_opener(_Redirections)
    answer: HTTPResponse = opener.open(
        urllib.request.Request(url, headers=headers), timeout=TIMEOUT
    )
    return answer


def _receive(answer: HTTPResponse, into: Path, most: int, report: Progress | None) -> None:
    goes_on = answer.status == PARTIAL
    done = into.stat().st_size if goes_on else 0
    stated = answer.headers.get("Content-Length", "")
    total = done + int(stated) if stated.isdigit() else 0
    with into.open("ab" if goes_on else "wb") as file:
        while portion := answer.read(PORTION):
            done += len(portion)
            if done > most:
                raise _failed(answer.url, f"it holds more than {most:,} bytes")
            file.write(portion)
            if report:
                report(done, total)
    if total and done < total:
        raise ConnectionError(f"the transfer broke off after {done:,} of {total:,} bytes")


class _Redirections(urllib.request.HTTPRedirectHandler):
    """Follows redirections, but never to plain HTTP or to a file."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        _secure(newurl)
        made: Any = super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
        return made if isinstance(made, urllib.request.Request) else None


def _secure(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL):
        return
    raise NetworkError(
        f"{url} is not fetched: only https addresses are safe from being exchanged on the way.",
        hint="Give an https address, or download the file yourself and give its path.",
        slug="insecure-address",
    )


def _reason(error: Exception) -> str:
    inner = getattr(error, "reason", error)
    if isinstance(inner, TimeoutError):
        return f"nothing came for {TIMEOUT:.0f} seconds"
    if isinstance(inner, socket.gaierror):
        return "its name is not found (is this machine connected?)"
    return str(getattr(inner, "strerror", None) or inner)


def _failed(url: str, why: str) -> NetworkError:
    return NetworkError(
        f"{url} cannot be fetched: {why}.",
        hint="Without a network: get the .argosmodel file on another machine, for example from "
        "https://www.argosopentech.com/argospm/index/, and run: dwibahasa models install FILE",
        slug="no-network",
    )
