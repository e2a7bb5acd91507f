"""The decoder's own kernels in 512 bits, on processors that multiply matrices so in any case.

CTranslate2 uses its kernels for AVX-512 only if told (OpenNMT/CTranslate2#1108), and must be told
before it opens a model. Where a processor has VNNI, the matrices of a model in 8 bits are already
multiplied in 512 bits; norms, softmax and quantisation in the same width take 5 % off decoding.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["opened_wide", "use_wide_vectors"]

_TOLD = "CT2_FORCE_CPU_ISA"
_WIDE = "AVX512"
_PROCESSORS = Path("/proc/cpuinfo")
# What CTranslate2 demands for these kernels, and the sign that they do not slow the rest down.
_NEEDED = frozenset(("avx512f", "avx512cd", "avx512vl", "avx512dq", "avx512bw", "avx512_vnni"))


def opened_wide(opened: Callable[[], Any]) -> Any:
    """The translator that `opened` opens, told to use them.

    A build of CTranslate2 without these kernels says so at the first step, if not before, and asks
    what to use anew at the next: it opens as if nothing had been said.
    """
    if use_wide_vectors():
        try:
            translator = opened()
            translator.translate_batch([["."]], beam_size=1, max_decoding_length=1)
        except ValueError:
            del os.environ[_TOLD]
        else:
            return translator
    return opened()


def use_wide_vectors(processors: Path = _PROCESSORS) -> bool:
    """Have CTranslate2 use them, unless the environment says what to use: true if it was told so.

    Without effect where the system does not list in `processors` what each processor can do.
    """
    told = _TOLD not in os.environ and _flags(processors) >= _NEEDED
    if told:
        os.environ[_TOLD] = _WIDE
    return told


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
