"""Documents in, bitexts out: segment, remember, translate, repair, pin, check, over all files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

from glossary.match import Matches
from glossary.store import Glossary
from glossary.term import TermHit
from translate import naming
from translate.carry import carry
from translate.checks import across
from translate.checks.every import find_all, without
from translate.checks.sentence import Sentence
from translate.confidence import banded
from translate.engines import Engine
from translate.engines.confidence import Calibrated
from translate.languages import Language
from translate.memory.drafts import Drafts
from translate.memory.file import MemoryFile
from translate.memory.near import with_near
from translate.memory.unit import MemoryUnit
from translate.memory.units import approved, fingerprint
from translate.model import (
    Bitext,
    Document,
    Finding,
    Origin,
    Segment,
    Severity,
    Signature,
    Translation,
)
from translate.occurrences import occurrences
from translate.pin import Pinned
from translate.pin.calibration import digest, ladder_of
from translate.portion import PHASES, Task, decoded
from translate.segment import segments
from translate.settled import Known
from translate.workers import Workers

Report = Callable[[str, int, int], None]
"""Told of progress as (phase, sentences finished since the last call, sentences in all)."""

PORTION = 2048  # sentences that are decoded, and committed as drafts, together
PIECE = 64  # the same where several workers share them


@dataclass(frozen=True, slots=True)
class Options:
    """What steers a run beside engine and glossary. `beam` is the width of the first search,
    `builtin` has the built-in words looked for, too; `alone` compares no document with another,
    so that each comes out the same whatever else is in the run."""

    beam: int = 4
    builtin: bool = True
    alone: bool = False


def translate(
    documents: Sequence[Document],
    *,
    engine: Engine,
    glossary: Glossary | Sequence[Glossary],
    language: Language,
    options: Options,
    report: Report,
    memory: MemoryFile | None = None,
    workers: Workers | None = None,
) -> list[Bitext]:
    """Translate all documents in one stream and return their bitexts, in order.

    `glossary` serves all documents, or there is one for each.
    A sentence that comes several times is decoded once, one that is approved in the memory not
    at all. Every term hit ends as pinned or flagged, every doubt as a finding; nothing here
    raises for a bad translation. A memory keeps what was decoded as drafts, portion by portion.
    `workers` decode in place of this process, to the same results.
    """
    split = [segments(d, language, count=engine.count, limit=engine.limit) for d in documents]
    every = [glossary] * len(split) if isinstance(glossary, Glossary) else list(glossary)
    pair = (engine.source_lang, engine.target_lang)
    known = approved(memory, *pair, (s.text for p in split for s in p)) if memory else {}
    before = Known(known, language, engine.target_lang, options.builtin)
    listed = occurrences(documents, split, every, engine.source_lang, before.copied)
    matches = naming.added(split, listed, pair, before.copied)
    settled = [
        [before.settle(segment, found) for segment, found in zip(part, here, strict=True)]
        for part, here in zip(split, matches, strict=True)
    ]
    wanted = dict.fromkeys(
        (segment.text, found.hits)
        for part, here, ready in zip(split, matches, settled, strict=True)
        for segment, found, one in zip(part, here, ready, strict=True)
        if one is None
    )
    drafts = Drafts(memory, engine, _steering(engine, options)) if memory else None
    done = _decode(list(wanted), engine, options, report, drafts, workers)

    def finished(segment: Segment, here: Matches) -> Translation:
        return _translation(segment, done[segment.text, here.hits], here.watched, pair, options)

    bitexts = [
        Bitext(
            document,
            engine.target_lang,
            tuple(one or finished(s, m) for one, s, m in zip(ready, part, here, strict=True)),
            _signature(engine, own, options, _used(part, known)),
        )
        for document, part, here, ready, own in zip(
            documents, split, matches, settled, every, strict=True
        )
    ]
    checked = _compared(bitexts, engine, known, alone=options.alone)
    return carry(with_near(checked, memory), engine)


def _steering(engine: Engine, options: Options) -> dict[str, str | int | float | bool]:
    """What decides with model, sentence and terms how a sentence comes out."""
    builtin: dict[str, bool] = {} if options.builtin else {"builtin": False}
    return {"beam": options.beam, "ladder": digest(ladder_of(engine)), **builtin}


def _compared(
    bitexts: Sequence[Bitext], engine: Engine, known: Mapping[str, MemoryUnit], *, alone: bool
) -> list[Bitext]:
    """The bitexts with what shows only now: contradictions, bands of confidence, waivers."""
    bands = engine.bands if isinstance(engine, Calibrated) else None
    groups = [[bitext] for bitext in bitexts] if alone else [bitexts]
    compared = [each for group in groups for each in across.compared(group)]
    return [banded(_dismissed(each, known), bands) for each in compared]


def _dismissed(bitext: Bitext, known: Mapping[str, MemoryUnit]) -> Bitext:
    """The bitext with the findings apart that reviewers waived when they approved a sentence."""
    done = tuple(
        without(t, known[t.segment.text].waived) if t.segment.text in known else t
        for t in bitext.translations
    )
    return replace(bitext, translations=done)


def _used(part: Sequence[Segment], known: Mapping[str, MemoryUnit]) -> str:
    """What the memory gave to one document, in short; empty if nothing."""
    units = [known[segment.text] for segment in part if segment.text in known]
    return fingerprint(units) if units else ""


def _decode(
    wanted: Sequence[Task],
    engine: Engine,
    options: Options,
    report: Report,
    drafts: Drafts | None,
    workers: Workers | None,
) -> dict[Task, Pinned]:
    """The final text for each distinct sentence, from the drafts or decoded.

    Only this process writes drafts, portion by portion, whoever decodes them.
    """
    for name in PHASES:
        report(name, 0, len(wanted))
    size = PIECE if workers else PORTION
    portions = [wanted[start : start + size] for start in range(0, len(wanted), size)]
    done: dict[Task, Pinned] = {}
    left = []
    for portion in portions:
        found = drafts.find(portion) if drafts else {}
        for name in PHASES if found else ():
            report(name, len(found), len(wanted))
        done |= found
        left.append(tuple(t for t in portion if t not in found) if found else tuple(portion))
    left = [portion for portion in left if portion]

    def told(name: str, finished: int) -> None:
        report(name, finished, len(wanted))

    if workers:
        made = workers.decoded(left, engine, options.beam, told, builtin=options.builtin)
    else:
        ladder, builtin = ladder_of(engine), options.builtin
        made = (decoded(part, engine, options.beam, ladder, told, builtin=builtin) for part in left)
    for portion, results in zip(left, made, strict=True):
        new = dict(zip(portion, results, strict=True))
        if drafts:
            drafts.keep(new)
        done |= new
    return done


def _translation(
    segment: Segment,
    pinned: Pinned,
    watched: Sequence[TermHit],
    pair: tuple[str, str],
    options: Options,
) -> Translation:
    sentence = Sentence(segment.text, pinned.target, *pair)
    limits = _limits(segment, pinned)
    found = find_all(sentence, pinned.results, watched, builtin=options.builtin, before=limits)
    results, called = naming.apart(pinned.results)
    return Translation(
        segment,
        pinned.target,
        Origin.MACHINE,
        pinned.score,
        results,
        found,
        names=called,
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


def _signature(engine: Engine, glossary: Glossary, options: Options, used: str) -> Signature:
    return Signature(
        tool=_tool(),
        engine=engine.name,
        model=engine.model,
        glossary=_named(glossary),
        options={"beam": options.beam} | ({"memory": used} if used else {}),
    )


@cache
def _tool() -> str:
    """Our name and version, which stand in files beside our code."""
    return f"dwibahasa {version('dwibahasa')}"


def _named(glossary: Glossary) -> str:
    """The files of a glossary and the hash of its terms, for a reader of the signature."""
    if not glossary.terms:
        return "none"
    return " ".join([*glossary.files, glossary.fingerprint])
