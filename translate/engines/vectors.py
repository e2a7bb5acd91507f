"""The decoder's own kernels in 512 bits, on processors that multiply matrices so in any case.

CTranslate2 uses its kernels for AVX-512 only if told (OpenNMT/CTranslate2#1108), and must be told
before it opens a model. Where a processor has VNNI, the matrices of a model in 8 bits are already
multiplied in 512 bits; norms, softmax and quantisation in the same width take 5 % off decoding.
"""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["use_wide_vectors"]

_TOLD = "CT2_FORCE_CPU_ISA"
_PROCESSORS = Path("/proc/cpuinfo")
# What CTranslate2 demands for these kernels, and the sign that they do not slow the rest down.
_NEEDED = frozenset(("avx512f", "avx512cd", "avx512vl", "avx512dq", "avx512bw", "avx512_vnni"))


def use_wide_vectors(processors: Path = _PROCESSORS) -> None:
    """Have CTranslate2 use them, unless the environment says what to use; without effect where the
    system does not list in `processors` what each processor can do."""
    if _TOLD not in os.environ and _flags(processors) >= _NEEDED:
        os.environ[_TOLD] = "AVX512"


def _flags(processors: Path) -> frozenset[str]:
    """What the first processor can do; nothing if that is not told."""
    try:
        with processors.open(encoding="ascii", errors="replace") as lines:
            for line in lines:
                name, _, value = line.partition(":")
                if name.strip() == "flags":
                    return frozenset(value.split())
    except OSError:
        pass
    return frozenset()
