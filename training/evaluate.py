"""Measures an exported package: scores with signatures, names, numbers, terms, alignment, speed."""

from __future__ import annotations

import platform
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import sacrebleu

from training import measures
from training.package import Output, Package
from training.recipe import Recipe

BEAM = 4  # as the figures before ours were measured
SPEED_BEAM = 2
SPEED_SENTENCES = 200
LEAST_PAIRS = 20
FIGURES, END = "<!-- figures -->", "<!-- end of figures -->"


@dataclass(frozen=True)
class Item:
    """A sentence with its reference and, in our own set, terms as (phrase, rendering)."""

    source: str
    reference: str
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Scores:
    """What was measured on one set; shares in percent."""

    pairs: int
    bleu: float
    chrf: float
    names: float
    numbers: float
    repetitions: float
    runaways: float


def read_items(path: Path) -> list[Item]:
    """Pairs, one per line; a third cell holds terms as `phrase=rendering; …`; # is a comment."""
    items = []
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        source, reference, *rest = line.split("\t")
        noted = [term.split("=", 1) for term in "".join(rest).split("; ") if term]
        items.append(Item(source, reference, tuple((a, b) for a, b in noted)))
    return items


def score(items: Sequence[Item], outputs: Sequence[Output], package: Package) -> Scores:
    """All measures of one set."""
    texts = [output.text for output in outputs]
    references = [item.reference for item in items]
    triples = [(i.source, i.reference, o) for i, o in zip(items, texts, strict=True)]
    repeated = [measures.repeats(o, r) for _, r, o in triples]
    lengths = [len(package.pieces.encode(r)) for r in references]
    ran = [o.cut or measures.runaway(o.pieces, n) for o, n in zip(outputs, lengths, strict=True)]
    return Scores(
        pairs=len(items),
        bleu=round(sacrebleu.corpus_bleu(texts, [references]).score, 2),
        chrf=round(sacrebleu.corpus_chrf(texts, [references]).score, 2),
        names=round(measures.total([measures.names(*t) for t in triples]).percent, 1),
        numbers=round(measures.total([measures.numbers(*t) for t in triples]).percent, 1),
        repetitions=round(100 * sum(repeated) / len(items), 2),
        runaways=round(100 * sum(ran) / len(items), 2),
    )


def annotated(item: Item, markup: tuple[str, str]) -> str:
    """The sentence with every term's rendering in brackets behind it."""
    text = item.source
    for phrase, rendering in item.terms:
        text = text.replace(phrase, f"{phrase} {markup[0]}{rendering}{markup[1]}", 1)
    return text


def term_rate(items: Sequence[Item], package: Package, markup: tuple[str, str]) -> float:
    """Percent of inline terms that the output holds word for word."""
    asked = [item for item in items if item.terms]
    outputs = package.translate([annotated(item, markup) for item in asked], BEAM)
    kept = [
        measures.term(rendering, output.text)
        for item, output in zip(asked, outputs, strict=True)
        for _, rendering in item.terms
    ]
    return round(100 * sum(kept) / len(kept), 1)


def alignment(path: Path, package: Package) -> float:
    """Alignment error rate on pairs annotated by hand."""
    lines = [x for x in path.read_text("utf-8").splitlines() if x and not x.startswith("#")]
    cells = [line.split("\t") for line in lines]
    found = [package.links(source, target) for source, target, _ in cells]
    return round(measures.alignment_error(found, [measures.annotation(c[2]) for c in cells]), 1)


def speed(items: Sequence[Item], package: Package) -> int:
    """Target pieces per second on one core."""
    sentences = [item.source for item in items[:SPEED_SENTENCES]]
    package.translate(sentences[:20], SPEED_BEAM)
    begin = time.perf_counter()
    outputs = package.translate(sentences, SPEED_BEAM)
    return round(sum(output.pieces for output in outputs) / (time.perf_counter() - begin))


def cpu() -> str:
    """The processor's name, as far as the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def signatures() -> dict[str, str]:
    """The settings of both scores, as sacreBLEU signs them."""
    made = {}
    for name, metric in (("bleu", sacrebleu.BLEU()), ("chrf", sacrebleu.CHRF())):
        metric.corpus_score(["a"], [["a"]])
        made[name] = str(metric.get_signature())
    return made


def sets(corpora: Path | None, work: Path | None, ours: Path, recipe: Recipe) -> dict[str, Path]:
    """Every set that is at hand: our own, the evaluation files, the held-out pairs."""
    found = {"news_id_en (ours)": ours / "news_id_en.tsv"}
    if corpora:
        found |= {Path(name).stem: corpora / name for name in recipe.corpora.evaluation}
    if work:
        found |= {f"held out: {p.stem}": p for p in sorted((work / "held-out").glob("*.tsv"))}
    return found


def evaluate(
    folder: Path, ours: Path, recipe: Recipe, corpora: Path | None = None, work: Path | None = None
) -> dict[str, object]:
    """Everything that the model card reports, ready for JSON."""
    package = Package(folder)
    own = read_items(ours / "news_id_en.tsv")
    results: dict[str, object] = {
        "signatures": signatures(),
        "beam": BEAM,
        "terms": term_rate(own, package, recipe.markup),
        "alignment_error": alignment(ours / "alignment_id_en.tsv", package),
        "pieces_a_second": {"beam": SPEED_BEAM, "cpu": cpu(), "rate": speed(own, package)},
    }
    scores = {}
    for name, path in sets(corpora, work, ours, recipe).items():
        items = read_items(path)
        if len(items) >= LEAST_PAIRS:
            outputs = package.translate([item.source for item in items], BEAM)
            scores[name] = asdict(score(items, outputs, package))
    return results | {"sets": scores}


def table(results: dict[str, object]) -> str:
    """The scores as a Markdown table."""
    scores = results["sets"]
    assert isinstance(scores, dict)
    lines = [
        "| Set | Pairs | BLEU | chrF | Names | Numbers | Repetitions | Runaways |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, s in scores.items():
        lines.append(
            f"| {name} | {s['pairs']:,} | {s['bleu']:.1f} | {s['chrf']:.1f} | {s['names']:.1f} % "
            f"| {s['numbers']:.1f} % | {s['repetitions']:.1f} % | {s['runaways']:.1f} % |"
        )
    return "\n".join(lines)


def report(results: dict[str, object]) -> str:
    """Everything for a person: the table, then the figures that belong to no set."""
    rate, signed = results["pieces_a_second"], results["signatures"]
    assert isinstance(rate, dict)
    assert isinstance(signed, dict)
    return f"""{table(results)}

Beam {results["beam"]}, int8, `{signed["bleu"]}` and `{signed["chrf"]}`.

- Inline terms honoured word for word: {results["terms"]} % (own set, many unusual).
- Alignment error rate on 100 pairs annotated by hand: {results["alignment_error"]} %.
- Target pieces a second at beam {rate["beam"]}: {rate["rate"]:,} on one core ({rate["cpu"]}).
"""


def into_card(card: Path, results: dict[str, object]) -> None:
    """Put the figures between the card's two marks."""
    before, _, rest = card.read_text("utf-8").partition(FIGURES)
    after = rest.partition(END)[2]
    text = f"{before}{FIGURES}\n\n{report(results)}\n{END}{after}"
    card.write_text(text, "utf-8")
