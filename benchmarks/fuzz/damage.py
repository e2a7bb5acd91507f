"""One random act of damage after another: to the bytes, or to a part of a packed file."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

SPICE = (b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b'"', b"&#0;", b"&#xD800;", b"{", b"[")
SPICE += (b"]]>", b"<!DOCTYPE x>", b"\xe2\x80\xae", b"\r", b",", b"\t", b"-1", b"99999999999999")
SPICE += (b"null", b"\xcc\x81" * 50, b"w:", b"<w:p/>", b"</w:p>", b"\\ud800", b"1e999", b"'")


def damaged(seed: bytes, dice: random.Random) -> bytes:
    """The file after one to six mutations; of packed ones mostly a part is hit, not the archive."""
    if seed.startswith(b"PK") and dice.random() < 0.85:
        return _inside(seed, dice)
    return _mutated(seed, dice)


def _inside(seed: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(seed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    hit = dice.choice(list(parts))
    parts[hit] = _mutated(parts[hit], dice)
    if dice.random() < 0.05:
        del parts[dice.choice(list(parts))]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _mutated(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 6)):
        at = dice.randint(0, len(data))
        to = min(len(data), at + int(dice.expovariate(1 / 20)))
        act = dice.randrange(5)
        if act == 0:
            data = data[:at] + data[to:]
        elif act == 1:
            data = data[:at] + dice.choice(SPICE) + data[at:]
        elif act == 2:
            data = data[:to] + data[at:to] * dice.randint(1, 40) + data[to:]
        elif act == 3:
            data = data[:at] + dice.randbytes(to - at) + data[to:]
        else:
            data = data[:at] + dice.choice(SPICE) + data[to:]
    return data
