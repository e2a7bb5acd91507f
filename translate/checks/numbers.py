"""Numbers, dates, times, money and measures that do not agree, read as values on both sides.

A difference in writing is no finding: Rp1,5 triliun and Rp 1.5 trillion, pukul 14.30 and 2:30 p.m.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from glossary.term import Span
from translate.checks.quantities import Value, read
from translate.checks.quantities.lexicon import load_lexicon
from translate.checks.quantities.periods import contrasted
from translate.checks.sentence import Sentence
from translate.model import Finding, Severity

__all__ = ["numbers"]

_ALIKE = ({"$", "USD"}, {"m", "IDR"})
_MOST = 1_000  # quantities; a pasted table is no sentence
_KEPT = 8_192  # pairs: rules put right what is found here, and the checks tell the rest
_SWAPPED = str.maketrans(".,", ",.")


@lru_cache(maxsize=_KEPT)
def numbers(sentence: Sentence) -> tuple[Finding, ...]:
    """One finding for each quantity that is missing, added or changed; a date is one quantity."""
    return tuple(_found(sentence))


def _found(sentence: Sentence) -> Iterator[Finding]:
    ours: Sequence[Value] = read(sentence.source, sentence.source_lang)
    theirs: Sequence[Value] = read(sentence.target, sentence.target_lang)
    if not ours and not theirs:
        return
    known = [load_lexicon(lang) for lang in (sentence.source_lang, sentence.target_lang)]
    if not all(known) or len(ours) + len(theirs) > _MOST:
        return
    ours, theirs = contrasted(ours, theirs)
    vague = any(kind == "~" for value in (*ours, *theirs) for kind, _ in value.readings)
    alike = [[j for j, other in enumerate(theirs) if _agree(one, other, vague)] for one in ours]
    matched = _matched(ours, theirs, alike)
    both = all(lexicon is not None and lexicon.known for lexicon in known)
    lost = [v for i, v in enumerate(ours) if i not in matched and _counts(v, both)]
    told = {j for fits in alike for j in fits}
    added = [v for j, v in enumerate(theirs) if j not in told and _counts(v, both)]
    yield from _told(sentence, lost, added)
    for i, j in matched.items():
        yield from _unit(sentence, ours[i], theirs[j])
        yield from _notation(sentence, theirs[j])


def _counts(value: Value, both: bool) -> bool:
    """True if a value must be on both sides; words only if both languages have them."""
    return value.required and (both or not value.spelled)


def _matched(
    ours: Sequence[Value], theirs: Sequence[Value], alike: Sequence[Sequence[int]]
) -> dict[int, int]:
    """Which value renders which of the source: required ones and equal units first. `alike` are
    those that might, in order, for each of `ours`."""
    free = set(range(len(theirs)))
    found: dict[int, int] = {}
    for strict in (2, 1, 0):
        for i, value in enumerate(ours):
            if i in found or (strict and not value.required):
                continue
            fits = [j for j in alike[i] if j in free]
            if strict == 2:
                fits = [j for j in fits if theirs[j].unit == value.unit]
            best = max(fits, key=lambda j: theirs[j].required, default=None)
            if best is not None:
                found[i] = best
                free.discard(best)
    return found


def _agree(one: Value, other: Value, vague: bool) -> bool:
    if "time" in (one.kind, other.kind):
        times, also_times = one.of("t"), other.of("t")
        if times and also_times:  # pukul 10.00 is not 10 p.m., though both say 10
            return not times.isdisjoint(also_times)
    if one.kind == other.kind == "period":
        here, there = ({r for r in v.readings if len(r[0]) > 1} for v in (one, other))
        if {kind for kind, _ in here} == {kind for kind, _ in there}:
            return here == there  # the fourth quarter is not the fourth of anything else
    if not one.readings.isdisjoint(other.readings):
        return True
    return vague and (_around(one, other) or _around(other, one))


def _around(one: Value, other: Value) -> bool:
    """True if the one tells about how many the other is: hundreds, 100."""
    some = one.of("~")
    return bool(some) and not some.isdisjoint(other.of("n"))


def _told(sentence: Sentence, lost: Sequence[Value], added: Sequence[Value]) -> Iterator[Finding]:
    """Pairs what was lost with what was added instead: one slip, one finding."""
    rest = _groups(added)
    for there in _groups(lost):
        like = [here for here in rest if here[0].kind == there[0].kind]
        like = [here for here in like if here[0].unit == there[0].unit] or like
        here = like[0] if like else (rest[0] if rest else None)
        if here is not None:
            rest.remove(here)
        elif _vague(there):
            continue
        yield _finding(sentence, there, here)
    for here in rest:
        if not _vague(here):
            yield _finding(sentence, None, here)


def _vague(values: Sequence[Value]) -> bool:
    """Hundreds that only one side speaks of: "centuries-old" needs no number."""
    return all(kind == "~" for value in values for kind, _ in value.readings)


def _groups(values: Sequence[Value]) -> list[list[Value]]:
    """The values by their dates; what is in no date stands alone."""
    groups: list[list[Value]] = []
    for value in values:
        if groups and value.date is not None and groups[-1][0].date == value.date:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


def _finding(
    sentence: Sentence, there: Sequence[Value] | None, here: Sequence[Value] | None
) -> Finding:
    from_span, to_span = _span(there), _span(here)
    kind = (there or here or ())[0].kind
    if from_span is None:
        assert to_span is not None
        message = f"The {kind} “{to_span.of(sentence.target)}” does not stand in the source."
    elif to_span is None:
        message = f"The {kind} “{from_span.of(sentence.source)}” of the source is missing."
    else:
        one, other = from_span.of(sentence.source), to_span.of(sentence.target)
        message = f"The {kind} “{one}” of the source reads “{other}” here."
        if one == other:
            right = one.translate(_SWAPPED)
            message = f"“{one}” is written as in the source; here it should be {right}."
    if kind == "date":
        return Finding("date", Severity.ERROR, message, to_span, from_span)
    if kind == "time":
        return Finding("time", Severity.ERROR, message, to_span, from_span)
    return Finding("number", Severity.ERROR, message, to_span, from_span)


def _span(values: Sequence[Value] | None) -> Span | None:
    if not values:
        return None
    return values[0].date or Span(values[0].span.start, values[-1].span.end)


def _unit(sentence: Sentence, ours: Value, theirs: Value) -> Iterator[Finding]:
    """5 kilometres where the source has 5 metres; a unit that one side leaves out is no matter."""
    if not ours.unit or not theirs.unit or ours.unit == theirs.unit:
        return
    if {ours.unit, theirs.unit} in _ALIKE or not (ours.required and theirs.required):
        return
    message = (
        f"The unit of {theirs.span.of(sentence.target)} is {theirs.unit} here, "
        f"{ours.unit} in the source."
    )
    yield Finding("measure", Severity.ERROR, message, theirs.span, ours.span)


def _notation(sentence: Sentence, theirs: Value) -> Iterator[Finding]:
    """37,5 where English writes 37.5: the right number, in the wrong signs."""
    if theirs.foreign and theirs.kind == "number":
        number = theirs.span.of(sentence.target).split()[0]
        right = number.translate(_SWAPPED)
        message = f"“{number}” is written as in the source; here it should be {right}."
        yield Finding("number", Severity.ERROR, message, theirs.span)
