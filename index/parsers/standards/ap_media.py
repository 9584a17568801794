"""The JSON of AP's media API: item metadata, with the story itself often left behind a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import dropped_as
from index.parsers.standards.content import read_string
from index.parsers.standards.ninjs import take_common

if TYPE_CHECKING:
    from index.parsers import Source
    from index.parsers.decoding.json_tree import Node


def read_ap(item: Node, source: Source) -> Draft:
    """Collect the fields; without an inline story the summary stands in and is partial."""
    draft = Draft("ap-json", source)
    for key in ("headline", "headline_extended", "title"):
        draft.take("headline", item.text(key), key)
    for by in item.nodes("bylines"):
        draft.take_byline(by.text("by"), "bylines")
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
        draft.take_text("body", read_string(item.text(key)).body, key)
    _take_summary(draft, item)
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
