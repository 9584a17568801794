"""NewsML-G2, IPTC's XML envelope for news items of any kind; only their words are kept.

See https://iptc.org/std/NewsML-G2/guidelines/
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from index.errors import InputRefused, UnknownFormat
from index.parsers import RecordRefused
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
from index.parsers.drafting.markup import dropped_as
from index.parsers.standards.content import TextContent, content_of
from index.parsers.standards.nitf import take_head
from index.wire.authority import same_agency

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_ROOTS = frozenset((*_ITEMS, "newsMessage", "groupSet", "conceptSet"))
_CALLED = {
    "packageItem": "a package of references",
    "groupSet": "a package of references",
    "conceptItem": "a concept, no news",
    "conceptSet": "a list of concepts, no news",
    "knowledgeItem": "a controlled vocabulary, no news",
    "planningItem": "a planning item, no news",
    "catalogItem": "a catalogue, no news",
}
_TEXT_CLASSES = ("", "text", "composite")


class NewsMLG2Parser:
    """Reads a ``<newsItem>``, or every one in a ``<newsMessage>``."""

    format = "newsml-g2"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Look at the root element."""
        return root_of(source.head)[0] in _ROOTS

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the text items, else the captions; other items are counted as dropped."""
        root = read_xml(source.raw, self.format)
        items = [root] if local(root) != "newsMessage" else list(inside(root, *_ITEMS))
        texts = [item for item in items if _is_text(item)] or list(filter(_is_captioned, items))
        if not texts:
            raise UnknownFormat(kind=f"NewsML-G2: {_called(items)}")
        others = Counter(dropped_as(_kind(item)) for item in items if item not in texts)
        for number, item in enumerate(texts, 1):
            try:
                draft = _read_item(item, source)
                draft.drop(others)
                yield draft.finish()
            except InputRefused as reason:
                if len(texts) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)


def _read_item(item: Element, source: Source) -> Draft:
    draft = Draft(NewsMLG2Parser.format, source)
    draft.take_revision("guid", attribute(item, "guid"))
    draft.take_number(attribute(item, "version"))
    _take_management(draft, descend(item, "itemMeta"))
    _take_content_meta(draft, descend(item, "contentMeta"))
    content = content_of(draft, descend(item, "contentSet"))
    draft.take_caption(_kind(item), *map(text_of, _captions(item)))
    _take_inner(draft, content)
    _take_people(draft, descend(item, "contentMeta"))
    draft.take_language(attribute(item, "lang"), "xml:lang")
    _take_rights(draft, descend(item, "rightsInfo"))
    draft.take_opening()
    draft.part_closing()
    return draft


def _take_management(draft: Draft, meta: Element | None) -> None:
    draft.take_agency(_named(descend(meta, "provider")), "provider")
    draft.take_date("filed", text_of(descend(meta, "firstCreated")), "firstCreated")
    draft.take_date("updated", text_of(descend(meta, "versionCreated")), "versionCreated")
    draft.take_date("embargo", text_of(descend(meta, "embargoed")), "embargoed")
    for signal in children(meta, "signal"):
        if _code(signal) in ("update", "correction", "kill"):
            draft.take_revision("label", text_of(descend(signal, "name")) or _code(signal))
    for link in children(meta, "link"):
        if _code(link, "rel").lower() in ("previousversion", "replaces", "derivedfrom"):
            draft.take_revision("supersedes", attribute(link, "residref"))
    status = _code(descend(meta, "pubStatus"))
    if status and status not in ("usable", "usableWithRestrictions"):
        draft.warn(f"the agency marks this dispatch as {status}")
    public = [note for note in children(meta, "edNote") if not _is_internal(note)]
    notes = "\n\n".join(dict.fromkeys(filter(None, map(text_of, public))))
    draft.take_text("boilerplate", notes, "edNote")


def _take_content_meta(draft: Draft, meta: Element | None) -> None:
    draft.take_date("filed", text_of(descend(meta, "contentCreated")), "contentCreated")
    draft.take_date("updated", text_of(descend(meta, "contentModified")), "contentModified")
    _take_headlines(draft, meta)
    draft.take("slug", text_of(descend(meta, "slugline")), "slugline")
    draft.take("dateline", text_of(descend(meta, "dateline")), "dateline")
    draft.take_language(attribute(descend(meta, "language"), "tag"), "language")
    for located in children(meta, "located"):
        if not _is_region(located):
            draft.take("city", _named(located).partition(",")[0], "located")
    for by in children(meta, "by"):
        draft.take_byline(text_of(by), "by")
    subjects = list(children(meta, "subject"))
    sections = [_named(subject) for subject in subjects if _is_section(subject)]
    draft.take_several("section", [name for name in sections if len(name) > 2], "subject")
    keywords = [text_of(word) for word in children(meta, "keyword")]
    names = [text_of(descend(s, "name")) for s in subjects if not _is_section(s)]
    draft.take_several("keywords", [*keywords, *names], "keyword and subject")


def _take_headlines(draft: Draft, meta: Element | None) -> None:
    """Take the headline of the first rank, and what stands below it."""
    headlines = list(children(meta, "headline"))
    main = [h for h in headlines if "sub" not in attribute(h, "role").lower()]
    main.sort(key=lambda h: int(attribute(h, "rank")) if attribute(h, "rank").isdecimal() else 1)
    for headline in main:
        draft.take("headline", text_of(headline), "headline")
    for description in children(meta, "description"):
        if _code(description, "role").lower() in ("summary", "teaser", "abstract", "standfirst"):
            draft.take_text("standfirst", text_of(description), "description")
    for headline in headlines:
        if headline not in main:
            draft.take_text("standfirst", text_of(headline), "headline (sub)")


def _take_inner(draft: Draft, content: TextContent) -> None:
    """Take what the NITF or XHTML inside the envelope says in addition."""
    if content.nitf is not None:
        take_head(draft, content.nitf)
    draft.take("headline", content.title, "title of the content")
    draft.take_language(content.language, "xml:lang of the content")


def _take_people(draft: Draft, meta: Element | None) -> None:
    """Take the creators who are persons, where no byline is printed."""
    names = [text_of(descend(creator, "name")) for creator in children(meta, "creator")]
    people = [name for name in names if name and not same_agency(name, draft.agency)]
    draft.take_byline(", ".join(people), "creator")


def _take_rights(draft: Draft, rights: Element | None) -> None:
    draft.take_agency(_named(descend(rights, "copyrightHolder")), "copyrightHolder")
    draft.take_text("boilerplate", text_of(descend(rights, "copyrightNotice")), "copyrightNotice")


def _kind(item: Element) -> str:
    return _code(descend(item, "itemMeta", "itemClass"))


def _is_text(item: Element) -> bool:
    return local(item) == "newsItem" and _kind(item) in _TEXT_CLASSES


def _is_captioned(item: Element) -> bool:
    """Tell a picture or sound that words describe; they are news although it is not kept."""
    return local(item) == "newsItem" and any(map(text_of, _captions(item)))


def _captions(item: Element) -> list[Element]:
    if _kind(item) in _TEXT_CLASSES:
        return []
    return list(children(descend(item, "contentMeta"), "description"))


def _called(items: list[Element]) -> str:
    if not items:
        return "a message without items"
    return _CALLED.get(local(items[0])) or f"an item of class {_kind(items[0])}, no text"


def _is_internal(note: Element) -> bool:
    return "nonpublic" in attribute(note, "pubconstraint") or _code(note, "role") in (
        "notepad",
        "closingline",
        "dpacontacts",
    )


def _is_region(located: Element) -> bool:
    kind = _code(located, "type").lower()
    return any(word in kind for word in ("country", "state", "statprov", "region", "continent"))


def _is_section(subject: Element) -> bool:
    """Tell a desk or category from a subject proper."""
    scheme = attribute(subject, "qcode").partition(":")[0].lower()
    kind = _code(subject, "type").lower()
    return kind in ("category", "cat", "department", "desk") or scheme.endswith(
        ("department", "section", "desk", "cat")
    )


def _named(element: Element | None) -> str:
    """Return the name of a party or place: in words, else as a literal or a code."""
    return (
        text_of(descend(element, "name"))
        or attribute(element, "literal")
        or attribute(element, "qcode")
    )


def _code(element: Element | None, name: str = "qcode") -> str:
    """Return a qualified code without its scheme."""
    return attribute(element, name).rpartition(":")[2]
