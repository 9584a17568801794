"""Agency stories in JSON: ninjs 1–3 and its lists, AP's media API, dpa's digitalwires.

See https://iptc.org/standards/ninjs/ for ninjs; the other two are named after their makers.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING

from index.errors import InputRefused, UnknownFormat
from index.parsers import RecordRefused
from index.parsers.decoding.json_tree import Node, read_json
from index.parsers.drafting.markup import dropped_as
from index.parsers.standards.agency_json import is_story, read_named
from index.parsers.standards.ap_media import read_ap
from index.parsers.standards.digitalwires import read_digitalwires
from index.parsers.standards.field_names import LINES
from index.parsers.standards.ninjs import captions_of, read_ninjs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.dispatch import Dispatch
    from index.parsers import Source
    from index.parsers.drafting.draft import Draft

_LISTS = ("item", "items", "entries", "results")
_LEVELS = 6
"""Of objects within objects that are searched for items."""
_START = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\x1e]?\s*+(?:\{\s*+[\"}]|\[\s*+[\[{\]])")
_NEWS_TYPES = frozenset(("", "text", "composite", "story", "article", "advisory", "news", "alert"))


class NewsJsonParser:
    """Reads one story, or a list of them; JSON that holds no story is refused by name."""

    format = "news-json"
    version = 4

    def recognises(self, source: Source) -> bool:
        """Look for the opening of a JSON object or list, also in wide characters."""
        return _START.match(source.head.replace(b"\0", b"")) is not None

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories, else the captions; pictures and other items count as dropped."""
        tops, faults = read_json(source.raw, "JSON")
        items = (item for top in tops for item in _items(top))
        known = [item for item in items if _reader(item) is not None]
        texts, others = _parted(known)
        if not texts:
            raise UnknownFormat(kind=_called(known, tops))
        for number, item in enumerate(texts, 1):
            try:
                yield _read(item, source, others)
            except InputRefused as reason:
                if len(texts) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)
        for number, fault in enumerate(faults, len(texts) + 1):
            yield RecordRefused(f"#{number}", fault)


def _parted(known: list[Node]) -> tuple[list[Node], Counter[str]]:
    """Return the items to read, and how many of each kind are left out."""
    kinds = list(map(_kind, known))
    told = [kind in _NEWS_TYPES for kind in kinds]
    if not any(told):
        told = [any(captions_of(item)) for item in known]
    others = (dropped_as(kind) for kind, read in zip(kinds, told, strict=True) if not read)
    return list(compress(known, told)), Counter(others)


def _read(item: Node, source: Source, others: Counter[str]) -> Dispatch:
    reader = _reader(item) or read_ninjs
    draft = reader(item, source)
    if _kind(item) not in _NEWS_TYPES:
        draft.take_caption(_kind(item), *captions_of(item))
    draft.drop(others)
    return draft.finish()


def _items(top: Node) -> Iterator[Node]:
    """Yield the items inside the envelopes that services put around them."""
    item = top.node("data").node("item")
    if item and _has_text(joined := item.joined_with(_told_beside(top))):
        yield joined
    elif _reader(top) and (_has_text(top) or not any(map(_has_text, _inside(top)))):
        yield top
    else:
        within = [part for part in _inside(top) if not _reader(top) or _has_text(part)]
        yield from within or top.nodes(*_LISTS) or [top]


def _inside(top: Node, levels: int = _LEVELS) -> Iterator[Node]:
    """Yield the outermost items below an object."""
    for key, part in top.parts():
        if _reader(part) and (key in _LISTS or _is_told(part)):
            yield part
        elif levels:
            yield from _inside(part, levels - 1)


def _is_told(part: Node) -> bool:
    return "headline" in part or _has_text(part) or is_story(part)


def _told_beside(top: Node) -> Node:
    """Return the part of an envelope that holds the text, where the item itself has none."""
    return next((part for _, part in top.parts() if _has_text(part)), Node(None))


def _has_text(item: Node) -> bool:
    return item.has_any(_TEXTS)


def _reader(item: Node) -> Callable[[Node, Source], Draft] | None:
    if not item.has_any(_SIGNS):
        return None
    if item.text("format").startswith("digitalwires"):
        return read_digitalwires
    if "altids" in item and ("versioncreated" in item or "firstcreated" in item):
        return read_ap
    named = any(key in item for key in ("uri", "guid", "$standard", "standard", "versionedguid"))
    if named and item.has_any(_STORIES):
        return read_ninjs
    return read_named if is_story(item) else None


_TEXTS = frozenset(("bodies", "bodyhtml", "bodytext", "bodyxhtml", "bodynitf", "articlehtml"))
_STORIES = _TEXTS | {"headline", "headlines", "title"}
_SIGNS = _STORIES | {"format", "altids", *LINES["headline"]}


def _kind(item: Node) -> str:
    """Return the item's type; '' where it is text, whatever the item calls itself."""
    kind = item.text("type").lower()
    if item.text("format").startswith("digitalwires"):
        return _digital_kind(item)
    if not kind and "eventDetails" in item and "bodies" not in item:
        return "event"
    return kind


def _digital_kind(item: Node) -> str:
    if "article_html" in item:
        return ""
    first = next(iter(item.nodes("associations")), Node(None))
    return first.text("type") or item.text("type")


def _called(known: list[Node], tops: list[Node]) -> str:
    if known:
        kind = _kind(known[0])
        return f"a news item of type {kind}, no text"
    keys = ", ".join(next(_items(tops[0])).keys()[:4]) if tops else "nothing"
    return f"JSON without a news story: {keys}"
