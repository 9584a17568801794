"""The short lines of a page, in which bylines and dates are printed."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from index.parsers.pages.page_tree import opening_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 160
"""Characters up to which a block is read."""
_MOST = 5_000
BLOCKS = (
    "p", "div", "span", "h2", "h3", "h4", "h5", "h6", "em", "strong", "i", "b", "td", "li", "small",
    "time", "address", "cite", "a", "font",
)  # fmt: skip


class Line(NamedTuple):
    """A block and its opening, which is one sign longer than ``LONGEST`` where there is more."""

    element: HtmlElement
    text: str


class SmallPrint:
    """Reads the blocks of a page once, for all who look for something in them."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree

    @cached_property
    def lines(self) -> list[Line]:
        """The first blocks in page order, without those that hold a longer one."""
        blocks = list(islice(self._tree.iter(*BLOCKS), _MOST))
        around: set[HtmlElement] = set()
        lines: list[Line] = []
        for element in reversed(blocks):  # from the inside out
            if element in around:
                continue
            text = opening_of(element, LONGEST)
            if len(text) > LONGEST:
                _mark_around(element, around)
            lines.append(Line(element, text))
        return lines[::-1]


def _mark_around(element: HtmlElement, around: set[HtmlElement]) -> None:
    for ancestor in element.iterancestors():
        if ancestor in around:
            return
        around.add(ancestor)
