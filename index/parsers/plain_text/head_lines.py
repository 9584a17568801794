"""Headline, sections, standfirst and place told apart by the order and shape of their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.parsers.drafting.revisions import headline_label, revision_label
from index.parsers.plain_text.head_labels import listed
from index.wire import agencies
from index.wire.asides import is_aside
from index.wire.byline import split_byline
from index.wire.dateband import is_name
from index.wire.dates import find_dates
from index.wire.tidy import same_words

if TYPE_CHECKING:
    from index.parsers.plain_text.head_fields import Head

_LED = re.compile(r"\s*[-–—•*]\s+(?=\S)")
_SHORT = 42
"""Characters of a line that may be a place."""
_SLUG = re.compile(r"(?:[^\W_]{2,20}(?:[-/][^\W_]{2,20}){1,8}/?|[A-Z]{2}-\S{2,30}-\S.{0,80})\Z")
"""Key words joined by hyphens, without any blank."""
_RULES = re.compile(r"\A(?:[+*¤=]{1,3}\s+)+|(?:\s+[+*¤=]{1,3})+\Z|\s*=\Z")
"""Signs that wires set around headlines: ``++ … ++``, ``… =``."""
_STAMP_ENDS = re.compile(r"\s*[-–—]\s+(?=\S)")
_MOST_CAPITALS = 3
"""Words in capitals above a headline, which are keywords rather than a headline."""
_FEWEST_ENTRIES = 3
_MOST_ENTRY_WORDS, _SHORT_LINK = 3, 6
"""Words of an entry of a menu, and of a link such as ``Skip to main content``."""
_MOST_KICKERS = 2
_TRAIL = re.compile(r"\S\s?[›»>]\s?\S")
"""A trail of sections: ``Home › World``."""
_FEWEST_BLANKS = 2
"""In a headline that is printed again below the dates; a place may be, too."""
_MOST_NAMES = 4
"""Words of a line that may be a place or a writer."""
_LONGEST_SECTIONS = 60
_LONGEST_STAMP = 48
_FEWEST_HEADLINE = 5
"""Words of a line below a kicker that is the headline."""
_LONGEST_HEADLINE = 160
_ENDS_SENTENCE = re.compile(r"[.!?…]['’”»\"]?\Z")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head and its index in the text."""

    place: int
    text: str


def _repeated(free: list[HeadLine], below: list[str]) -> str:
    """Return the line that is printed twice, there or right below, which only headlines are."""
    for number, line in enumerate(free):
        later = [*(other.text for other in free[number + 1 :]), *below]
        if any(same_words(line.text, other) for other in later):
            return line.text
    return ""


def name_lines(free: list[HeadLine], head: Head, below: list[str]) -> None:
    """Fill the head from the lines that no other rule has read.

    Args:
        free: those lines.
        head: what is known already.
        below: the first lines behind the head, where a headline may be printed again.
    """
    free = _below_menu(free, head)
    while len(free) > 1 and _is_slug(free[0].text, free[1].text):
        head.note("first line", slug=_take_label(free.pop(0).text, head))
    again = (text for text in below if len(text) <= _LONGEST_HEADLINE and not ends_sentence(text))
    repeated = _repeated(free, [text for text in again if text.count(" ") >= _FEWEST_BLANKS])
    if repeated:
        main = next(line for line in free if line.text == repeated)
        free = [line for line in free if line is main or not same_words(line.text, repeated)]
    else:
        sections = bool(free) and _is_sections(free)
        main = free[1] if sections else free[0] if free else HeadLine(0, "")
    origin = "repeated line" if repeated else "first line"
    printed = _whole(main, free)
    head.note(origin, headline=_RULES.sub("", _behind_stamp(printed, head)).strip())
    for line in free:
        if line.place < main.place and len(line.text) <= _LONGEST_SECTIONS:
            head.note("line above the headline", section=listed(line.text))
        elif line.place > main.place and line.text not in printed:
            _name_lower_line(line, head)


def _below_menu(free: list[HeadLine], head: Head) -> list[HeadLine]:
    """Pass the entries of a page's menu; the last may be the section that the story is in."""
    entries = menu_length([line.text for line in free])
    below = free[entries].text if entries < len(free) else ""
    role = agencies.load().words.role
    section = next((one for one in free[:entries][::-1] if role(one.text) == "section"), None)
    led = any(_is_trail(line.text) or is_aside(line.text) for line in free[:entries])
    fewest = 1 if led else 2 if section and not ends_sentence(below) else _FEWEST_ENTRIES
    if entries < fewest or len(below.split()) <= _MOST_ENTRY_WORDS:
        return free
    if section:
        head.note("line above the headline", section=(section.text,))
    return free[entries:]


