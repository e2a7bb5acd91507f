"""One memory file: made private, opened safely, brought up to date, safe with several processes."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from translate.errors import MemoryFileError
from translate.memory.schema import APPLICATION_ID, MIGRATIONS

__all__ = ["MemoryFile", "now"]

WAIT = 30.0  # seconds that one process waits for another
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_REFUSED = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
    }
)
_BROKEN = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class MemoryFile:
    """An open memory file; use it in a ``with``, or call `close`. Threads take turns with it.

    Raises MemoryFileError ``memory-damaged``, ``memory-foreign`` or ``memory-newer`` for a file
    that is no memory of ours, and leaves it as it was; ``memory-unwritable`` or ``memory-busy``
    where it cannot be used now. Reading and writing raise the same.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._turn = threading.Lock()
        _make(path)
        with _told(path):
            self._connection = sqlite3.connect(
                path.resolve().as_uri() + "?mode=rw",
                uri=True,
                timeout=WAIT,
                isolation_level=None,
                check_same_thread=False,
            )
        try:
            with _told(path):
                _prepare(self._connection, path)
        except MemoryFileError:
            self.close()
            raise

    def __enter__(self) -> MemoryFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was committed is safe, whether this is called or not."""
        with self._turn:
            self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for reading one state of the file."""
        with self._turn, _told(self.path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction that is kept whole, or not at all."""
        with self._turn, _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def check(self) -> None:
        """Look through the whole file; raises MemoryFileError ``memory-damaged``."""
        with _told(self.path):
            ((verdict,), *_) = self._connection.execute("PRAGMA quick_check(1)").fetchall()
        if verdict != "ok":
            _damaged(self.path, str(verdict))

    def copy(self, path: Path) -> None:
        """Write a copy to `path`, private like the original; an older copy is replaced."""
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            _make(draft)
            with _told(draft), closing(sqlite3.connect(draft, isolation_level=None)) as other:
                other.execute("PRAGMA journal_mode = DELETE")
                self._connection.backup(other)
            os.replace(draft, path)
        except OSError as error:
            _refused(path, error.strerror or str(error))
        finally:
            draft.unlink(missing_ok=True)

    def compact(self) -> None:
        """Give back the room of what was deleted, so that no trace of it stays in the file."""
        with _told(self.path):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def now() -> str:
    """The present time as it is written into the file."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _make(path: Path) -> None:
    """An empty file that only its owner may read, if there is none yet."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except (OSError, ValueError) as error:
        _refused(path, getattr(error, "strerror", None) or str(error))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    ours = _value(connection, "PRAGMA application_id") == APPLICATION_ID
    if not ours and _value(connection, "SELECT count(*) FROM sqlite_master"):
        raise MemoryFileError(
            f"{path} is a database of another program.",
            hint="Give another file with --memory FILE; a new one is made if there is none.",
            slug="memory-foreign",
        )
    if ours and _missing(connection, path) == 0:
        connection.execute("PRAGMA synchronous = NORMAL")
        return
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied TEXT NOT NULL)"
        )
        for migration in MIGRATIONS[len(MIGRATIONS) - _missing(connection, path) :]:
            for statement in migration.statements:
                connection.execute(statement)
            connection.execute("INSERT INTO migration VALUES (?, ?)", (migration.name, now()))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _missing(connection: sqlite3.Connection, path: Path) -> int:
    """How many migrations the file still needs."""
    rows = connection.execute("SELECT name FROM migration ORDER BY rowid").fetchall()
    applied = [str(name) for (name,) in rows]
    if applied != [migration.name for migration in MIGRATIONS[: len(applied)]]:
        raise MemoryFileError(
            f"{path} was written by a newer version of dwibahasa.",
            hint="Upgrade dwibahasa, or give another file with --memory FILE.",
            slug="memory-newer",
        )
    return len(MIGRATIONS) - len(applied)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers and one writer at once; SQLite does not wait by itself for this switch."""
    end = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _BUSY or time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


def _value(connection: sqlite3.Connection, statement: str) -> object:
    (value,) = connection.execute(statement).fetchone()
    return value


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite complains about, in our words; mistakes of the program stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", -1) & 0xFF
        if code in _BUSY:
            raise MemoryFileError(
                f"{path} is in use by another program.",
                hint="Wait for it to finish, or give another file with --memory FILE.",
                slug="memory-busy",
            ) from None
        if code in _REFUSED:
            _refused(path, str(error))
        if code in _BROKEN:
            _damaged(path, str(error))
        raise


def _refused(path: Path, reason: str) -> NoReturn:
    raise MemoryFileError(
        f"The memory {path} cannot be opened or written: {reason}.",
        hint="Give another file with --memory FILE, or work without one: --no-memory.",
        slug="memory-unwritable",
    ) from None


def _damaged(path: Path, reason: str) -> NoReturn:
    raise MemoryFileError(
        f"The memory {path} is damaged: {reason}. It was left as it is.",
        hint="Put a copy in its place, give another file with --memory FILE, or use --no-memory.",
        slug="memory-damaged",
    ) from None
