"""XML that agencies designed for themselves, read by what its elements are called.

There is no schema to go by: a file counts as a story when one of its elements bears a name that
stands for a story's text. Names are compared without case, hyphens and underscores.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import InputRefused, UnknownFormat
from index.parsers import RecordRefused
from index.parsers.content import read_string
from index.parsers.draft import Draft
from index.parsers.markup import Reading, read_tree
from index.parsers.xml_tree import attribute, local, read_xml, root_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source
    from index.parsers.draft import Block, Line, Moment

_BODY = (
    "contenttext", "bodytext", "body", "content", "articlebody", "storybody", "storytext",
    "fulltext", "maintext", "brodtext", "brødtekst", "tekst", "texte", "texto", "testo", "corps",
    "story", "text",
)  # fmt: skip
_LINES: dict[Line, tuple[str, ...]] = {
    "headline": ("headline", "title", "hl1", "heading", "titre", "titel", "titulo", "titolo",
                 "tittel", "rubrik", "overskrift", "schlagzeile", "baslik"),
    "dateline": ("dateline", "placeline"),
    "city": ("town", "city", "ville", "ort", "ciudad"),
    "slug": ("slug", "slugproper", "slugline", "strapline", "keywordline"),
    "source_url": ("longurl", "url", "link", "permalink", "weburl"),
}  # fmt: skip
_BLOCKS: dict[Block, tuple[str, ...]] = {
    "standfirst": ("subtitle", "standfirst", "subheadline", "subhead", "leadtext", "lead",
                   "abstract", "summary", "chapo", "ingress", "entradilla", "teaser", "vorspann"),
    "boilerplate": ("boilerplate", "updatenote", "ednote", "editorsnote", "tilredaktionen",
                    "copyright", "copyrightnotice", "disclaimer"),
}  # fmt: skip
_DATES: dict[Moment, tuple[str, ...]] = {
    "filed": ("publishdate", "publicationdate", "publisheddate", "publishdatetime", "pubdate",
              "datepublished", "createddatetime", "created", "datecreated", "issuedate", "date",
              "datetime", "tarih", "fecha", "datum"),
    "updated": ("updateddatetime", "updated", "lastmodified", "modified", "modifieddate",
                "lastupdate", "datemodified"),
    "embargo": ("embargo", "embargotime", "embargodate", "releasedate"),
}  # fmt: skip
_BYLINES = ("byline", "author", "authors", "writer", "auteur", "autor", "autore", "verfasser")
_AGENCIES = ("source", "provider", "agency", "origin", "credit", "publisher", "kaynak", "fuente")
_SECTIONS = ("section", "category", "rubric", "rubrique", "ressort", "kategori", "indexcode")
_KEYWORDS = ("keyword", "keywords", "tag", "tags", "subject")
_GUIDS = ("newsid", "guid", "histid", "systemslug", "contentitemid", "id", "storyid", "uuid")
_VERSIONS = ("version", "authorversion", "revision", "writethruvalue")
_LANGUAGES = ("language", "lang", "sprache", "langue", "idioma")
_MEDIA = ("image", "images", "photo", "picture", "logo", "video", "audio", "document", "graphic")
_BEFORE = ("replaces", "replacedid", "supersedes", "previousversion")
_LISTED = re.compile(r"[,;|]")
_NEVER = re.compile(r"0001-01-01|1900-01-01")
_DECLARED = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\0?\?\0?x|\0<\0\?|<!DOCTYPE(?!\s+html))",
    re.IGNORECASE,
)
_NOT_HERE = frozenset(
    (
        "html",
        "head",
        "body",
        "h1",
        "h2",
        "p",
        "div",
        "article",
        "svg",
        "rss",
        "feed",
        "rdf",
        "opml",
        "plist",
        "urlset",
    )
)


class AgencyXmlParser:
    """Reads a well-formed file that no standard covers; the last resort for XML."""

    format = "agency-xml"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Accept what begins, and where it declares nothing also ends, like XML.

        It must come after the parsers of known formats.
        """
        name = root_of(source.head)[0]
        if name.lower() in _NOT_HERE:
            return False
        declared = _DECLARED.match(source.head) is not None
        return declared or bool(name and _is_closed(source.raw, name))

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield each story in order."""
        root = read_xml(source.raw, "XML")
        stories = _stories(root)
        if not stories:
            raise UnknownFormat(kind=f"XML <{local(root)}> without a story")
        for number, story in enumerate(stories, 1):
            try:
                yield _read(story, root, source)
            except InputRefused as reason:
                if len(stories) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)


def _is_closed(raw: bytes, name: str) -> bool:
    """Tell whether text that begins with a tag also ends with the one that closes it."""
    return raw[-200:].rstrip(b"\0 \t\r\n").endswith(f"{name}>".encode())


def _stories(root: Element) -> list[Element]:
    """Return the elements that have a text and a headline among their children."""
    found = [e for e in [root, *root.iterdescendants()] if _is_story(e)]
    return found or ([root] if _first(root, _BODY) is not None and _named(root) else [])


def _is_story(element: Element) -> bool:
    names = {_plain(child) for child in element}
    told = not names.isdisjoint(_BODY)
    return told and not names.isdisjoint((*_LINES["headline"], *_DATES["filed"]))


def _named(root: Element) -> bool:
    return _first(root, _LINES["headline"]) is not None


def _read(story: Element, root: Element, source: Source) -> Dispatch:
    draft = Draft(AgencyXmlParser.format, source)
    draft.take_agency(_any(_AGENCIES, story, root), "source")
    reading = _body(story)
    draft.take_text("body", reading.body, "text element")
    draft.drop(reading.dropped)
    _take_named(draft, story, root)
    draft.take_byline(_any(_BYLINES, story), "byline")
    draft.take_several("section", _LISTED.split(_any(_SECTIONS, story)), "section")
    keywords = ";".join(text_of(element) for element in story if _plain(element) in _KEYWORDS)
    draft.take_several("keywords", _LISTED.split(keywords), "keyword")
    draft.take_language(_any(_LANGUAGES, story, root), "language")
    draft.take_language(attribute(story, "lang") or attribute(root, "lang"), "lang")
    draft.take_revision("guid", _any(_GUIDS, story, root) or attribute(story, "id"))
    draft.take_revision("supersedes", _any(_BEFORE, story))
    draft.take_number(_any(_VERSIONS, story))
    draft.drop({"media": sum(1 for e in story.iterdescendants() if _plain(e) in _MEDIA)})
    return draft.finish()


def _take_named(draft: Draft, story: Element, root: Element) -> None:
    """Take the fields that are a matter of names alone."""
    for line, names in _LINES.items():
        draft.take(line, _any(names, story), _name_of(names, story))
    for block, names in _BLOCKS.items():
        found = _first(story, names)
        if found is not None and text_of(found) != draft.value("headline"):
            draft.take_text(block, _reading(found).body, _name_of(names, story))
    for moment, names in _DATES.items():
        value = _any(names, story, root)
        draft.take_date(moment, "" if _NEVER.match(value) else value, _name_of(names, story))


def _body(story: Element) -> Reading:
    found = _first(story, _BODY)
    return Reading() if found is None else _reading(found)


def _reading(element: Element) -> Reading:
    """Read an element that holds markup, or markup escaped into a string."""
    if len(element):
        return read_tree(element)
    return read_string(element.text or "")


def _any(names: tuple[str, ...], *places: Element) -> str:
    """Return the text of the first child of these names, looking place by place."""
    found = (text_of(_first(place, names)) for place in places)
    return next((text for text in found if text), "")


def _name_of(names: tuple[str, ...], story: Element) -> str:
    found = _first(story, names)
    return names[0] if found is None else local(found)


def _first(parent: Element, names: tuple[str, ...]) -> Element | None:
    """Return the child with text whose name comes first in ``names``."""
    present: dict[str, Element] = {}
    for child in parent:
        if text_of(child):
            present.setdefault(_plain(child), child)
    return next((present[name] for name in names if name in present), None)


def _plain(element: Element) -> str:
    return local(element).lower().replace("-", "").replace("_", "")
