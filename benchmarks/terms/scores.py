"""How well terms were rendered, by the metrics of the WMT terminology tasks.

Exact match, window overlap and TERm follow Alam et al. 2021, "On the Evaluation of Machine
Translation for Terminology Consistency"; consistency follows Semenov et al. 2023 in counting how
often an article sticks to one rendering of a term. TERm here has no block shifts: it is the edit
distance in words, in which words of a term count twice. It is a little stricter for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from glossary.renderings import find_renderings
from glossary.term import Span, TermHit
from glossary.tokens import tokens

TERM_WEIGHT = 2.0


def placed(target: str, hits: Sequence[TermHit]) -> list[Span | None]:
    """Where the rendering of each hit stands in a text."""
    return find_renderings(target, [h.wanted for h in hits], [h.accepted for h in hits])


def window(target: str, reference: str, hits: Sequence[TermHit], size: int) -> list[float]:
    """For each hit the share of the `size` words on either side of it in the reference that stand
    within `size` words of it in the target; 0 where the target does not have it."""
    shares = []
    for here, there in zip(placed(target, hits), placed(reference, hits), strict=True):
        wanted = _around(reference, there, size)
        found = _around(target, here, size) if here else Counter()
        total = wanted.total()
        shares.append((wanted & found).total() / total if total else float(here is not None))
    return shares


def _around(text: str, span: Span | None, size: int) -> Counter[str]:
    if span is None:
        return Counter()
    before = [t.text.casefold() for t in tokens(text[: span.start])][-size:]
    return Counter(before + [t.text.casefold() for t in tokens(text[span.end :])][:size])


def term_edits(target: str, reference: str, hits: Sequence[TermHit]) -> tuple[float, float]:
    """Weighted edits from target to reference, and the weight of the reference."""
    spans = [span for span in placed(reference, hits) if span]
    words = tokens(reference)
    weights = [
        TERM_WEIGHT if any(s.start <= w.start < s.end for s in spans) else 1.0 for w in words
    ]
    row = [0.0]
    for weight in weights:
        row.append(row[-1] + weight)
    for token in tokens(target):
        last, row = row, [row[0] + 1.0]
        for n, (word, weight) in enumerate(zip(words, weights, strict=True)):
            same = last[n] + (0.0 if token.text == word.text else weight)
            row.append(min(same, row[n] + weight, last[n + 1] + 1.0))
    return row[-1], sum(weights)


def consistency(renderings: Iterable[tuple[str, str, str]]) -> float:
    """Of (article, term, rendering) triples whose term comes again in the article: the share that
    has the most frequent rendering there, in percent."""
    groups: dict[tuple[str, str], Counter[str]] = {}
    for article, term, rendering in renderings:
        groups.setdefault((article, term), Counter())[rendering] += 1
    again = [group for group in groups.values() if group.total() > 1]
    most = sum(group.most_common(1)[0][1] for group in again)
    return 100 * most / max(1, sum(group.total() for group in again))
