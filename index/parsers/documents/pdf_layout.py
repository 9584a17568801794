"""Lines of PDF pages put together to paragraphs by where they stand on the page."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from dataclasses import dataclass

_WIDE_GAP = 1.35
"""A paragraph begins where the step to the next line is this much over the usual one."""
_SHORT = 0.85
"""A line that ends a sentence and is shorter than this share of the widest ends a paragraph."""
_INDENT = 8.0
"""Points by which a first line stands in."""
_EDGE = 2
"""Lines at the top and bottom of a page among which running heads are looked for."""
_ENDS = re.compile(r"[.!?…:»”\"')\]]\s*$")
_HYPHENS = ("\x02", "\ufffe", "\u00ad")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; coordinates in points, origin at the bottom left."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def page_paragraphs(lines: list[Line]) -> list[str]:
    """Join the lines of one page to paragraphs, mending words that were hyphenated."""
    if not lines:
        return []
    step = _usual_step(lines)
    widest = max(line.right for line in lines)
    parts = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        if _begins(before, line, step, widest):
            parts.append([])
        parts[-1].append(line)
    return [_joined(part) for part in parts]


def without_running_heads(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Take away lines that stand at the edge of most pages; return them beside the rest.

    Numbers count as equal, so that page numbers are found too.
    """
    if len(pages) < 3:
        return pages, []
    seen = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    heads = {key for key, count in seen.items() if count > len(pages) / 2}
    printed = [line.text for lines in pages for line in _edges(lines) if _key(line) in heads]
    kept = [[line for line in lines if not _is_head(line, lines, heads)] for lines in pages]
    return kept, list(dict.fromkeys(printed))


def _is_head(line: Line, lines: list[Line], heads: set[str]) -> bool:
    return _key(line) in heads and line in _edges(lines)


def _edges(lines: list[Line]) -> list[Line]:
    return lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def _key(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _usual_step(lines: list[Line]) -> float:
    steps = [a.bottom - b.bottom for a, b in itertools.pairwise(lines)]
    forward = [step for step in steps if step > 0]
    return statistics.median(forward) if forward else 0.0


def _begins(before: Line, line: Line, step: float, widest: float) -> bool:
    """Tell whether a paragraph begins at ``line``."""
    down = before.bottom - line.bottom
    if down < 0 or (step and down > step * _WIDE_GAP):
        return True
    ended = bool(_ENDS.search(before.text))
    return ended and (before.right < widest * _SHORT or line.left > before.left + _INDENT)


def _joined(lines: list[Line]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        if text.endswith(_HYPHENS):
            text = text[:-1] + line.text
        else:
            text += " " + line.text
    return text
