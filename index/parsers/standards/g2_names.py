"""What the coded elements of a NewsML-G2 item mean: codes without schemes, and names for codes.

A concept is given by a ``qcode`` (``nprov:AFP``) or a ``uri``, and named where it stands, by a
``literal`` or in an ``assert`` elsewhere in the item.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.parsers.decoding.xml_tree import attribute, children, descend, inside, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

_NEWSCODES = "cv.iptc.org/newscodes/"
_LAST = re.compile(r"[^/#:]+(?=/?\Z)")
_LETTER = re.compile(r"[^\W\d_]{2}")


def code(element: Element | None, name: str = "qcode") -> str:
    """Return a code without its scheme, whether it is written as a ``qcode`` or as a ``uri``."""
    if short := attribute(element, name):
        return short.rpartition(":")[2]
    found = _LAST.search(attribute(element, "uri" if name == "qcode" else f"{name}uri"))
    return found.group() if found else ""


class Names:
    """The names that an item, or the message around it, gives to the concepts it mentions."""

    def __init__(self, item: Element, shared: dict[str, str]) -> None:
        self._asserted = shared | named(inside(item, "assert"))

    def of(self, element: Element | None) -> str:
        """Return the name of a concept in words, or ''."""
        spelled = text_of(descend(element, "name")) or attribute(element, "literal")
        keys = (attribute(element, "qcode"), attribute(element, "uri"))
        return spelled or next((self._asserted[key] for key in keys if key in self._asserted), "")

    def of_party(self, element: Element | None) -> str:
        """Return the name of an organisation, or the code that stands for it."""
        qcode = attribute(element, "qcode")
        coded = qcode if _LETTER.search(code(element)) else ""
        if not qcode and _NEWSCODES in attribute(element, "uri"):
            coded = code(element)
        return self.of(element) or coded


def named(stated: Iterable[Element]) -> dict[str, str]:
    """Return the names that assertions or concepts give to codes."""
    names: dict[str, str] = {}
    for element in stated:
        if name := text_of(descend(element, "name")):
            for key in filter(None, _keys(element)):
                names.setdefault(key, name)
    return names


def _keys(stated: Element) -> list[str]:
    ids = [stated, *children(stated, "conceptId")]
    return [attribute(element, name) for element in ids for name in ("qcode", "uri")]


def in_language(elements: list[Element], language: str) -> list[Element]:
    """Return the elements in a language; all of them where none is, or where it is not known."""
    wanted = language.lower().partition("-")[0]
    spoken = [attribute(element, "lang").lower().partition("-")[0] for element in elements]
    if not wanted or wanted not in spoken:
        return elements
    return [e for e, tag in zip(elements, spoken, strict=True) if tag in (wanted, "")]
