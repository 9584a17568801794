"""Annotations in Markdown, grouped by concept, each passage with its citation."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from index.codebook import PATH_SEPARATOR
from index.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.exports.passages import Passage

_NO_CONCEPT = "Without concept"
_MEANT = re.compile(r"([\\`*_\[\]<>&|~])")
"""Signs that Markdown reads as its own anywhere in a line."""
_BEGINS = re.compile(r"^(\s*\d*)([-+#=.):])")
"""And at the beginning of one."""


def write(passages: Iterable[Passage], archive_id: str, file: IO[str]) -> int:
    """Write a section a concept; return how many annotations there are."""
    _ = archive_id
    grouped: dict[tuple[str, ...], list[Passage]] = {}
    count = 0
    for count, passage in enumerate(passages, 1):  # noqa: B007 - the last count is the answer
        for concept in passage.concepts or ((),):
            grouped.setdefault(concept, []).append(passage)
    file.write("# Annotations\n")
    for concept in sorted(grouped, key=lambda path: (not path, [fold(label) for label in path])):
        title = PATH_SEPARATOR.join(concept) if concept else _NO_CONCEPT
        file.write(f"\n## {plain(title)}\n")
        file.writelines(_entry(passage) for passage in grouped[concept])
    return count


def _entry(passage: Passage) -> str:
    selector = passage.annotation.selector
    quote = "\n".join(f"> {line}".rstrip() for line in plain(selector.exact).split("\n"))
    note = f"\n{plain(passage.annotation.note)}\n" if passage.annotation.note else ""
    source = f"{passage.citation.sentence}; characters {selector.start}–{selector.end}."
    return f"\n{quote}\n\n— {plain(source)}\n{note}"


def plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return "\n".join(
        _BEGINS.sub(r"\1\\\2", _MEANT.sub(r"\\\1", line.strip())) for line in text.splitlines()
    )
