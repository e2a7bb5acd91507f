"""What a decision cell says: the text of a reviewer, a text of its own, or nothing certain."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Choices", "Decided", "decided"]

_BARE = re.compile(r"(?<![\w'’-])[AaBb](?![\w'’-])")
_AROUND = " \t\n.,:;!*()[]{}\"'“”‘’«»"  # no question mark: who asks has not decided
_REVIEWER = re.compile(r"reviewer\b[\s.:]*")
_FEW = 3  # words that may end in A or B because they choose it: “Pilih A”, “A or B”


@dataclass(frozen=True, slots=True)
class Choices:
    """The texts that two reviewers want (None: not to be told), who they are, and the draft."""

    texts: tuple[str | None, str | None]
    authors: tuple[str, str] = ("", "")
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The text that is to stand, empty if none was chosen; `unclear` is a decision that is none."""

    text: str = ""
    unclear: str = ""


def decided(cell: str, choices: Choices) -> Decided:
    """What is to stand for a sentence whose decision cell holds these words.

    The letter or the name of a reviewer alone, and what frames it, choose that reviewer's text.
    What is far too short for the translation, or is short and names a letter or a reviewer beside
    other words, may be meant as a choice: it decides nothing. All else is the text itself.
    """
    chosen = _chosen(cell, choices.authors)
    if chosen is not None:
        return Decided(choices.texts[chosen] or "")
    if cell.strip() and _may_choose(cell.strip(_AROUND + "?"), choices):
        return Decided(unclear=cell.strip())
    return Decided(cell)


def _chosen(cell: str, authors: tuple[str, str]) -> int | None:
    """The reviewer that the words stand for alone, 0 or 1."""
    low = _plain(cell)
    for number, letter in enumerate("ab"):
        names = _names(authors[number]) - _names(authors[1 - number])
        heads = {f"{letter}: {name}" for name in names}
        if {low, _plain(_REVIEWER.sub("", low, count=1))} & {letter, *names, *heads}:
            return number
    return None


def _may_choose(words: str, choices: Choices) -> bool:
    texts = [text for text in (*choices.texts, choices.draft) if text and text.strip()]
    shortest = min(map(len, texts), default=0)
    count = len(words.split())
    if count < 2 and 4 * len(words) <= shortest:
        return True
    spaced = f" {_plain(words)} "
    named = any(f" {name} " in spaced for author in choices.authors for name in _names(author))
    there = {letter for text in texts for letter in _BARE.findall(text)}
    letters = [found for found in _BARE.finditer(words) if found[0] not in there]
    if (named or letters) and 2 * len(words) <= shortest:
        return True
    return count <= _FEW and any(letter.end() == len(words) for letter in letters)


def _names(author: str) -> set[str]:
    """The name of a reviewer, and each of several, as they may be typed."""
    return {_plain(name) for name in (author, *author.split(",")) if _plain(name)}


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(_AROUND).split())
