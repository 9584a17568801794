"""What stands above the story on a copied web page: its headline, dates and byline."""

from __future__ import annotations

from collections import Counter

from index.parsers.plain_text.copied_blocks import BRIEF, Block, weigh
from index.wire.asides import is_aside, notices_in
from index.wire.byline import has_by, is_byline
from index.wire.dateband import read_date_band
from index.wire.dates import find_dates
from index.wire.tidy import same_words

_HEAD = 40
"""Blocks above a story among which its headline is looked for."""


def lines_above(blocks: list[Block], start: int) -> list[str]:
    """Return the headline and the lines about date, writer and content between it and the story."""
    near = blocks[max(0, start - _HEAD) : start]
    indent = blocks[start].indent
    places = [place for place, block in enumerate(near) if _is_headline(block)]
    if not places:
        return []
    printed = Counter(block.text.casefold() for block in blocks)
    best = max(places, key=lambda place: _headline_value(place, near, printed, indent))
    headline = near[best].text
    about = [block.bare for block in near[max(0, best - 2) :] if is_about(block)]
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
    value += 1.5 * any(is_about(other) for other in below)
    value += 2 * (block.words >= 3 and printed[block.text.casefold()] > 1)
    return value


def _is_headline(block: Block) -> bool:
    plain = 2 <= block.words <= 30 and 10 <= len(block.text) <= 200
    if block.item or not plain or block.text.endswith((".", ":", ";")) or is_about(block):
        return False
    if has_by(block.text) and find_dates(block.text):
        return False
    return not is_aside(block.text) and not notices_in(block.text)


def _is_standfirst(block: Block) -> bool:
    return not block.item and block.words >= BRIEF and block.ends_sentence and weigh([block])[0] > 0


def is_about(block: Block) -> bool:
    """Tell whether a block is a byline or a line of dates."""
    return is_byline(block.bare) or read_date_band(block.bare) is not None
