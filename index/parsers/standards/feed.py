"""RSS 0.9–2.0, RSS in RDF, Atom and WordPress exports: an entry is a dispatch."""

from __future__ import annotations

import re
from calendar import timegm
from collections import Counter
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from index.dispatch import Timestamp
from index.errors import BrokenInput, InputRefused, NoTextFound, UnknownFormat
from index.parsers import RecordRefused
from index.parsers.decoding.xml_tree import refuse_entities, root_of, without_dtd
from index.parsers.drafting.draft import Draft
from index.parsers.drafting.markup import Reading, dropped_as, read_fragment
from index.parsers.drafting.plain import plain_paragraphs
from index.parsers.standards.content import TextContent, read_nested, read_string
from index.parsers.standards.nitf import take_head
from index.wire import agencies
from index.wire.dates import read_iso
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.dispatch import Dispatch
    from index.parsers import Source

    Entry = dict[str, Any]
    """What feedparser makes of an element; its values are of many types."""

_ROOTS = frozenset(("rss", "feed", "RDF"))
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_OTHER_RDF = re.compile(rb"<(?!/)[a-z]+:RDF(?![^>]*(?:/rss/|netscape\.com/rdf|channel\.netscape))")
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|(?:Read|Learn) more\W*|Lire (?:la suite|plus)\W*|Weiterlesen\W*"
    r"|Leer más\W*|Continua a leggere\W*|Devamı\W*|Continue reading\b.{0,80})\Z",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:The post|L.article|Der Beitrag|L.articolo|Il post|La entrada|O post|Het bericht) .{1,300} "
    r"(?:appeared first on|est apparu en premier sur|erschien zuerst auf|proviene da"
    r"|(?:se publicó|apareció) primero en|(?:apareceu primeiro em|aparece primeiro em)"
    r"|verscheen eerst op) .{1,200}\Z"
)
"""What WordPress sets below a text in its feeds."""
_MEDIA = re.compile(
    rb"(<media:content\b[^<>]{0,2000}[^/<>])>(?:(?!<media:content\b).){0,5000}?</media:content>",
    re.DOTALL,
)
"""A picture or film with its caption, which would pass for the summary of the entry."""
_ADDRESSED = re.compile(r"\S{1,100}@\S{1,100}\s{1,5}\((?P<name>[^()]{2,100})\)\Z")
_LONG = 1500
"""A description of this many letters is the text itself, not an excerpt."""
_NO_POSTS = frozenset(("attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles"))


class FeedParser:
    """Reads each entry; a full text beats a summary, and a summary alone is flagged as partial."""

    format = "feed"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Look for the root element, also in wide encodings and behind stray bytes."""
        head = source.head.replace(b"\0", b"")
        name = root_of(head)[0]
        if name not in _ROOTS and not (not name and _ROOT.search(head[:1024])):
            return False
        return name != "RDF" or not _OTHER_RDF.search(head)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the entries in order."""
        feed = _read_feed(source)
        entries: list[Entry] = feed["entries"]
        if not entries:
            raise _without_entries(feed)
        channel: Entry = feed.get("feed", {})
        for number, entry in enumerate(entries, 1):
            try:
                yield _read(entry, channel, source).finish()
            except InputRefused as reason:
                if len(entries) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)


def _read_feed(source: Source) -> Entry:
    import feedparser  # late: takes a tenth of a second

    raw = _MEDIA.sub(rb"\1/>", without_dtd(source.raw))
    refuse_entities(raw)
    charset = f"; charset={source.charset}" if source.charset else ""
    headers = {"content-type": f"application/xml{charset}"}
    try:
        feed: Entry = feedparser.parse(
            raw.lstrip(b" \t\r\n"),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, LookupError, RecursionError, AssertionError, AttributeError) as cause:
        raise BrokenInput(format=FeedParser.format, detail=str(cause)) from cause
    return feed


def _without_entries(feed: Entry) -> InputRefused:
    if feed.get("bozo") and not feed.get("feed"):
        detail = one_line(str(feed.get("bozo_exception", "")))
        return BrokenInput(format=FeedParser.format, detail=detail)
    return NoTextFound(format=FeedParser.format)


def _read(entry: Entry, channel: Entry, source: Source) -> Draft:
    if (kind := _text(entry, "wp_post_type")) in _NO_POSTS:
        raise UnknownFormat(kind=f"an export's {kind}, no text")
    draft = Draft(FeedParser.format, source)
    content = _content(entry)
    if content.nitf is not None:
        take_head(draft, content.nitf)
    draft.take("headline", _line(entry, "title"), "title")
    _take_agency(draft, entry, channel)
    _take_text(draft, entry, content.reading)
    draft.take_byline(_writers(entry), "author")
    _take_dates(draft, entry)
    _part_footer(draft)
    draft.take_opening()
    draft.part_closing()
    draft.take("source_url", _text(entry, "link"), "link")
    if not draft.value("body"):
        draft.take("headline", draft.value("source_url"), "link, the entry has no text")
    draft.take_revision("guid", _text(entry, "id"))
    _take_tags(draft, entry)
    draft.take_language(_language(entry) or _text(channel, "language"), "language")
    draft.drop(Counter(dropped_as(_text(part, "type")) for part in entry.get("enclosures") or []))
    return draft


