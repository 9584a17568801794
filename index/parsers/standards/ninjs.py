"""ninjs 1–3, IPTC's JSON for one news item, with the spellings that services give its keys."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft, language_code
from index.parsers.drafting.markup import dropped_as
from index.parsers.standards.content import read_line, read_nested, read_plain, read_string
from index.parsers.standards.nitf import take_head
from index.parsers.standards.roles import distance, is_below

if TYPE_CHECKING:
    from index.parsers import Source
    from index.parsers.decoding.json_tree import Node
    from index.parsers.standards.content import TextContent

_SHORTEST_SUMMARY = 30
"""Letters; what is shorter is a note of the desk, not a summary."""
_WRITING = frozenset(("author", "creator", "writer", "reporter", "correspondent", "byline", "by"))
"""How people are related to a text that they wrote."""
_LATER = ("updated", "correction", "corrected", "canceled", "withheld")


def read_ninjs(item: Node, source: Source) -> Draft:
    """Collect the fields of a ninjs item."""
    draft = Draft("ninjs", source)
    _take_headlines(draft, item)
    _take_body(draft, item)
    take_common(draft, item)
    _take_people(draft, item)
    draft.take_opening()
    draft.part_closing()
    return draft


def captions_of(item: Node) -> list[str]:
    """Return the words that describe a picture, a sound or an event."""
    told = [text.text("value", "description") for text in item.nodes("descriptions")]
    keys = ("description_caption", "caption", "description_text", "description_html")
    marked_up = (*told, *(item.text(key) for key in keys))
    return [read_string(text).body for text in marked_up if text]


def take_common(draft: Draft, item: Node) -> None:
    """Take the members that ninjs and AP's media JSON spell alike."""
    draft.take_agency(item.text("provider"), "provider")
    draft.take_agency(item.text("copyrightholder", "copyrightHolder"), "copyrightholder")
    draft.take_agency(item.text("source"), "source")
    for origin in item.nodes("infosource", "infosources", "infoSources"):
        draft.take_agency(origin.text("name"), "infosource")
    draft.take_language(item.text("language"), "language")
    draft.take("slug", item.text("slugline", "slug"), "slugline")
    draft.take("dateline", item.text("dateline"), "dateline")
    draft.take("city", item.node("datelinelocation").text("city"), "datelinelocation")
    draft.take("city", item.text("located").partition(",")[0], "located")
    _take_dates(draft, item)
    _take_identity(draft, item)
    _take_subjects(draft, item)
    draft.drop(Counter(dropped_as(a.text("type")) for a in item.nodes("associations")))
    notes = [item.text("ednote", "edNote"), item.text("copyrightnotice", "copyrightNotice")]
    draft.take_text("boilerplate", "\n\n".join(filter(None, notes)), "ednote and copyrightnotice")


def _take_headlines(draft: Draft, item: Node) -> None:
    draft.take("headline", read_line(item.text("headline")), "headline")
    headlines = sorted(item.nodes("headlines"), key=lambda h: _remoteness(h, item))
    for headline in headlines:
        value, below = read_line(headline.text("value")), is_below(headline.text("role"))
        draft.take("headline", value, "headlines (sub)" if below else "headlines")
        if below and draft.value("headline") != value.strip():
            draft.take_text("standfirst", value, "headlines (sub)")
    draft.take("headline", read_line(item.text("title", "name")), "title")
    for key in ("subheadline", "description_summary"):
        draft.take_text("standfirst", read_line(item.text(key)), key)


def _remoteness(part: Node, item: Node) -> tuple[bool, int]:
    """Return how far one of several headlines or bodies is from the main one in its language."""
    wanted, spoken = language_code(item.text("language")), language_code(part.text("language"))
    return bool(wanted and spoken and wanted != spoken), distance(part.text("role"))


