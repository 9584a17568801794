"""Lines that web pages put between and below their stories: teasers, comments, notices."""

from __future__ import annotations

import re
from functools import cache

from index.wire import agencies

_BRIEF = 9
"""Words of a line that can be a heading or a link."""
_REST = 3
"""Words that may follow; a subheading of the story would go on."""
_LED = 30
"""Words of a line that names a story to read next: ``See also: …``."""
_NOTICE = 45
_COUNT = r"\W*(?:\(?\d+\)?\W*)?"


def opens_comments(line: str) -> bool:
    """Tell whether a line is the heading of readers' comments."""
    return _is_brief(line) and _comments().fullmatch(line) is not None


def is_aside(line: str) -> bool:
    """Tell whether a line leads away from the story: to others, to sharing, to following."""
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


def is_notice(line: str) -> bool:
    """Tell whether a line is a notice rather than a sentence of a story."""
    return len(line.split()) <= _NOTICE and notices_in(line) > 1


def _is_brief(line: str) -> bool:
    return len(line) <= 120 and len(line.split()) <= _BRIEF


@cache
def _comments() -> re.Pattern[str]:
    return re.compile(rf"{_COUNT}(?:{_any(agencies.load().words.comments)}){_COUNT}", re.IGNORECASE)


@cache
def _asides() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_any(agencies.load().words.asides)})(?!\w)", re.IGNORECASE)


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(_any(agencies.load().words.furniture), re.IGNORECASE)


def _any(phrases: tuple[str, ...]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in ordered)
