"""Chooses the passage of a text that shows best why it was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.results import Snippet
from index.search.highlighting import Hit, spans_of
from index.selectors import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTH = 240
"""Code points of a snippet, more or less."""
LOOKED_AT = 200_000
"""Code points of a body that are searched for a snippet."""
_LEAD = 90
"""How far before the first hit a sentence may begin."""
_SENTENCE = re.compile(r"[.!?…][»”\"’)]*\s+|\n+")
_SPACES = str.maketrans("\n\r\t\u2028\u2029\u00a0", "      ")


def excerpt(text: str, hits: Sequence[Hit]) -> Snippet:
    """Return the passage with the most different hits; the beginning when there are none."""
    best = _best_run(hits)
    start = _start(text, best[0].start) if best and len(text) > LENGTH else 0
    end = _end(text, start, best[-1].end if best else 0)
    lead = "… " if start else ""
    tail = " …" if end < len(text.rstrip()) else ""
    inside = [hit for hit in hits if hit.start >= start and hit.end <= end]
    shift = len(lead) - start
    spans = tuple(Span(s.start + shift, s.end + shift) for s in spans_of(inside))
    return Snippet(lead + text[start:end].translate(_SPACES) + tail, spans)


def _best_run(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return the hits of the window that meets most parts of the query, the first of equals."""
    best: tuple[int, int] = (0, 0)
    run: Sequence[Hit] = ()
    last = 0
    for first, hit in enumerate(hits):
        last = max(last, first)
        while last < len(hits) and hits[last].end - hit.start <= LENGTH - _LEAD // 2:
            last += 1
        window = hits[first : max(last, first + 1)]
        worth = (len({h.part for h in window}), len(window))
        if worth > best:
            best, run = worth, window
    return run


def _start(text: str, hit: int) -> int:
    """Return the beginning of the sentence, or of a word not far before the hit."""
    low = max(0, hit - _LEAD)
    sentences = [found.end() for found in _SENTENCE.finditer(text, low, hit)]
    if sentences:
        return sentences[-1] if hit - sentences[-1] > _LEAD // 3 else sentences[0]
    if low == 0:
        return 0
    space = text.find(" ", low, hit)
    return space + 1 if space >= 0 else low


def _end(text: str, start: int, needed: int) -> int:
    """Return the end of a sentence or of a word about ``LENGTH`` further on."""
    high = max(start + LENGTH, needed)
    if high >= len(text):
        return len(text.rstrip())
    sentences = [
        len(text[: found.end()].rstrip())
        for found in _SENTENCE.finditer(text, max(needed, start + LENGTH * 2 // 3), high)
    ]
    if sentences and sentences[-1] >= needed:
        return sentences[-1]
    space = max(text.rfind(" ", needed, high), text.rfind("\n", needed, high))
    return space if space > start else high
