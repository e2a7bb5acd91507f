"""What a damaged or hostile ZIP archive may raise while it is opened and unpacked."""

from __future__ import annotations

import lzma
import struct
import zlib
from zipfile import BadZipFile

__all__ = ["DAMAGE"]

# RuntimeError: a password; NotImplementedError: a method of packing that is not known; ValueError:
# places before the beginning of the file, and names in no encoding; IndexError: no name at all.
DAMAGE: tuple[type[Exception], ...] = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    IndexError,
)
