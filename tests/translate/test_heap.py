"""Freed memory stays with the process, where the C library can be told so."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

FAULTS = """
import ctypes, resource, sys
from translate.engines.heap import keep_freed_memory
if sys.argv[1] == "kept":
    keep_freed_memory()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
before = 0
for again in range(20):
    places = [libc.malloc(1 << 20) for _ in range(20)]
    for place in places:
        ctypes.memset(place, 1, 1 << 20)
    for place in places:
        libc.free(place)
    if not again:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="other C libraries are left as they are"
)
def test_a_large_buffer_is_not_fetched_again_page_by_page() -> None:
    kept, given_back = (_faults(how) for how in ("kept", "given back"))
    assert kept < 1000 < given_back


def _faults(how: str) -> int:
    """How often pages had to be fetched for buffers that were freed and taken again."""
    told = subprocess.run(
        [sys.executable, "-c", FAULTS, how], capture_output=True, text=True, check=True
    )
    return int(told.stdout)
