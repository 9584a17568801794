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
_CENTRED = 3.0
"""Points by which the middles of centred lines may differ."""
_COLUMN = 4
"""Lines that make a column, whose width tells whether a line was broken on purpose."""
_ROOM = 1.2
"""How much more room than the next word needs shows that a line was broken on purpose."""
_MOST_LINES = 400
"""Lines of a page on which notes are looked for."""
_SMALL = 0.88
"""Share of the usual height of letters that those of notes do not reach."""
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡])[.)]?\s*\S")
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

_OF_RECORD = re.compile(
    r"\d{1,7} (?:of|de|von|di|van|sur) \d{1,7} (?i:do[ck]umen)|(?:[A-Z]{4,}(?:-[A-Z]+)?"
    r"|Load-Date|Language|Publication-Type):\s?\S|End of Document"
)
"""What opens and closes the records of a press-database export, where many begin a page each."""

_CLOCK = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.h]\d\d(?:\s?[AP]M)?"
_ADDRESS = r"(?:https?|file)://\S+"
_COUNT = r"\d{1,4}\s?(?:/|of|sur|von|de|di)\s?\d{1,4}"
_PRINTED_BELOW = re.compile(rf"{_ADDRESS}\s+{_COUNT}|{_COUNT}\s+{_CLOCK}", re.IGNORECASE)
"""What Chrome and Firefox print at the foot of a page."""
_PRINTED_ABOVE = re.compile(rf"{_CLOCK}\s+\S.*|\S.*\s{_ADDRESS}", re.IGNORECASE)


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
    step, height = _usual_step(lines), statistics.median(map(_height, lines))
    widest = max(line.right for line in lines)
    parts = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        larger = max(1.0, min(_height(before), _height(line)) / height) if height > 0 else 1.0
        if _begins(before, line, step * larger, widest) or _was_broken(before, line, lines):
            parts.append([])
        parts[-1].append(line)
    return [_joined(part) for part in parts]


def document_paragraphs(pages: list[list[Line]]) -> list[str]:
    """Return the paragraphs of all pages, put together over page breaks, and then their notes."""
    paragraphs: list[str] = []
    parted = [_without_notes(lines) for lines in pages]
    for lines, _ in parted:
        printed = page_paragraphs(lines)
        if paragraphs and printed and _runs_on(paragraphs[-1], printed[0]):
            paragraphs[-1] = _together(paragraphs[-1], printed.pop(0))
        paragraphs += printed
    for _, notes in parted:
        paragraphs += page_paragraphs(notes)
    return [f"{p[:-1]}-" if p.endswith(_HYPHENS) else p for p in paragraphs]


