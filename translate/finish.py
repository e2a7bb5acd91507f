"""What rules know better than any model: the last hand that is laid on a sentence.

Values, names and words that were left, dates, zones, the order of names, articles, capitals: each
step changes only what is certain, and none touches the rendering of a term.
"""

from __future__ import annotations

from dataclasses import replace

from glossary import addresses
from translate.agree import agreed
from translate.amend import amended
from translate.dates import in_style, on_one_clock
from translate.englished import englished
from translate.languages import load_language
from translate.leftover import worded
from translate.long_forms import in_full
from translate.order import in_order
from translate.pin import Pinned
from translate.recase import Recased, begun, is_title, titled
from translate.zones import in_zone

__all__ = ["finished"]


def finished(
    source: str, case: Recased, made: Pinned, pair: tuple[str, str], *, builtin: bool
) -> Pinned:
    """The target of a `source`, which the model saw as `case` says, as it goes to the reader. With
    `builtin` the names that come along are put right, too."""
    made = _amended(source, made, pair)
    made = _englished(case.text, made, pair) if builtin else made
    known = (in_full,) if builtin else ()
    for right in (*known, worded, in_style, on_one_clock, in_zone):
        taken = [result.span for result in made.results if result.span]
        for place, text in right(source, made.target, taken, pair):
            made = made.changed(place, text)
    made = agreed(source, in_order(source, made, pair), pair[1])
    small = load_language(pair[1]).headline_small
    return replace(made, target=_restored(source, made, case, small))


def _amended(source: str, made: Pinned, pair: tuple[str, str]) -> Pinned:
    done = amended(source, made.target, [result.span for result in made.results], pair)
    if done.text == made.target:
        return made
    results = zip(made.results, done.kept, strict=True)
    return replace(made, target=done.text, results=tuple(replace(r, span=s) for r, s in results))


def _englished(told: str, made: Pinned, pair: tuple[str, str]) -> Pinned:
    hits, spans = [r.hit.span for r in made.results], [r.span for r in made.results]
    text, kept = englished(told, made.target, hits, spans, pair)
    if text == made.target:
        return made
    results = zip(made.results, kept, strict=True)
    return replace(made, target=text, results=tuple(replace(r, span=s) for r, s in results))


def _restored(source: str, made: Pinned, case: Recased, small: frozenset[str]) -> str:
    placed = [(r.span, r.hit) for r in made.results if r.span]
    # Renderings with capitals of their own keep them in headlines; "iPhone" even begins with none.
    typed = [span for span, hit in placed if hit.wanted != hit.wanted.lower()]
    odd = [span for span, hit in placed if not hit.wanted.partition(" ")[0].islower()]
    titles = [span for span, hit in placed if span not in typed and is_title(hit.span.of(source))]
    target = case.restored(titled(made.target, titles, small), typed, small)
    if any(not r.hit.span.start and addresses.is_address(r.hit) for r in made.results):
        source = source[:1].upper() + source[1:]  # where code begins a sentence, it has begun
    return _letter_by_letter(begun(source, target, odd), made)


def _letter_by_letter(target: str, made: Pinned) -> str:
    """Addresses and code have no capitals at the start of a sentence or in headlines."""
    for result in made.results:
        span, wanted = result.span, result.hit.wanted
        if span and addresses.is_address(result.hit) and len(span) == len(wanted):
            target = target[: span.start] + wanted + target[span.end :]
    return target
