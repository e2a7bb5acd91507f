"""XML from strangers: read element by element, without entities, DTDs, network, growing memory."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from glossary.formats.rows import damaged

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def elements(data: bytes, name: str, kind: str, tags: frozenset[str]) -> Iterator[etree._Element]:
    """The elements of these local names, each complete, in order; it is emptied afterwards.

    Raises GlossaryError if `data` is no XML, with the line.
    """
    # Entities stay unresolved, so a document that defines them cannot make one grow.
    try:
        for _, element in etree.iterparse(
            BytesIO(data),
            events=("end",),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        ):
            if local(element) in tags:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    parent = element.getparent()
                    if parent is None:
                        break
                    del parent[0]
    except etree.XMLSyntaxError as error:
        raise damaged(name, kind, f"line {error.lineno or 1}: {error.msg}") from None


def line(element: etree._Element) -> int:
    """The line on which an element begins, 1 where it is not known."""
    found = element.sourceline
    return found if isinstance(found, int) else 1


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def content(element: etree._Element) -> str:
    """All text inside an element, mark-up left out."""
    return "".join(str(part) for part in element.itertext()).strip()


def language(element: etree._Element) -> str:
    """The language that an element declares, "" if none."""
    return element.get(LANG) or element.get("lang") or ""
