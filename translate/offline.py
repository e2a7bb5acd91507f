"""Offline by construction: the process refuses the network, but for the one door that is opened.

An audit hook (PEP 578) sees every connection, datagram, listening port and name that Python code
asks for, ours or a dependency's, and cannot be taken away again. What C code does by itself it
does not see; the tests run the product in a network namespace without interfaces for that.
"""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from translate.errors import NetworkError

__all__ = ["all_doors", "door", "refuse"]

WATCHED = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
    }
)
_OPEN = ContextVar("_OPEN", default=False)
_EVERYWHERE = threading.Event()  # a library with threads of its own has no context of ours


def refuse() -> None:
    """From now on the network raises NetworkError in this process and in those forked from it."""
    sys.addaudithook(_watch)


@contextmanager
def door() -> Iterator[None]:
    """The network is open to this thread, as long as the context lasts."""
    token = _OPEN.set(True)
    try:
        yield
    finally:
        _OPEN.reset(token)


@contextmanager
def all_doors() -> Iterator[None]:
    """The network is open to all threads, as long as the context lasts: a cluster was asked for."""
    _EVERYWHERE.set()
    try:
        yield
    finally:
        _EVERYWHERE.clear()


def _watch(event: str, args: tuple[object, ...]) -> None:
    shut = event in WATCHED and not _OPEN.get() and not _EVERYWHERE.is_set()
    if shut and not _within_machine(args[0]):
        where = args[1] if isinstance(args[0], socket.socket) and len(args) > 1 else args[0]
        raise NetworkError(
            f"Something in this program asked for the network ({event}: {where}); it was refused.",
            hint="dwibahasa works offline. This is a mistake of ours or of a library: report it.",
            slug="offline",
        )


def _within_machine(subject: object) -> bool:
    """True for sockets between processes of one machine, which have no address outside of it."""
    local = getattr(socket, "AF_UNIX", None)
    return isinstance(subject, socket.socket) and subject.family == local
