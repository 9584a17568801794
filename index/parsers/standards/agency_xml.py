"""XML that agencies designed for themselves, read by what its elements are called.

There is no schema to go by: a file counts as a story when one of its elements bears a name that
stands for a story's text. Names are compared without case, hyphens and underscores.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import InputRefused, UnknownFormat
from index.parsers import RecordRefused
from index.parsers.decoding.xml_tree import (
    attribute,
    descend,
    inside,
    local,
    read_xml,
    root_of,
    text_of,
)
from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import Reading, read_tree
from index.parsers.standards.appl import holds_appl, read_appl
from index.parsers.standards.content import read_string
from index.parsers.standards.field_names import (
    AGENCIES,
    BEFORE,
    BLOCKS,
    BODY,
    BYLINES,
    DATES,
    GUIDS,
    KEYWORDS,
    LANGUAGES,
    LINES,
    MEDIA,
    SECTIONS,
    VERSIONS,
    plain_name,
)
from index.parsers.standards.newsml1 import holds_newsml1, read_newsml1
from index.parsers.standards.newsml_g2 import holds_g2, read_g2
from index.parsers.standards.nitf import read_nitf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source

    _Found = Dispatch | RecordRefused

_LISTED = re.compile(r"[,;|]")
_NEVER = re.compile(r"0001-01-01|1900-01-01")
_DECLARED = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\0?\?\0?x|\0<\0\?|<!DOCTYPE(?!\s+html))",
    re.IGNORECASE,
)
_NOT_HERE = frozenset(
    "article base body center div font form h1 h2 head html link meta noscript p script span style "  # noqa: SIM905
    "svg table rss feed rdf opml plist urlset".split()
)
"""Elements with which pages, feeds and files without news begin."""
_PAGE = re.compile(rb"<html[\s>]", re.IGNORECASE)
"""A page may be wrapped in elements of whoever files it, as registers of companies do."""


class AgencyXmlParser:
    """Reads a well-formed file that no standard covers; the last resort for XML."""

    format = "agency-xml"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Accept what begins, and where it declares nothing also ends, like XML.

        It must come after the parsers of known formats.
        """
        name = root_of(source.head)[0]
        if name.lower() in _NOT_HERE:
            return False
        if _DECLARED.match(source.head):
            return True
        return bool(name and _is_closed(source.raw, name)) and not _PAGE.search(source.head)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield each story in order."""
        root = read_xml(source.raw, "XML")
        if (standard := _standard(root)) is not None:
            yield from standard(root, source)
            return
        stories = _stories(root)
        if not stories:
            raise UnknownFormat(kind=f"XML <{local(root)}> without a story")
        around = _Named(root)
        for number, story in enumerate(stories, 1):
            try:
                yield _read(_Named(story), around, source)
            except InputRefused as reason:
                if len(stories) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)


def _standard(root: Element) -> Callable[[Element, Source], Iterator[_Found]] | None:
    """Return the reader of the standard items that an envelope of a service's own holds."""
    if holds_g2(root):
        return read_g2
    if holds_newsml1(root):
        return read_newsml1
    if holds_appl(root):
        return read_appl
    held = [root, *inside(root, "nitf")]
    return (
        _read_nitfs
        if any(descend(nitf, "body", "body.content") is not None for nitf in held)
        else None
    )


def _read_nitfs(root: Element, source: Source) -> Iterator[_Found]:
    for number, nitf in enumerate(_nitfs(root), 1):
        try:
            yield read_nitf(nitf, source)
        except InputRefused as reason:
            yield RecordRefused(f"#{number}", reason)


def _nitfs(root: Element) -> list[Element]:
    held = [root] if local(root) == "nitf" else list(inside(root, "nitf"))
    return [nitf for nitf in held if descend(nitf, "body", "body.content") is not None]


def _is_closed(raw: bytes, name: str) -> bool:
    """Tell whether text that begins with a tag also ends with the one that closes it."""
    return raw[-200:].rstrip(b"\0 \t\r\n").endswith(f"{name}>".encode())


def _stories(root: Element) -> list[Element]:
    """Return the elements that have a text and a headline among their children."""
    return [element for element in [root, *root.iterdescendants()] if _is_story(element)]


def _is_story(element: Element) -> bool:
    names = {_plain(child) for child in element}
    told = not names.isdisjoint(BODY)
    return told and not names.isdisjoint((*LINES["headline"], *DATES["filed"]))


class _Named:
    """The children of an element that hold text, by their plain names; the first of each."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self._children: dict[str, Element] = {}
        for child in element:
            if (name := _plain(child)) in _LOOKED_FOR and text_of(child):
                self._children.setdefault(name, child)

    def first(self, names: tuple[str, ...]) -> Element | None:
        """Return the child whose name comes first in ``names``."""
        return next((self._children[name] for name in names if name in self._children), None)

    def text(self, names: tuple[str, ...]) -> str:
        """Return the text of that child on one line."""
        return text_of(self.first(names))


def _read(story: _Named, around: _Named, source: Source) -> Dispatch:
    draft = Draft(AgencyXmlParser.format, source)
    draft.take_agency(story.text(AGENCIES) or around.text(AGENCIES), "source")
    reading = _reading(story.first(BODY))
    draft.take_text("body", reading.body, "text element")
    draft.drop(reading.dropped)
    _take_named(draft, story, around)
    draft.take_byline(story.text(BYLINES), "byline")
    draft.take_several("section", _LISTED.split(story.text(SECTIONS)), "section")
    keywords = [text_of(child) for child in story.element if _plain(child) in KEYWORDS]
    draft.take_several("keywords", _LISTED.split(";".join(keywords)), "keyword")
    draft.take_language(story.text(LANGUAGES) or around.text(LANGUAGES), "language")
    for named in (story, around):
        draft.take_language(attribute(named.element, "lang"), "lang")
        draft.take_revision("guid", named.text(GUIDS) or attribute(named.element, "id"))
    draft.take_revision("supersedes", story.text(BEFORE))
    draft.take_number(story.text(VERSIONS))
    media = sum(1 for part in story.element.iterdescendants() if _plain(part) in MEDIA)
    draft.drop({"media": media})
    return draft.finish()


def _take_named(draft: Draft, story: _Named, around: _Named) -> None:
    """Take the fields that are a matter of names alone."""
    for line, names in LINES.items():
        draft.take(line, story.text(names), _name(story, names))
    for block, names in BLOCKS.items():
        if story.text(names) != draft.value("headline"):
            draft.take_text(block, _reading(story.first(names)).body, _name(story, names))
    for moment, names in DATES.items():
        for named in (story, around):
            value = named.text(names)
            draft.take_date(moment, "" if _NEVER.match(value) else value, _name(named, names))


def _reading(element: Element | None) -> Reading:
    """Read an element that holds markup, or markup escaped into a string."""
    if element is None:
        return Reading()
    return read_tree(element) if len(element) else read_string(element.text or "")


def _name(named: _Named, names: tuple[str, ...]) -> str:
    found = named.first(names)
    return names[0] if found is None else local(found)


def _plain(element: Element) -> str:
    return plain_name(local(element))


_LOOKED_FOR = frozenset(
    name
    for names in (
        *LINES.values(), *BLOCKS.values(), *DATES.values(), BODY, BYLINES, AGENCIES,
        SECTIONS, KEYWORDS, GUIDS, VERSIONS, LANGUAGES, BEFORE,
    )
    for name in names
)  # fmt: skip
