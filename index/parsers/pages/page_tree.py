"""Markup into a tree, and small questions to ask of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from index.folding import fold
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_KINDS = {
    "img": "image", "picture": "image", "svg": "image", "canvas": "image", "map": "image",
    "video": "media", "audio": "media",
    "iframe": "embed", "object": "embed", "embed": "embed", "frame": "embed",
    "script": "script", "form": "form",
}  # fmt: skip
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_INLINED = re.compile(r"data:[\w.+-]{1,30}/[^\s\"'()<>]{100,}")
"""Images and fonts that were written into the page; nothing of them is kept."""
_MOST_ELEMENTS = 15_000
_MOST_TEXT = 2_000_000
_DEEPEST = 250
_SIGNS = re.compile(r"\W+")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def parse_page(text: str) -> HtmlElement | None:
    """Parse decoded markup; ``None`` where there is nothing to parse."""
    from lxml import etree  # late: native code that plain text has no need of
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(
        # huge: without it, pages nested deeper than 255 elements come out empty and unreported
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
        huge_tree=True,
    )
    text = _INLINED.sub("data:,", _DECLARATION.sub("", text))
    markup = _ILLEGAL.sub("", text).encode("utf-8")
    # one class for all: lxml would look up one by each element's name, in every copy of the tree
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(lxml_html.HtmlElement))
    try:
        tree: HtmlElement = lxml_html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    _hush(tree)
    return tree


def _hush(tree: HtmlElement) -> None:
    """Empty programs and styles, which may be longer than all text; what states data is kept."""
    for element in tree.iter("script", "style"):
        if "json" not in (element.get("type") or ""):
            element.text = None


def is_vast(tree: HtmlElement) -> bool:
    """Tell whether a page is too large or too deep to be weighed element by element in time."""
    if tree.xpath("count(descendant-or-self::*)") > _MOST_ELEMENTS:
        return True
    deeper = f"boolean(self::*{'/*' * _DEEPEST})"
    return bool(tree.xpath(deeper)) or tree.xpath("string-length(.)") > _MOST_TEXT


def text_of(element: HtmlElement | None) -> str:
    """Return an element's text on one line."""
    return "" if element is None else one_line(" ".join(element.itertext()))


def opening_of(element: HtmlElement, limit: int) -> str:
    """Return the beginning of an element's text on one line, without reading it all."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > limit:
            break
    return one_line(" ".join(pieces))[: limit + 1]


def words_of(element: HtmlElement) -> str:
    """Return an element's text on one line, words kept together across inline elements."""
    return one_line("".join(element.itertext()))


def bare_words(text: str) -> str:
    """Return the folded words of a text without signs, for comparing titles and names."""
    return _SIGNS.sub(" ", fold(text)).strip()


def metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the names and contents of all ``meta`` elements, names in lower case."""
    for meta in tree.iter("meta"):
        content = meta.get("content")
        name = meta.get("property") or meta.get("name") or ""
        if content and name:
            yield name.strip().lower(), one_line(content)


def classes(element: HtmlElement) -> str:
    """Return class and id of an element in lower case."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def dropped_parts(tree: HtmlElement) -> Counter[str]:
    """Count the parts of a page that an archive of texts leaves out."""
    return Counter(_KINDS[element.tag] for element in tree.iter(*_KINDS))
