"""The story in the text of a whole web page, copied with its menus, teasers and notices.

Blocks of prose weigh for the story, short lines and list items against it; the heaviest run of
blocks is the story. Headings of comments and of further reading weigh strongly against it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from index.parsers.plain_text.copied_blocks import LONG, WEIGHT_ASIDE, Block, read_blocks, weigh
from index.parsers.plain_text.copied_head import lines_above
from index.wire.asides import outside_galleries
from index.wire.byline import is_byline
from index.wire.dates import find_dates

_FEWEST_LINES = 25
_MOST_LINES = 20_000
_FEWEST_SHORT = 15
_SHORT_LINE = 40
_SHORT_SHARE = 0.3

_WIDEST_GAP = 60
_CONTEXT = 8
"""Blocks above a run in which its dates and byline are looked for."""
_CANDIDATES = 12
"""Runs that are looked at more closely."""
_LEAST_STORY = 30.0


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring blocks that together weigh for the story."""

    start: int
    end: int
    weight: float
    indent: int


def story_lines(lines: list[str]) -> list[str] | None:
    """Return headline, lines about it and story, parted by empty lines; ``None`` for other text."""
    if not _looks_copied(lines):
        return None
    blocks = read_blocks(lines)
    blocks = [blocks[place] for place in outside_galleries([block.text for block in blocks])]
    weights = weigh(blocks)
    runs = _runs(blocks, weights)
    if not runs:
        return None
    start, end = _widened(runs, blocks, weights)
    story = _story(blocks[start:end], weights[start:end])
    above = lines_above(blocks, start)
    return [line for text in (*above, *story) for line in (text, "")]


def _looks_copied(lines: list[str]) -> bool:
    if not _FEWEST_LINES <= len(lines) <= _MOST_LINES:
        return False
    filled = [line for line in lines if line]
    short = sum(len(line.strip()) < _SHORT_LINE for line in filled)
    return short >= _FEWEST_SHORT and short >= _SHORT_SHARE * len(filled)


def _runs(blocks: list[Block], weights: list[float]) -> list[_Run]:
    """Return the maximal runs whose blocks sum up to more than nothing."""
    runs: list[_Run] = []
    start, end, total, best = 0, 0, 0.0, 0.0
    for place, weight in enumerate([*weights, float("-inf")]):
        if total <= 0:
            if best >= _LEAST_STORY:
                runs.append(_Run(start, end, best, _usual_indent(blocks, weights, start, end)))
            start, total, best = place, 0.0, 0.0
        total += weight
        if total > best:
            best, end = total, place + 1
    if best >= _LEAST_STORY:
        runs.append(_Run(start, end, best, _usual_indent(blocks, weights, start, end)))
    return runs


def _usual_indent(blocks: list[Block], weights: list[float], start: int, end: int) -> int:
    words: Counter[int] = Counter()
    for block, weight in zip(blocks[start:end], weights[start:end], strict=True):
        if weight > 0:
            words[block.indent] += block.words
    return words.most_common(1)[0][0]


def _widened(runs: list[_Run], blocks: list[Block], weights: list[float]) -> tuple[int, int]:
    """Choose the heaviest run, and join neighbours that are set as it is."""
    heavy = sorted(range(len(runs)), key=lambda number: -runs[number].weight)[:_CANDIDATES]
    chosen = max(heavy, key=lambda number: _value(runs[number], blocks))
    first = last = chosen

    def joins(left: _Run, right: _Run) -> bool:
        gap = range(left.end, right.start)
        inside = all(blocks[place].indent >= runs[chosen].indent for place in gap)
        apart = any(weights[place] <= WEIGHT_ASIDE for place in gap)
        same = left.indent == right.indent == runs[chosen].indent
        return same and inside and not apart and len(gap) <= _WIDEST_GAP

    while last + 1 < len(runs) and joins(runs[last], runs[last + 1]):
        last += 1
    while first > 0 and joins(runs[first - 1], runs[first]):
        first -= 1
    return runs[first].start, runs[last].end


def _value(run: _Run, blocks: list[Block]) -> float:
    """Let a run below a date or a byline count for more, one at the page's foot for less."""
    near = blocks[max(0, run.start - _CONTEXT) : run.start]
    marks = sum(_marks_story(block) for block in near)
    foot = run.start > max(30, len(blocks) * 3 // 4)
    return run.weight * (1 + min(marks, 2)) * (0.5 if foot else 1)


def _marks_story(block: Block) -> bool:
    if len(block.text) > 160:
        return False
    return is_byline(block.bare) or bool(find_dates(block.text))


def _story(blocks: list[Block], weights: list[float]) -> list[str]:
    """Leave out asides, and short blocks that are not set as the story is."""
    words: Counter[int] = Counter()
    for block in blocks:
        words[block.indent] += 0 if block.item else block.words
    total = sum(words.values())
    return [
        block.text
        for block, weight in zip(blocks, weights, strict=True)
        if weight > WEIGHT_ASIDE
        and (
            words[block.indent] > 0.08 * total
            or block.words >= LONG
            or (block.item and block.words >= 6)
        )
    ]
