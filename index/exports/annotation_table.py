"""Annotations as a table, one row each, that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING

from index.codebook import PATH_SEPARATOR
from index.exports.formulas import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from index.exports.passages import About, Passage

COLUMNS = (
    "id", "dispatch", "headline", "agency", "city", "filed", "exact", "start", "end", "colour",
    "note", "concepts", "created", "modified", "creator", "orphaned", "sha256",
)  # fmt: skip


def write(passages: Iterable[Passage], about: About, file: IO[str]) -> int:
    """Write a heading and one row each; return how many rows."""
    _ = about
    table = csv.writer(file)
    table.writerow(COLUMNS)
    count = 0
    for count, passage in enumerate(passages, 1):  # noqa: B007 - the last count is the answer
        table.writerow(map(harmless, _cells(passage)))
    return count


def _cells(passage: Passage) -> list[str]:
    held, selector, source = passage.annotation, passage.annotation.selector, passage.citation
    return [
        str(held.id),
        str(held.dispatch),
        source.headline,
        source.agency,
        source.city,
        source.filed,
        selector.exact,
        str(selector.start),
        str(selector.end),
        str(held.colour),
        held.note,
        "; ".join(PATH_SEPARATOR.join(path) for path in passage.concepts),
        _moment(held.created),
        _moment(held.modified),
        held.creator,
        "yes" if held.orphaned else "",
        source.sha256,
    ]


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat()
