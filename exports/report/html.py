"""The report as one HTML file that needs nothing else: for reading, printing, in light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from exports.docx.wml import clean
from exports.report.content import Bit, Cell, Column, Section, facts, heading, sections
from exports.scripts import right_to_left
from translate.review.report import Report

__all__ = ["HtmlReport"]

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1f2933; --quiet: #566270;
  --accent: #1d4e6b; --band: #e9eff4; --rule: #c3ccd5; --gone: #9b1c1c; --gone-ground: #fbe3e1;
  --come: #14532d; --come-ground: #dff3e4; }
@media (prefers-color-scheme: dark) { :root { --paper: #14191e; --ink: #dfe6ec; --quiet: #9fb0bf;
  --accent: #8cc4e6; --band: #1f2a33; --rule: #3a4854; --gone: #ffb4ab; --gone-ground: #4a1d1a;
  --come: #a6e3b5; --come-ground: #173822; } }
body { margin: 2rem auto; max-width: 68rem; padding: 0 1rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .2rem; }
h2 { font-size: 1.15rem; color: var(--accent); margin: 2.2rem 0 .2rem; }
p { margin: 0 0 .6rem; } .kicker, .says, .quiet { color: var(--quiet); }
.kicker { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.5rem; margin: 1rem 0; }
dt { color: var(--quiet); } dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: 40rem; }
th, td { padding: .35rem .45rem; text-align: start; vertical-align: top;
  border-bottom: 1px solid var(--rule); overflow-wrap: break-word; }
th { background: var(--band); font-size: .85rem; overflow-wrap: normal; }
.number { text-align: end; font-variant-numeric: tabular-nums; } strong { font-weight: 600; }
del { color: var(--gone); background: var(--gone-ground); }
ins { color: var(--come); background: var(--come-ground); }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; }
  h2, .says { break-after: avoid; } th { font-size: .78rem; } tr { break-inside: avoid; }
  thead { display: table-header-group; } table { min-width: 0; }
  .wide { overflow: visible; } }
"""
_TAGS = {"deleted": "del", "inserted": "ins", "strong": "strong"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class HtmlReport:
    """Writes the page; everything a reviewer wrote is escaped."""

    extension = "html"

    def render(self, report: Report) -> bytes:
        """The UTF-8 page. It loads nothing and runs nothing."""
        return "\n".join(_page(report)).encode("utf-8", "replace")


def _page(report: Report) -> Iterator[str]:
    title = _text(heading(report))
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Review report · {title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f'<p class="kicker">Review report</p>\n<h1{_lang(report.langs[0])}>{title}</h1>\n<dl>'
    for name, value in facts(report):
        yield f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>"
    yield "</dl>"
    for section in sections(report):
        yield from _section(section)
    yield "</body>\n</html>\n"


def _section(section: Section) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(section.title)}</h2>"
    if section.says:
        yield f'<p class="says">{_text(section.says)}</p>'
    yield '<div class="wide" tabindex="0">\n<table>\n<colgroup>'
    yield "".join(f'<col style="width:{column.width}%">' for column in section.columns)
    yield "</colgroup>\n<thead><tr>"
    for column in section.columns:
        yield f'<th scope="col"{_number(column)}>{_text(column.name)}</th>'
    yield "</tr></thead>\n<tbody>"
    for row in section.rows:
        cells = zip(section.columns, row, strict=True)
        yield f"<tr>{''.join(f'<td{_number(c)}>{_cell(cell)}</td>' for c, cell in cells)}</tr>"
    yield "</tbody>\n</table>\n</div>\n</section>"


def _number(column: Column) -> str:
    return ' class="number"' if column.numeric else ""


def _cell(cell: Cell) -> str:
    if len(cell) == 1:
        return "".join(_bit(bit) for bit in cell[0])
    return "".join(f"<div{_lines_lang(line)}>{''.join(map(_bit, line))}</div>" for line in cell)


def _lines_lang(line: tuple[Bit, ...]) -> str:
    """The language of a line, if all of it has one: it gives the line its direction."""
    langs = {bit.lang for bit in line}
    return _lang(langs.pop()) if len(langs) == 1 else ""


def _bit(bit: Bit) -> str:
    tag = _TAGS.get(bit.mark, "span")
    about = _lang(bit.lang) + (' class="quiet"' if bit.mark == "quiet" else "")
    if tag == "span" and not about:
        return _text(bit.text)
    return f"<{tag}{about}>{_text(bit.text)}</{tag}>"


def _lang(lang: str) -> str:
    if not lang:
        return ""
    direction = ' dir="rtl"' if right_to_left(lang) else ""
    return f' lang="{escape(lang)}"{direction}'


def _text(text: str) -> str:
    return escape(clean(text))