def _without_notes(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Part numbered lines in small letters at the foot of a column, and what goes on below them."""
    if not 0 < len(lines) <= _MOST_LINES:
        return lines, []
    usual = statistics.median(map(_height, lines))
    notes: set[int] = set()
    for at in reversed(range(len(lines))):
        if 0 < _height(lines[at]) < _SMALL * usual and _is_last(at, lines, notes):
            notes.add(at)
    opens = next((at for at in sorted(notes) if _NOTE.match(lines[at].text)), len(lines))
    kept = [line for at, line in enumerate(lines) if at not in notes or at < opens]
    return kept, [lines[at] for at in sorted(notes) if at >= opens]


def _is_last(at: int, lines: list[Line], notes: set[int]) -> bool:
    """Tell whether nothing but notes stands below a line in its column."""
    others = (n for n in reversed(range(len(lines))) if n not in notes)
    return not any(_stands_below(lines[n], lines[at]) for n in others)


def _stands_below(line: Line, other: Line) -> bool:
    """Tell whether a line stands in the column of another one and below it."""
    return line.top <= other.bottom + 1 and line.left < other.right and line.right > other.left


def without_running_heads(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Take away lines that stand at the edge of most pages; return them beside the rest.

    Numbers count as equal where there are more than two pages.
    """
    pages, numbers = _without_numbers(pages)
    pages, marks = _without_print_marks(pages)
    numbers += marks
    heads = _heads(pages)
    printed = [line.text for lines in pages for line in _edges(lines) if _key(line) in heads]
    kept = [[line for line in lines if not _is_head(line, lines, heads)] for lines in pages]
    return kept, list(dict.fromkeys([*numbers, *printed]))


def _heads(pages: list[list[Line]]) -> set[str]:
    """Return the keys of running heads; those of two long pages have to be the very same line."""
    if len(pages) == 2 and min(map(len, pages)) > 2 * _EDGE:
        first, second = ({line.text for line in _edges(lines)} for lines in pages)
        return {_DIGITS.sub("0", text) for text in first & second}
    if len(pages) < 3:
        return set()
    seen = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    return {key for key, count in seen.items() if count > len(pages) / 2}


def _without_print_marks(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Take away the line that a browser prints below a saved page, and its fellow above."""
    kept, marks = [], []
    for lines in pages:
        found = [lines[-1]] if lines and _PRINTED_BELOW.fullmatch(lines[-1].text.strip()) else []
        if found and _PRINTED_ABOVE.fullmatch(lines[0].text.strip()):
            found.insert(0, lines[0])
        marks += [line.text for line in found]
        kept.append([line for line in lines if line not in found])
    return kept, marks


def _without_numbers(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Take away a first or last line that is the number of its page."""
    kept, numbers = [], []
    for number, lines in enumerate(pages, 1):
        places = _outermost(lines) if len(lines) > 1 else set()
        found = {at for at in places if _counts(lines[at].text, number)}
        numbers += [lines[at].text for at in sorted(found)]
        kept.append([line for at, line in enumerate(lines) if at not in found])
    return kept, numbers


def _outermost(lines: list[Line]) -> set[int]:
    """Return which lines come first and last, and which stand highest and lowest."""
    heights = [line.bottom for line in lines]
    return {0, len(lines) - 1, heights.index(max(heights)), heights.index(min(heights))}


def _counts(text: str, number: int) -> bool:
    found = _NUMBER.fullmatch(text.strip())
    return found is not None and int(found[1]) == number


def _is_head(line: Line, lines: list[Line], heads: set[str]) -> bool:
    return _key(line) in heads and line in _edges(lines)


def _edges(lines: list[Line]) -> list[Line]:
    outer = lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]
    return [line for line in outer if not _OF_RECORD.match(line.text)]


def _key(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _usual_step(lines: list[Line]) -> float:
    steps = [a.bottom - b.bottom for a, b in itertools.pairwise(lines)]
    forward = [step for step in steps if step > 0]
    return statistics.median(forward) if forward else 0.0


def _height(line: Line) -> float:
    return line.top - line.bottom


def _begins(before: Line, line: Line, step: float, widest: float) -> bool:
    """Tell whether a paragraph begins at ``line``."""
    down = before.bottom - line.bottom
    if down < 0:
        return not _runs_on(before.text, line.text)  # the next column
    if step and down > step * _WIDE_GAP:
        return True
    ended = bool(_ENDS.search(before.text))
    return ended and (before.right < widest * _SHORT or line.left > before.left + _INDENT)


def _runs_on(before: str, after: str) -> bool:
    """Tell whether a sentence goes on in the next column or on the next page."""
    return not _ENDS.search(before) and after[:1].islower()


def _was_broken(before: Line, line: Line, lines: list[Line]) -> bool:
    """Tell whether the next word would have fitted on the line before, in a column of lines."""
    if before.text.endswith(_HYPHENS) and line.text[:1].islower():
        return False
    sign = (before.right - before.left) / max(1, len(before.text))
    word = len(line.text.split(maxsplit=1)[0]) + 1
    return _room(before, line, lines) > _ROOM * word * sign


def _room(before: Line, line: Line, lines: list[Line]) -> float:
    """Return how much shorter a line is than its column, 0 where it is not set in one."""
    if abs(line.left - before.left) < _ALIGNED:
        column = [one.right for one in lines if abs(one.left - before.left) < _ALIGNED]
        # one line of a head or a foot may reach further
        return sorted(column)[-2] - before.right if len(column) >= _COLUMN else 0.0
    widths = sorted(one.right - one.left for one in lines)
    if len(widths) < _COLUMN or abs(_middle(line) - _middle(before)) > _CENTRED:
        return 0.0
    return widths[-2] - (before.right - before.left)


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2


def _joined(lines: list[Line]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = _together(text, line.text)
    return text


def _together(before: str, after: str) -> str:
    if not before.endswith(_HYPHENS):
        return f"{before} {after}"
    return before[:-1] + after if after[:1].islower() else f"{before[:-1]}-{after}"