def menu_length(lines: list[str]) -> int:
    """Return how many lines at the top are so short that they may be entries of a menu."""
    return next((at for at, line in enumerate(lines) if not _may_be_entry(line)), len(lines))


def _may_be_entry(line: str) -> bool:
    words = len(line.split())
    if words <= _MOST_ENTRY_WORDS or _is_trail(line):
        return True
    return words <= _SHORT_LINK and is_aside(line)


def _is_trail(line: str) -> bool:
    return any(sign in line for sign in "›»>") and _TRAIL.search(line) is not None


def _is_slug(line: str, below: str) -> bool:
    """Tell keywords from a headline: joined by hyphens, or a few in capitals above a headline."""
    if _SLUG.match(line):
        return True
    words = _without_label(line).split()
    few = 1 <= len(words) <= _MOST_CAPITALS and len(words) < len(below.split())
    if not few or ends_sentence(below):
        return False
    return words[0].isupper() and (" ".join(words).isupper() is not below.isupper())


def _without_label(line: str) -> str:
    """Return the line without a label in brackets; a numbered one belongs to the slug."""
    behind = agencies.load().words.revision_behind.search(line)
    return line[: behind.start()] if behind and behind["label"] else line


def _take_label(line: str, head: Head) -> str:
    """Take the version that a slug states, and return the slug without the count of its words."""
    label = revision_label(line) or headline_label(line)
    head.note("slug", label=label)
    return _without_label(line)


def _behind_stamp(headline: str, head: Head) -> str:
    """Take a moment that is printed before the headline: ``18-Oct-2024 14:32 - …``."""
    dates = find_dates(headline[:_LONGEST_STAMP]) if headline[:1].isdigit() else []
    ends = _STAMP_ENDS.match(headline, dates[0].span[1]) if dates else None
    if not ends or dates[0].span[0] != 0:
        return headline
    head.note("date before the headline", filed=dates[0].stamp)
    return headline[ends.end() :]


def _whole(main: HeadLine, free: list[HeadLine]) -> str:
    """Join a headline in capitals that was set in two lines."""
    after = next((line for line in free if line.place == main.place + 1), None)
    if after and main.text.isupper() and after.text.isupper():
        return f"{main.text} {after.text}"
    return main.text


def _name_lower_line(line: HeadLine, head: Head) -> None:
    led = _LED.match(line.text)
    bare = line.text[led.end() :] if led else line.text.rstrip(" |•·")
    words = len(bare.split())
    brief = not led and len(bare) <= _SHORT and words <= _MOST_NAMES and not ends_sentence(bare)
    if brief and words > 1 and head.filed and not head.dateline and is_name(bare):
        head.note("line above the date", byline=split_byline(bare))
    elif brief and words > 1 and _is_signed(head) and is_name(bare):
        head.note("line above the dateline", byline=split_byline(bare))
    elif brief:
        head.note("line above the dateline", city=bare)
    elif head.standfirst and (led or head.origins["standfirst"] == "lines below the headline"):
        head.standfirst += f"\n{bare}"
    else:
        head.note("lines below the headline", standfirst=bare)


def _is_signed(head: Head) -> bool:
    """Tell whether place or agency are known from elsewhere, so that a name is the writer's."""
    return bool(head.city and head.dateline) or bool(head.agency and not head.dateline)


def _is_sections(free: list[HeadLine]) -> bool:
    """Tell whether the first line names sections: all pieces short, at least one known."""
    line = free[0].text
    if len(free) < 2 or len(line) > _LONGEST_SECTIONS:
        return False
    pieces = listed(line)
    words = agencies.load().words
    short = all(len(piece.split()) <= 3 for piece in pieces)
    if short and any(words.role(piece) == "section" for piece in pieces):
        return True
    return _is_kicker(line, free[1].text)


def are_kickers(free: list[HeadLine]) -> bool:
    """Tell no line at all, or sections and a few words in capitals, from a headline."""
    if len(free) > _MOST_KICKERS:
        return False
    role = agencies.load().words.role
    return all(
        len(line.text.split()) <= _MOST_CAPITALS
        and (line.text.isupper() or role(line.text) == "section")
        for line in free
    )


def _is_kicker(line: str, below: str) -> bool:
    """Tell a word or two above a line that has a headline's shape."""
    longer = len(below.split()) >= _FEWEST_HEADLINE and len(below) <= _LONGEST_HEADLINE
    return len(line.split()) <= 2 and longer and not ends_sentence(below) and not _LED.match(below)


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as sentences do."""
    return _ENDS_SENTENCE.search(line) is not None


def is_place(line: str) -> bool:
    """Tell whether a line is a place in capitals."""
    return 3 <= len(line) <= _SHORT and line.isupper() and not ends_sentence(line)
