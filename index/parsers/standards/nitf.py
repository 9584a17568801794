"""News Industry Text Format 2–3, IPTC's XML for one text item.

See https://iptc.org/standards/nitf/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.parsers.decoding.xml_tree import (
    attribute,
    children,
    descend,
    inside,
    local,
    read_xml,
    root_of,
    text_of,
)
from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import Reading, read_tree
from index.parsers.standards.content import read_element
from index.wire.byline import strip_by
from index.wire.dateline import plain_city

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source


class NitfParser:
    """Reads one ``<nitf>`` document a file."""

    format = "nitf"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Look at the root element; the DTD line is optional in the wild."""
        return root_of(source.head)[0] == "nitf"

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the file's one dispatch."""
        yield read_nitf(read_xml(source.raw, self.format), source)


def read_nitf(nitf: Element, source: Source) -> Dispatch:
    """Return the dispatch in an ``nitf`` element."""
    draft = Draft(NitfParser.format, source)
    take_document(draft, descend(nitf, "head", "docdata"))
    take_head(draft, nitf)
    take_body(draft, nitf)
    draft.take_language(attribute(nitf, "lang") or attribute(nitf, "baselang"), "baselang")
    draft.take("headline", text_of(descend(nitf, "head", "title")), "head/title")
    draft.take_opening()
    draft.part_closing()
    return draft.finish()


def take_head(draft: Draft, nitf: Element) -> None:
    """Take headline, byline, dateline and notes from ``body.head``."""
    head = descend(nitf, "body", "body.head")
    for hedline in children(head, "hedline", "headline"):
        main = descend(hedline, "hl1") if len(hedline) else hedline
        draft.take("headline", text_of(main), "hedline/hl1")
        draft.take_below(text_of(descend(hedline, "hl2")), "hedline/hl2")
    abstract = descend(head, "abstract")
    if abstract is not None:
        draft.take_text("standfirst", read_tree(abstract).body, "abstract")
    bylines = [strip_by(_without(byline, "byttl")) for byline in children(head, "byline")]
    draft.take_byline("; ".join(filter(None, bylines)), "byline")
    _take_dateline(draft, descend(head, "dateline"))
    draft.take_agency(text_of(descend(head, "distributor")), "distributor")
    for note in children(head, "note"):
        draft.take_text("boilerplate", read_tree(note).body, "note")


def _take_dateline(draft: Draft, dateline: Element | None) -> None:
    for printed in inside(dateline, "story.date"):
        draft.take_date("filed", attribute(printed, "norm"), "story.date")
    for city in inside(dateline, "city", "location"):
        printed_city = text_of(descend(city, "city")) or text_of(city)
        draft.take("city", plain_city(printed_city), "dateline/location")
    draft.take_dateline(text_of(dateline), "dateline")


def take_document(draft: Draft, docdata: Element | None) -> None:
    """Take identifiers and dates from ``docdata``."""
    draft.take_revision("guid", attribute(descend(docdata, "doc-id"), "id-string"))
    draft.take_number(attribute(descend(docdata, "du-key"), "version"))
    draft.take_date("filed", attribute(descend(docdata, "date.issue"), "norm"), "date.issue")
    for copyright_ in children(docdata, "doc.copyright"):
        draft.take_agency(attribute(copyright_, "holder"), "doc.copyright")
    draft.take_agency(attribute(descend(docdata, "doc-id"), "regsrc"), "doc-id")
    draft.take_agency(attribute(descend(docdata, "doc.rights"), "owner"), "doc.rights")
    draft.take_agency(attribute(descend(docdata, "del-list", "from-src"), "src-name"), "del-list")
    _take_release(draft, docdata)
    draft.take_date("filed", attribute(descend(docdata, "date.release"), "norm"), "date.release")
    for pubdata in _pubdata(docdata):
        draft.take_agency(attribute(pubdata, "name"), "pubdata")
        draft.take_date("filed", attribute(pubdata, "date.publication"), "pubdata")
    draft.take_text("boilerplate", attribute(descend(docdata, "ed-msg"), "info"), "ed-msg")
    correction = descend(docdata, "correction")
    draft.take_revision("label", "" if correction is None else "correction")
    draft.take_revision("supersedes", attribute(correction, "id-string"))
    draft.take_text("boilerplate", attribute(correction, "info"), "correction")
    keys = [attribute(key, "key") for key in inside(docdata, "keyword")]
    draft.take_several("keywords", keys, "key-list")
    _take_meta(draft, docdata)


def take_body(draft: Draft, nitf: Element) -> Reading:
    """Take the text of ``body.content`` and the notices of ``body.end``."""
    body = descend(nitf, "body")
    content = descend(body, "body.content")
    reading = Reading() if content is None else read_element(content)
    draft.take_text("body", reading.body, "body.content")
    end = descend(body, "body.end")
    if end is not None:
        draft.take_text("boilerplate", read_tree(end).body, "body.end")
    draft.drop(reading.dropped)
    return reading


def _pubdata(docdata: Element | None) -> Iterator[Element]:
    head = None if docdata is None else docdata.getparent()
    yield from children(head, "pubdata")


def _take_release(draft: Draft, docdata: Element | None) -> None:
    """Take an embargo: a release that is later than the issue."""
    release = attribute(descend(docdata, "date.release"), "norm")
    issue = attribute(descend(docdata, "date.issue"), "norm")
    if release > issue:
        draft.take_date("embargo", release, "date.release")


def _take_meta(draft: Draft, docdata: Element | None) -> None:
    head = None if docdata is None else docdata.getparent()
    for meta in children(head, "meta"):
        if attribute(meta, "name") in ("anpa-keyword", "slugline", "slug"):
            draft.take("slug", attribute(meta, "content"), f"meta {attribute(meta, 'name')}")
    subjects = list(inside(head, "tobject.subject"))
    types = [attribute(subject, "tobject.subject.type") for subject in subjects]
    draft.take_several("section", types, "tobject.subject")
    details = [
        attribute(subject, f"tobject.subject.{part}")
        for subject in subjects
        for part in ("matter", "detail")
    ]
    draft.take_several("keywords", details, "tobject.subject")


def _without(element: Element, name: str) -> str:
    """Return the text of an element without that of its parts of one name."""
    pieces = [element.text or ""]
    for child in element:
        pieces.append("" if local(child) == name else text_of(child))
        pieces.append(child.tail or "")
    return " ".join(" ".join(pieces).split()).rstrip(" ,;")
