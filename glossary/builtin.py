"""Names that come along: from CLDR, and a list of our own for each language pair that has one.

Countries, months, weekdays, currencies and languages are CLDR's; nationalities, capitals and
institutions stand in ``names/<source>-<target>.tsv``. They ask for nothing but to be accounted
for: every one is admitted with all its renderings, at the lowest priority.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

from glossary.formats.rows import Pair
from glossary.term import CaseRule, Status, Term

# How the name of a language is written in running text, where its own name is also a country's.
_LANGUAGE = MappingProxyType({"id": "bahasa {}"})
_TERRITORY = re.compile(r"[A-WYZ][A-Z]|\d{3}")
_LEFT_OUT = frozenset({"001", "ZZ"})  # the world, and nowhere


@cache
def builtin_terms(pair: Pair) -> tuple[Term, ...]:
    """The built-in names for a language pair; none for a language that CLDR does not have."""
    merged: dict[tuple[str, CaseRule], dict[str, None]] = {}
    for source, targets, case in (*_own(pair), *_cldr(pair)):
        merged.setdefault((source, case), {}).update(dict.fromkeys(targets))
    return tuple(
        Term(source, "|".join(targets), "", "", Status.ADMITTED, case, 0, where="built-in")
        for (source, case), targets in merged.items()
    )


_Line = tuple[str, Iterable[str], CaseRule]


def _own(pair: Pair) -> Iterator[_Line]:
    """The lines of our list: source, its renderings, and both acronyms; bars divide alternatives.

    An acronym is a line of its own, which its long renderings serve as well.
    """
    path = files("glossary").joinpath("names", f"{pair.source}-{pair.target}.tsv")
    if not path.is_file():
        return
    for told in path.read_text("utf-8").splitlines():
        if not told.strip() or told.startswith("#"):
            continue
        source, target, acr_source, acr_target = [*told.split("\t"), "", ""][:4]
        targets = target.split("|")
        acronyms = acr_target.split("|") if acr_target else []
        for phrase in source.split("|"):
            yield phrase, [*targets, *acronyms], CaseRule.AUTO
            for short in acr_source.split("|") if acr_source else ():
                both = f"{phrase} ({short})"
                yield both, [*targets, *acronyms], CaseRule.AUTO
        for short in acr_source.split("|") if acr_source else ():
            yield short, [*(acronyms or [short]), *targets], CaseRule.AUTO


def _cldr(pair: Pair) -> Iterator[_Line]:
    try:
        ours, theirs = Locale(pair.source), Locale(pair.target)
    except (UnknownLocaleError, ValueError):
        return
    for code, name in ours.territories.items():
        if code in theirs.territories and _TERRITORY.fullmatch(code) and code not in _LEFT_OUT:
            yield name, [theirs.territories[code]], CaseRule.AUTO
    for code, name in ours.currencies.items():
        if code in theirs.currencies:
            names = [theirs.currencies[code], theirs.currency_symbols.get(code, "")]
            yield name, filter(None, names), CaseRule.ANY
    pattern = _LANGUAGE.get(pair.source)
    for code, name in ours.languages.items() if pattern else ():
        if code in theirs.languages and pattern:
            yield pattern.format(name), [theirs.languages[code]], CaseRule.ANY
    for kind in ("months", "days"):
        one, other = getattr(ours, kind), getattr(theirs, kind)
        for place, name in one["format"]["wide"].items():
            forms = [other["format"][width][place] for width in ("wide", "abbreviated")]
            yield name, forms, CaseRule.AUTO
