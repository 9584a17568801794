"""Closing notices and end marks: kept, but apart from the story."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.wire import agencies

_LAST = 8
"""Paragraphs from the end among which a notice may begin."""
_LONGEST_TAIL = 900
_LONGEST_MARK = 30
_DESK = re.compile(r"\(?[a-zàâçéèêëîïôûùüÿñæœ]{2,6}(?:[/-][a-z]{1,6}){1,6}\)?\Z")
"""Signatures of the desks, such as ``jdu/rl/ide``."""


class Parted(NamedTuple):
    """A story, and the notices that followed it."""

    story: list[str]
    notices: list[str]


def part_closing(paragraphs: list[str]) -> Parted:
    """Part a dispatch's paragraphs where its closing notices begin."""
    known = agencies.load()
    start = len(paragraphs)
    for place in range(max(1, len(paragraphs) - _LAST), len(paragraphs)):
        if known.closing.match(paragraphs[place]) and _short(paragraphs[place:]):
            start = place
            break
    while start > 1 and _is_mark(paragraphs[start - 1], known):
        start -= 1
    story, notices = paragraphs[:start], paragraphs[start:]
    mark = known.ending_behind.search(story[-1][-_LONGEST_MARK:]) if story else None
    if mark:
        story[-1] = story[-1][: len(story[-1]) - len(mark.group())].rstrip()
        notices.insert(0, mark.group().strip())
    return Parted(story, notices)


def _short(paragraphs: list[str]) -> bool:
    return sum(map(len, paragraphs)) <= _LONGEST_TAIL


def _is_mark(paragraph: str, known: agencies.Agencies) -> bool:
    line = paragraph.strip()
    if len(line) > 40:
        return False
    return bool(known.ending.match(line) or _DESK.match(line))
