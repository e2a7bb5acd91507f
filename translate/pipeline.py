"""Documents in, bitexts out: segment, translate, repair, pin, check, in batches over all files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from glossary.forms import forms_of
from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import TermHit
from translate import checks, names
from translate.engines import Decoding, Engine
from translate.languages import Language
from translate.model import (
    Bitext,
    Document,
    Finding,
    HitResult,
    Kind,
    Origin,
    Outcome,
    Segment,
    Severity,
    Signature,
    Translation,
)
from translate.pin import Draft, Pinned, pin
from translate.pin.variants import plain
from translate.repair import repair
from translate.segment import segments

Report = Callable[[str, int, int], None]
"""Told of progress as (phase, sentences finished since the last call, sentences in all)."""

UNTRANSLATED_KINDS = (Kind.METADATA, Kind.DATELINE)


@dataclass(frozen=True, slots=True)
class Options:
    """What steers a run beside engine and glossary. `beam` is the width of the first search."""

    beam: int = 4


def translate(
    documents: Sequence[Document],
    *,
    engine: Engine,
    glossary: Glossary,
    language: Language,
    options: Options,
    report: Report,
) -> list[Bitext]:
    """Translate all documents in one stream and return their bitexts, in order.

    A sentence that comes several times is decoded once. Every term hit ends as pinned or
    flagged, every doubt as a finding; nothing here raises for a bad translation.
    """
    split = [segments(d, language, count=engine.count, limit=engine.limit) for d in documents]
    matcher = Matcher(glossary, forms_of(engine.source_lang))
    wanted = {
        s.text: matcher.hits(s.text) for part in split for s in part if not _copied(s, language)
    }
    done = _decode(wanted, engine, options, report)
    pair = (engine.source_lang, engine.target_lang)
    signature = _signature(engine, glossary, options)
    return [
        Bitext(
            document,
            engine.target_lang,
            tuple(
                _translation(s, None if _copied(s, language) else done[s.text], pair) for s in part
            ),
            signature,
        )
        for document, part in zip(documents, split, strict=True)
    ]


def _copied(segment: Segment, language: Language) -> bool:
    """True for datelines and file stamps without a word to translate, and for bare symbols."""
    if segment.kind in UNTRANSLATED_KINDS and language.is_neutral(segment.text):
        return True
    return not any(character.isalpha() for character in segment.text)


def _decode(
    wanted: dict[str, tuple[TermHit, ...]], engine: Engine, options: Options, report: Report
) -> dict[str, Pinned]:
    """The final text for each distinct sentence: free translation, second tries, pinning."""
    texts = list(wanted)

    def phase(name: str) -> Callable[[int], None]:
        return lambda finished: report(name, finished, len(texts))

    report("Translating", 0, len(texts))
    # A bracket of inline terms that stands in the article itself must not reach the model.
    told = [plain(text, engine.markup) for text in texts]
    answers = engine.translate(told, Decoding(beam=options.beam), phase("Translating"))
    report("Second tries", 0, len(texts))
    best = repair(told, [candidates[0] for candidates in answers], engine)
    report("Pinning terms", 0, len(texts))
    drafts = [Draft(t, wanted[t], c) for t, c in zip(texts, best, strict=True)]
    return dict(zip(texts, pin(drafts, engine, phase("Pinning terms")), strict=True))


def _translation(segment: Segment, pinned: Pinned | None, pair: tuple[str, str]) -> Translation:
    if pinned is None:
        return Translation(segment, segment.text, Origin.COPIED)
    return Translation(
        segment,
        pinned.target,
        Origin.MACHINE,
        pinned.score,
        pinned.results,
        (
            *_limits(segment, pinned),
            *(_missing(result) for result in pinned.results if result.outcome is Outcome.FLAGGED),
            *checks.find(segment.text, pinned.target),
            *names.find(segment.text, pinned.target, pinned.results, *pair),
        ),
    )


def _limits(segment: Segment, pinned: Pinned) -> list[Finding]:
    found = []
    if segment.cut:
        message = "The sentence was too long for the model and was divided."
        found.append(Finding("divided", Severity.INFO, message))
    if pinned.cut:
        message = "The translation ran into the length limit; its end is missing."
        found.append(Finding("cut", Severity.ERROR, message))
    return found


def _missing(result: HitResult) -> Finding:
    hit = result.hit
    source = hit.term.source if hit.wanted != hit.term.source else hit.wanted
    message = f"The term “{source}” should read “{hit.wanted}” here."
    return Finding("term", Severity.ERROR, message, result.span)


def _signature(engine: Engine, glossary: Glossary, options: Options) -> Signature:
    return Signature(
        tool=f"dwibahasa {version('dwibahasa')}",
        engine=engine.name,
        model=engine.model,
        glossary=_named(glossary),
        options={"beam": options.beam},
    )


def _named(glossary: Glossary) -> str:
    """The files of a glossary and the hash of its terms, for a reader of the signature."""
    if not glossary.terms:
        return "none"
    names = dict.fromkeys(term.where.rpartition(":")[0] for term in glossary.terms)
    return " ".join([*filter(None, names), glossary.fingerprint])
