"""Articles put right where only one form can be meant: "a opposition", "the The Hague".

The model writes by pieces of words, and a term may take the place of a word that began otherwise;
neither hears what follows the article.
"""

from __future__ import annotations

from glossary.term import Span
from glossary.tokens import tokens
from translate.languages.determiners import determiners_of
from translate.pin import Pinned

__all__ = ["agreed"]


def agreed(source: str, pinned: Pinned, target_lang: str) -> Pinned:
    """The target with articles that agree with what follows; the spans of its terms move along.

    Renderings of terms stay as they are, and so does what the source writes like an article.
    """
    words = determiners_of(target_lang)
    for span in sorted((r.span for r in pinned.results if r.span), reverse=True):
        before = pinned.target[: span.start]
        right = words.agreed(before, span.of(pinned.target))
        start = before.rstrip().rfind(" ") + 1
        place = Span(start, len(before))
        if right != before and not pinned.touches(place):
            pinned = pinned.changed(place, right[start:])
    forms = words.forms(pinned.target)
    copied = {token.text for token in tokens(source)} if forms else ()
    for place, form in reversed(forms):
        if place.of(pinned.target) not in copied and not pinned.touches(place):
            pinned = pinned.changed(place, form)
    return pinned
