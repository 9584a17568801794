"""XML read the safe way: no network, no external or nested entities, bounded depth."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from lxml import etree

from index.errors import BrokenInput, SuspiciousArchive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ROOT = re.compile(
    r"""\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*+(?:\[.*?\]\s*+)?>)\s*+)*+
    <(?P<qname>[A-Za-z_][\w.:-]*+)(?P<attributes>[^<>]*+)""",
    re.DOTALL | re.VERBOSE,
)
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = {b"amp", b"lt", b"gt", b"quot", b"apos"}
_DECLARED_ENTITY = re.compile(rb"<!ENTITY\s+(%\s+)?[\w.:-]+\s+([^>]*)>")
_TOO_DEEP = "depth"


def root_of(head: bytes) -> tuple[str, str]:
    """Return the local name of the first element and its attributes as written.

    Two empty strings stand for "this does not begin like XML".
    """
    found = _ROOT.match(_as_text(head)) if b"<" in head else None
    if found is None:
        return "", ""
    return found["qname"].rpartition(":")[2], found["attributes"]


def read_xml(raw: bytes, form: str) -> Element:
    """Return the root element.

    HTML's named entities are accepted where no DTD declares them, since wires use them so.

    Raises:
        BrokenInput: the XML is not well-formed.
        SuspiciousArchive: it is built to hurt (nested or external entities, excessive depth).
    """
    raw = raw.strip(b" \t\r\n") if raw[:2] not in (b"\xff\xfe", b"\xfe\xff") else raw
    refuse_entities(raw)
    try:
        return _parse(raw)
    except etree.XMLSyntaxError as first:
        spelled = _NAMED.sub(_spell, raw)
        if _TOO_DEEP in str(first).lower():
            raise SuspiciousArchive(detail="its elements are nested too deeply") from first
        if spelled == raw:
            raise BrokenInput(format=form, detail=str(first.msg)) from first
    try:
        return _parse(spelled)
    except etree.XMLSyntaxError as second:
        raise BrokenInput(format=form, detail=str(second.msg)) from second


def local(element: Element) -> str:
    """Return the element's name without its namespace; '' for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the direct children of these local names, in any namespace."""
    if element is not None:
        yield from (child for child in element if local(child) in names)


def descend(element: Element | None, *path: str) -> Element | None:
    """Return the first element down a path of local names, or None."""
    for name in path:
        element = next(children(element, name), None)
    return element


def inside(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield all descendants of these local names in document order."""
    if element is not None:
        yield from (found for found in element.iterdescendants() if local(found) in names)


def text_of(element: Element | None) -> str:
    """Return all text of an element on one line."""
    if element is None:
        return ""
    return " ".join("".join(strings(element)).split())


def strings(element: Element) -> Iterator[str]:
    """Yield the text of an element piece by piece."""
    return (piece if isinstance(piece, str) else piece.decode() for piece in element.itertext())


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute by local name, or ''."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value).strip()
    return ""


def _parse(raw: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(raw, parser)


def _spell(found: re.Match[bytes]) -> bytes:
    name = found.group(1)
    if name in _OWN:
        return found.group()
    spelled = html.unescape(found.group().decode("ascii"))
    return found.group() if spelled.startswith("&") else b"&#%d;" % ord(spelled[0])


def refuse_entities(raw: bytes) -> None:
    """Refuse XML that declares entities made of entities, or of files.

    Raises:
        SuspiciousArchive: it does.
    """
    for parameter, value in _DECLARED_ENTITY.findall(raw[: 1 << 16]):
        if parameter or b"&" in value or b"SYSTEM" in value or b"PUBLIC" in value:
            raise SuspiciousArchive(detail="it declares nested or external XML entities")


def _as_text(head: bytes) -> str:
    for mark, encoding in _BOMS.items():
        if head.startswith(mark):
            return head[: len(head) & ~1].decode(encoding, "replace").lstrip("\ufeff")
    return head.decode("latin-1")
