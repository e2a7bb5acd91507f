"""Precision and recall of the recogniser on the annotated articles beside this file.

    python benchmarks/names/recognition.py [dev|blind]     with a part, its errors are shown

Names that a built-in list knows are left out on both sides: they are not the recogniser's work.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from glossary.builtin import builtin_terms
from glossary.formats.rows import Pair
from glossary.match import Matcher
from glossary.naming.recognise import recognise
from glossary.store import Glossary
from glossary.term import Span
from translate.languages.naming import cues_of

ARTICLES = Path(__file__).with_name("articles.txt")
KINDS = {"P": "person", "L": "place", "O": "organisation", "N": "unknown"}
_MARK = re.compile(r"\{([PLON]) ([^}]+)\}")


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article: its part of the set, its texts, and the names of each text."""

    part: str
    texts: tuple[str, ...]
    names: tuple[tuple[tuple[Span, str], ...], ...]


def articles() -> list[Article]:
    """The whole set."""
    found = []
    for block in re.split(r"^= ", ARTICLES.read_text("utf-8"), flags=re.M)[1:]:
        part, *lines = [line for line in block.splitlines() if line]
        read = [_unmarked(line) for line in lines]
        found.append(Article(part, tuple(t for t, _ in read), tuple(n for _, n in read)))
    return found


def _unmarked(line: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    text, names, end = "", [], 0
    for match in _MARK.finditer(line):
        text += line[end : match.start()]
        names.append((Span(len(text), len(text) + len(match[2])), KINDS[match[1]]))
        text += match[2]
        end = match.end()
    return text + line[end:], tuple(names)


def measure(part: str, *, show: bool = False) -> dict[str, float]:
    """Precision and recall in percent: of spans, and of people with their kind."""
    matcher = Matcher(Glossary(builtin_terms(Pair("id", "en"))))
    count: Counter[str] = Counter()
    for article in (a for a in articles() if a.part == part):
        listed = [[hit.span for hit in matcher.search(t).watched] for t in article.texts]
        found_names = recognise(article.texts, cues_of("id"), listed)
        rows = zip(article.texts, article.names, listed, found_names, strict=True)
        for text, wanted, known, told in rows:
            gold = {(s, k) for s, k in wanted if not any(s.overlaps(o) for o in known)}
            ours = {
                (m.span, str(m.kind)) for m in told if not any(m.span.overlaps(o) for o in known)
            }
            spans, found = {s for s, _ in gold}, {s for s, _ in ours}
            people, called = ({s for s, k in group if k == "person"} for group in (gold, ours))
            count["gold"] += len(spans)
            count["found"] += len(found)
            count["right"] += len(spans & found)
            count["kind"] += len(gold & ours)
            count["people"] += len(people)
            count["called"] += len(called)
            count["right people"] += len(people & called)
            copied = {m.span for m in told if m.copied} & found
            count["copied"] += len(copied)
            count["right copied"] += sum(any(_inside(c, s) for s in spans) for c in copied)
            if show and gold != ours:
                print(text)
                for name, group in (("missed", gold - ours), ("wrong", ours - gold)):
                    print("   ", name, [(s.of(text), k) for s, k in sorted(group)])
    return {
        "names": float(count["gold"]),
        "precision": 100 * count["right"] / count["found"],
        "recall": 100 * count["right"] / count["gold"],
        "kind": 100 * count["kind"] / max(1, count["right"]),
        "people precision": 100 * count["right people"] / count["called"],
        "people recall": 100 * count["right people"] / count["people"],
        "copied precision": 100 * count["right copied"] / count["copied"],
    }


def _inside(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


if __name__ == "__main__":
    chosen = sys.argv[1:]
    for each in chosen or ["dev", "blind"]:
        figures = measure(each, show=bool(chosen))
        print(each, " ".join(f"{name} {value:.1f}" for name, value in figures.items()))
