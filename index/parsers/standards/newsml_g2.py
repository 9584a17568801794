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
from index.parsers.standards.g2_names import Names, code, in_language, named
from index.parsers.standards.nitf import take_head
from index.parsers.standards.roles import distance, is_below
from index.wire.authority import same_agency
from index.wire.byline import strip_by

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
_SUMMARIES = ("", "summary", "teaser", "abstract", "standfirst", "lead", "intro")
_TEXT_CLASSES = ("", "text", "composite")


class NewsMLG2Parser:
    """Reads a ``<newsItem>``, or every one in a ``<newsMessage>``."""

    format = "newsml-g2"
    version = 4

    def recognises(self, source: Source) -> bool:
        """Look at the root element."""
        return root_of(source.head)[0] in _ROOTS

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the text items, else the captions; other items are counted as dropped."""
        yield from read_g2(read_xml(source.raw, self.format), source)


def holds_g2(root: Element) -> bool:
    """Tell whether an envelope of another kind holds news items of this standard."""
    items = [root, *inside(root, "newsItem")]
    return any(descend(item, "contentMeta") is not None for item in items)


def read_g2(root: Element, source: Source) -> Iterator[Dispatch | RecordRefused]:
    """Yield the dispatches of an item, or of whatever envelope is around several."""
    items = [root] if local(root) in _ROOTS - {"newsMessage"} else list(inside(root, *_ITEMS))
    texts = [item for item in items if _is_text(item)] or list(filter(_is_captioned, items))
    if not texts:
        raise UnknownFormat(kind=f"NewsML-G2: {_called(items)}")
    others = Counter(dropped_as(_kind(item)) for item in items if item not in texts)
    concepts = named(inside(root, "concept"))
    for number, item in enumerate(texts, 1):
        try:
            draft = _read_item(item, Names(item, concepts), source)
            draft.drop(others)
            yield draft.finish()
        except InputRefused as reason:
            if len(texts) == 1:
                raise
            yield RecordRefused(f"#{number}", reason)


def _read_item(item: Element, names: Names, source: Source) -> Draft:
    draft = Draft(NewsMLG2Parser.format, source)
    meta = descend(item, "contentMeta")
    draft.take_revision("guid", attribute(item, "guid"))
    draft.take_number(attribute(item, "version"))
    _take_management(draft, descend(item, "itemMeta"), names)
    _take_content_meta(draft, meta, names, _language(item, meta))
    content = content_of(draft, *children(item, "contentSet"))
    draft.take_caption(_kind(item), *map(text_of, _captions(item)))
    _take_inner(draft, content)
    draft.take("headline", text_of(descend(item, "itemMeta", "title")), "title")
    _take_people(draft, meta, names)
    draft.take_language(attribute(item, "lang"), "xml:lang")
    _take_rights(draft, descend(item, "rightsInfo"), names)
    _take_origin(draft, meta, names)
    draft.part_heading()
    draft.take_opening()
    draft.part_closing()
    return draft


def _language(item: Element, meta: Element | None) -> str:
    """Return the language of the text, which elements in several languages are chosen by."""
    inline = next(inside(descend(item, "contentSet"), "inlineXML", "inlineData"), None)
    stated = attribute(descend(meta, "language"), "tag") or attribute(inline, "lang")
    return stated or attribute(item, "lang")


def _take_management(draft: Draft, meta: Element | None, names: Names) -> None:
    draft.take_agency(names.of_party(descend(meta, "provider")), "provider")
    draft.take_date("filed", text_of(descend(meta, "firstCreated")), "firstCreated")
    draft.take_date("updated", text_of(descend(meta, "versionCreated")), "versionCreated")
    draft.take_date("embargo", text_of(descend(meta, "embargoed")), "embargoed")
    for signal in children(meta, "signal"):
        if code(signal) in ("update", "correction", "kill"):
            draft.take_revision("label", text_of(descend(signal, "name")) or code(signal))
    for link in children(meta, "link"):
        if code(link, "rel").lower() in ("previousversion", "replaces", "derivedfrom"):
            draft.take_revision("supersedes", attribute(link, "residref"))
    status = code(descend(meta, "pubStatus"))
    if status and status not in ("usable", "usableWithRestrictions"):
        draft.warn(f"the agency marks this dispatch as {status}")
        draft.take_revision("label", status)
    public = [note for note in children(meta, "edNote") if not _is_internal(note)]
    notes = "\n\n".join(dict.fromkeys(filter(None, map(text_of, public))))
    draft.take_text("boilerplate", notes, "edNote")


def _take_content_meta(draft: Draft, meta: Element | None, names: Names, language: str) -> None:
    draft.take_date("filed", text_of(descend(meta, "contentCreated")), "contentCreated")
    draft.take_date("updated", text_of(descend(meta, "contentModified")), "contentModified")
    _take_headlines(draft, meta, language)
    draft.take("slug", text_of(descend(meta, "slugline")), "slugline")
    draft.take_dateline(text_of(descend(meta, "dateline")), "dateline")
    draft.take_language(attribute(descend(meta, "language"), "tag"), "language")
    for located in children(meta, "located"):
        if not _is_region(located):
            draft.take("city", names.of(located).partition(",")[0], "located")
    printed = in_language(list(children(meta, "by")), language)
    draft.take_byline("; ".join(strip_by(text_of(by)) for by in printed), "by")
    subjects = list(children(meta, "subject"))
    sections = [names.of_party(subject) for subject in subjects if _is_section(subject)]
    draft.take_several("section", [name for name in sections if len(name) > 2], "subject")
    keywords = [text_of(word) for word in children(meta, "keyword")]
    concepts = [names.of(subject) for subject in subjects if not _is_section(subject)]
    draft.take_several("keywords", [*keywords, *concepts], "keyword and subject")


def _take_headlines(draft: Draft, meta: Element | None, language: str) -> None:
    """Take the headline of the main role and first rank, and what stands below it."""
    headlines = in_language(list(children(meta, "headline")), language)
    main = [h for h in headlines if not is_below(attribute(h, "role"))]
    for headline in sorted(main, key=_headline_rank):
        draft.take("headline", text_of(headline), "headline")
    for description in in_language(list(children(meta, "description")), language):
        if code(description, "role").lower() in _SUMMARIES:
            draft.take_text("standfirst", text_of(description), "description")
    for headline in headlines:
        if headline not in main:
            draft.take_text("standfirst", text_of(headline), "headline (sub)")


def _headline_rank(headline: Element) -> tuple[int, int]:
    rank = attribute(headline, "rank")
    return distance(code(headline, "role")), int(rank) if rank.isdecimal() else 1


def _take_inner(draft: Draft, content: TextContent) -> None:
    """Take what the NITF or XHTML inside the envelope says in addition."""
    if content.nitf is not None:
        take_head(draft, content.nitf)
        draft.take("headline", text_of(descend(content.nitf, "head", "title")), "head/title")
    draft.take("headline", content.title, "title of the content")
    draft.take_byline(content.byline, "byline in the content")
    draft.take_language(content.language, "xml:lang of the content")


def _take_people(draft: Draft, meta: Element | None, names: Names) -> None:
    """Take the creators who are persons, where no byline is printed."""
    people = [names.of(creator) for creator in children(meta, "creator") if _is_person(creator)]
    people = [name for name in people if name and not same_agency(name, draft.agency)]
    draft.take_byline("; ".join(people), "creator")


def _take_rights(draft: Draft, rights: Element | None, names: Names) -> None:
    draft.take_agency(names.of_party(descend(rights, "copyrightHolder")), "copyrightHolder")
    draft.take_text("boilerplate", text_of(descend(rights, "copyrightNotice")), "copyrightNotice")


def _take_origin(draft: Draft, meta: Element | None, names: Names) -> None:
    """Take the agency that a credit names, where neither provider nor rights name one."""
    for origin in children(meta, "infoSource"):
        draft.take_agency(names.of_party(origin), "infoSource")
    draft.take_agency(text_of(descend(meta, "creditline")), "creditline")


def _is_person(creator: Element) -> bool:
    return "org" not in code(creator, "type").lower()


def _kind(item: Element) -> str:
    return code(descend(item, "itemMeta", "itemClass"))


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
    return "nonpublic" in attribute(note, "pubconstraint") or code(note, "role") in (
        "notepad",
        "closingline",
        "dpacontacts",
    )


def _is_region(located: Element) -> bool:
    kind = code(located, "type").lower()
    return any(word in kind for word in ("country", "state", "statprov", "region", "continent"))


def _is_section(subject: Element) -> bool:
    """Tell a desk or category from a subject proper."""
    scheme = attribute(subject, "qcode").partition(":")[0].lower()
    kind = code(subject, "type").lower()
    return kind in ("category", "cat", "department", "desk") or scheme.endswith(
        ("department", "section", "desk", "cat")
    )
