"""Plain text of mail: flowed lines (RFC 3676), and lines that only point to the marked-up text."""

from __future__ import annotations

import re

_QUOTES = re.compile(r">*")
_SIGNATURE = "-- "
_POINTS = re.compile(
    r"\bhtml\b|\b(?:browser|online|web ?(?:page|version)|navigateur|version web|en ligne|navegador"
    r"|versión web|tarayıcı)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 60
_TIMES = 3
"""How many times longer the marked-up text is, where the plain text stands in for it."""


def unflowed(text: str, *, joined: bool = False) -> str:
    """Put together the lines that a mailer broke, which it marks by a space at their end.

    Args:
        text: of a part whose content type says ``format=flowed``.
        joined: the mark is no part of the text (``delsp=yes``).
    """
    lines: list[str] = []
    open_depth = None
    for raw in text.replace("\r\n", "\n").split("\n"):
        depth = len(_QUOTES.match(raw)[0])  # type: ignore[index]
        line = raw[depth:].removeprefix(" ")
        ends = line == _SIGNATURE
        if open_depth == depth and not ends:
            lines[-1] += line
        else:
            lines.append(">" * depth + " " * bool(depth) + line)
        flows = line.endswith(" ") and not ends
        if flows and joined:
            lines[-1] = lines[-1][:-1]
        open_depth = depth if flows else None
    return "\n".join(lines)


def is_placeholder(plain: str, marked_up: str) -> bool:
    """Tell whether the plain text only says that the marked-up one is to be read."""
    words = len(plain.split())
    return (
        words <= _MOST_WORDS
        and len(marked_up.split()) > _TIMES * words
        and _POINTS.search(plain) is not None
    )
