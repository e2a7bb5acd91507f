"""What Word and Google Docs do to a review file besides the reviewer's edits, one habit each."""

from __future__ import annotations

import copy
import re

from lxml import etree
from word_edits import Review

from exports.docx.elements import add, root
from exports.docx.wml import Element, w

WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
WORD_2016 = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
LINKS = "word/_rels/document.xml.rels"


def dropped(review: Review, *names: str) -> None:
    """Take elements away, with all that is in them."""
    for element in list(review.tree.iter(*map(w, names))):
        element.getparent().remove(element)


def unwrap_controls(review: Review) -> None:
    """Content controls give way to what they hold."""
    for control in list(review.tree.iter(w("sdt"))):
        for child in list(control.find(w("sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)


def rename_bookmarks(review: Review) -> None:
    """Bookmarks get names that say nothing, as after a paste."""
    for number, mark in enumerate(review.tree.iter(w("bookmarkStart"))):
        mark.set(w("name"), f"_Hlk{number:06d}")


def drop_bookmarks(review: Review) -> None:
    dropped(review, "bookmarkStart", "bookmarkEnd")


def leave_cursor_mark(review: Review) -> None:
    """Word's own bookmark at the last edit, which may stand within ours; ids are given anew."""
    number = 40_000
    for kind in ("bookmarkStart", "bookmarkEnd"):
        for mark in review.tree.iter(w(kind)):
            mark.set(w("id"), str(int(mark.get(w("id"))) + number))
    for text in list(review.tree.iter(w("t")))[::7]:
        number += 100_000
        run = text.getparent()
        start, end = root("bookmarkStart"), root("bookmarkEnd")
        start.set(w("id"), str(number))
        start.set(w("name"), "_GoBack")
        end.set(w("id"), str(number))
        run.addprevious(start)
        run.addnext(end)


def number_revisions(review: Review) -> None:
    """Revision save ids and paragraph ids everywhere, runs cut in two, spelling marks between."""
    for number, paragraph in enumerate(review.tree.iter(w("p"))):
        paragraph.set(w("rsidR"), "00A77B3E")
        paragraph.set(w("rsidRDefault"), "00A77B3E")
        paragraph.set(f"{WORD_2010}paraId", f"{number + 1:08X}")
    for row in review.tree.iter(w("tr")):
        row.set(w("rsidTr"), "00C0FFEE")
    review.split_runs()


def put_page_breaks(review: Review) -> None:
    """Where a page ended when the file was last laid out, and soft hyphens none."""
    for run in list(review.tree.iter(w("r")))[::5]:
        run.insert(len(run.findall(w("rPr"))), root("lastRenderedPageBreak"))


def wrap_in_links_and_tags(review: Review) -> None:
    """Every second run of the translations goes into a link, smart tag or inner control."""
    for row in review.rows[1:]:
        for number, run in enumerate(list(row.findall(w("tc"))[2].iter(w("r")))):
            if run.getparent().tag != w("p") or number % 2:
                continue
            outer = root(("hyperlink", "smartTag", "sdt")[number // 2 % 3])
            run.addprevious(outer)
            inner = add(outer, "sdtContent") if outer.tag == w("sdt") else outer
            inner.append(run)


def strip_styles(review: Review) -> None:
    """Styles and languages are lost, fonts replaced."""
    dropped(review, "pStyle", "rStyle", "tblStyle", "lang")
    for run in review.tree.iter(w("r")):
        properties = run.find(w("rPr"))
        if properties is None:
            properties = root("rPr")
            run.insert(0, properties)
        fonts = add(properties, "rFonts")
        fonts.set(w("ascii"), "Arial")


def drop_record(review: Review) -> None:
    """The custom XML is lost, and with it the hidden record of the run."""
    review.parts[LINKS] = re.sub(rb"<Relationship [^>]*customXml[^>]*/>", b"", review.parts[LINKS])
    for name in [name for name in review.parts if name.startswith("customXml/")]:
        del review.parts[name]


def google_docs(review: Review) -> None:
    """All that Google Docs loses of a file, save the hidden record."""
    unwrap_controls(review)
    drop_bookmarks(review)
    strip_styles(review)
    dropped(review, "proofErr")


def word(review: Review) -> None:
    """All of Word's habits at once."""
    wrap_in_links_and_tags(review)
    number_revisions(review)
    leave_cursor_mark(review)
    put_page_breaks(review)


def move_row_tracked(review: Review, row: str, before: str) -> None:
    """Move a row as Word tracks it: whole rows inside move ranges, at the old and new place."""
    old = review.row(row)
    new = copy.deepcopy(old)
    review.row(before).addprevious(new)
    for element, mark, kind in ((old, "del", "moveFrom"), (new, "ins", "moveTo")):
        add(element.find(w("trPr")), mark, {"id": 71, "author": review.author})
        for run in list(element.iter(w("r"))):
            moved = root(kind)
            moved.set(w("author"), review.author)
            moved.set(w("date"), review.date)
            run.addprevious(moved)
            moved.append(run)
        first = next(element.iter(w("p")))
        for place, edge in ((1, f"{kind}RangeStart"), (len(first), f"{kind}RangeEnd")):
            first.insert(place, _edge(edge))
    for mark in list(old.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)  # names are unique: the new place has them


def link_replies(review: Review, pairs: dict[str, str]) -> None:
    """Word's parts for comments: replies (answer: comment) and lasting ids."""
    entries = "".join(
        f'<w15:commentEx w15:paraId="{answer}" w15:paraIdParent="{name}" w15:done="0"/>'
        for answer, name in pairs.items()
    )
    ids = "".join(
        f'<w16cid:commentId w16cid:paraId="{name}" w16cid:durableId="2{name[1:]}"/>'
        for name in pairs
    )
    _add_part(review, "commentsExtended", f'<w15:commentsEx xmlns:w15="{WORD_2012}">{entries}')
    _add_part(review, "commentsIds", f'<w16cid:commentsIds xmlns:w16cid="{WORD_2016}">{ids}')


def _add_part(review: Review, name: str, opened: str) -> None:
    ending = re.match(r"<([\w:]+)", opened)
    assert ending
    xml = f"{opened}</{ending[1]}>"
    etree.fromstring(xml)
    review.parts[f"word/{name}.xml"] = xml.encode()
    kind = f"http://schemas.microsoft.com/office/2011/relationships/{name}"
    link = f'<Relationship Id="x{name}" Type="{kind}" Target="{name}.xml"/></Relationships>'
    review.parts[LINKS] = review.parts[LINKS].replace(b"</Relationships>", link.encode())


def _edge(kind: str) -> Element:
    edge = root(kind)
    edge.set(w("id"), "70")
    if kind.endswith("Start"):
        edge.set(w("name"), "move1")
    return edge
