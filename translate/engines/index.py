"""The list of packages that Argos offers for download."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from translate.engines.routes import route
from translate.errors import ModelError

MAX_BYTES = 8 << 20  # of an index; the official one has about 100 KB


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be downloaded; `links` are tried in order."""

    source_lang: str
    target_lang: str
    version: str
    links: tuple[str, ...]

    @property
    def pair(self) -> str:
        """The language pair, as in ``id→en``."""
        return f"{self.source_lang}→{self.target_lang}"


def parse(raw: bytes, where: str) -> list[Offer]:
    """The offers of an Argos index (a JSON list), the newest of each pair, by pair.

    Entries that are no translation packages are passed over. Raises ModelError if it is no index.
    """
    try:
        entries: Any = json.loads(raw)
    except ValueError:
        entries = None
    if not isinstance(entries, list):
        raise ModelError(
            f"{where} holds no list of packages.",
            hint="Set ARGOS_PACKAGE_INDEX to the address of an Argos index, or install from a "
            "file: dwibahasa models install FILE.argosmodel",
            slug="no-index",
        )
    newest: dict[str, Offer] = {}
    for offer in _offers(entries):
        held = newest.get(offer.pair)
        if held is None or numbers(offer.version) > numbers(held.version):
            newest[offer.pair] = offer
    return sorted(newest.values(), key=lambda offer: offer.pair)


def _offers(entries: Iterable[Any]) -> Iterable[Offer]:
    for entry in entries:
        if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
            continue
        codes, links = (entry.get("from_code"), entry.get("to_code")), entry.get("links")
        if all(isinstance(code, str) and code for code in codes) and isinstance(links, list):
            addresses = tuple(link for link in links if isinstance(link, str))
            yield Offer(
                str(codes[0]), str(codes[1]), str(entry.get("package_version", "")), addresses
            )


def numbers(version: str) -> tuple[int, ...]:
    """A version for comparing: ``1.10`` is above ``1.9``."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def wanted(offers: Sequence[Offer], source_lang: str, target_lang: str) -> list[Offer]:
    """What to install for a pair: its package, or the shortest chain of packages.

    Raises ModelError, naming what is offered from the source language, if there is neither.
    """
    found = route(offers, source_lang, target_lang)
    if found is None:
        near = ", ".join(o.pair for o in offers if o.source_lang == source_lang) or "nothing"
        raise ModelError(
            f"No package is offered for {source_lang}→{target_lang}.",
            hint=f"From {source_lang}: {near}; 'dwibahasa models list --available' shows all.",
            slug="not-offered",
        )
    return found
