"""Offsets: the archive counts code points, a Qt document counts UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left

from index import Span

LAST_OF_ONE_UNIT = "\uffff"
"""A code point above this one takes two units (a surrogate pair)."""


class TextPositions:
    """Converts offsets of one text; a text without astral characters costs nothing."""

    def __init__(self, text: str) -> None:
        # Code point offsets of the characters that take two units, ascending.
        self._wide: list[int] = []
        if text and max(text) > LAST_OF_ONE_UNIT:
            self._wide = [at for at, char in enumerate(text) if char > LAST_OF_ONE_UNIT]
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def to_qt(self, offset: int) -> int:
        """Return the document position of a code point offset."""
        return offset + bisect_left(self._wide, offset)

    def from_qt(self, position: int) -> int:
        """Return the code point offset; the middle of a pair counts as its beginning."""
        return position - bisect_left(self._wide_units, position)

    def span(self, start: int, end: int) -> Span:
        """Return the code points between two document positions."""
        return Span(self.from_qt(start), self.from_qt(end))
