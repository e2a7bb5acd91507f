"""Web and e-mail addresses, handles, telephone numbers, code: to be copied without being listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from glossary.term import Form, Span, Status, Term, TermHit

# Each alternative starts at a word and cannot backtrack far: texts are hostile until parsed.
_ADDRESS = re.compile(
    r"""(?<![\w@./+-])(?:
        (?:https?://|www\.)[^\s<>"“”«»]{1,500}
      | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}
      | [@#]\w{2,60}
      | (?:\+\d|0)\d{1,4}(?:[ -]?\d{2,5}){2,4}
    )""",
    re.VERBOSE,
)
# What each of them holds; begins with few characters, so that most texts are passed over at once.
_SIGN = re.compile(r"//|www\.|@|#|\+\d|0[\d -]{5}")
_WHERE = "address"  # stands in `where` of such terms, as a file does in others
_TRAILING = ".,;:!?)]}'’…"


def held(text: str, span: Span) -> TermHit:
    """The hit of a stretch that is to be rendered as it stands, whatever it is."""
    words = span.of(text)
    return TermHit(Term(words, "", status=Status.DNT, where=_WHERE), span, Form.LONG, words)


def find(text: str) -> Iterator[TermHit]:
    """A hit for each address, to be rendered as it stands, without the punctuation behind it."""
    for match in _ADDRESS.finditer(text) if _SIGN.search(text) else ():
        address = match.group().rstrip(_TRAILING)
        if len(address) > 2:
            yield held(text, Span(match.start(), match.start() + len(address)))


def is_address(hit: TermHit) -> bool:
    """True for a hit that was made here."""
    return hit.term.where == _WHERE


def joined(addresses: Iterable[TermHit], hits: Iterable[TermHit]) -> tuple[TermHit, ...]:
    """Both kinds of hits in order of place; no term is looked for inside an address."""
    first = tuple(addresses)
    free = [hit for hit in hits if not any(hit.span.overlaps(a.span) for a in first)]
    return tuple(sorted((*first, *free), key=lambda hit: hit.span))
