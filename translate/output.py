"""Where results go: named beside the input, written whole or not at all, never over a file."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from translate.errors import OutputError

STDIN = "-"
SUFFIXES = frozenset({".docx", ".json", ".txt", ".html", ".md", ".csv", ".xlsx", ".xlf"})
"""What the names of results end with; `-o hasil.docx` names a file, no folder."""


def stems(inputs: Sequence[str]) -> list[str]:
    """A name for the outputs of each input: its stem, or its full name where two share a stem."""
    paths = [Path("stdin" if name == STDIN else name) for name in inputs]
    shared = Counter(path.stem for path in paths)
    return [path.name if shared[path.stem] > 1 else path.stem for path in paths]


def names_file(out: str) -> bool:
    """True if what was given with `-o` is the name of one result and not of a folder."""
    return Path(out).suffix.lower() in SUFFIXES and not os.path.isdir(out)


def destination(name: str, stem: str, folder: Path | None, ending: str) -> Path:
    """The file for one result of the input `name`: in `folder`, else beside the input."""
    beside = Path() if name == STDIN else Path(name).parent
    return (folder if folder is not None else beside) / f"{stem}.{ending}"


def prepare(path: Path, *, force: bool, named: bool = False) -> None:
    """See that the file may be written; its folder is made later, with the first result.

    `named` is true where the command line names the file itself and has no ``-o``.
    Raises OutputError if it exists (without `force`), is a folder, or its folder is not writable.
    """
    folder = path.parent
    try:
        folder = _there(folder)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".dwibahasa-"):
            pass
    except NotADirectoryError:
        raise _unwritable(f"{folder} is a file, not a folder.") from None
    except OSError as error:
        reason = error.strerror or error
        raise _unwritable(f"Cannot write into the folder {folder}: {reason}.") from None
    if os.path.isdir(path):
        raise _unwritable(f"{path} is a folder, not a file.")
    if os.path.exists(path) and not force:
        elsewhere = "give another name" if named else "-o FOLDER to write elsewhere"
        raise OutputError(
            f"{path} exists already.",
            hint=f"Use --force to overwrite it, or {elsewhere}.",
            slug="output-exists",
        )


def _there(folder: Path) -> Path:
    """The folder, or the nearest one above that exists. Raises OSError where none can be seen."""
    while folder != folder.parent:
        try:
            os.stat(folder)
        except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL character
            folder = folder.parent
        else:
            break
    return folder


def write(path: Path, data: bytes) -> None:
    """Write beside and rename, so that an interruption leaves the old file or the new one."""
    with beside(path, private=False) as file:
        file.write(data)


@contextmanager
def beside(path: Path, *, private: bool = True) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place when the context ends well, for all the system's
    users to read as usual, or for the owner alone. Raises OutputError."""
    name = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=".dwibahasa-", suffix=path.suffix, delete=False
        ) as file:
            name = file.name
            yield file
            file.flush()
            os.fsync(file.fileno())
        if not private:
            os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
        name = ""
    except OSError as error:
        raise _unwritable(f"Cannot write {path}: {error.strerror or error}.") from None
    finally:
        if name:
            Path(name).unlink(missing_ok=True)


def _unwritable(message: str) -> OutputError:
    return OutputError(
        message, hint="Choose another folder with -o FOLDER.", slug="unwritable-output"
    )


def _umask() -> int:
    """The process's file mode mask; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
