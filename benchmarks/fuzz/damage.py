"""One act of damage after another: to bytes, to the tree in them, to a part of a packed file."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

from benchmarks.fuzz.trees import shaken

Mutate = Callable[[bytes], bytes]
"""Other bytes than these; the fuzzer's own way, which knows what led somewhere new."""

SPICE = (b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b'"', b"&#0;", b"&#xD800;", b"{", b"[")
SPICE += (b"]]>", b"<!DOCTYPE x>", b"\xe2\x80\xae", b"\r", b",", b"\t", b"-1", b"99999999999999")
SPICE += (b"null", b"\xcc\x81" * 50, b"w:", b"<w:p/>", b"</w:p>", b"\\ud800", b"1e999", b"'")


def damaged(seed: bytes, dice: random.Random, mutate: Mutate | None = None) -> bytes:
    """The file after a mutation or a few; of packed ones mostly a part is hit, not the archive."""
    if seed.startswith(b"PK") and dice.random() < 0.9:
        return _inside(seed, dice, mutate)
    return _mutated(seed, dice, mutate)


def _inside(seed: bytes, dice: random.Random, mutate: Mutate | None) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(seed)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # noqa: BLE001 - an archive that is broken already
        return _mutated(seed, dice, mutate)
    if not parts:
        return _mutated(seed, dice, mutate)
    hit = dice.choice(list(parts))
    parts[hit] = _mutated(parts[hit], dice, mutate)
    if dice.random() < 0.05:
        del parts[dice.choice(list(parts))]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _mutated(data: bytes, dice: random.Random, mutate: Mutate | None) -> bytes:
    way = dice.random()
    if way < 0.5 and (tree := shaken(data, dice)) is not None:
        return tree
    if way < 0.8 and mutate is not None:
        return mutate(data)
    for _ in range(dice.randint(1, 6)):
        data = _bytes(data, dice)
    return data


def _bytes(data: bytes, dice: random.Random) -> bytes:
    at = dice.randint(0, len(data))
    to = min(len(data), at + int(dice.expovariate(1 / 20)))
    act = dice.randrange(5)
    if act == 0:
        return data[:at] + data[to:]
    if act == 1:
        return data[:at] + dice.choice(SPICE) + data[at:]
    if act == 2:
        return data[:to] + data[at:to] * dice.randint(1, 40) + data[to:]
    if act == 3:
        return data[:at] + dice.randbytes(to - at) + data[to:]
    return data[:at] + dice.choice(SPICE) + data[to:]
