"""CSV (RFC 4180) that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING

from index.exports.entries import FIELDS
from index.exports.formulas import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.exports.entries import Entry, Value

_SEPARATOR = "; "


def write(entries: Iterator[Entry], file: IO[str]) -> int:
    """Write a heading and one row each; return how many rows."""
    table = csv.writer(file)
    table.writerow((*FIELDS, "tags", "notes"))
    count = 0
    for count, entry in enumerate(entries, 1):  # noqa: B007 - the last count is the answer
        table.writerow(_cells(entry))
    return count


def _cells(entry: Entry) -> list[str]:
    notes = [each.note or each.selector.exact for each in entry.annotations]
    values: list[Value] = [*entry.fields.values(), list(entry.tags), notes]
    return [harmless(_text(value)) for value in values]


def _text(value: Value) -> str:
    if value is None:
        return ""
    return _SEPARATOR.join(value) if isinstance(value, list) else str(value)
