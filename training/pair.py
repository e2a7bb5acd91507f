"""One training pair as words on both sides, with the source word that each target word renders."""

from __future__ import annotations

import re
from dataclasses import dataclass

UNLINKED = -1

_PARTS = re.compile(r"^(\W*)(.*?)((?:['’]s)?\W*)$", re.DOTALL)


@dataclass(frozen=True)
class Pair:
    """A pair of sentences; `links[j]` is the source word of target word j, or UNLINKED."""

    domain: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[int, ...]

    def line(self) -> str:
        """The pair as one tab-separated line."""
        links = " ".join(map(str, self.links))
        return "\t".join((self.domain, " ".join(self.source), " ".join(self.target), links))


def parse(line: str) -> Pair:
    """The inverse of `Pair.line`."""
    domain, source, target, links = line.rstrip("\n").split("\t")
    return Pair(
        domain,
        tuple(source.split(" ")),
        tuple(target.split(" ")),
        tuple(map(int, links.split())),
    )


def parts(word: str) -> tuple[str, str, str]:
    """Opening punctuation, the word itself, and what trails it ('s included)."""
    match = _PARTS.match(word)
    return (match[1], match[2], match[3]) if match else ("", word, "")


def core(word: str) -> str:
    """The word without punctuation around it."""
    return parts(word)[1]