def _take_body(draft: Draft, item: Node) -> None:
    """Take the marked-up body, since only that has paragraphs; else the plain one."""
    marked_up = [key for key in item.keys() if _is_marked_up(key)]  # noqa: SIM118
    for key in sorted(marked_up, key=lambda key: "html" not in key.lower()):
        _take_content(draft, read_nested(item.text(key)), key)
    bodies = item.nodes("bodies")
    for body in sorted(bodies, key=lambda body: (*_remoteness(body, item), _plainness(body))):
        _take_content(draft, read_nested(body.text("value")), f"bodies ({body.text('role')})")
    draft.take_text("body", read_plain(item.text("body_text")).body, "body_text")
    for key in ("description_xhtml", "description_html", "description_text"):
        _take_summary(draft, item.text(key), key)
    for description in item.nodes("descriptions"):
        _take_summary(draft, description.text("value"), "descriptions")


def _is_marked_up(key: str) -> bool:
    return key.lower().startswith("body") and key != "bodies" and "text" not in key.lower()


def _take_summary(draft: Draft, text: str, origin: str) -> None:
    reading = read_string(text)
    if len(reading.body) >= _SHORTEST_SUMMARY:
        draft.take_text("standfirst", reading.body, origin)


def _take_content(draft: Draft, content: TextContent, origin: str) -> None:
    if content.reading.paragraphs and not draft.value("body"):
        draft.drop(content.reading.dropped)
        draft.take_text("body", content.reading.body, origin)
    if content.nitf is not None:
        take_head(draft, content.nitf)


def _plainness(body: Node) -> int:
    kind = body.text("contentType").lower() + body.text("role").lower()
    return 0 if "nitf" in kind else 1 if "html" in kind else 2


def _take_dates(draft: Draft, item: Node) -> None:
    for key in ("firstcreated", "firstCreated", "contentcreated", "contentCreated"):
        draft.take_date("filed", item.text(key), key)
    for key in ("versioncreated", "versionCreated", "version_created"):
        draft.take_date("updated", item.text(key), key)
    for key in ("embargoed", "embargoedreason", "embargo"):
        draft.take_date("embargo", item.text(key), key)


def _take_identity(draft: Draft, item: Node) -> None:
    draft.take_revision("guid", item.text("uri", "guid", "urn"))
    draft.take_number(item.text("version"))
    draft.take_revision("supersedes", item.text("evolvedfrom", "evolvedFrom"))
    status = item.text("pubstatus", "pubStatus")
    if status not in ("", "usable"):
        draft.warn(f"the agency marks this dispatch as {status}")
    if status in _LATER:
        draft.take_revision("label", status)
    url = item.text("uri")
    draft.take("source_url", url if url.startswith("http") else "", "uri")


def _take_subjects(draft: Draft, item: Node) -> None:
    subjects = item.nodes("subject", "subjects")
    sections = [s.text("name") for s in subjects if _is_section(s)]
    genres = [g.text("name") for g in item.nodes("section", "sections", "service")]
    draft.take_several("section", [n for n in (*genres, *sections) if len(n) > 2], "subject")
    names = [s.text("name") for s in subjects if not _is_section(s)]
    draft.take_several("keywords", [*item.texts("keywords", "keyword"), *names], "subject")


def _is_section(subject: Node) -> bool:
    return "category" in (subject.text("rel"), *subject.texts("rels"))


def _take_people(draft: Draft, item: Node) -> None:
    draft.take_byline(read_line(item.text("byline", "by")), "byline")
    printed = [read_line(by.text("byline", "by", "name")) for by in item.nodes("bylines", "by")]
    draft.take_byline("; ".join(filter(None, printed)), "bylines")
    authors = [a.text("name") for a in item.nodes("authors", "author", "creators", "creator")]
    draft.take_byline("; ".join(filter(None, authors)), "authors")
    people = item.nodes("people", "person", "persons")
    writers = [p.text("name") for p in people if not _WRITING.isdisjoint(_relations(p))]
    draft.take_byline("; ".join(filter(None, writers)), "people")


def _relations(person: Node) -> list[str]:
    stated = [person.text("rel"), person.text("role"), *person.texts("rel", "rels", "roles")]
    return [relation.rpartition(":")[2].lower() for relation in stated]
