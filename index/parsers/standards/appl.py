"""AP's publishing language (APPL), the XML behind its web feeds: one ``Publication`` an item.

All its times are UTC without saying so.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from index.errors import InputRefused
from index.parsers import RecordRefused
from index.parsers.decoding.xml_tree import (
    attribute,
    children,
    descend,
    inside,
    local,
    text_of,
)
from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import dropped_as
from index.parsers.drafting.revisions import revision_label
from index.parsers.standards.content import read_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source

_FORM = "ap-appl"
_TOLD = frozenset(("caption", "script"))
"""Roles of the texts that describe a picture or a film."""


def holds_appl(root: Element) -> bool:
    """Tell whether there is a publication with the lines that only this language has."""
    return any(descend(item, "NewsLines") is not None for item in _items(root))


def read_appl(root: Element, source: Source) -> Iterator[Dispatch | RecordRefused]:
    """Yield the dispatch of each publication."""
    items = list(_items(root))
    for number, item in enumerate(items, 1):
        try:
            yield _read(item, source).finish()
        except InputRefused as reason:
            if len(items) == 1:
                raise
            yield RecordRefused(f"#{number}", reason)


def _items(root: Element) -> Iterator[Element]:
    found = [root] if local(root) == "Publication" else inside(root, "Publication")
    yield from (item for item in found if descend(item, "PublicationManagement") is not None)


def _read(item: Element, source: Source) -> Draft:
    draft = Draft(_FORM, source)
    identification = descend(item, "Identification")
    draft.take_revision("guid", text_of(descend(identification, "ItemId")))
    draft.take_number(text_of(descend(identification, "RecordSequenceNumber")))
    _take_origin(draft, item)
    _take_management(draft, descend(item, "PublicationManagement"))
    _take_lines(draft, item)
    _take_texts(draft, item, text_of(descend(identification, "MediaType")).lower())
    draft.take_language(text_of(descend(identification, "DefaultLanguage")), "DefaultLanguage")
    _take_concepts(draft, descend(item, "DescriptiveMetadata"))
    draft.take_opening()
    draft.part_closing()
    return draft


def _take_origin(draft: Draft, item: Element) -> None:
    for name in ("Source", "Provider", "Creator"):
        draft.take_agency(text_of(descend(item, "AdministrativeMetadata", name)), name)


def _take_management(draft: Draft, management: Element | None) -> None:
    draft.take_date("filed", _created(descend(management, "FirstCreated")), "FirstCreated")
    draft.take_date("filed", _utc(management, "ArrivalDateTime"), "ArrivalDateTime")
    draft.take_date("updated", _utc(management, "LastModifiedDateTime"), "LastModifiedDateTime")
    status = text_of(descend(management, "Status")).lower()
    if status == "embargoed":
        draft.take_date("embargo", _utc(management, "ReleaseDateTime"), "ReleaseDateTime")
    elif status not in ("", "usable"):
        draft.take_revision("label", status)
    if status not in ("", "usable"):
        draft.warn(f"the agency marks this dispatch as {status}")
    draft.take_text("boilerplate", text_of(descend(management, "SpecialInstructions")), "notes")


def _created(stamp: Element | None) -> str:
    """Return the day and time that stand in attributes of their own."""
    year, month, day = (attribute(stamp, name) for name in ("Year", "Month", "Day"))
    time = attribute(stamp, "Time")
    date = f"{year}-{month:0>2}-{day:0>2}"
    return f"{date}T{time}Z" if time else date


def _utc(management: Element | None, name: str) -> str:
    printed = text_of(descend(management, name))
    return f"{printed}Z" if "T" in printed and printed[-1:].isdigit() else printed


def _take_lines(draft: Draft, item: Element) -> None:
    lines = descend(item, "NewsLines")
    for name in ("HeadLine", "OriginalHeadLine", "ExtendedHeadLine", "Title"):
        draft.take("headline", text_of(descend(lines, name)), f"NewsLines/{name}")
    draft.take_byline("; ".join(map(text_of, children(lines, "ByLine"))), "NewsLines/ByLine")
    draft.take_dateline(text_of(descend(lines, "DateLine")), "NewsLines/DateLine")
    draft.take_text("boilerplate", text_of(descend(lines, "CopyrightLine")), "CopyrightLine")
    slug = text_of(descend(item, "FilingMetadata", "SlugLine")) or text_of(descend(lines, "Title"))
    draft.take("slug", slug, "SlugLine")
    draft.take_revision("label", revision_label(slug))


def _take_texts(draft: Draft, item: Element, kind: str) -> None:
    texts: dict[str, str] = {}
    others: Counter[str] = Counter()
    for component in children(item, "PublicationComponent"):
        data = descend(component, "TextContentItem", "DataContent")
        if data is None:
            others[dropped_as(attribute(component, "MediaType"))] += 1
            continue
        reading = read_content(data).reading
        texts.setdefault(attribute(component, "Role").lower(), reading.body)
        draft.drop(reading.dropped)
    draft.drop(others)
    draft.take_text("body", texts.get("main", ""), "PublicationComponent")
    if kind not in ("", "text"):
        draft.take_caption(kind, *(text for role, text in texts.items() if role in _TOLD))


def _take_concepts(draft: Draft, descriptive: Element | None) -> None:
    draft.take(
        "city", text_of(descend(descriptive, "DateLineLocation", "City")), "DateLineLocation"
    )
    concepts = [attribute(concept, "Value") for concept in inside(descriptive, "Occurrence")]
    draft.take_several("keywords", concepts, "DescriptiveMetadata")
