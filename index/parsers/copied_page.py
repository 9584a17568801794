"""The story in the text of a whole web page, copied with its menus, teasers and notices.

Blocks of prose weigh for the story, short lines and list items against it; the heaviest run of
blocks is the story. Headings of comments and of further reading weigh strongly against it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from index.parsers.head import same_words
from index.wire.asides import is_aside, notices_in, opens_comments
from index.wire.byline import is_byline
from index.wire.dateband import read_date_band
from index.wire.dates import find_dates

_FEWEST_LINES = 25
_MOST_LINES = 20_000
_FEWEST_SHORT = 15
_SHORT_LINE = 40
_SHORT_SHARE = 0.3
_FULL_LINE = 50
"""Characters after which a line may go on in the next one."""

_LONG, _MEDIUM, _BRIEF = 25, 14, 9
"""Words of a block."""
_WEIGHT_SHORT = -12.0
_WEIGHT_ITEM = -14.0
_WEIGHT_NOTICE = -10.0
_WEIGHT_ASIDE = -16.0
_WEIGHT_COMMENTS = -60.0
_AFTER_COMMENTS = 0.1
_WIDEST_GAP = 60
_CONTEXT = 8
"""Blocks above a run in which its dates and byline are looked for."""
_CANDIDATES = 12
"""Runs that are looked at more closely."""
_HEAD = 40
"""Blocks above a run among which its headline is looked for."""
_LEAST_STORY = 30.0
_TOLD = 80.0
"""Weight of prose after which a story may be over and its comments begin."""

_ITEM = re.compile(r"\s*(?:[*+•·▪o■◦‣-]|\d{1,2}[.)])(?:\s|$)")
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’»)\]]*\s*$")


class Block(NamedTuple):
    """Lines that belong together."""

    indent: int
    text: str
    item: bool
    """It is led by a bullet or a number."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


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
    blocks = _blocks(lines)
    weights = _weights(blocks)
    runs = _runs(blocks, weights)
    if not runs:
        return None
    start, end = _widened(runs, blocks, weights)
    story = _story(blocks[start:end], weights[start:end])
    above = _above(blocks, start)
    return [line for text in (*above, *story) for line in (text, "")]


def _looks_copied(lines: list[str]) -> bool:
    if not _FEWEST_LINES <= len(lines) <= _MOST_LINES:
        return False
    filled = [line for line in lines if line]
    short = sum(len(line.strip()) < _SHORT_LINE for line in filled)
    return short >= _FEWEST_SHORT and short >= _SHORT_SHARE * len(filled)


def _blocks(lines: list[str]) -> list[Block]:
    """Join lines that go on: the line before is full, and none of them begins an item."""
    blocks: list[Block] = []
    open_line = ""
    for line in lines:
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        item = bool(_ITEM.match(line))
        goes_on = len(open_line) >= _FULL_LINE and bool(text) and not item
        if goes_on and _aligned(blocks[-1], indent):
            blocks[-1] = blocks[-1]._replace(text=f"{blocks[-1].text} {text}")
        elif text:
            blocks.append(Block(indent, text, item))
        open_line = text
    return blocks


def _aligned(block: Block, indent: int) -> bool:
    if block.item:
        return block.indent < indent <= block.indent + 4
    return block.indent == indent


def _weights(blocks: list[Block]) -> list[float]:
    weights: list[float] = []
    factor, told = 1.0, 0.0
    for block in blocks:
        weight = _weight(block)
        told += max(weight, 0.0)
        if weight == _WEIGHT_COMMENTS and told > _TOLD:
            factor = _AFTER_COMMENTS
        weights.append(weight * factor if weight > 0 else weight)
    return weights


def _weight(block: Block) -> float:
    words = block.words
    if opens_comments(block.text):
        return _WEIGHT_COMMENTS
    if is_aside(block.text):
        return _WEIGHT_ASIDE
    weight = _prose(block, words)
    if weight <= 0 or words >= 70:
        return weight
    notices = notices_in(block.text)
    if notices > 1 or (notices and words < _LONG):
        return _WEIGHT_NOTICE
    return weight * 0.3 if notices else weight


def _prose(block: Block, words: int) -> float:
    ends = _SENTENCE_END.search(block.text)
    if words >= _MEDIUM and ends:
        return float(words)
    if words >= _LONG:
        return words * 0.8
    if words >= _BRIEF and ends and not block.item:
        return words * 0.5
    return _WEIGHT_ITEM if block.item else _WEIGHT_SHORT


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
        apart = any(weights[place] <= _WEIGHT_ASIDE for place in gap)
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
    return is_byline(_bare(block.text)) or bool(find_dates(block.text))


def _story(blocks: list[Block], weights: list[float]) -> list[str]:
    """Leave out asides, and short blocks that are not set as the story is."""
    words: Counter[int] = Counter()
    for block in blocks:
        words[block.indent] += 0 if block.item else block.words
    total = sum(words.values())
    return [
        block.text
        for block, weight in zip(blocks, weights, strict=True)
        if weight > _WEIGHT_ASIDE
        and (
            words[block.indent] > 0.08 * total
            or block.words >= _LONG
            or (block.item and block.words >= 6)
        )
    ]


def _above(blocks: list[Block], start: int) -> list[str]:
    """Return the headline and the lines about date, writer and content between it and the story."""
    near = blocks[max(0, start - _HEAD) : start]
    indent = blocks[start].indent
    places = [place for place, block in enumerate(near) if _is_headline(block)]
    if not places:
        return []
    printed = Counter(block.text.casefold() for block in blocks)
    best = max(places, key=lambda place: _headline_value(place, near, printed, indent))
    headline = near[best].text
    about = [_bare(block.text) for block in near[max(0, best - 2) :] if _is_about(block.text)]
    standfirst = [
        block.text
        for block in near[best + 1 :]
        if _is_standfirst(block) and not same_words(block.text, headline)
    ]
    return [headline, *standfirst[:1], *about]


def _headline_value(place: int, near: list[Block], printed: Counter[str], indent: int) -> float:
    """Weigh nearness, setting, repetition and a date or byline right below."""
    block = near[place]
    below = near[place + 1 : place + 5]
    lines_between = sum(not other.item for other in near[place + 1 :])
    value = -lines_between / 6
    value += 2 * (block.indent <= indent)
    value += 1 * (4 <= block.words <= 20)
    value += 1.5 * any(_is_about(other.text) for other in below)
    value += 2 * (block.words >= 3 and printed[block.text.casefold()] > 1)
    return value


def _is_headline(block: Block) -> bool:
    plain = 2 <= block.words <= 30 and 10 <= len(block.text) <= 200
    if block.item or not plain or block.text.endswith((".", ":", ";")) or _is_about(block.text):
        return False
    return not is_aside(block.text) and not notices_in(block.text)


def _is_standfirst(block: Block) -> bool:
    ends = _SENTENCE_END.search(block.text)
    return not block.item and block.words >= _BRIEF and bool(ends) and _weight(block) > 0


def _is_about(text: str) -> bool:
    bare = _bare(text)
    return is_byline(bare) or read_date_band(bare) is not None


def _bare(text: str) -> str:
    return _ITEM.sub("", text, count=1)
