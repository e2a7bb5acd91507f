"""What of a recognised name must stand in the other language, and how its head is written there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from glossary.naming.cues import Cues, NameKind
from glossary.naming.recognise import Mention
from glossary.term import Span

__all__ = ["Heads", "Rendering", "rendering"]

_ROMAN = re.compile("[IVX]+|\\d+")
_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Heads:
    """How one language writes the heads of names that another gives them.

    `forms` has for each head its renderings, the usual one first, with {} for the proper part;
    `sides` the same for what stands behind the name of a place (timur). Behind the heads in
    `plain` ordinary words are a name, too; those in `describing` are none anywhere.
    """

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    sides: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    plain: frozenset[str] = frozenset()
    describing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rendering:
    """The place of a name, or of its proper part, and what is wanted for it; those of `accepted`
    will do as well."""

    span: Span
    wanted: str
    accepted: tuple[str, ...] = ()


def rendering(mention: Mention, text: str, cues: Cues, heads: Heads) -> Rendering | None:
    """What must stand for a mention in the other language; None where nothing is certain.

    People and firms are copied whole, an organisation also if its kind is told beside it (klub
    Persika), a place unless it is of ordinary words. Where a head is translated, the proper
    part stays. A name of unknown kind is copied if it has several words, none of them ordinary,
    or if it comes again.
    """
    if mention.renamed:
        return None
    if _label(words := mention.name.split()):
        return None
    whole = Rendering(mention.span, mention.name)
    if mention.kind is NameKind.PERSON:
        return _person(mention, text, words, cues)
    size = cues.head(words)
    if size and words[0].lower() in cues.firms:
        return whole
    if size:
        return _headed(mention, text, words, size, cues, heads)
    if mention.full != mention.name and cues.head(mention.full.split()):
        # Tunas Cendana, of Universitas Tunas Cendana; Luwu Utara, of Kabupaten Luwu Utara
        return replace(whole, accepted=tuple(_sided(words, heads)[:-1]))
    if mention.kind is NameKind.ORGANISATION:
        return whole if mention.told else None
    if mention.kind is NameKind.UNKNOWN:
        return whole if _foreign(words, cues) and (len(words) > 1 or mention.again) else None
    return _placed(mention, words, cues, heads)


def _person(mention: Mention, text: str, words: list[str], cues: Cues) -> Rendering | None:
    """A person from the first word on that is a name: an office may stand before it."""
    for start, word in enumerate(words):
        if word.lower() in cues.given or word[0].islower() or _odd(word, cues):
            span = _end_of(mention.span, text, len(words) - start)
            return Rendering(span, " ".join(words[start:]))
    return None


def _foreign(words: Sequence[str], cues: Cues) -> bool:
    """True if no word is one of the language, nor an acronym, nor of another sort of name."""
    if words[0].lower() in cues.events or any(word.isupper() for word in words):
        return False
    return all(_odd(w, cues) for w in words if w not in cues.particles)


def _placed(mention: Mention, words: list[str], cues: Cues, heads: Heads) -> Rendering | None:
    """A place without a head."""
    if not any(_odd(word, cues) for word in words):
        return None
    wanted, *others = _sided(words, heads)
    return Rendering(mention.span, wanted, tuple(others))


def _headed(
    mention: Mention, text: str, words: list[str], size: int, cues: Cues, heads: Heads
) -> Rendering | None:
    head, rest = " ".join(words[:size]).lower(), words[size:]
    start = _proper(rest, head in heads.plain, cues, heads)
    if start is None or _label(rest[start:]):
        return None
    sided = _nested(rest[start:], cues, heads)
    if start or head not in heads.forms:
        place = _end_of(mention.span, text, len(words) - size - start)
        return Rendering(place, sided[0], tuple(sided[1:]))
    forms = [_with_head(form, each) for each in sided for form in heads.forms[head]]
    wanted, *others = dict.fromkeys((*forms, mention.name, *sided))
    return Rendering(mention.span, wanted, tuple(others))


def _with_head(form: str, proper: str) -> str:
    """The form filled in; the head is not said twice: Makassar New Port."""
    head = form.replace("{}", "").split()
    return proper if head and head[-1] in proper.split() else form.replace("{}", proper)


def _label(words: Sequence[str]) -> bool:
    """True for what only numbers or letters its bearer: Grup F, Stadion II."""
    return all(len(word) == 1 or _ROMAN.fullmatch(word) for word in words)


def _proper(rest: Sequence[str], plain: bool, cues: Cues, heads: Heads) -> int | None:
    """Where the proper part begins behind a head; None if it is not certain."""
    start = 0
    while start < len(rest) and (
        rest[start].lower() in heads.describing or not (plain or _odd(rest[start], cues))
    ):
        start += 1
    own = rest[start:]
    if not own or not own[0][0].isupper() or (not plain and all(map(str.isupper, own))):
        return None
    if any(_odd(word, cues) for word in own):
        fine = plain or all(_odd(w, cues) or w.lower() in heads.sides for w in own)
        return start if fine else None
    return None if start or any(map(cues.words.built, own)) else 0


def _nested(own: Sequence[str], cues: Cues, heads: Heads) -> list[str]:
    """The ways to write a proper part that may be a name with a head: Kabupaten *Pulau Morotai*."""
    size = cues.head(own)
    forms = heads.forms.get(" ".join(own[:size]).lower(), ())
    if not forms or len(own) == size:
        return _sided(own, heads)
    sided = _sided(own[size:], heads)
    return [*(_with_head(form, each) for each in sided for form in forms), " ".join(own), *sided]


def _sided(words: Sequence[str], heads: Heads) -> list[str]:
    """The name of a place in the ways in which the sides of the compass are written."""
    name = " ".join(words)
    for size in (2, 1):
        forms = heads.sides.get(" ".join(words[-size:]).lower(), ())
        if forms and len(words) > size and words[0].lower() not in heads.sides:
            bases = _sided(words[:-size], heads)
            return [*(form.replace("{}", base) for base in bases for form in forms), name]
    return [name]


def _end_of(span: Span, text: str, count: int) -> Span:
    """The last words of a place in a text."""
    last = span.of(text).split()[-count:]
    return Span(span.start + span.of(text).rindex(last[0]), span.end)


def _odd(word: str, cues: Cues) -> bool:
    known = cues.words.knows(word, derived=False) or cues.words.built(word)
    return word.lower() in cues.towns or not known
