"""Memory that the decoder gives back stays with the process: it asks for it again at once.

CTranslate2 takes and frees buffers at every step. The C library of Linux returns large ones to the
system each time, and gets them back page by page, filled with zeros: 8 % of the time of decoding.
"""

from __future__ import annotations

import ctypes
import sys

__all__ = ["keep_freed_memory"]

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # names that mallopt(3) has for them in malloc.h
_MOST = 32 * 1024 * 1024  # bytes; glibc takes no more for the second


def keep_freed_memory() -> None:
    """Keep up to 32 MB that were freed, in each arena; without effect but with glibc."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc is not None and hasattr(libc, "mallopt"):
        libc.mallopt(_MMAP_THRESHOLD, _MOST)
        libc.mallopt(_TRIM_THRESHOLD, _MOST)
