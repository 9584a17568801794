"""Lines that web pages put between and below their stories: teasers, comments, notices."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from index.wire import agencies

if TYPE_CHECKING:
    from collections.abc import Sequence

_BRIEF = 9
"""Words of a line that can be a heading or a link."""
_REST = 3
"""Words that may follow; a subheading of the story would go on."""
_LED = 30
"""Words of a line that names a story to read next: ``See also: …``."""
_LONGEST_BUTTON = 60
_NOTICE = 45
_LONGEST_OFFER = 40
_FEWEST_CAPTIONS = 3
_LONGEST_CAPTION = 4
"""Lines from one counted caption to the next."""
_COUNTED = re.compile(
    r"\W{0,4}(\d{1,3})\s?(?:/|of|sur|von|de|di|van)\s?(\d{1,3})(?![\d/])(?![.,]\d)"
)
_WORD = re.compile(r"\W*(\w+)")
_COUNT = r"\W*(?:\(?\d+\)?\W*)?"


def opens_comments(line: str) -> bool:
    """Tell whether a line is the heading of readers' comments."""
    return _is_brief(line) and _comments().fullmatch(line) is not None


def is_aside(line: str) -> bool:
    """Tell whether a line leads away from the story: to others, to sharing, to following."""
    opening = _WORD.match(line)
    if not opening or _first(opening[1]) not in _first_words():
        return False
    found = _asides().match(line)
    if not found:
        return False
    rest = line[found.end() :].strip("\xa0 ")
    led = rest[:1] in {":", ">", "»", "|"} or found.group().endswith(":")
    if led:
        return len(line.split()) <= _LED
    return _is_brief(line) and (len(rest.split()) <= _REST or rest.endswith((":", "...", "…")))


def notices_in(line: str) -> int:
    """Count the phrases of notices (cookies, subscriptions, rights) in a line."""
    return len(_furniture().findall(line))


def is_furniture(words: str) -> bool:
    """Tell a word or two that are a button: ``Subscribe``, ``Share``, ``Sign up``."""
    if len(words) > _LONGEST_BUTTON or len(words.split()) > 2:
        return False
    return is_aside(words) or agencies.load().words.is_button(words) or _has_notice(words)


def _has_notice(words: str) -> bool:
    low = words.lower().replace("’", "'")
    return any(phrase in low for phrase in agencies.load().words.furniture)


def is_notice(line: str) -> bool:
    """Tell whether a line is a notice rather than a sentence of a story."""
    return len(line.split()) <= _NOTICE and notices_in(line) > 1


def is_offer(line: str) -> bool:
    """Tell whether a line offers the rest of the story to subscribers."""
    return len(line.split()) <= _LONGEST_OFFER and _offers().search(line) is not None


def is_heading_of_links(line: str) -> bool:
    """Tell whether a line is nothing but the heading of links to other stories."""
    return _is_brief(line) and is_aside(line)


def _is_brief(line: str) -> bool:
    return len(line) <= 120 and len(line.split()) <= _BRIEF


def outside_galleries(lines: Sequence[str]) -> list[int]:
    """Return the places of the lines that are no captions of a gallery, counted ``2/15``.

    What stands between two counted lines, and as much behind the last, belongs to them.
    """
    counted = {place: _counter(line) for place, line in enumerate(lines)}
    entries = [(place, count) for place, count in counted.items() if count]
    captions: set[int] = set()
    for (at, one), (then, next_one) in pairwise(entries):
        if next_one == (one[0] + 1, one[1]) and then - at <= _LONGEST_CAPTION:
            captions.update(range(at, 2 * then - at if next_one[0] == one[1] else then + 1))
    if sum(place in captions for place, _ in entries) < _FEWEST_CAPTIONS:
        return list(range(len(lines)))
    return [place for place in range(len(lines)) if place not in captions]


def _counter(line: str) -> tuple[int, int] | None:
    found = _COUNTED.match(line)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        return None
    return int(found[1]), int(found[2])


@cache
def _comments() -> re.Pattern[str]:
    return re.compile(rf"{_COUNT}(?:{_any(agencies.load().words.comments)}){_COUNT}", re.IGNORECASE)


@cache
def _asides() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_any(agencies.load().words.asides)})(?!\w)", re.IGNORECASE)


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which asides begin; most lines have none of them."""
    openings = map(_WORD.match, agencies.load().words.asides)
    return frozenset(_first(opening[1]) for opening in openings if opening)


def _first(word: str) -> str:
    return word.replace("İ", "i").replace("I", "i").replace("ı", "i").lower()


@cache
def _offers() -> re.Pattern[str]:
    return re.compile(_any(agencies.load().words.offers), re.IGNORECASE)


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(_any(agencies.load().words.furniture), re.IGNORECASE)


def _any(phrases: tuple[str, ...]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in ordered)
