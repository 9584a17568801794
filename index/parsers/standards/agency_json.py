"""JSON that agencies and services designed for themselves, read by what its keys are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.standards.content import read_line, read_nested
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
    SECTIONS,
    VERSIONS,
)

if TYPE_CHECKING:
    from index.parsers import Source
    from index.parsers.decoding.json_tree import Node

_BODIES = (*BODY, "news", "paragraphs")
"""Some services list the paragraphs."""
_HEADLINES = frozenset(LINES["headline"])
_HOSTS = ("sourcename", "sitename", "sourcedomain", "hostname", "domain")


def is_story(item: Node) -> bool:
    """Tell whether an object has a headline and a text."""
    if not item.has_any(_HEADLINES):
        return False
    return any(map(item.text, LINES["headline"])) and bool(_text(item))


def read_named(item: Node, source: Source) -> Draft:
    """Collect the fields by the names of their keys."""
    draft = Draft("agency-json", source)
    for line, names in LINES.items():
        draft.take(line, read_line(item.text(*names)), line)
    content = read_nested(_text(item))
    draft.take_text("body", content.reading.body, "text")
    draft.drop(content.reading.dropped)
    for agency in _named(item, *AGENCIES, *_HOSTS):
        draft.take_agency(agency, "source")
    for block, names in BLOCKS.items():
        if (value := read_nested(item.text(*names)).reading.body) != draft.value("headline"):
            draft.take_text(block, value, block)
    for moment, names in DATES.items():
        for name in names:
            draft.take_date(moment, item.text(name), name)
    draft.take_byline("; ".join(map(read_line, _named(item, *BYLINES))), "byline")
    draft.take_several("section", _named(item, *SECTIONS), "section")
    draft.take_several("keywords", _named(item, *KEYWORDS), "keywords")
    draft.take_language(item.text(*LANGUAGES, "inlanguage"), "language")
    draft.take_revision("guid", item.text(*GUIDS, "uno", "uri"))
    draft.take_revision("supersedes", item.text(*BEFORE))
    draft.take_number(item.text(*VERSIONS))
    draft.take_opening()
    return draft


def _text(item: Node) -> str:
    return next((text for name in _BODIES if (text := _joined(item, name))), "")


def _joined(item: Node, name: str) -> str:
    return item.text(name) or "\n\n".join(item.texts(name))


def _named(item: Node, *names: str) -> list[str]:
    """Return the strings, or the names of the objects, under the first of the keys that has any."""
    for name in names:
        objects = [part.text("name") for part in (item.node(name), *item.nodes(name))]
        if found := [text for text in (item.text(name), *objects, *item.texts(name)) if text]:
            return list(dict.fromkeys(found))
    return []
