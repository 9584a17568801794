"""Agency stories in JSON: ninjs 1–3 and its lists, AP's media API, dpa's digitalwires.

See https://iptc.org/standards/ninjs/ for ninjs; the other two are named after their makers.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from index.errors import InputRefused, UnknownFormat
from index.parsers import RecordRefused
from index.parsers.decoding.json_tree import Node, read_json
from index.parsers.drafting.markup import dropped_as
from index.parsers.standards.ap_media import read_ap
from index.parsers.standards.digitalwires import read_digitalwires
from index.parsers.standards.ninjs import captions_of, read_ninjs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.dispatch import Dispatch
    from index.parsers import Source
    from index.parsers.drafting.draft import Draft

_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:\{\s*+[\"}]|\[\s*+[\[{\]])")
_NEWS_TYPES = frozenset(("", "text", "composite", "story", "article", "advisory", "news", "alert"))


class NewsJsonParser:
    """Reads one story, or a list of them; JSON that holds no story is refused by name."""

    format = "news-json"
    version = 2

    def recognises(self, source: Source) -> bool:
        """Look for the opening of a JSON object or list."""
        return _START.match(source.head) is not None

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the stories, else the captions; pictures and other items count as dropped."""
        items = [item for top in read_json(source.raw, "JSON") for item in _items(top)]
        known = [item for item in items if _reader(item) is not None]
        texts = [item for item in known if _kind(item) in _NEWS_TYPES]
        texts = texts or [item for item in known if any(captions_of(item))]
        if not texts:
            raise UnknownFormat(kind=_called(known, items))
        others = Counter(dropped_as(_kind(item)) for item in known if item not in texts)
        for number, item in enumerate(texts, 1):
            try:
                yield _read(item, source, others)
            except InputRefused as reason:
                if len(texts) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)


def _read(item: Node, source: Source, others: Counter[str]) -> Dispatch:
    reader = _reader(item) or read_ninjs
    draft = reader(item, source)
    if _kind(item) not in _NEWS_TYPES:
        draft.take_caption(_kind(item), *captions_of(item))
    draft.drop(others)
    return draft.finish()


def _items(top: Node) -> Iterator[Node]:
    """Yield the items inside the envelopes that services put around them."""
    data = top.node("data")
    if data.node("item"):
        yield data.node("item").joined_with(_told_beside(top))
    elif data.nodes("items"):
        yield from (entry.node("item") or entry for entry in data.nodes("items"))
    elif top.nodes("item", "items", "entries", "results") and not _reader(top):
        yield from top.nodes("item", "items", "entries", "results")
    elif not any(key in top for key in _TEXT_KEYS) and _texts_of(top):
        yield from _texts_of(top)
    else:
        yield top


def _texts_of(package: Node) -> list[Node]:
    """Return the stories that a package without a text of its own holds."""
    parts = package.nodes("associations", "groups")
    return [part for part in parts if any(key in part for key in _TEXT_KEYS) and _reader(part)]


def _told_beside(top: Node) -> Node:
    """Return the part of an envelope that holds the text, where the item itself has none."""
    beside = (top.node(key) for key in ("data", *top.keys()))
    return next((part for part in beside if any(key in part for key in _TEXT_KEYS)), Node(None))


def _reader(item: Node) -> Callable[[Node, Source], Draft] | None:
    if item.text("format").startswith("digitalwires"):
        return read_digitalwires
    if "altids" in item and ("versioncreated" in item or "firstcreated" in item):
        return read_ap
    named = any(key in item for key in ("uri", "guid", "$standard", "standard"))
    told = any(key in item for key in _STORY_KEYS)
    return read_ninjs if named and told else None


_TEXT_KEYS = ("bodies", "body_html", "body_text", "body_xhtml")
_STORY_KEYS = ("headline", "headlines", "title", *_TEXT_KEYS)


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


def _called(known: list[Node], items: list[Node]) -> str:
    if known:
        kind = _kind(known[0])
        return f"a news item of type {kind}, no text"
    keys = ", ".join(items[0].keys()[:4]) if items else "nothing"
    return f"JSON without a news story: {keys}"
