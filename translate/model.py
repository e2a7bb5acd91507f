"""The data that travels down the pipeline; frozen, without input or output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from glossary.term import Span, TermHit

__all__ = [
    "CODE",
    "Band",
    "Bitext",
    "Block",
    "Document",
    "Finding",
    "HitResult",
    "Kind",
    "NearUnit",
    "Origin",
    "Original",
    "Outcome",
    "Run",
    "Rung",
    "Segment",
    "Severity",
    "Shared",
    "Signature",
    "Translation",
]


class Kind(StrEnum):
    """What a block is in its article."""

    TITLE = "title"
    SUBTITLE = "subtitle"  # the line under the headline
    BYLINE = "byline"  # author, editor, reporter
    METADATA = "metadata"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    PULL_QUOTE = "pull_quote"  # words of the article, shown again in large letters
    LIST_ITEM = "list_item"
    CAPTION = "caption"  # of a picture or video
    CELL = "cell"  # of a table
    RELATED = "related"  # a link to another article
    FURNITURE = "furniture"  # of the page, no part of the article: copied, never translated
    CODE = "code"


CODE = "code"
"""The style of what is copied letter by letter: a command, the name of a file."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with formatting of its own, or something in a text that is none.

    `number` names it within its block: a run of the target bears the number of the source run
    that it renders. `styles` are of bold, italic, underline, strike, superscript, subscript, code;
    `link` is an address. A `mark` (note, break, tab, object, field …) stands where `span` starts.
    """

    number: int
    span: Span
    styles: tuple[str, ...] = ()
    link: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like unit of an article.

    `index` counts from 0 in reading order, `level` is the depth of a heading or list item
    (1 = outermost, 0 elsewhere), `lines` the first and last line of the block in the source
    file, counted from 1. `cell` is the place of a table cell: the number of its table in the
    document, its row and its column in it, all counted from 1; None for every other kind.
    `runs` tell the formatting inside the text, `anchor` where in an Office file it stood.
    """

    index: int
    kind: Kind
    text: str
    level: int = 0
    lines: tuple[int, int] = (0, 0)
    cell: tuple[int, int, int] | None = None
    runs: tuple[Run, ...] = ()
    anchor: str = ""

    @property
    def id(self) -> str:
        """The name that reviewers see: P1, P2, …"""
        return f"P{self.index + 1}"


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a document was read from, where it can be given back in its own style.

    `data` is not kept in a JSON bitext; `sha256` tells whether a file is still the same.
    """

    format: str
    sha256: str
    data: bytes | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read. `id` is the hash of its content, `notes` say what was assumed."""

    id: str
    title: str
    source_lang: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence: the one unit of translation, review and memory.

    Always ``blocks[block].text[span.start:span.end] == text``. `kind` is the block's, except for
    a dateline in front of a paragraph. `cut` is true where an over-long sentence was divided.
    """

    id: str
    block: int
    kind: Kind
    span: Span
    text: str
    cut: bool = False


class Severity(StrEnum):
    """How much a finding matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reviewer should look at; `span` lies in the target, None means all of it.

    `source_span` is what it is about in the source, if that is known.
    """

    check: str
    severity: Severity
    message: str
    span: Span | None = None
    source_span: Span | None = None


class Outcome(StrEnum):
    """How an occurrence of a term ended."""

    PINNED = "pinned"
    FLAGGED = "flagged"


class Rung(StrEnum):
    """The step of the ladder that pinned a term."""

    FREE = "free"  # the free translation already had it
    NBEST = "n-best"  # another hypothesis had it
    INLINE = "inline"  # written behind the source phrase as ⟦term⟧
    IN_SOURCE = "in-source"  # written in place of the source phrase
    KNOWN = "known"  # put in place of what the model says for its source phrase alone
    STAND_IN = "stand-in"  # put in place of an invented name that stood for it in the source
    SPLICED = "spliced"  # forced at the place of its source phrase, decoded on from there
    REPLACED = "replaced"  # put in place of the words that rendered its source phrase
    MEMORY = "memory"  # the approved translation has it
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HitResult:
    """A term hit and what became of it; `span` is where its rendering stands in the target."""

    hit: TermHit
    outcome: Outcome
    rung: Rung
    span: Span | None = None


class Origin(StrEnum):
    """Where a translation came from."""

    MACHINE = "machine"
    COPIED = "copied"  # not for translating: code, what reads the same in both languages
    RULE = "rule"  # put together from a calendar and fixed phrases: datelines, bylines
    MEMORY = "memory"  # approved by a reviewer before


class Band(StrEnum):
    """How sure the model was of a translation, by the calibration of its package."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Shared(StrEnum):
    """What a reviewer thinks of words that several sentences share."""

    APPROVED = "approved"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class NearUnit:
    """An approved unit whose source is like a sentence: shown to the reviewer, never used.

    `unit` is the id of the unit, `score` how much of the two sources is alike, in percent.
    """

    unit: str
    score: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A segment with its target text; `score` is the mean log-probability per token, or None.

    `waived` are findings that a reviewer dismissed when the target was approved.
    `runs` carry the formatting of the source over to the target, with spans in the target.
    `band` is what the score is worth, None where the model is not calibrated.
    `near` are approved units for sentences like this one, the best first.
    `shared` is set where a reviewer's words for a paragraph cannot be told apart by sentence, two
    made one, say: the targets are right together, but none is the translation of its own source.
    """

    segment: Segment
    target: str
    origin: Origin
    score: float | None = None
    hits: tuple[HitResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    waived: tuple[Finding, ...] = ()
    runs: tuple[Run, ...] = ()
    names: tuple[HitResult, ...] = ()  # recognised names that stay as they are; in no list
    band: Band | None = None
    near: tuple[NearUnit, ...] = ()
    shared: Shared | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """What produced a bitext: tool, model, glossary and options, for reports and caches."""

    tool: str
    engine: str
    model: str
    glossary: str
    options: Mapping[str, str | int | float | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bitext:
    """A document with its translations in reading order: all that an exporter gets."""

    document: Document
    target_lang: str
    translations: tuple[Translation, ...]
    signature: Signature

    def of_block(self, index: int) -> tuple[Translation, ...]:
        """The translations of one block, in order."""
        return tuple(t for t in self.translations if t.segment.block == index)
