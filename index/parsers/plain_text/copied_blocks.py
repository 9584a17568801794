"""The lines of a copied web page as blocks, and what each weighs for being of the story."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.parsers.drafting.blocks import UNSPACED, joined
from index.wire.asides import is_aside, notices_in, opens_comments

_FULL_LINE = 50
"""Characters after which a line may go on in the next one."""
LONG, MEDIUM, BRIEF = 25, 14, 9
"""Words of a block: surely prose, prose if it ends as a sentence does, perhaps prose."""
_LONGEST_NOTICE = 70
_WEIGHT_SHORT = -12.0
_WEIGHT_ITEM = -14.0
_WEIGHT_NOTICE = -10.0
WEIGHT_ASIDE = -16.0
"""Of what leads away from the story; heavier blocks against it are comments."""
_WEIGHT_COMMENTS = -60.0
_AFTER_COMMENTS = 0.1
_TOLD = 80.0
"""Weight of prose after which a story may be over and its comments begin."""

_ITEM = re.compile(r"\s*(?:[*+•·▪o■◦‣-]|\d{1,2}[.)])(?:\s|$)")
_SENTENCE_END = re.compile(r"[.!?…:;。！？။]['\"”’»」』)\]]*\s*$")


class Block(NamedTuple):
    """Lines that belong together."""

    indent: int
    text: str
    item: bool
    """It is led by a bullet or a number."""

    @property
    def words(self) -> int:
        """How many words it has; in scripts without blanks, two signs count as one."""
        return len(self.text.split()) + len(UNSPACED.findall(self.text)) // 2

    @property
    def bare(self) -> str:
        """Its text without the bullet."""
        found = _ITEM.match(self.text)
        return self.text[found.end() :] if found else self.text

    @property
    def ends_sentence(self) -> bool:
        """It ends as sentences and introductions do."""
        return _SENTENCE_END.search(self.text) is not None


def read_blocks(lines: list[str]) -> list[Block]:
    """Join lines that go on: the line before is full, and none of them begins an item."""
    blocks: list[Block] = []
    open_line = ""
    for line in lines:
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        item = bool(_ITEM.match(line))
        goes_on = len(open_line) >= _FULL_LINE and bool(text) and not item
        if goes_on and _aligned(blocks[-1], indent):
            blocks[-1] = blocks[-1]._replace(text=joined(blocks[-1].text, text))
        elif text:
            blocks.append(Block(indent, text, item))
        open_line = text
    return blocks


def _aligned(block: Block, indent: int) -> bool:
    if block.item:
        return block.indent < indent <= block.indent + 4
    return block.indent == indent


def weigh(blocks: list[Block]) -> list[float]:
    """Return each block's weight: above nothing for the story, below it against it."""
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
        return WEIGHT_ASIDE
    weight = _prose(block, words)
    if weight <= 0 or words >= _LONGEST_NOTICE:
        return weight
    notices = notices_in(block.text)
    if notices > 1 or (notices and words < LONG):
        return _WEIGHT_NOTICE
    return weight * 0.3 if notices else weight


def _prose(block: Block, words: int) -> float:
    ends = block.ends_sentence
    if words >= MEDIUM and ends:
        return float(words)
    if words >= LONG:
        return words * 0.8
    if words >= BRIEF and ends and not block.item:
        return words * 0.5
    return _WEIGHT_ITEM if block.item else _WEIGHT_SHORT
