"""What pinning does to whole sentences: `python -m benchmarks.terms.news [--pairs FILE]`.

Our news sentences with their terms: once those of which every rendering stands in the reference,
once all of them, whose renderings differ from it on purpose. With `--pairs`, sentences of a file
(Indonesian, tab, English), with the names that come along for a list: those whose rendering stands
in the reference become terms.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import sacrebleu

from benchmarks.terms import scores, trial
from benchmarks.terms.runs import NEWS
from benchmarks.terms.trial import Item
from glossary.forms import forms_of
from glossary.match import Matcher
from glossary.renderings import find_renderings
from glossary.store import Glossary
from glossary.term import Form, Term, TermHit
from translate.checks.names import listed
from translate.engines import Engine
from translate.engines.argos import open_engine
from translate.model import Outcome
from translate.pin import Draft, pin
from translate.pin.calibration import ladder_of


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.terms.news", description=__doc__)
    asked.add_argument("--model", help="an Argos package; the embedded one if not given")
    asked.add_argument("--pairs", type=Path, metavar="FILE")
    asked.add_argument("--first", type=int, metavar="N", help="of the sentences that hold terms")
    given = asked.parse_args()
    engine = open_engine("id", "en", [given.model] if given.model else [])
    print("| Sentences | Terms | Pinned | chrF | BLEU |\n|---|---|---|---|---|")
    if given.pairs:
        show(str(given.pairs.name), list(built_in(given.pairs))[: given.first], engine)
        return
    items = list(ours())
    show("terms as in the reference", [i for i in items if _in_reference(i)], engine)
    show("all with terms", items, engine)


def ours() -> Iterator[Item]:
    """Our news sentences that hold terms, each with a list of its own."""
    for line in NEWS.read_text("utf-8").splitlines():
        source, reference, terms = [*line.split("\t"), "", ""][:3]
        pairs = [each.partition("=") for each in terms.split("; ") if "=" in each]
        if pairs and not line.startswith("#"):
            own = Glossary(tuple(Term(phrase, wanted) for phrase, _, wanted in pairs))
            yield Item("", source, reference, Matcher(own, forms_of("id")).hits(source))


def built_in(path: Path) -> Iterator[Item]:
    """Sentences of a file that hold built-in names with a known rendering in the reference."""
    for line in path.read_text("utf-8").splitlines():
        source, _, reference = line.partition("\t")
        hits = []
        for hit in listed(source, (), "id", "en"):
            there = [text for text in hit.accepted if find_renderings(reference, [text])[0]]
            if there:
                wanted = max(there, key=len)
                hits.append(TermHit(Term(hit.term.source, wanted), hit.span, Form.LONG, wanted))
        if hits:
            yield Item("", source, reference, tuple(hits))


def _in_reference(item: Item) -> bool:
    return None not in scores.placed(item.reference, item.hits)


def show(name: str, items: Sequence[Item], engine: Engine) -> None:
    """Print a row: untreated and with the ladder."""
    base = trial.untreated(items, engine)
    drafts = [Draft(i.source, i.hits, c) for i, c in zip(base.items, base.free, strict=True)]
    pinned = pin(drafts, engine, ladder=ladder_of(engine))
    free = [candidate.text for candidate in base.free]
    done = [each.target for each in pinned]
    references = [[item.reference for item in items]]
    hits = [hit for item in items for hit in item.hits]
    had = [s for i, t in zip(items, free, strict=True) for s in scores.placed(t, i.hits) if s]
    held = sum(r.outcome is Outcome.PINNED for p in pinned for r in p.results)
    shares = f"{100 * len(had) / len(hits):.1f} → {100 * held / len(hits):.1f}"
    chrf = [sacrebleu.corpus_chrf(texts, references).score for texts in (free, done)]
    bleu = [sacrebleu.corpus_bleu(texts, references).score for texts in (free, done)]
    change = [f"{before:.1f} → {after:.1f}" for before, after in (chrf, bleu)]
    print(f"| {name}: {len(items)} | {len(hits)} | {shares} | {change[0]} | {change[1]} |")


if __name__ == "__main__":
    main()
