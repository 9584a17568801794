"""Annotations in Markdown, grouped by concept, each passage with its citation."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from index.exports.annotation_groups import report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.annotation import ReportedPassage
    from index.exports.passages import About, Passage

_MEANT = re.compile(r"([\\`*_\[\]<>&|~])")
"""Signs that Markdown reads as its own anywhere in a line."""
_BEGINS = re.compile(r"^(\s*\d*)([-+#=.):])")
"""And at the beginning of one."""


def write(passages: Iterable[Passage], about: About, file: IO[str]) -> int:
    """Write a section a concept; return how many annotations there are."""
    found = report(passages, about.language)
    file.write(f"# {found.title}\n")
    for section in found.sections:
        file.write(f"\n## {plain(section.title)}\n")
        file.writelines(_entry(passage) for passage in section.passages)
    return found.count


def _entry(passage: ReportedPassage) -> str:
    quote = "\n".join(f"> {line}".rstrip() for line in plain(passage.quote).split("\n"))
    note = f"\n{plain(passage.note)}\n" if passage.note else ""
    about = f" {plain(passage.about)}." if passage.about else ""
    return f"\n{quote}\n\n— {plain(passage.source)}{about}\n{note}"


def plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return "\n".join(
        _BEGINS.sub(r"\1\\\2", _MEANT.sub(r"\\\1", line.strip())) for line in text.splitlines()
    )
