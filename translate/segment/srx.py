"""Reads the break rules for a language from an SRX 2.0 file (LISA/GALA, 2008).

The file is hostile until parsed: no entities are resolved, nothing is fetched. Patterns are
written for ICU; what ICU and the `regex` library spell differently is translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import regex
from lxml import etree

from glossary.plain_file import read_plain
from translate.errors import InputError
from translate.languages import BreakRule

MAX_BYTES = 5_000_000
_NAMESPACES = ("{http://www.lisa.org/srx20}", "{http://www.lisa.org/srx}", "")
_QUOTED = regex.compile(r"\\Q(.*?)(?:\\E|$)", regex.DOTALL)
_HEX = regex.compile(r"\\x\{([0-9A-Fa-f]{1,8})\}")


def load_srx(name: str, code: str) -> tuple[BreakRule, ...]:
    """The rules of the file `name` for the language `code`, in the order in which they count.

    Raises `InputError` for a file that is no SRX, has no rules for the language, or holds a
    pattern that cannot be understood; the message names the rule and its line.
    """
    root = _root(name)
    space = next((n for n in _NAMESPACES if root.tag == f"{n}srx"), None)
    if space is None:
        raise _unreadable(name, "its root element is not <srx>")
    header = root.find(f"{space}header")
    cascade = header is not None and header.get("cascade") == "yes"
    groups = {g.get("languagerulename"): g for g in root.iter(f"{space}languagerule")}
    names = [
        entry.get("languagerulename")
        for entry in root.iter(f"{space}languagemap")
        if _fits(name, entry, code)
    ]
    chosen = [groups[n] for n in (names if cascade else names[:1]) if n in groups]
    if not chosen:
        raise InputError(
            f"{name} has no rules for the language '{code}'.",
            hint=f"Its rules are called: {', '.join(map(str, groups)) or 'nothing'}. Add a "
            "<languagemap> whose pattern fits the code, or leave out --srx.",
            slug="srx-language",
        )
    numbers = count(1)
    return tuple(rule for group in chosen for rule in _rules(name, group, space, numbers))


def _root(name: str) -> etree._Element:
    try:
        raw = read_plain(name, MAX_BYTES)
    except OSError as error:
        raise _unreadable(name, (error.strerror or "it cannot be opened").lower()) from None
    if len(raw) > MAX_BYTES:
        raise _unreadable(name, f"it is larger than {MAX_BYTES // 1_000_000} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(name, f"it is no well-formed XML ({error.msg})") from None


def _unreadable(name: str, why: str) -> InputError:
    return InputError(
        f"{name} cannot be read as segmentation rules: {why}.",
        hint="--srx takes an SRX 2.0 file, as OmegaT, Okapi and memoQ export it.",
        slug="srx-unreadable",
    )


def _fits(name: str, entry: etree._Element, code: str) -> bool:
    """True if a language map's pattern is for `code` ("id" or "id-ID"), whatever its case."""
    where = f"{name}:{entry.sourceline}: language map"
    pattern = _compiled(entry.get("languagepattern") or "", where, regex.IGNORECASE)
    return bool(pattern.fullmatch(code) or pattern.fullmatch(code.replace("_", "-")))


def _rules(
    name: str, group: etree._Element, space: str, numbers: Iterator[int]
) -> Iterator[BreakRule]:
    for rule in group.iter(f"{space}rule"):
        where = f"{name}:{rule.sourceline}: rule {next(numbers)}"
        before = _icu(rule.findtext(f"{space}beforebreak") or "")
        after = _icu(rule.findtext(f"{space}afterbreak") or "")
        for part in (before, after):  # each alone: "a)(b" must not pass as a whole
            _compiled(part, where)
        whole = _compiled(f"(?:{before})(?=(?:{after}))", where)
        yield BreakRule(rule.get("break") != "no", whole, where)


def _icu(pattern: str) -> str:
    r"""A pattern of ICU as `regex` writes it: ``\Q…\E``, ``\x{41}`` and ``\z`` differ."""
    pattern = _QUOTED.sub(lambda found: regex.escape(found[1]), pattern)
    pattern = _HEX.sub(lambda found: rf"\U{int(found[1], 16):08x}", pattern)
    return pattern.replace(r"\z", r"\Z")


def _compiled(pattern: str, where: str, flags: int = 0) -> regex.Pattern[str]:
    try:
        return regex.compile(pattern, flags | regex.VERSION1 | regex.MULTILINE)
    except (regex.error, OverflowError, RecursionError) as error:
        raise InputError(
            f"{where}: the pattern cannot be understood ({error}).",
            hint="Correct the regular expression, or leave the rule out.",
            slug="srx-rule",
        ) from None
