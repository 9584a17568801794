"""Labels by which wires say that a dispatch is one version among several."""

from __future__ import annotations

import re
from functools import cache

from index.wire import agencies
from index.wire.styles import compile_opening


def revision_label(*texts: str) -> str:
    """Return the first version label that stands anywhere in the texts, or ''.

    Unlike a label that opens a headline, one inside a slug ("MARKETS/ (UPDATE 2)") has to be
    spelled as the wires spell it, capitals included.
    """
    for text in texts:
        if found := _label().search(text):
            return found.group()
    return ""


def headline_label(headline: str) -> str:
    """Return the version label that opens or closes a headline, or ''."""
    words = agencies.load().words
    found = words.revision.match(headline)
    if found and found.end() < len(headline):
        return found["label"] or found["bracketed"]
    behind = words.revision_behind.search(headline)
    return (behind["label"] or behind["numbered"]) if behind else ""


def label_number(label: str) -> int | None:
    """Return the number in a label such as “UPDATE 2”; dpa's “Zusammenfassung 1430” has a clock."""
    digits = "".join(sign for sign in label if sign.isdecimal())
    return int(digits) if 0 < len(digits) <= 2 else None


def is_label(line: str) -> bool:
    """Tell whether a whole line is a version label, however it is spelled."""
    return re.fullmatch(_labels(), line.strip(), re.IGNORECASE) is not None


@cache
def _labels() -> str:
    labels = sorted(agencies.load().words.revisions, key=len, reverse=True)
    return "|".join(map(compile_opening, labels))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_labels()})(?!\w)")
