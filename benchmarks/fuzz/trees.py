"""Damage that leaves a file well-formed: elements and values moved, doubled, dropped, swapped.

Broken XML is refused at the door; what gets past it is what a reader must be tried with.
"""

from __future__ import annotations

import copy
import json
import random
from typing import Any

from lxml import etree

WORDS = ("", "0", "-1", "1", "99999999999999999999", "true", "none", "../../x", "http://x/")
WORDS += ("\u202e", "\u00a0", "id", "en", "P1", "P1.1", "a = b", "=1+1", "1e999", "NaN", "%s{0}")
WORDS += ("x" * 300,)
MOST = 3_000  # elements or values of a tree that is still made larger


def shaken(data: bytes, dice: random.Random) -> bytes | None:
    """The XML or JSON in `data` after one to four acts on its tree; None if it is neither."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"<"):
        return _xml(data, dice)
    if head.startswith((b"{", b"[")):
        return _json(data, dice)
    return None


def _xml(data: bytes, dice: random.Random) -> bytes | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
        if root is None:
            return None
        for _ in range(dice.randint(1, 4)):
            _element(root, dice)
        return etree.tostring(root, encoding="utf-8")
    except (etree.LxmlError, ValueError):
        return None


def _element(root: etree._Element, dice: random.Random) -> None:
    every = [one for one in root.iter() if isinstance(one.tag, str)]
    one, other = dice.choice(every), dice.choice(every)
    above = one.getparent()
    act = dice.randrange(7)
    if act == 0 and above is not None:
        above.remove(one)
    elif act == 1:
        times = dice.choice((1, 1, 1, 2, 30)) if len(every) < MOST else 0
        for twin in [copy.deepcopy(one) for _ in range(times)]:  # all before `one` may grow
            other.append(twin)
    elif act == 2 and above is not None and one not in other.iterancestors() and one is not other:
        other.append(one)
    elif act == 3:
        one.tag = other.tag
    elif act == 4 and one.attrib:
        name = dice.choice(list(one.attrib))
        taken = list(other.attrib.values()) or [""]
        one.set(name, dice.choice((dice.choice(WORDS), str(dice.choice(taken)))))
    elif act == 5 and one.attrib:
        del one.attrib[dice.choice(list(one.attrib))]
    else:
        inner = _json(one.text.encode(), dice) if (one.text or "").startswith("{") else None
        one.text = inner.decode() if inner else dice.choice((dice.choice(WORDS), other.text))


def _json(data: bytes, dice: random.Random) -> bytes | None:
    try:
        lines = [json.loads(line) for line in data.splitlines() if line.strip()]
        many = True
    except (ValueError, RecursionError):
        many = False
    try:
        tree: Any = lines if many else json.loads(data)
        for _ in range(dice.randint(1, 4)):
            _value(tree, dice)
        if many:
            return b"\n".join(json.dumps(line).encode() for line in tree)
        return json.dumps(tree).encode()
    except (ValueError, RecursionError):
        return None


def _value(tree: Any, dice: random.Random) -> None:
    places: list[tuple[Any, Any]] = []
    todo = [tree]
    while todo and len(places) < MOST:
        here = todo.pop()
        keys = here.keys() if isinstance(here, dict) else range(len(here))
        places += [(here, key) for key in keys]
        todo += [here[key] for key in keys if isinstance(here[key], dict | list)]
    if not 0 < len(places) < MOST:
        return
    (box, key), (from_box, from_key) = dice.choice(places), dice.choice(places)
    act = dice.randrange(5)
    if act == 0:
        del box[key]
    elif act == 1:
        box[key] = copy.deepcopy(from_box[from_key])
    elif act == 2:
        numbers = (0, -1, 1, 10**30, 0.5, float("nan"), float("inf"), None, True, [], {}, "")
        box[key] = dice.choice(numbers)
    elif act == 3:
        box[key] = dice.choice(WORDS)
    elif isinstance(box, list):
        box[key:key] = [copy.deepcopy(box[key])] * dice.choice((1, 2, 40))
    else:
        box[dice.choice(WORDS)] = box[key]
