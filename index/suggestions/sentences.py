"""Where sentences and paragraphs end; good enough to look around in one."""

from __future__ import annotations

import re
from bisect import bisect_right

from index.selectors import Span

_ENDS = re.compile(r"(?<=[.!?…])[»”\"’]?\s+(?=[^\s\da-zà-ÿ])|\n+")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:MM|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|St|Nov|Dec|Oct|Sept|Jan|Feb|No|art|\w)\.\s*$"
)
_LONGEST = 8
"""Characters of an abbreviation with the space behind it."""


class Sentences:
    """The sentences of one text."""

    def __init__(self, text: str) -> None:
        self._ends = [
            match.end()
            for match in _ENDS.finditer(text)
            if "\n" in match.group() or not _abbreviated(text, match)
        ]
        self._length = len(text)

    def around(self, place: int) -> Span:
        """Return the sentence in which a place is."""
        at = bisect_right(self._ends, place)
        start = self._ends[at - 1] if at else 0
        return Span(start, self._ends[at] if at < len(self._ends) else self._length)


def _abbreviated(text: str, end: re.Match[str]) -> bool:
    first = max(0, end.start() - _LONGEST)
    return _ABBREVIATED.search(text[first : end.end()]) is not None
