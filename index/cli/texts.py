"""Records and hits as plain text for people."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.exports.entries import Fields
    from index.selectors import Span

_APART = ("standfirst", "body", "boilerplate")
_WIDTH = 88


def printed(fields: Fields) -> str:
    """Return a record: its short fields as a list, then its texts as paragraphs."""
    short = [
        f"{name:>10}  {'; '.join(value) if isinstance(value, list) else value}"
        for name, value in fields.items()
        if name not in _APART and value not in (None, "", [])
    ]
    texts = [wrapped(str(fields[name])) for name in _APART if fields[name]]
    return "\n".join([*short, *(f"\n{text}" for text in texts), ""])


def wrapped(text: str, indent: str = "") -> str:
    """Break the lines of each paragraph."""
    fill = textwrap.TextWrapper(_WIDTH, initial_indent=indent, subsequent_indent=indent)
    return "\n".join(fill.fill(line) for line in text.split("\n"))


def marked(text: str, hits: Sequence[Span], mark: Callable[[str], str]) -> str:
    """Return a text with its hits marked, on one line."""
    pieces, at = [], 0
    for hit in hits:
        pieces += [text[at : hit.start], mark(text[hit.start : hit.end])]
        at = hit.end
    return " ".join("".join([*pieces, text[at:]]).split())


def words_of(text: str, hits: Sequence[Span]) -> list[str]:
    """Return the marked words as they stand, each once, in order."""
    return list(dict.fromkeys(text[hit.start : hit.end] for hit in hits))


def plural(count: int, one: str, many: str) -> str:
    """Return a count with its noun."""
    return f"{count} {one if count == 1 else many}"
