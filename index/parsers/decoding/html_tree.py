"""HTML of any make read into a tree, its charset settled first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from index.errors import NoTextFound
from index.parsers.decoding.encoding import decode
from index.parsers.decoding.xml_tree import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from index.parsers import Source


def read_html(source: Source, form: str) -> tuple[Element, tuple[str, ...]]:
    """Return the root element and what had to be mended to decode the bytes.

    Raises:
        NoTextFound: nothing in it is an element.
        InputRefused: the bytes cannot be decoded.
    """
    decoded = decode(source.raw, declared=source.charset)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(decoded.text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as cause:
        raise NoTextFound(format=form) from cause
    if root is None:
        raise NoTextFound(format=form)
    return root, decoded.warnings


def classes(element: Element) -> frozenset[str]:
    """Return an element's classes in lower case."""
    return frozenset(attribute(element, "class").lower().split())


def of_class(top: Element, *names: str) -> Iterator[Element]:
    """Yield the elements below ``top`` that have one of the classes (given in lower case)."""
    wanted = frozenset(names)
    for element in top.iterdescendants(etree.Element):
        if "class" in element.attrib and not wanted.isdisjoint(classes(element)):
            yield element
