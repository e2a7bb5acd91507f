"""The tables of a memory file, as migrations that are only ever appended.

A migration is known by its name. A file that knows a name which is not here was written by a newer
version, and is left alone. Texts are UTF-8, times ISO 8601 in UTC, lists JSON.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["APPLICATION_ID", "MIGRATIONS", "Migration"]

APPLICATION_ID = 0x64776962
"""Marks the file as ours in the header of SQLite: the letters ``dwib``."""


@dataclass(frozen=True, slots=True)
class Migration:
    """A step of the schema: its name, and its statements in order."""

    name: str
    statements: tuple[str, ...]


UNITS = """
CREATE TABLE unit (
    -- One approved translation for each sentence and language pair.
    id INTEGER PRIMARY KEY,
    source_lang TEXT NOT NULL,
    target_lang TEXT NOT NULL,
    key TEXT NOT NULL,        -- the source, composed (NFC), white space made plain
    source TEXT NOT NULL,     -- the sentence as it stood in its article
    target TEXT NOT NULL,
    author TEXT NOT NULL,     -- who approved it, as the reviewer's program calls them
    made TEXT NOT NULL,       -- when
    waived TEXT NOT NULL,     -- names of checks that no longer raise findings here
    note TEXT NOT NULL,
    UNIQUE (source_lang, target_lang, key)
)
"""
DRAFTS = """
CREATE TABLE draft (
    -- What the engine made, so that a run that was killed goes on where it stopped.
    key TEXT PRIMARY KEY,     -- hash of the sentence and of everything that steered its translation
    value TEXT NOT NULL       -- target, score and the fate of each term
) WITHOUT ROWID
"""
REVIEWS = """
CREATE TABLE review (
    -- An imported review file.
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,     -- hash of the file and of the options it was imported with
    file TEXT NOT NULL,       -- its name
    run TEXT NOT NULL,        -- the run that made it
    imported TEXT NOT NULL,   -- when
    undone TEXT NOT NULL      -- when it was taken back; empty if it was not
)
"""
CHANGES = """
CREATE TABLE change (
    -- What an import did to a unit, so that it can be taken back.
    review INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    source_lang TEXT NOT NULL,
    target_lang TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT,              -- the unit as it was, as JSON; NULL if there was none
    after TEXT NOT NULL,      -- the unit as the import left it
    PRIMARY KEY (review, source_lang, target_lang, key)
) WITHOUT ROWID
"""
REMARKS = """
CREATE TABLE remark (
    -- Comments and notes of a review.
    review INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    row TEXT NOT NULL,        -- the id of the row, P3
    author TEXT NOT NULL,
    made TEXT NOT NULL,
    anchor TEXT NOT NULL,     -- the words that a comment is about
    text TEXT NOT NULL
)
"""
PROPOSALS = """
CREATE TABLE proposal (
    -- Terms that a reviewer asked for with "term: a = b".
    review INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
    row TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL
)
"""

MIGRATIONS = (
    Migration("units and drafts", (UNITS, DRAFTS)),
    Migration("reviews", (REVIEWS, CHANGES, REMARKS, PROPOSALS)),
)
