"""What `dwibahasa glossary add`, `convert` and `extract` do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from glossary.builtin import builtin_terms
from glossary.entries import columns_of
from glossary.errors import GlossaryError
from glossary.extract import propose
from glossary.folding import key
from glossary.formats import read_sheet, render
from glossary.formats.delimited import cells, delimiter, line, used_columns
from glossary.formats.rows import Pair
from glossary.formats.rows import text as text_of
from glossary.forms import forms_of
from glossary.plural import counted
from glossary.store import clashes, load, read_entries, told_of
from glossary.term import COLUMNS, Term
from translate import output
from translate.checks.names import ordinary_words
from translate.checks.quantities.lexicon import load_lexicon
from translate.cli import say, show
from translate.cli.glossary.show import entry
from translate.readers import read

_GROWING = frozenset({".csv", ".tsv", ".tab", ".txt"})


def add(path: str, term: Term, pair: Pair, *, as_json: bool) -> int:
    """Add a term at the end of a list; 1 if it contradicts the list."""
    added = append(path, term, pair)
    if as_json:
        say.data({"added": added, "entry": entry(term)})
    else:
        say.line(
            f"{'Added to' if added else 'Already in'} {path}: {term.source} → {term.target or '='}"
        )
    return 0


def append(path: str, term: Term, pair: Pair) -> bool:
    """Write a term at the end of a list; False if it is there already.

    Raises GlossaryError ``glossary-conflict`` if it contradicts the list, ``glossary-entry`` if
    the list has no column for something that it says.
    """
    file = Path(path)
    if file.suffix.casefold() not in _GROWING:
        raise GlossaryError(
            f"Entries cannot be added to {file.name}.",
            hint="Convert it first: dwibahasa glossary convert LIST list.csv",
            slug="glossary-format",
        )
    _sane(term)
    if not os.path.exists(file):
        sign = "\t" if file.suffix.casefold() in (".tsv", ".tab") else ","
        columns = used_columns([term])
        data = line(columns, sign) + line(cells(term, columns), sign)
        output.prepare(file, force=False)
        added = True
    else:
        before, _ = text_of(file)
        known = list(read_entries(path, pair).terms)
        kept, found = clashes([*known, term])
        told = [clash for clash in found if clash.newer is term]
        if told:
            raise GlossaryError(
                told_of(told[0]).replace(" in ,", " in the new entry,"),
                hint="Nothing was written. Change the entry there, or give another --priority.",
                slug="glossary-conflict",
            )
        added = term in kept
        data = before + _line(file, before, term, pair)
    if added:
        mark = (
            b"\xef\xbb\xbf" if file.exists() and file.read_bytes()[:3] == b"\xef\xbb\xbf" else b""
        )
        output.write(file, mark + data.encode())
    return added


def _sane(term: Term) -> None:
    if not term.source.strip():
        raise GlossaryError(
            "The source of the new entry is empty.",
            hint="For example: dwibahasa glossary add istilah.csv kudeta coup",
            slug="glossary-entry",
        )


def _line(file: Path, before: str, term: Term, pair: Pair) -> str:
    """The line for a term in a file that holds `before`."""
    columns = columns_of(file.name, read_sheet(str(file), pair), pair)
    usual = cells(Term(term.source, term.target))
    lost = [
        name
        for name, value, default in zip(COLUMNS, cells(term), usual, strict=True)
        if name not in columns and value != default
    ]
    if lost:
        raise GlossaryError(
            f"{file.name} has no column for {', '.join(lost)}.",
            hint=f"Convert it first: dwibahasa glossary convert {file.name} full.csv",
            slug="glossary-entry",
        )
    languages = {"src_lang": pair.source, "tgt_lang": pair.target}
    values = [
        languages.get(name) or (cells(term, (name,))[0] if name in COLUMNS else "")
        for name in columns
    ]
    ending = "\n" if before and not before.endswith("\n") else ""
    more = ending + line(values, delimiter(file, before))
    return more.replace("\n", "\r\n") if "\r\n" in before else more


def convert(path: str, result: str, pair: Pair, *, force: bool, as_json: bool) -> int:
    """Write a list in the format of another suffix."""
    glossary = load(path, pair)
    data = render(glossary.terms, pair, Path(result).suffix)
    output.prepare(Path(result), force=force, named=True)
    output.write(Path(result), data)
    for warning in glossary.warnings:
        show.note(warning)
    if as_json:
        told = {"output": result, "entries": len(glossary.terms)}
        say.data(told)
    else:
        say.line(f"{counted(len(glossary.terms), 'entry')} → {result}")
    return 0


def extract(paths: Sequence[str], pair: Pair, least: int, *, as_json: bool) -> int:
    """Print proposals for a term list, with counts and contexts; built-in names are known."""
    code = pair.source
    blocks = [block.text for path in paths for block in read(path, source_lang=code).blocks]
    known = {key(term.source) for term in builtin_terms(pair)}
    numbers = load_lexicon(code)
    no_names = ordinary_words(code).union(numbers.signs if numbers else ())  # Rp, USD
    found = [
        proposal
        for proposal in propose(blocks, forms_of(code), no_names, least)
        if key(proposal.source) not in known
    ]
    if as_json:
        rows = [
            {"source": p.source, "acr_source": p.acronym, "count": p.count, "context": p.context}
            for p in found
        ]
        say.data({"proposals": rows})
    else:
        terms = [proposal.as_term() for proposal in found]
        say.raw(render(terms, pair, ".csv"))
    return 0
