"""A package's list of the pieces that its target language has: others need not be weighed.

Many models share their pieces between both languages; the English of ours never has 28 % of them.
CTranslate2 reads the list as ``vmap.txt`` and leaves all other rows of the last layer out. It may
hold lists for single source words, too, as in the paper of Jean et al. (2015); a sentence would
then have to do with those of its batch, so only a list for all sentences is used here.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["NAME", "has_shortlist", "written"]

NAME = "vmap.txt"
_SEPARATOR = "\t"  # before it, the source words that a list is for: none


def has_shortlist(model: Path) -> bool:
    """True if a model's folder has one list, for all sentences."""
    path = model / NAME
    if not path.is_file():
        return False
    with path.open("rb") as file:
        first = file.readline()
        return first.startswith(_SEPARATOR.encode()) and not file.readline()


def written(pieces: list[str]) -> str:
    """A list of pieces as CTranslate2 reads it."""
    return _SEPARATOR + " ".join(pieces) + "\n"
