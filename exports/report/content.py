"""What stands in the report, section by section; how it looks is up to the page it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exports.flags import flag_of
from exports.wording import language_name
from translate.checks.table import TABLE
from translate.review.decide import Decision, Verdict
from translate.review.difference import Change, difference
from translate.review.report import ByFinding, ByTerm, Edit, Report

__all__ = ["Bit", "Cell", "Column", "Section", "facts", "heading", "sections"]

_MOST_CONTEXTS = 3
_SAYS = {entry.name: entry.says for entry in TABLE}
_MARKS = {Change.KEPT: "", Change.DELETED: "deleted", Change.INSERTED: "inserted"}


class Bit(NamedTuple):
    """Some words: `mark` is deleted, inserted, quiet, strong or "", `lang` theirs if not ours."""

    text: str
    mark: str = ""
    lang: str = ""


Line = tuple[Bit, ...]
Cell = tuple[Line, ...]


class Column(NamedTuple):
    """The head of a column, its share of the width in percent, and whether it holds numbers."""

    name: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A table with a heading and a line that says what it is."""

    title: str
    says: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def heading(report: Report) -> str:
    """What is reported on."""
    return report.title or report.file


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    """The report in a few numbers, by their names."""
    total, counts = report.total, report.counts
    edited = len(report.edits)
    share = 100 * edited / report.sentences if report.sentences else 0.0
    pair = " → ".join(language_name(lang) for lang in report.langs)
    decided = ", ".join(f"{counts[d]} {d.value}" for d in Decision if counts[d])
    return (
        ("File", f"{report.file} · {pair} · run {report.run}"),
        ("Reviewed by", f"{', '.join(report.reviewers) or '–'} · {report.made[:10] or '–'}"),
        ("Decisions", decided or "none"),
        ("Sentences edited", f"{edited} of {report.sentences} ({share:.0f} %)"),
        ("Words edited", f"{total.words:,} of {total.of_words:,} ({total.share:.0f} %)"),
        ("Characters edited", f"{total.characters:,} of {total.of_characters:,}"),
        ("chrF, draft against reviewed", f"{total.chrf:.1f}" if report.sentences else "–"),
    )


def sections(report: Report) -> Iterator[Section]:
    """The tables that have rows, what to fix first on top."""
    every = (_findings(report), _terms(report), _proposals(report), _edits(report))
    told = (_clashes(report), _queries(report), _remarks(report), _odd(report))
    yield from (section for section in (*every, *told) if section.rows)


def _findings(report: Report) -> Section:
    return Section(
        "By finding",
        "What the checks had flagged in the sentences that were read, and what it took to mend "
        "them. Many edits without a finding mean that a check is missing.",
        (
            Column("Finding", 52),
            Column("Sentences", 16, True),
            Column("Edited", 16, True),
            Column("Words edited", 16, True),
        ),
        tuple(_finding(row) for row in report.findings),
    )


def _finding(row: ByFinding) -> tuple[Cell, ...]:
    if row.check:
        named: Line = (
            Bit(f"{flag_of(row.check).letter} ", "strong"),
            Bit(row.check, "strong"),
            Bit(f" – {_SAYS.get(row.check, '')}", "quiet"),
        )
    else:
        named = (Bit("no finding", "strong"),)
    return ((named,), *_numbers(row.sentences, row.edited, row.words))


def _terms(report: Report) -> Section:
    return Section(
        "By term",
        "Terms that reviewers corrected, or that were missing in the draft.",
        (
            Column("Term", 27),
            Column("Rendering", 27),
            Column("Times", 9, True),
            Column("Corrected", 11, True),
            Column("Missing", 9, True),
            Column("Instead", 17),
        ),
        tuple(_term(row, report.langs) for row in report.terms if row.corrected or row.missing),
    )


def _term(row: ByTerm, langs: tuple[str, str]) -> tuple[Cell, ...]:
    instead = tuple((Bit(f"{words} ×{times}", "", langs[1]),) for words, times in row.instead)
    where = ((Bit(row.where, "quiet"),),) if row.where else ()
    return (
        ((Bit(row.source, "strong", langs[0]),), *where),
        _plain(row.wanted, langs[1]),
        *_numbers(row.times, row.corrected, row.missing),
        instead or _plain("–"),
    )


