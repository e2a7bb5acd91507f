"""The words of the glossary: a span of text, a term, and a hit of a term in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, ``text[start:end]``; never negative, never reversed."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if both spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same span, `by` characters further on."""
        return Span(self.start + by, self.end + by)


COLUMNS = (
    "source",
    "target",
    "acr_source",
    "acr_target",
    "status",
    "note",
    "case",
    "priority",
    "pos",
    "id",
    "match",
    "variants",
    "forbidden",
    "first_mention",
    "context_any",
    "context_not",
    "domain",
)
"""The fields of a term that a list holds, in the order in which lists are written."""
USUAL = COLUMNS[:9]
"""Those that every list is written with."""


class Status(StrEnum):
    """What a term asks for: insert, accept, refuse, copy, or only propose its target."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    DNT = "dnt"
    PROPOSED = "proposed"


INSERTING = frozenset({Status.PREFERRED, Status.DNT})
"""The statuses of terms that go into a translation; all others are only looked for."""


class CaseRule(StrEnum):
    """How capitals in the text must agree with capitals in the entry."""

    AUTO = "auto"
    EXACT = "exact"
    ANY = "any"


class MatchRule(StrEnum):
    """What may differ between an entry and the text, beside capitals."""

    LANGUAGE = "language"  # what the source language may join to a word
    INDONESIAN = "id"  # the same of Indonesian, whatever the source language
    PLAIN = "plain"  # nothing: the word as it stands
    FOLD = "fold"  # what the language may join, and diacritics


class Mention(StrEnum):
    """How the first mention of a term with an acronym is written."""

    AS_SOURCE = "as-source"
    EXPAND = "expand"  # the first mention gets its acronym: "target (ACR)"
    SHORT = "short"  # after the first full form the acronym alone


class Note(StrEnum):
    """What a reviewer should know of an occurrence."""

    JOINED = "joined"  # a preposition is joined to it: a slip of the source
    POSSESSIVE = "possessive"  # -nya is joined to it: his, her, its, their, or the
    PLURAL = "plural"  # doubled, or with para: several
    ADDED = "added"  # an acronym that the source does not have here was added
    SHORTENED = "shortened"  # the acronym stands for the source's long form
    CLASH = "clash"  # the article means another thing by the acronym than the list


class Form(StrEnum):
    """Which form of a term stands in the text."""

    LONG = "long"
    ACRONYM = "acronym"
    BOTH = "both"  # "Long Form (ACR)"


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: a source phrase and the target phrase that must stand for it.

    An empty `target`, or `status` dnt, means: copy the source exactly. Alternatives of `source`
    are divided by a bar; so are those of `target` where the status is admitted, forbidden or
    proposed, and `variants` (further ways to write the source), `forbidden` (renderings that must
    not stand for it), `context_any` and `context_not` (of which one, or none, must stand in the
    paragraph). With the `pos` noun the plural matches, too, and is taken for right. `where` names
    the file and line of the entry for messages, `level` how far its list is from the article,
    `foreign` what its list says under names that are not ours: it is kept and has no effect.
    """

    source: str
    target: str
    acr_source: str = ""
    acr_target: str = ""
    status: Status = Status.PREFERRED
    case: CaseRule = CaseRule.AUTO
    priority: int = 50
    note: str = ""
    where: str = ""
    pos: str = ""
    id: str = ""
    match: MatchRule = MatchRule.LANGUAGE
    variants: str = ""
    forbidden: str = ""
    first_mention: Mention = Mention.AS_SOURCE
    context_any: str = ""
    context_not: str = ""
    domain: str = ""
    level: int = 0
    foreign: tuple[tuple[str, str], ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """Every way in which the source may be written, acronyms aside."""
        if not self.variants and "|" not in self.source:
            return (self.source,)
        return parts(f"{self.source}|{self.variants}")

    @property
    def copies(self) -> bool:
        """True if the source text itself is the wanted rendering."""
        return self.status is Status.DNT or not self.target


def parts(cell: str) -> tuple[str, ...]:
    """The alternatives of a cell that holds several, divided by bars."""
    return tuple(filter(None, map(str.strip, cell.split("|"))))


@dataclass(frozen=True, slots=True)
class TermHit:
    """An occurrence of a term in a source text.

    `span` covers the occurrence (clitics and prefixes left outside), `wanted` is the rendering
    that the target must contain for it, its output case already settled. Those of `accepted`
    will do as well, those of `forbidden` must not stand there. `notes` are for the reviewer.
    """

    term: Term
    span: Span
    form: Form
    wanted: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
