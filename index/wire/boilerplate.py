"""Closing notices and end marks: kept, but apart from the story."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.dispatch import Precision
from index.wire import agencies
from index.wire.asides import is_aside, opens_comments
from index.wire.dates import read_date
from index.wire.signatures import bare_clock, is_below_story, is_neutral, signed_by

_LAST = 8
"""Paragraphs from the end among which a notice may begin."""
_LONGEST_TAIL = 900
_LONGEST_MARK = 30
_LONGEST_SIGNATURE = 100
_LONGEST_LINE = 40
_MOST_LINKS, _LONGEST_LINK = 40, 160
_PROSE_END = frozenset(".!;")
_MOST_MARKS = 16
"""Paragraphs or lines from the end that may all be marks."""
_DESK = re.compile(
    r"\(?(?:[a-zàâçéèêëîïôûùüÿñæœ]{2,6}(?:[/-][ ]?[a-z]{1,6}){1,6}/?"
    r"|[A-Z]{2,5}(?:\s?\([A-Z]{2,5}\))?(?:(?:\s?//?\s?|-)[A-Z]{2,5}(?:\s?\([A-Z]{2,5}\))?){1,4}/?)\)?\Z"
)
"""Signatures of the desks, such as ``jdu/rl/ide`` and ``ABC // DEF``."""
_INITIALS = re.compile(r"\s*(?:[a-z]{2,4}|[A-Z]{2,4})\s*\Z")
_SENTENCE_END = frozenset('.!?…”»")')
_RULE = re.compile(r"(?:_{3,}|-{3,}|={3,}|\*{3,}|—{2,})\Z")
"""What wires set above notes that are no part of the story."""
_SIGNED = re.compile(r"(?<=[.!?”»\"])\s\([A-Z]{2,4}(?:/[A-Z]{2,4}){1,4}\)\Z")
_LONGEST_CLOCK = 40
_CLOCKS = (Precision.MINUTE, Precision.SECOND)


class Parted(NamedTuple):
    """A story, and the notices that followed it."""

    story: list[str]
    notices: list[str]


def part_closing(paragraphs: list[str]) -> Parted:
    """Part a dispatch's paragraphs where its closing notices begin."""
    known = agencies.load()
    story, notices = _cut(paragraphs, known)
    while story and len(parts := _unjoined(story[-1], known)) > 1:
        more, apart = _cut([*story[:-1], *parts], known)
        if more == [*story[:-1], *parts]:
            break
        story, notices = more, [*apart, *notices]
    if story:
        notices = [*_marks_behind(story, known), *notices]
    return Parted(story, notices)


def _cut(paragraphs: list[str], known: agencies.Agencies) -> Parted:
    start = _links_start(paragraphs)
    for place in range(max(1, start - _LAST), start):
        if known.closing.match(paragraphs[place]) and _short(paragraphs[place:]):
            start = place
            break
    start = _marks_start(paragraphs, start, known)
    return Parted(paragraphs[:start], paragraphs[start:])


def _links_start(paragraphs: list[str]) -> int:
    """Return where a heading begins that nothing but comments or headlines of others follow."""
    start = len(paragraphs)
    last = paragraphs[-1] if start > 1 else ""
    if not last or last[0] == "(" or last[-1] in _PROSE_END:
        return start  # as most stories end
    for place in range(start - 1, max(0, len(paragraphs) - _MOST_LINKS), -1):
        lines = paragraphs[place].split("\n")
        if any(len(line) > _LONGEST_LINK or line[-1:] in _PROSE_END for line in lines):
            break
        if is_aside(lines[0]) or opens_comments(lines[0]):
            start = place
    return start


def _marks_start(paragraphs: list[str], end: int, known: agencies.Agencies) -> int:
    """Go up from the end over marks, and over short lines that another mark stands above."""
    start = end
    for place in range(end - 1, max(0, end - _MOST_MARKS), -1):
        if _closes(paragraphs[place], paragraphs[place - 1], known):
            start = place
        elif not _are_neutral(paragraphs[place]):
            break
    return start


def _are_neutral(paragraph: str) -> bool:
    return all(map(is_neutral, paragraph.split("\n")))


def _unjoined(paragraph: str, known: agencies.Agencies) -> list[str]:
    """Set lines apart that close a story right below its last line, without an empty one."""
    lines = paragraph.split("\n")
    start = len(_cut(lines, known).story)
    return ["\n".join(lines[:start]), *lines[start:]]


def _marks_behind(story: list[str], known: agencies.Agencies) -> list[str]:
    """Cut the end mark and signature behind the last sentence."""
    marks: list[str] = []
    if signature := signed_by(story[-1][-_LONGEST_SIGNATURE:]):
        story[-1] = story[-1].removesuffix(signature).rstrip()
        marks.append(signature)
    for pattern in (_SIGNED, known.ending_behind):
        mark = pattern.search(story[-1][-_LONGEST_MARK:])
        if mark:
            story[-1] = story[-1][: len(story[-1]) - len(mark.group())].rstrip()
            marks.insert(0, mark.group().strip())
    return marks


def _short(paragraphs: list[str]) -> bool:
    return sum(map(len, paragraphs)) <= _LONGEST_TAIL


def _closes(paragraph: str, before: str, known: agencies.Agencies) -> bool:
    """Tell a mark; bare initials are one only behind the end of a sentence or another mark."""
    if _INITIALS.match(paragraph):
        return before[-1:] in _SENTENCE_END or _is_mark(before, known)
    first, *others = paragraph.split("\n")
    follow = all(is_neutral(line) or _is_mark(line, known) for line in others)
    return follow and _is_mark(first, known)


def _is_mark(paragraph: str, known: agencies.Agencies) -> bool:
    line = paragraph.strip()
    if len(line) <= _LONGEST_LINE and any(
        mark.match(line) for mark in (known.ending, _DESK, _RULE)
    ):
        return True
    return _is_clock(line) or is_below_story(line)


def _is_clock(line: str) -> bool:
    """Tell a line that is a day and a time, and at most an end mark, from a date of the story."""
    if len(line) > _LONGEST_CLOCK or not any(map(str.isdigit, line)):
        return False
    bare = bare_clock(line)
    if not bare[:1].isdigit():
        return False
    stamp = read_date(bare)
    return stamp is not None and stamp.precision in _CLOCKS
