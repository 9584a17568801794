"""NewsML 1.0–1.2: nested components, each with a role, some of which hold the text.

See https://iptc.org/std/NewsML/1.2/specification/
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
from index.parsers.standards.content import TextContent, read_content, read_string, unpacked
from index.parsers.standards.g2_names import in_language
from index.parsers.standards.nitf import take_head
from index.wire.byline import strip_by
from index.wire.dateline import plain_city

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from index.dispatch import Dispatch
    from index.parsers import Source

_TITLES = ("headline", "title", "hl1")
_STANDFIRSTS = ("subheadline", "lead", "subtitle", "abstract", "summary", "standfirst")
_ASIDES = ("contact", "boilerplate", "copyright", "editorialnote", "notetoeditors")
_IGNORED = (
    "stylesheet",
    "logo",
    "tweettext",
    "tweet",
    "socialmedia",
    "caption",
    "photo",
    "video",
    "graphic",
    "thumbnail",
)


class NewsML1Parser:
    """Reads each ``<NewsItem>`` of a ``<NewsML>``; one dispatch a language."""

    format = "newsml-1"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Look at the root element."""
        return root_of(source.head)[0] == "NewsML"

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the dispatches in order."""
        yield from read_newsml1(read_xml(source.raw, self.format), source)


def holds_newsml1(root: Element) -> bool:
    """Tell whether an envelope of another kind holds news items of this standard."""
    return any(descend(item, "NewsComponent") is not None for item in inside(root, "NewsItem"))


def read_newsml1(root: Element, source: Source) -> Iterator[Dispatch | RecordRefused]:
    """Yield the dispatches of a document, or of whatever envelope is around several."""
    stories = [(item, top) for item in _items(root) for top in _stories(item)]
    if not stories:
        raise UnknownFormat(kind="NewsML 1 without a text component")
    for number, (item, top) in enumerate(stories, 1):
        try:
            yield _read(item, top, source).finish()
        except InputRefused as reason:
            if len(stories) == 1:
                raise
            yield RecordRefused(f"#{number}", reason)


def _items(root: Element) -> Iterator[Element]:
    """Yield the news items; those inside another one that is a package stand for themselves."""
    seen: set[Element] = set()
    for item in inside(root, "NewsItem"):
        if item in seen:
            continue
        nested = list(inside(item, "NewsItem"))
        texts = [content for content in inside(item, "ContentItem") if _is_text(content)]
        own = [text for text in texts if next(text.iterancestors("{*}NewsItem")) is item]
        seen.update([] if len(nested) > 1 and not own else nested)
        if len(nested) < 2 or own:
            yield item


def _stories(item: Element) -> Iterator[Element]:
    """Yield the components that are a story each: the outermost with a text and a headline.

    A component that only offers a choice of languages is no story; its parts are.
    """
    for top in children(item, "NewsComponent"):
        parts = [part for part in children(top, "NewsComponent") if _holds_text(part)]
        if _headline(top) or len(parts) < 2 or not all(map(_headline, parts)):
            if _holds_text(top) or _headline(top):
                yield top
        else:
            yield from parts


def _read(item: Element, top: Element, source: Source) -> Draft:
    draft = Draft(NewsML1Parser.format, source)
    _take_identity(draft, item)
    language = _language(item, top)
    for component in [top, *inside(top, "NewsComponent")]:
        if _role(component) not in _IGNORED:
            _take_lines(draft, descend(component, "NewsLines"), language)
            _take_metadata(draft, component)
    parent = top.getparent()
    if parent is not None and local(parent) == "NewsComponent":
        _take_metadata(draft, parent)
    _take_texts(draft, top)
    envelope = _envelope(item)
    draft.take_agency(_party(descend(envelope, "SentFrom")), "SentFrom")
    identifier = descend(item, "Identification", "NewsIdentifier")
    draft.take_agency(text_of(descend(identifier, "ProviderId")), "ProviderId")
    draft.take_language(language, "xml:lang")
    draft.take_date("filed", text_of(descend(identifier, "DateId")), "DateId")
    draft.take_date("filed", text_of(descend(envelope, "DateAndTime")), "DateAndTime")
    draft.part_heading()
    draft.take_opening()
    draft.part_closing()
    return draft


def _take_identity(draft: Draft, item: Element) -> None:
    identifier = descend(item, "Identification", "NewsIdentifier")
    provider = text_of(descend(identifier, "ProviderId"))
    number = text_of(descend(identifier, "NewsItemId"))
    draft.take_revision("guid", ":".join((provider, number)) if number else "")
    revision = descend(identifier, "RevisionId")
    draft.take_number(text_of(revision))
    previous = attribute(revision, "PreviousRevision")
    draft.take_revision("supersedes", previous if previous not in ("", "0") else "")
    draft.take("slug", text_of(descend(item, "Identification", "NameLabel")), "NameLabel")
    management = descend(item, "NewsManagement")
    draft.take_date("filed", text_of(descend(management, "FirstCreated")), "FirstCreated")
    created = text_of(descend(management, "ThisRevisionCreated"))
    draft.take_date("updated", created, "ThisRevisionCreated")
    draft.take_revision("label", _formal(descend(management, "Instruction")))
    status = _formal(descend(management, "Status")).lower()
    if status and status != "usable":
        draft.warn(f"the agency marks this dispatch as {status}")
        when = text_of(descend(management, "StatusWillChange", "DateAndTime"))
        draft.take_date("embargo", when, "StatusWillChange")
        draft.take_revision("label", "" if status == "embargoed" else status)


def _take_lines(draft: Draft, lines: Element | None, language: str) -> None:
    for headline in in_language(list(children(lines, "HeadLine")), language):
        draft.take("headline", text_of(headline), "NewsLines/HeadLine")
    for below in in_language(list(children(lines, "SubHeadLine")), language):
        draft.take_below(text_of(below), "NewsLines/SubHeadLine")
    for line in children(lines, "NewsLine"):
        if _formal(descend(line, "NewsLineType")).lower() in _STANDFIRSTS:
            draft.take_text("standfirst", text_of(descend(line, "NewsLineText")), "NewsLine")
    draft.take_dateline(text_of(descend(lines, "DateLine")), "NewsLines/DateLine")
    writers = in_language(list(children(lines, "ByLine")), language)
    draft.take_byline("; ".join(strip_by(text_of(by)) for by in writers), "NewsLines/ByLine")
    draft.take("slug", text_of(descend(lines, "SlugLine")), "NewsLines/SlugLine")
    keywords = [text_of(line) for line in children(lines, "KeywordLine")]
    draft.take_several("keywords", keywords, "NewsLines/KeywordLine")


def _language(item: Element, top: Element) -> str:
    """Return the language of a story, which lines in several languages are chosen by."""
    stated = _formal(descend(top, "DescriptiveMetadata", "Language"))
    return attribute(top, "lang") or stated or attribute(item, "lang")


def _envelope(item: Element) -> Element | None:
    return descend(item.getparent(), "NewsEnvelope")


def _take_metadata(draft: Draft, component: Element) -> None:
    administrative = descend(component, "AdministrativeMetadata")
    for name in ("Provider", "Source"):
        draft.take_agency(_party(descend(administrative, name)), name)
    draft.take_byline(_party(descend(administrative, "Creator")), "Creator")
    descriptive = descend(component, "DescriptiveMetadata")
    draft.take_language(_formal(descend(descriptive, "Language")), "Language")
    properties = list(inside(component, "Property"))
    for place in inside(descriptive, "Property"):
        if attribute(place, "FormalName") == "City":
            draft.take("city", plain_city(attribute(place, "Value")), "Location")
    keywords = [attribute(p, "Value") for p in properties if _is_keyword(p)]
    draft.take_several("keywords", keywords, "Keyword properties")
    categories = [attribute(subject, "cat") for subject in inside(descriptive, "SubjectCode")]
    draft.take_several("section", categories, "SubjectCode")


def _take_texts(draft: Draft, top: Element) -> None:
    """Take every text by the role of its component; alternatives of one role count once."""
    roles: dict[str, TextContent] = {}
    for holder in _holders(top):
        found = [content for content in map(_content, holder) if content.reading.paragraphs]
        best = max(found, key=lambda content: len(content.reading.body), default=None)
        role = _role_around(holder[0].getparent(), top)
        if best is not None and role not in _IGNORED:
            roles.setdefault(role, best)
    draft.drop(Counter(_media(item) for item in inside(top, "ContentItem") if not _is_text(item)))
    titles = {role: _body(roles.pop(role, None)) for role in _TITLES}
    for role, title in titles.items():
        draft.take("headline", title, f"component {role}")
    for role in _STANDFIRSTS:
        draft.take_text("standfirst", _body(roles.pop(role, None)), f"component {role}")
    asides = [_body(roles.pop(role)) for role in _ASIDES if role in roles]
    draft.take_text("boilerplate", "\n\n".join(asides), "components beside the text")
    for content in roles.values():
        if content.nitf is not None:
            take_head(draft, content.nitf)
    draft.take_text("body", "\n\n".join(map(_body, roles.values())), "DataContent")
    for role, title in titles.items():
        draft.take_text("body", title, f"component {role}, the only text")


def _holders(top: Element) -> Iterator[list[Element]]:
    """Yield the text items of each component that has some."""
    for component in [top, *inside(top, "NewsComponent")]:
        if items := [item for item in children(component, "ContentItem") if _is_text(item)]:
            yield items


def _content(item: Element) -> TextContent:
    data = _data(item)
    if data is None:
        return TextContent()
    if "base64" in attribute(data.getparent(), "Notation").lower():
        return TextContent(read_string(unpacked(text_of(data))))
    return read_content(data)


def _data(item: Element) -> Element | None:
    """Return the data of a content item, also where it is wrapped in an encoding."""
    return next(inside(item, "DataContent"), None)


def _body(content: TextContent | None) -> str:
    return "" if content is None else content.reading.body


def _is_text(item: Element) -> bool:
    kind = f"{_formal(descend(item, 'MediaType'))} {_formal(descend(item, 'MimeType'))}".lower()
    if _data(item) is None or attribute(item, "Href"):
        return False
    named = any(word in kind for word in ("text", "xml", "html", "nitf"))
    return "css" not in kind and (not kind.strip() or named)


def _media(item: Element) -> str:
    kinds = (_formal(descend(item, name)) for name in ("MediaType", "MimeType", "Format"))
    return dropped_as(next(filter(None, kinds), ""))


def _holds_text(component: Element) -> bool:
    return any(_is_text(item) for item in inside(component, "ContentItem"))


def _headline(component: Element) -> str:
    return text_of(descend(component, "NewsLines", "HeadLine"))


def _role(component: Element | None) -> str:
    return _formal(descend(component, "Role")).lower().replace(" ", "")


def _role_around(component: Element | None, top: Element) -> str:
    """Return the role of a component, or the nearest one around it within the story."""
    while component is not None and component is not top and not _role(component):
        component = component.getparent()
    return _role(component)


def _is_keyword(element: Element) -> bool:
    return attribute(element, "FormalName").lower().endswith(("keyword", "keywords"))


def _party(element: Element | None) -> str:
    """Return the name of a party, or the description of the topic that it refers to."""
    party = descend(element, "Party")
    return _formal(party) or _topic(party)


def _topic(party: Element | None) -> str:
    """Return what a topic of the same document is called, by the identifier a party points to."""
    wanted = attribute(party, "Topic").removeprefix("#")
    if party is None or not wanted:
        return ""
    for topic in party.getroottree().iter("{*}Topic"):
        if attribute(topic, "Duid") == wanted:
            return text_of(descend(topic, "Description")) or text_of(descend(topic, "FormalName"))
    return ""


def _formal(element: Element | None) -> str:
    return attribute(element, "FormalName")
