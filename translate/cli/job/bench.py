"""What a run works with, made from its settings: look, exporters, language, memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from translate import registry
from translate.cli import show
from translate.errors import MemoryFileError
from translate.languages import Language, load_language
from translate.look import Arrangement, Columns, Dressable, Look, Paper, Rows
from translate.look.theme import Theme
from translate.look.theme_file import read_theme
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.segment.abbreviations import with_abbreviations
from translate.settings import Settings
from translate.workers import Workers, cluster, processes

__all__ = ["exporter_of", "language_of", "look_of", "memory_for", "workers_for"]


def look_of(settings: Settings) -> Look:
    """How the pages are to look."""
    return Look(
        Columns(settings.columns),
        Rows(settings.rows),
        Arrangement(settings.layout),
        Paper(settings.page),
        read_theme(Path(settings.theme)) if settings.theme else Theme(),
        settings.names,
    )


def exporter_of(name: str, look: Look) -> Any:
    """The exporter of a format, dressed where it can be."""
    made = registry.exporter(name)
    return made.dressed(look) if isinstance(made, Dressable) else made


def language_of(chosen: Settings) -> Language:
    """The source language, with the user's abbreviations or break rules."""
    lang = load_language(chosen.source)
    if chosen.abbreviations:
        lang = with_abbreviations(lang, chosen.abbreviations)
    if chosen.srx:
        rules = import_module("translate.segment.srx").load_srx(chosen.srx, chosen.source)
        lang = replace(lang, rules=rules)
    return lang


@contextmanager
def memory_for(settings: Settings) -> Iterator[MemoryFile | None]:
    """The memory of a run; where the usual place cannot be written, none, with a word about it."""
    if settings.no_memory:
        yield None
        return
    try:
        memory = MemoryFile(memory_path(settings.memory or None))
    except MemoryFileError as error:
        if settings.memory or error.slug != "memory-unwritable":
            raise
        show.note(f"{error.message} Nothing is remembered in this run.")
        yield None
        return
    with memory:
        yield memory


def workers_for(settings: Settings) -> AbstractContextManager[Workers | None]:
    """Who decodes in place of this process: a cluster, or processes here; else nobody."""
    if settings.cluster:
        return Workers(cluster(settings.cluster), settings.engine, settings.model)
    if settings.workers > 1:
        return Workers(partial(processes, settings.workers), settings.engine, settings.model)
    return nullcontext()
