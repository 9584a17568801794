"""Headline, sections, standfirst and place told apart by the order and shape of their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.parsers.plain_text.head_labels import listed
from index.wire import agencies
from index.wire.byline import split_byline
from index.wire.dateband import is_name
from index.wire.tidy import same_words

if TYPE_CHECKING:
    from index.parsers.plain_text.head_fields import Head

_LED = re.compile(r"\s*[-–—•*]\s+(?=\S)")
_SHORT = 42
"""Characters of a line that may be a place."""
_SLUG = re.compile(r"[^\W_]{2,20}(?:[-/][^\W_]{2,20}){1,8}\Z")
"""Key words joined by hyphens, without any blank."""
_MOST_NAMES = 4
"""Words of a line that may be a place or a writer."""
_LONGEST_SECTIONS = 60
_ENDS_SENTENCE = re.compile(r"[.!?…]['’”»\"]?\Z")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head and its index in the text."""

    place: int
    text: str


def _repeated(free: list[HeadLine]) -> str:
    """Return the line that is printed twice, which only headlines are."""
    for number, line in enumerate(free):
        if any(same_words(line.text, later.text) for later in free[number + 1 :]):
            return line.text
    return ""


def name_lines(free: list[HeadLine], head: Head) -> None:
    """Fill the head from the lines that no other rule has read."""
    if len(free) > 1 and _SLUG.match(free[0].text):
        head.note("first line", slug=free.pop(0).text)
    repeated = _repeated(free)
    if repeated:
        main = next(line for line in free if line.text == repeated)
        free = [line for line in free if line is main or not same_words(line.text, repeated)]
    else:
        sections = bool(free) and _is_sections(free)
        main = free[1] if sections else free[0] if free else HeadLine(0, "")
    origin = "repeated line" if repeated else "first line"
    head.note(origin, headline=_whole(main, free))
    for line in free:
        if line.place < main.place and len(line.text) <= _LONGEST_SECTIONS:
            head.note("line above the headline", section=listed(line.text))
        elif line.place > main.place and line.text not in head.headline:
            _name_lower_line(line, head)


def _whole(main: HeadLine, free: list[HeadLine]) -> str:
    """Join a headline in capitals that was set in two lines."""
    after = next((line for line in free if line.place == main.place + 1), None)
    if after and main.text.isupper() and after.text.isupper():
        return f"{main.text} {after.text}"
    return main.text


def _name_lower_line(line: HeadLine, head: Head) -> None:
    led = _LED.match(line.text)
    bare = line.text[led.end() :] if led else line.text
    words = len(bare.split())
    brief = not led and len(bare) <= _SHORT and words <= _MOST_NAMES and not ends_sentence(bare)
    if brief and words > 1 and head.filed and not head.dateline and is_name(bare):
        head.note("line above the date", byline=split_byline(bare))
    elif brief:
        head.note("line above the dateline", city=bare)
    elif head.standfirst and (led or head.origins["standfirst"] == "lines below the headline"):
        head.standfirst += f"\n{bare}"
    else:
        head.note("lines below the headline", standfirst=bare)


def _is_sections(free: list[HeadLine]) -> bool:
    """Tell whether the first line names sections: all pieces short, at least one known."""
    line = free[0].text
    if len(free) < 2 or len(line) > _LONGEST_SECTIONS:
        return False
    pieces = listed(line)
    words = agencies.load().words
    short = all(len(piece.split()) <= 3 for piece in pieces)
    return short and any(words.role(piece) == "section" for piece in pieces)


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as sentences do."""
    return _ENDS_SENTENCE.search(line) is not None


def is_place(line: str) -> bool:
    """Tell whether a line is a place in capitals."""
    return 3 <= len(line) <= _SHORT and line.isupper() and not ends_sentence(line)
