"""The JSON of AP's media API: item metadata, with the story itself often left behind a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import dropped_as
from index.parsers.standards.content import read_line, read_nested
from index.parsers.standards.ninjs import take_common
from index.parsers.standards.nitf import take_head
from index.wire.byline import strip_by

if TYPE_CHECKING:
    from index.parsers import Source
    from index.parsers.decoding.json_tree import Node


def read_ap(item: Node, source: Source) -> Draft:
    """Collect the fields; without an inline story the summary stands in and is partial."""
    draft = Draft("ap-json", source)
    for key in ("headline", "headline_extended", "title"):
        draft.take("headline", read_line(item.text(key)), key)
    printed = [strip_by(by.text("by")) for by in item.nodes("bylines")]
    draft.take_byline("; ".join(filter(None, printed)), "bylines")
    draft.take_byline(item.text("byline"), "byline")
    draft.take_revision("guid", item.node("altids").text("itemid"))
    for link in item.nodes("links"):
        if link.text("rel") == "canonical":
            draft.take("source_url", link.text("href"), "links")
    take_common(draft, item)
    for rendition in item.nodes("renditions"):
        if rendition.text("type") != "text":
            draft.drop({dropped_as(rendition.text("type")): 1})
    for key in ("body_nitf", "body_html", "body_text", "body.content"):
        content = read_nested(item.text(key))
        draft.take_text("body", content.reading.body, key)
        if content.nitf is not None:
            take_head(draft, content.nitf)
    _take_summary(draft, item)
    draft.take_opening()
    return draft


def _take_summary(draft: Draft, item: Node) -> None:
    standfirst = item.text("headline_extended")
    if standfirst != draft.value("headline"):
        draft.take_text("standfirst", standfirst, "headline_extended")
    if draft.value("body"):
        return
    draft.partial = True
    draft.warn("the story itself was left behind a link; only its summary is here")
    draft.take_text("body", item.text("description_summary"), "description_summary")
