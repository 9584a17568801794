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
_ALIGNED = 12.0
"""Points within which lines are set below each other."""
_COLUMN = 4
"""Lines that make a column, whose width tells whether a line was broken on purpose."""
_ROOM = 1.2
"""How much more room than the next word needs shows that a line was broken on purpose."""
_EDGE = 2
"""Lines at the top and bottom of a page among which running heads are looked for."""
_ENDS = re.compile(r"[.!?…:»”\"')\]]\s*$")
_HYPHENS = ("\x02", "\ufffe", "\u00ad")
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:page|seite|página|pagina|sayfa|p\.)?[-–\s]*(\d{1,4})(?:\s*(?:/|of|sur|von|de|di)\s*\d{1,4})?"
    r"[-–\s]*",
    re.IGNORECASE,
)


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
        if _begins(before, line, step, widest) or _was_broken(before, line, lines):
            parts.append([])
        parts[-1].append(line)
    return [_joined(part) for part in parts]


def without_running_heads(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Take away lines that stand at the edge of most pages; return them beside the rest.

    Numbers count as equal, so that page numbers are found too.
    """
    pages, numbers = _without_numbers(pages)
    if len(pages) < 3:
        return pages, numbers
    seen = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    heads = {key for key, count in seen.items() if count > len(pages) / 2}
    printed = [line.text for lines in pages for line in _edges(lines) if _key(line) in heads]
    kept = [[line for line in lines if not _is_head(line, lines, heads)] for lines in pages]
    return kept, list(dict.fromkeys([*numbers, *printed]))


def _without_numbers(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Take away a first or last line that is the number of its page."""
    kept, numbers = [], []
    for number, lines in enumerate(pages, 1):
        places = {0, len(lines) - 1} if len(lines) > 1 else set()
        found = {at for at in places if _counts(lines[at].text, number)}
        numbers += [lines[at].text for at in sorted(found)]
        kept.append([line for at, line in enumerate(lines) if at not in found])
    return kept, numbers


def _counts(text: str, number: int) -> bool:
    found = _NUMBER.fullmatch(text.strip())
    return found is not None and int(found[1]) == number


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


def _was_broken(before: Line, line: Line, lines: list[Line]) -> bool:
    """Tell whether the next word would have fitted on the line before, in a column of lines."""
    column = [one.right for one in lines if abs(one.left - before.left) < _ALIGNED]
    aligned = abs(line.left - before.left) < _ALIGNED
    if len(column) < _COLUMN or not aligned or before.text.endswith(_HYPHENS):
        return False
    sign = (before.right - before.left) / max(1, len(before.text))
    word = len(line.text.split(maxsplit=1)[0]) + 1
    return max(column) - before.right > _ROOM * word * sign


def _joined(lines: list[Line]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        if text.endswith(_HYPHENS):
            text = text[:-1] + line.text
        else:
            text += " " + line.text
    return text
