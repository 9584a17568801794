"""Markup of old and broken pages, set right before the story is sought in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LAYOUT = (
    "//td[string-length(.) > 400]"
    "[count(.//p) > 1 or count(.//br) > 1 or .//table]"
    "/ancestor::table[1]"
)
"""Tables that hold a cell with paragraphs of prose, or with further tables and much text."""
_BROKEN = (
    "//*[self::div or self::article or self::section or self::main]"
    "[count(p) > 1][text()[string-length(normalize-space(.)) > 80]]"
)
"""Blocks of paragraphs with prose beside them, as a division inside a paragraph leaves it."""
_VERBATIM = ("pre", "textarea", "script", "style")
_PARTS = ("tbody", "thead", "tfoot", "tr", "td", "th")
_INLINE = frozenset(
    "a abbr acronym b bdo big br cite code em font i img ins kbd q s small span strike strong sub "  # noqa: SIM905
    "sup tt u".split()
)


def unfold_tables(tree: HtmlElement) -> None:
    """Turn tables for layout into divisions and paragraphs, as a page without tables has them."""
    layout = set(tree.xpath(_LAYOUT))
    if not layout:
        return
    parts = [one for one in tree.iter(*_PARTS) if next(one.iterancestors("table"), None) in layout]
    for cell in [one for one in parts if one.tag == "td"]:
        _gather(cell)
    for element in (*layout, *parts):
        element.tag = "div"


def gather_loose_prose(tree: HtmlElement) -> None:
    """Put prose that stands beside the paragraphs of a block into paragraphs of its own."""
    for block in tree.xpath(_BROKEN):
        _gather(block)


def join_source_lines(tree: HtmlElement) -> None:
    """Make blanks of the line breaks in markup, which break no line of the text but in ``pre``."""
    kept = {inner for outer in tree.iter(*_VERBATIM) for inner in outer.iter()}
    for element in tree.iter("*"):
        if element.text and "\n" in element.text and element not in kept:
            element.text = element.text.replace("\n", " ")
        if element.tail and "\n" in element.tail and element.getparent() not in kept:
            element.tail = element.tail.replace("\n", " ")


def _gather(cell: HtmlElement) -> None:
    """Put the loose words of a cell, between blocks and empty lines, into paragraphs."""
    for font in cell.xpath("./font"):
        font.drop_tag()
    loose = _Loose(cell)
    loose.write(cell.text)
    cell.text = None
    for child in list(cell):
        loose.take(child)


class _Loose:
    """The paragraph that takes up what stands loose in a cell."""

    def __init__(self, cell: HtmlElement) -> None:
        self._cell = cell
        self._paragraph: HtmlElement | None = None

    def take(self, child: HtmlElement) -> None:
        """Move a child to its place: words go on, blocks and empty lines end the paragraph."""
        words, child.tail = child.tail, None
        self._cell.remove(child)
        if child.tag not in _INLINE:
            self._paragraph = None
            self._cell.append(child)
        elif child.tag == "br" and self._ends_with_break() and not (words or "").strip():
            self._paragraph = None
        else:
            self._open().append(child)
        self.write(words)

    def write(self, words: str | None) -> None:
        """Add text, which opens a paragraph where none is open."""
        if not words or not (words.strip() or self._paragraph is not None):
            return
        paragraph = self._open()
        if len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + words
        else:
            paragraph.text = (paragraph.text or "") + words

    def _ends_with_break(self) -> bool:
        last = self._paragraph[-1] if self._paragraph is not None and len(self._paragraph) else None
        return last is not None and last.tag == "br" and not (last.tail or "").strip()

    def _open(self) -> HtmlElement:
        if self._paragraph is None:
            self._paragraph = self._cell.makeelement("p")
            self._cell.append(self._paragraph)
        return self._paragraph