def _part_footer(draft: Draft) -> None:
    story, _, last = draft.value("body").rpartition("\n\n")
    if story and _POSTED.match(last):
        draft.part_off(last)


def _take_agency(draft: Draft, entry: Entry, channel: Entry) -> None:
    """Take the agency that the feed or its address belongs to; else the feed's own title."""
    origin = entry.get("source") or {}
    for name in (_text(origin, "title"), _text(entry, "publisher"), _line(channel, "title")):
        if agencies.load().named(name):
            draft.take_agency(name, "feed")
    draft.take_agency(_text(origin, "title") or _line(channel, "title"), "feed title")


def _writers(entry: Entry) -> str:
    """Return the names of the authors; RSS sets them in brackets behind an address."""
    if found := _ADDRESSED.match(_text(entry, "author")):
        return found["name"]
    people = [_text(person, "name") for person in entry.get("authors") or []]
    return ", ".join(filter(None, people)) or _text(entry, "author")


def _content(entry: Entry) -> TextContent:
    """Return the longest of the full texts."""
    contents = map(_rendition, entry.get("content") or [])
    return max(contents, key=lambda content: len(content.reading.body), default=TextContent())


def _rendition(detail: Entry) -> TextContent:
    value = detail.get("value")
    if isinstance(value, str) and "<body.content" in value:
        return read_nested(value)
    return TextContent(_reading(detail))


def _take_text(draft: Draft, entry: Entry, full: Reading) -> None:
    summary = _reading(entry.get("summary_detail") or {"value": entry.get("summary")})
    draft.take_text("body", full.body, "content")
    if draft.value("body"):
        draft.drop(full.dropped)
        if not _is_opening(summary.body, full.body):
            draft.take_text("standfirst", summary.body, "summary")
        return
    draft.drop(summary.dropped)
    draft.take_text("body", summary.body, "summary")
    draft.partial = len(summary.body) < _LONG or bool(_CUT_OFF.search(summary.body))


def _is_opening(summary: str, body: str) -> bool:
    """Tell whether a summary only repeats how the text begins."""
    bare = _CUT_OFF.sub("", summary).strip()
    return body.replace("\n", " ").startswith(bare.replace("\n", " "))


def _reading(detail: Entry) -> Reading:
    value = detail.get("value")
    if not isinstance(value, str):
        return Reading()
    if detail.get("type") == "text/plain":
        return Reading(plain_paragraphs(value))
    return read_string(value)


def _take_dates(draft: Draft, entry: Entry) -> None:
    draft.take_stamp("filed", _stamp(entry, "published"), "published")
    draft.take_stamp("filed", _stamp(entry, "created"), "created")
    draft.take_stamp("updated", _stamp(entry, "updated"), "updated")


def _stamp(entry: Entry, key: str) -> Timestamp | None:
    """Read a date in the zone that is printed; feedparser's reading of odd ones is in UTC."""
    printed = _text(entry, key)
    if stamp := read_iso(printed):
        return stamp
    try:
        return Timestamp.at(parsedate_to_datetime(printed))
    except (ValueError, TypeError, IndexError, OverflowError):
        parsed = dict.get(entry, f"{key}_parsed")
    try:
        return Timestamp.at(datetime.fromtimestamp(timegm(parsed), UTC)) if parsed else None
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def _take_tags(draft: Draft, entry: Entry) -> None:
    tags = entry.get("tags") or []
    sections = [_text(tag, "term") for tag in tags if tag.get("scheme") == "category"]
    keywords = [
        _text(tag, "label") or _text(tag, "term") for tag in tags if tag.get("scheme") != "category"
    ]
    draft.take_several("section", sections, "category")
    draft.take_several("keywords", keywords, "category")


def _language(entry: Entry) -> str:
    details = [
        *(entry.get("content") or []),
        entry.get("summary_detail"),
        entry.get("title_detail"),
    ]
    found = (_text(detail, "language") for detail in details if detail)
    return _text(entry, "language") or next((tag for tag in found if tag), "")


def _line(entry: Entry, key: str) -> str:
    """Return a title on one line, its markup taken away where it has some."""
    detail = entry.get(f"{key}_detail") or {}
    if detail.get("type") in ("text/html", "application/xhtml+xml"):
        return one_line(" ".join(read_fragment(_text(detail, "value")).paragraphs))
    return one_line(_text(entry, key))


def _text(entry: Entry, key: str) -> str:
    """Return a value only where it is text; feedparser's own look-up substitutes other keys."""
    value = dict.get(entry, key)
    return value if isinstance(value, str) else ""
