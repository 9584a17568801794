"""What a page says of itself in JSON-LD (schema.org ``NewsArticle`` and its kin)."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Node: TypeAlias = "dict[str, object]"

_ARTICLES = ("Article", "Posting", "Report", "Recipe", "Review", "CreativeWork", "Episode")
_PAGES = ("WebPage", "ItemPage", "VideoObject", "AudioObject")
_WRAPPER = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*$"
)
_DEEPEST = 12
_TAG = re.compile(r"<[^<>]{1,500}>")


@dataclass(slots=True)
class LinkedArticle:
    """The article that a page's JSON-LD describes; absent values are empty."""

    headline: str = ""
    standfirst: str = ""
    authors: list[str] = field(default_factory=list)
    published: str = ""
    modified: str = ""
    publisher: str = ""
    sections: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    language: str = ""
    place: str = ""
    dateline: str = ""
    body: str = ""
    url: str = ""


def read_linked_article(scripts: list[str]) -> LinkedArticle | None:
    """Read the first article, or failing that the first page, among a page's JSON-LD scripts."""
    nodes = [node for script in scripts for node in _nodes(_parsed(script), 0)]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    for kinds in (_ARTICLES, _PAGES):
        described = [node for node in nodes if _is(node, kinds)]
        if described:
            return _article(max(described, key=_fullness), by_id)
    return None


def _parsed(script: str) -> object:
    text = _WRAPPER.sub("", script.strip())
    for attempt in (text, html.unescape(text), re.sub(r",\s*(?=[}\]])", "", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner, depth + 1)


def _is(node: Node, kinds: tuple[str, ...]) -> bool:
    return any(kind.endswith(kinds) for kind in _texts(node.get("@type")))


def _fullness(node: Node) -> int:
    """Prefer the node that says most; teasers of other stories have little more than a headline."""
    wanted = ("headline", "datePublished", "author", "articleBody", "publisher", "articleSection")
    return sum(bool(node.get(key)) for key in wanted)


def _article(node: Node, by_id: dict[str, Node]) -> LinkedArticle:
    return LinkedArticle(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        standfirst=_text(node.get("alternativeHeadline")) or _text(node.get("description")),
        authors=_authors(node.get("author"), by_id),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        publisher=next(iter(_names(node.get("publisher"), by_id)), ""),
        sections=_texts(node.get("articleSection")),
        keywords=_keywords(node.get("keywords")),
        language=_language(node.get("inLanguage")),
        place=next(
            iter(_names(node.get("contentLocation") or node.get("locationCreated"), by_id)), ""
        ),
        dateline=_text(node.get("dateline")),
        body=_prose(node.get("articleBody")),
        url=_url(node.get("url")) or _url(node.get("mainEntityOfPage")),
    )


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _names(value: object, by_id: dict[str, Node]) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in _names(one, by_id)]
    if isinstance(value, dict):
        named = value if "name" in value else by_id.get(str(value.get("@id")), {})
        return _texts(named.get("name"))
    return _texts(value)


def _authors(value: object, by_id: dict[str, Node]) -> list[str]:
    """Prefer persons to organisations where both are named."""
    authors = [
        by_id.get(str(one.get("@id")), one) if isinstance(one, dict) else one
        for one in _several(value)
    ]
    persons = [
        one for one in authors if not isinstance(one, dict) or not _is(one, ("Organization",))
    ]
    return [name for one in persons or authors for name in _names(one, by_id)]


def _texts(value: object) -> list[str]:
    texts = (_text(one) for one in _several(value))
    return [text for text in texts if text]


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return " ".join(_TAG.sub(" ", html.unescape(value)).split()) if isinstance(value, str) else ""


def _prose(value: object) -> str:
    if not isinstance(value, str):
        return ""
    return _TAG.sub("\n", html.unescape(value))


def _keywords(value: object) -> list[str]:
    words = _texts(value)
    if len(words) == 1:
        words = re.split(r"\s*[,;]\s*", words[0])
    return [word for word in words if word]


def _language(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return _text(value)


def _url(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith("http") else ""
