"""What `dwibahasa glossary check`, `find` and `list` print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from glossary.check import flaws
from glossary.entries import Entries
from glossary.folding import key
from glossary.formats.rows import Pair
from glossary.forms import forms_of
from glossary.match import Matcher
from glossary.plural import counted
from glossary.store import load, merge, read_entries
from glossary.term import COLUMNS, Status, Term, TermHit
from translate.cli import say
from translate.output import STDIN
from translate.readers import read


def check(paths: Sequence[str], pair: Pair, fail_on: str, *, as_json: bool) -> int:
    """Print the flaws of term lists taken together; 3 if one is as bad as `fail_on`."""
    parts = [read_entries(path, pair) for path in paths]
    found = Entries(
        tuple(t for part in parts for t in part.terms),
        tuple(p for part in parts for p in part.problems),
        tuple(w for part in parts for w in part.warnings),
    )
    told = flaws(found, pair)
    serious = sum(flaw.serious for flaw in told)
    if as_json:
        say.data({"entries": len(found.terms), "flaws": [asdict(flaw) for flaw in told]})
    else:
        for flaw in told:
            place = f"{flaw.where}: " if flaw.where else ""
            say.line(
                f"{'error' if flaw.serious else 'warning':<8}{flaw.kind:<12}{place}{flaw.message}"
            )
        counts = ((len(found.terms), "entry"), (serious, "error"), (len(told) - serious, "warning"))
        say.line(", ".join(counted(number, thing) for number, thing in counts))
    grave = {"never": 0, "error": serious, "warning": len(told)}[fail_on]
    return 3 if grave else 0


def find(text: str, paths: Sequence[str], pair: Pair, *, as_json: bool) -> int:
    """Print what a text, or each paragraph of an article, holds of term lists."""
    matcher = Matcher(merge([load(path, pair) for path in paths]), forms_of(pair.source))
    rows = []
    for place, part in _parts(text, pair):
        found = matcher.search(part)
        for outcome, hits in (
            ("insert", found.hits),
            ("watch", found.watched),
            ("shadowed", found.shadowed),
        ):
            rows += [_hit(place, outcome, part, hit) for hit in hits]
    if as_json:
        say.data({"hits": rows})
        return 0
    for row in rows:
        told = row["status"] if row["outcome"] == "watch" else row["outcome"]
        place = f"{row['place']:<5}" if row["place"] else ""
        say.line(f"{place}{told:<10}{row['text']} → {row['wanted'] or '–'}  [{row['where']}]")
    say.line(f"{len(rows)} found")
    return 0


def entries(
    paths: Sequence[str], pair: Pair, words: str, status: Status | None, *, as_json: bool
) -> int:
    """Print the entries that hold these words and have this status."""
    found = [
        term
        for path in paths
        for term in read_entries(path, pair).terms
        if (status is None or term.status is status) and _holds(term, words)
    ]
    if as_json:
        say.data({"entries": [entry(term) for term in found]})
        return 0
    for term in found:
        short = f" ({term.acr_source} → {term.acr_target or term.acr_source})"
        status_told = "" if term.status is Status.PREFERRED else f"  {term.status}"
        target = "=" if term.copies else term.target
        say.line(f"{term.source} → {target}{short if term.acr_source else ''}{status_told}")
    say.line(counted(len(found), "entry"))
    return 0


def entry(term: Term) -> dict[str, Any]:
    """A term for machines."""
    return {name: getattr(term, name) for name in COLUMNS} | {"where": term.where}


def _holds(term: Term, words: str) -> bool:
    everything = " ".join((term.source, term.target, term.acr_source, term.acr_target, term.note))
    return key(words) in key(everything)


def _parts(text: str, pair: Pair) -> Iterator[tuple[str, str]]:
    """The paragraphs of an article, each with its name, or the text itself."""
    if text != STDIN and not _is_file(text):
        yield "", text
        return
    for block in read(text, source_lang=pair.source).blocks:
        yield block.id, block.text


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # too long, or with signs that no name may have
        return False


def _hit(place: str, outcome: str, text: str, hit: TermHit) -> dict[str, Any]:
    return {
        "place": place,
        "outcome": outcome,
        "status": hit.term.status.value,
        "text": " ".join(hit.span.of(text).split()),
        "span": [hit.span.start, hit.span.end],
        "wanted": hit.wanted if hit.term.status is not Status.FORBIDDEN else "",
        "accepted": list(hit.accepted),
        "forbidden": list(hit.forbidden),
        "where": hit.term.where,
    }
