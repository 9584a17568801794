"""Text as the archive keeps it: one form of every character, line and paragraph break."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from index.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BREAKS = {"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"}
_EMPTY_LINES = re.compile(r"\n{3,}")
_LONGEST_LINE = 10_000
_SLACK = 6
"""Characters by which texts may differ in length and yet fold to the same."""
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
"""No-break spaces are left out on purpose: they belong to the typography of the text."""


def tidy(text: str) -> str:
    """Return NFC text whose paragraphs are separated by one empty line.

    Single line breaks stay; blanks at line ends, control characters, soft hyphens and zero-width
    spaces go. A line that no screen could lay out in time is broken at its blanks.
    """
    lines = _plain(text).split("\n")
    if len(text) > _LONGEST_LINE:
        lines = [part for line in lines for part in _wrapped(line)]
    joined = "\n".join([line.rstrip() for line in lines]).strip()
    return _EMPTY_LINES.sub("\n\n", joined) if "\n\n\n" in joined else joined


def _wrapped(line: str) -> Iterator[str]:
    start = 0
    while len(line) - start > _LONGEST_LINE:
        end = line.rfind(" ", start + 1, start + _LONGEST_LINE)
        end = end if end > 0 else start + _LONGEST_LINE
        yield line[start:end]
        start = end + (line[end] == " ")
    yield line[start:]


def one_line(text: str) -> str:
    """Return the text on a single line with single blanks, as in a headline."""
    return _BLANKS.sub(" ", _plain(text)).strip()


def paragraphs(text: str) -> list[str]:
    """Split tidy text at its empty lines."""
    return [part for part in text.split("\n\n") if part.strip()]


def same_words(text: str, other: str) -> bool:
    """Tell whether two lines say the same, whatever their accents and case."""
    if text == other:
        return True
    return abs(len(text) - len(other)) <= _SLACK and fold(text) == fold(other)


def _plain(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.replace("\n", "").isprintable():  # else there is nothing unseen in it
        text = _UNSEEN.sub(lambda found: _BREAKS.get(found.group(), ""), text)
    return unicodedata.normalize("NFC", text)
