"""The inline content of a news envelope: XHTML, NITF or plain text, whichever says most."""

from __future__ import annotations

import base64
import html
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.errors import InputRefused
from index.parsers.decoding.encoding import decode
from index.parsers.decoding.xml_tree import (
    attribute,
    children,
    descend,
    inside,
    local,
    read_xml,
    strings,
    text_of,
)
from index.parsers.drafting.markup import (
    Reading,
    dropped_as,
    looks_marked_up,
    read_fragment,
    read_tree,
)
from index.parsers.drafting.plain import plain_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from index.parsers.drafting.draft import Draft

_SET_IN_BLOCKS = re.compile(
    r"</?(?:p|br|div|li|ul|ol|table|tr|td|h[1-6]|section|pre|blockquote)\b[^<>]*>", re.IGNORECASE
)
_ESCAPED = re.compile(r"<(?:p|br|div|li|script|iframe|blockquote)\b[^<>]*>", re.IGNORECASE)
"""Markup that an element holds as text, since it was escaped once too often."""
_LONGEST_LINE = 5000
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_PRINTED_ABOVE = frozenset(("header", "byline"))
"""XHTML's ``header`` repeats headline, byline and date, which have fields of their own."""


@dataclass(slots=True)
class TextContent:
    """The richest text rendition, with what its own markup names."""

    reading: Reading = field(default_factory=Reading)
    nitf: Element | None = None
    title: str = ""
    byline: str = ""
    """Of an agency's own markup; that of NITF is in its head."""
    language: str = ""


def content_of(draft: Draft, *content_sets: Element) -> TextContent:
    """Take the body from G2 ``contentSet``s; remote and coded parts are counted as dropped."""
    inline = [part for within in content_sets for part in children(within, "inlineXML")]
    data = [part for within in content_sets for part in children(within, "inlineData")]
    found = [*map(_inline_xml, inline), *map(_inline_data, data)]
    best = max(found, key=lambda content: len(content.reading.body), default=TextContent())
    draft.take_text("body", best.reading.body, "contentSet")
    draft.drop(best.reading.dropped)
    remote = (part for within in content_sets for part in children(within, "remoteContent"))
    draft.drop(Counter(map(_media, remote)))
    return best


def read_content(element: Element) -> TextContent:
    """Read an element that holds XHTML, NITF, paragraphs, or escaped markup or plain text."""
    nitf = element if local(element) == "nitf" else next(inside(element, "nitf"), None)
    if nitf is not None:
        body = descend(nitf, "body", "body.content")
        return TextContent(read_element(nitf if body is None else body), nitf)
    if len(element) == 0:
        return TextContent(read_string("".join(strings(element))))
    bodies = [*inside(element, "body"), element]
    reading = read_element(bodies[0], skip=_PRINTED_ABOVE)
    if not reading.paragraphs:
        reading = read_element(bodies[0])
    title = next((text_of(title) for title in inside(element, "title")), "")
    return TextContent(without_title(reading, title), None, title, _byline(element))


def read_element(element: Element, *, skip: frozenset[str] = frozenset()) -> Reading:
    """Read an element's paragraphs, those that turn out to be markup once more."""
    reading = read_tree(element, skip=skip)
    if not any(map(_ESCAPED.search, reading.paragraphs)):
        return reading
    whole = Reading(dropped=reading.dropped)
    for paragraph in reading.paragraphs:
        part = read_string(paragraph) if _ESCAPED.search(paragraph) else Reading([paragraph])
        whole.paragraphs += part.paragraphs
        whole.dropped.update(part.dropped)
    return whole


def _byline(element: Element) -> str:
    names = (part for part in element.iterdescendants() if local(part).lower() == "byline")
    return next(filter(None, map(text_of, names)), "")


def read_string(text: str) -> Reading:
    """Read a string of escaped markup or plain copy.

    Markup that brings inline elements only, as blogs export it, is set in lines.
    """
    if not looks_marked_up(text):
        bare = html.unescape(text)
        return (
            read_fragment(bare) if _SET_IN_BLOCKS.search(bare) else Reading(plain_paragraphs(bare))
        )
    if _SET_IN_BLOCKS.search(text):
        return read_fragment(text)
    whole = Reading()
    for line in text.replace("\r\n", "\n").split("\n"):
        part = read_fragment(line)
        whole.paragraphs += part.paragraphs
        whole.dropped.update(part.dropped)
    return whole


def read_line(text: str) -> str:
    """Read a line such as a headline, in which some services leave markup or entities."""
    if len(text) <= _LONGEST_LINE and looks_marked_up(text):
        return " ".join(read_fragment(text).paragraphs)
    return html.unescape(text)


def read_nested(text: str) -> TextContent:
    """Read a string that may be NITF, whole or its body; other strings as :func:`read_string`."""
    if "<nitf" not in text and "<body.content" not in text:
        return TextContent(read_string(text))
    if "<nitf" not in text:
        text = f"<nitf><body>{text}</body></nitf>"
    try:
        return read_content(read_xml(text.encode(), "NITF"))
    except InputRefused:
        return TextContent(read_string(text))


def read_plain(text: str) -> Reading:
    """Read plain copy that may stand in stray block tags."""
    if not looks_marked_up(text):
        return Reading(plain_paragraphs(text))
    bare = _TAG.sub("", _SET_IN_BLOCKS.sub("\n\n", text))
    return Reading(plain_paragraphs(html.unescape(bare)))


def without_title(reading: Reading, title: str) -> Reading:
    """Take away a first paragraph that only repeats the headline."""
    first = reading.paragraphs[:1]
    if len(reading.paragraphs) > 1 and title and first == [title]:
        return Reading(reading.paragraphs[1:], reading.dropped)
    return reading


def unpacked(encoded: str) -> str:
    """Return the text in a base64 string, or ''."""
    try:
        return decode(base64.b64decode(encoded, validate=False)).text
    except (ValueError, InputRefused):
        return ""


def _inline_xml(element: Element) -> TextContent:
    content = read_content(element)
    content.language = attribute(element, "lang")
    return content


def _inline_data(element: Element) -> TextContent:
    kind = attribute(element, "contenttype") or "text/plain"
    if not re.match(r"text/|application/(?:xhtml|xml|nitf)", kind):
        return TextContent(Reading(dropped=Counter({dropped_as(kind): 1})))
    if "base64" in (attribute(element, "encoding") + attribute(element, "encodinguri")).lower():
        return TextContent(read_string(unpacked(text_of(element))))
    if kind.startswith("text/plain") and len(element) == 0:
        return TextContent(read_plain("".join(strings(element))))
    return _inline_xml(element)


def _media(element: Element) -> str:
    return dropped_as(attribute(element, "contenttype"))
