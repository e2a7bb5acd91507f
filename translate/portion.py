"""A portion of distinct sentences, from source to the finished target: what any worker can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from glossary.term import TermHit
from translate import naming, registry
from translate.engines import Decoding, Engine
from translate.errors import ModelError
from translate.finish import finished
from translate.memory.drafts import program
from translate.pin import Draft, Pinned, pin
from translate.pin.ladder import Ladder
from translate.pin.variants import plain
from translate.recase import recase
from translate.repair import repair
from translate.told import told

__all__ = ["PHASES", "Portion", "Recipe", "Task", "decode", "decoded"]

PHASES = ("Translating", "Second tries", "Pinning terms")

Task = tuple[str, tuple[TermHit, ...]]
"""A sentence and the terms in it: what is decoded once, however often it comes."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to open the engine of a run elsewhere: its registered `name`, the pair, the paths of
    `models`, and what must then be found there: the `model` and the `program`."""

    name: str
    source_lang: str
    target_lang: str
    models: tuple[str, ...]
    model: str
    program: str


@dataclass(frozen=True, slots=True)
class Portion:
    """A job that can be sent to another process."""

    tasks: tuple[Task, ...]
    recipe: Recipe
    beam: int
    ladder: Ladder
    builtin: bool = True


def decode(portion: Portion) -> tuple[Pinned, ...]:
    """Do the job here; a process opens its engine once. Raises ModelError if model or program are
    not those of the process that sent it."""
    engine = _opened(portion.recipe)
    return decoded(
        portion.tasks,
        engine,
        portion.beam,
        portion.ladder,
        lambda phase, n: None,
        builtin=portion.builtin,
    )


@lru_cache(maxsize=2)
def _opened(recipe: Recipe) -> Engine:
    opener = registry.load(registry.ENGINES, recipe.name)
    engine: Engine = opener(recipe.source_lang, recipe.target_lang, recipe.models)
    if (engine.model, program()) != (recipe.model, recipe.program):
        raise ModelError(
            f"A worker has another model or version of dwibahasa (its model: {engine.model}).",
            hint=f"Install the same dwibahasa there, and the model {recipe.model}.",
            slug="worker-differs",
        )
    return engine


def decoded(
    wanted: Sequence[Task],
    engine: Engine,
    beam: int,
    ladder: Ladder,
    report: Callable[[str, int], None],
    *,
    builtin: bool = True,
) -> tuple[Pinned, ...]:
    """Some sentences, in order: free translation, second tries, pinning, what the rules put right.

    With `builtin` that goes for the names that come along, too.
    `report` is told of each of `PHASES` as (phase, sentences finished since the last call).
    """
    if not wanted:
        return ()
    pair = (engine.source_lang, engine.target_lang)
    plainer = [told(text, hits, pair) for text, hits in wanted]
    # A bracket of inline terms that stands in the article itself must not reach the model.
    cases = [
        recase(plain(each.text, engine.markup), [hit.span for hit in each.hits], pair)
        for each in plainer
    ]
    sources = [case.text for case in cases]
    # A beam ends with as many candidates as it is wide: the others are there for the asking.
    free = engine.translate(
        sources, Decoding(beam, hypotheses=beam, shortlist=True), partial(report, PHASES[0])
    )
    hits = [each.hits for each in plainer]
    best = repair(sources, hits, free, engine)
    report(PHASES[1], len(sources))
    drafts = [Draft(*each) for each in zip(sources, hits, best, strict=True)]
    held = [naming.held(d, pair) for d in drafts]
    done = pin([h.draft for h in held], engine, partial(report, PHASES[2]), ladder)
    pinned = [naming.settled(*each) for each in zip(drafts, held, done, strict=True)]
    return tuple(
        each.restored(finished(each.text, case, made, pair, builtin=builtin))
        for each, case, made in zip(plainer, cases, pinned, strict=True)
    )
