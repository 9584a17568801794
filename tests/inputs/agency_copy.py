"""A short story as agencies print it, to be surrounded with what copies carry along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.parsers import Source
from index.parsers.plain_text.text import TextParser

if TYPE_CHECKING:
    from index.dispatch import Dispatch

HEADLINE = "Lawmakers agree on the duties of platforms"
STORY = (
    "Lawmakers agreed on Friday on a set of duties for platforms that are used by children.\n\n"
    "The agreement will be put to a vote in November, and the regulator will write guidance."
)
DATELINE = "LONDON, Oct 18, 2024 (Reuters) - "


def read(text: str) -> Dispatch:
    """Return the one dispatch of a text file."""
    (found,) = TextParser().parse(Source(text.encode(), "dispatch.txt"))
    return found
