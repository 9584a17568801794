"""XML read the safe way: no network, no external or nested entities, bounded depth."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from lxml import etree

from index.errors import BrokenInput, InputRefused, SuspiciousArchive
from index.parsers.decoding.encoding import declared_charset, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ROOT = re.compile(
    r"""\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*+(?:\[.*?\]\s*+)?>)\s*+)*+
    <(?P<qname>[A-Za-z_][\w.:-]*+)(?P<attributes>[^<>]*+)""",
    re.DOTALL | re.VERBOSE,
)
_LOOSE = re.compile(rb"&(?:([A-Za-z][A-Za-z0-9]{1,31});|(?!#?[A-Za-z0-9]{1,31};))")
"""A named entity, or an ampersand that begins none."""
_ILLEGAL = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
)
"""Control characters, which wires leave in their text and XML cannot hold."""
_DECLARATION = re.compile(r"\ufeff?\s*<\?xml[^>]{0,200}\?>")
_OWN = {b"amp", b"lt", b"gt", b"quot", b"apos"}
_OUTER_SUBSET = re.compile(
    rb"""<!ENTITY\s+%\s+([\w.:-]+)\s+(?:SYSTEM|PUBLIC\s+(?:"[^"<>]*"|'[^'<>]*'))\s+
    (?:"[^"<>]*"|'[^'<>]*')\s*>\s*%\1;""",
    re.VERBOSE,
)
"""A DTD that is named and pulled in inside the DOCTYPE, as NewsML 1 does with that of NITF."""
_DECLARED_ENTITY = re.compile(rb"<!ENTITY\s+(%\s+)?[\w.:-]+\s+([^>]*)>")
_MOST_SUBSETS = 8
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

    A DTD is never looked up, whoever asks for it.

    HTML's named entities are accepted where no DTD declares them, since wires use them so; bare
    ampersands, stray control characters and a charset other than the declared one are mended.

    Raises:
        BrokenInput: the XML is not well-formed.
        SuspiciousArchive: it is built to hurt (nested or external entities, excessive depth).
    """
    raw = raw.strip(b" \t\r\n") if raw[:2] not in (b"\xff\xfe", b"\xfe\xff") else raw
    raw = without_dtd(_as_utf8(raw))
    refuse_entities(raw)
    try:
        return _parse(raw)
    except etree.XMLSyntaxError as cause:
        if _TOO_DEEP in str(cause).lower():
            raise SuspiciousArchive(detail="its elements are nested too deeply") from cause
        mended = _mended(raw)
        if mended == raw:
            raise BrokenInput(format=form, detail=str(cause.msg)) from cause
    refuse_entities(mended)
    try:
        return _parse(mended)
    except etree.XMLSyntaxError as cause:
        raise BrokenInput(format=form, detail=str(cause.msg)) from cause


def _as_utf8(raw: bytes) -> bytes:
    """Take away a declaration of another charset from XML whose bytes are UTF-8 after all."""
    if raw.isascii() or declared_charset(raw).lower() in ("", "utf-8", "utf8"):
        return raw
    try:
        return _DECLARATION.sub("", raw.decode(), count=1).encode()
    except UnicodeDecodeError:
        return raw


def _mended(raw: bytes) -> bytes:
    """Return XML with what wires get wrong put right: its charset, its ampersands, its controls."""
    try:
        decoded = decode(raw)
    except InputRefused:
        return raw
    if not decoded.text.isascii():
        raw = _DECLARATION.sub("", decoded.text, count=1).encode()
    return _LOOSE.sub(_spell, _ILLEGAL.sub(b"", raw))


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
    if name is None:
        return b"&amp;"
    if name in _OWN:
        return found.group()
    spelled = html.unescape(found.group().decode("ascii"))
    return found.group() if spelled.startswith("&") else b"&#%d;" % ord(spelled[0])


def without_dtd(raw: bytes) -> bytes:
    """Return XML without the files that its DOCTYPE pulls in by name."""
    return _OUTER_SUBSET.sub(b"", raw, count=_MOST_SUBSETS)


def refuse_entities(raw: bytes) -> None:
    """Refuse XML that declares entities made of entities, or of files, in wide characters too.

    Raises:
        SuspiciousArchive: it does.
    """
    narrow = raw[: 1 << 16].replace(b"\0", b"")
    for parameter, value in _DECLARED_ENTITY.findall(narrow):
        if parameter or b"&" in value or b"SYSTEM" in value or b"PUBLIC" in value:
            raise SuspiciousArchive(detail="it declares nested or external XML entities")


def _as_text(head: bytes) -> str:
    for mark, encoding in _BOMS.items():
        if head.startswith(mark):
            return head[: len(head) & ~1].decode(encoding, "replace").lstrip("\ufeff")
    return head.decode("latin-1")
