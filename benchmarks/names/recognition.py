"""Precision and recall of the recogniser on the annotated articles beside this file.

    python -m benchmarks.names.recognition            both sets
    python -m benchmarks.names.recognition open       … and the errors on one

Names that a built-in list knows are left out on both sides: they are not the recogniser's work.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from benchmarks.names.annotated import KINDS, SETS, articles
from glossary.naming.recognise import recognise
from glossary.naming.rendered import rendering
from glossary.term import Span
from translate.checks.names import listed
from translate.languages.naming import cues_of, heads_of

__all__ = ["measure"]

Called = set[tuple[Span, str]]


def measure(part: str, *, show: bool = False) -> dict[str, float]:
    """Precision and recall in percent, of all spans and of each kind with its spans; and how much
    of what is copied lies inside of a marked name."""
    count: Counter[str] = Counter()
    for article in articles(part):
        known = [[hit.span for hit in listed(text, (), "id", "en")] for text in article.texts]
        found = recognise(article.texts, cues_of("id"), known)
        for text, names, bars, mentions in zip(
            article.texts, article.names, known, found, strict=True
        ):
            gold = _unlisted([(name.span, name.kind) for name in names], bars)
            ours = _unlisted([(m.span, str(m.kind)) for m in mentions], bars)
            told = [rendering(m, text, cues_of("id"), heads_of("id", "en")) for m in mentions]
            copied = [each.span for each in told if each]
            _count(count, gold, ours)
            count["copied"] += len(copied)
            count["rightly copied"] += sum(
                any(n.span.start <= c.start and c.end <= n.span.end for n in names) for c in copied
            )
            if show and gold != ours:
                print(text)
                for what, group in (("missed", gold - ours), ("wrong", ours - gold)):
                    print("   ", what, [(span.of(text), kind) for span, kind in sorted(group)])
    return _figures(count)


def _unlisted(names: Sequence[tuple[Span, str]], known: Sequence[Span]) -> Called:
    return {(s, kind) for s, kind in names if not any(s.overlaps(other) for other in known)}


def _count(count: Counter[str], gold: Called, ours: Called) -> None:
    spans, told = {span for span, _ in gold}, {span for span, _ in ours}
    count.update({"gold": len(spans), "found": len(told), "right": len(spans & told)})
    count["kind"] += len(gold & ours)
    for kind in KINDS.values():
        wanted, called = ({span for span, k in group if k == kind} for group in (gold, ours))
        for what, number in (
            ("gold", len(wanted)),
            ("found", len(called)),
            ("right", len(wanted & called)),
        ):
            count[f"{what} {kind}"] += number


def _figures(count: Counter[str]) -> dict[str, float]:
    figures = {"names": float(count["gold"])}
    for kind in ("", *(f" {kind}" for kind in KINDS.values())):
        figures[f"precision{kind}"] = 100 * count[f"right{kind}"] / count[f"found{kind}"]
        figures[f"recall{kind}"] = 100 * count[f"right{kind}"] / count[f"gold{kind}"]
    figures["kind"] = 100 * count["kind"] / count["right"]
    figures["copied"] = float(count["copied"])
    figures["copied precision"] = 100 * count["rightly copied"] / count["copied"]
    return figures


if __name__ == "__main__":
    chosen = sys.argv[1:]
    for each in chosen or SETS:
        print(each)
        for name, value in measure(each, show=bool(chosen)).items():
            print(f"    {name:<24} {value:6.1f}")