def _proposals(report: Report) -> Section:
    rows = []
    for each in report.proposals:
        seen = each.contexts[:_MOST_CONTEXTS]
        contexts = tuple(
            (Bit(f"{c.id} ", "quiet"), Bit(c.source, "", report.langs[0])) for c in seen
        )
        source = (
            Bit(each.source, "strong", report.langs[0])
            if each.source
            else Bit("not certain", "quiet")
        )
        instead = (Bit(f"{each.instead} ", "deleted", report.langs[1]),) if each.instead else ()
        rows.append(
            (
                ((source,),),
                ((*instead, Bit(each.target, "inserted", report.langs[1])),),
                *_numbers(each.count),
                contexts or _plain("–"),
            )
        )
    return Section(
        "For the glossary",
        "What notes ask for, and what was replaced in the same way at least twice. "
        "Take it over with: dwibahasa glossary add LIST --from-review FILE",
        (Column("Source", 22), Column("Rendering", 26), Column("Times", 8, True), Column("In", 44)),
        tuple(rows),
    )


def _edits(report: Report) -> Section:
    return Section(
        "Edited sentences",
        "The most edited first. Words and characters are edits: inserted, deleted or replaced.",
        (
            Column("#", 9),
            Column("Source, and what became of the draft", 52),
            Column("Words", 9, True),
            Column("Characters", 14, True),
            Column("chrF", 8, True),
            Column("Flags", 8),
        ),
        tuple(_edit(edit, report.langs) for edit in report.edits),
    )


def _edit(edit: Edit, langs: tuple[str, str]) -> tuple[Cell, ...]:
    translation, cost = edit.verdict.translation, edit.effort
    letters = dict.fromkeys(flag_of(f.check).letter for f in translation.findings)
    words = tuple(Bit(piece.text, _MARKS[piece.change], langs[1]) for piece in edit.pieces)
    return (
        ((Bit(translation.segment.id, "strong"),),),
        ((Bit(translation.segment.text, "quiet", langs[0]),), words),
        *_numbers(cost.words, cost.characters),
        _plain(f"{cost.chrf:.0f}"),
        _plain(" ".join(letters) or "–"),
    )


def _clashes(report: Report) -> Section:
    rows = []
    for clash in report.clashes:
        segment = clash.one.translation.segment
        source = (Bit(segment.text, "quiet", report.langs[0]),)
        said = [_said(verdict, report.langs[1]) for verdict in (clash.one, clash.other)]
        rows.append((_plain(segment.id), (source, *said)))
    return Section(
        "Disagreements",
        "Sentences for which two reviewers want different things. They are decided in the file of "
        "conflicts; until then nothing is approved.",
        (Column("#", 10), Column("Source, and what each reviewer made of the draft", 90)),
        tuple(rows),
    )


def _said(verdict: Verdict, lang: str) -> Line:
    who = Bit(f"{verdict.author or 'without a name'}, {verdict.decision.value}: ", "strong")
    if verdict.after is None:
        return (who, Bit(_untold(verdict), "", lang))
    pieces = difference(verdict.translation.target, verdict.after)
    return (who, *(Bit(piece.text, _MARKS[piece.change], lang) for piece in pieces))


def _untold(verdict: Verdict) -> str:
    """The words of a sentence and its neighbours, which only the first of them has."""
    return "cannot be told from its neighbours" + (f": {verdict.shown}" if verdict.shown else "")


def _queries(report: Report) -> Section:
    rows = []
    clashed = {clash.one.translation.segment.id for clash in report.clashes}
    for verdict in (v for v in report.queries if v.translation.segment.id not in clashed):
        translation = verdict.translation
        now = _untold(verdict) if verdict.after is None else verdict.after
        source = (Bit(translation.segment.text, "quiet", report.langs[0]),)
        target = (Bit(now or "emptied", "", report.langs[1]),)
        rows.append((_plain(translation.segment.id), (source, target)))
    return Section(
        "Open questions",
        "Sentences that the reviewer set to Query, emptied, or that cannot be told apart.",
        (Column("#", 10), Column("Source and translation", 90)),
        tuple(rows),
    )


def _remarks(report: Report) -> Section:
    said = [
        (
            _plain(remark.row or "–"),
            _plain(remark.author or "–"),
            (
                *(((Bit(f"“{remark.anchor}”", "quiet"),),) if remark.anchor else ()),
                (Bit(remark.text),),
            ),
        )
        for remark in report.remarks
    ]
    noted = [(_plain(row), _plain("note"), _plain(text)) for row, text in report.notes]
    columns = (Column("Row", 10), Column("By", 20), Column("Says", 70))
    return Section("Comments and notes", "", columns, (*said, *noted))


def _odd(report: Report) -> Section:
    columns = (Column("Row", 10), Column("Kind", 20), Column("Says", 70))
    rows = tuple((_plain(p.row or "–"), _plain(p.kind), _plain(p.message)) for p in report.problems)
    return Section("Told and not guessed", "What was odd about the file.", columns, rows)


def _plain(text: str, lang: str = "") -> Cell:
    lines: Sequence[str] = text.split("\n")
    return tuple((Bit(line, "", lang),) for line in lines)


def _numbers(*numbers: int) -> Iterable[Cell]:
    return [_plain(f"{number:,}") for number in numbers]
