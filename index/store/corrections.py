"""Corrections of what was recognised; the source's own value is kept beside each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from index.dispatch import AccessionNumber, Timestamp
from index.store.records import mend, read_list, write_list
from index.store.sql import select, update
from index.store.stamps import day_number, minute_of_day, now, read_moment, read_stamp, write_stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime

_WORDS = frozenset({
    "headline", "standfirst", "agency", "dateline", "city", "slug", "language", "source_url",
})  # fmt: skip
_LISTS = frozenset({"byline", "section", "keywords"})
_STAMPS = frozenset({"filed", "updated", "captured", "embargo"})
_RUNNING_TEXT = frozenset({"headline", "standfirst"})

CORRECTABLE = _WORDS | _LISTS | _STAMPS
"""Fields of a dispatch that may be corrected; its body is the source's and stays."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A field whose value is no longer what was recognised."""

    dispatch: AccessionNumber
    field: str
    original: str | tuple[str, ...] | Timestamp | None
    corrected: datetime | None


def correct(connection: sqlite3.Connection, number: int, field: str, value: object) -> None:
    """Write a corrected value beside the first one; back at that, nothing is corrected."""
    columns = _columns(field, value)
    table, key = _place(field)
    present = stored(connection, number, field)
    if present == columns[field]:
        return
    connection.execute(update(table, columns, [key]), (*columns.values(), number))
    _remember(connection, number, field, present)
    connection.execute(
        "DELETE FROM correction WHERE dispatch = ? AND field = ? AND original IS ?",
        (number, field, columns[field]),
    )


def of(connection: sqlite3.Connection, number: int) -> tuple[Correction, ...]:
    """Return the corrections of one dispatch."""
    query = "SELECT field, original, corrected_at FROM correction WHERE dispatch = ? ORDER BY field"
    return tuple(
        Correction(AccessionNumber(number), field, read_value(field, original), read_moment(when))
        for field, original, when in connection.execute(query, (number,))
    )


def stored(connection: sqlite3.Connection, number: int, field: str) -> str | None:
    """Return the present value of a correctable field as the archive stores it."""
    table, key = _place(field)
    value: str | None = connection.execute(select(table, [field], [key]), (number,)).fetchone()[0]
    return value


def read_value(field: str, stored: str | None) -> str | tuple[str, ...] | Timestamp | None:
    """Return a stored value as its type in :class:`~index.dispatch.Dispatch`."""
    if field in _STAMPS:
        return read_stamp(stored)
    return read_list(stored or "[]") if field in _LISTS else stored


def write_value(field: str, value: object) -> str | None:
    """Return a value as the archive stores it; undone by :func:`read_value`.

    Raises:
        ValueError: the field cannot hold it.
    """
    if field in _STAMPS and (value is None or isinstance(value, Timestamp)):
        return write_stamp(value)
    if field in _LISTS and isinstance(value, tuple | list):
        return mend(write_list(cast("Sequence[str]", value)))
    if field in _WORDS and isinstance(value, str):
        return mend(value)
    raise ValueError(f"{field} cannot be corrected to {value!r}")


def _place(field: str) -> tuple[str, str]:
    """Return the table that holds a field, and its key."""
    return ("text", "dispatch") if field in _RUNNING_TEXT else ("dispatch", "id")


def _remember(connection: sqlite3.Connection, number: int, field: str, present: str | None) -> None:
    connection.execute(
        "INSERT INTO correction (dispatch, field, original, corrected_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (dispatch, field) DO UPDATE SET corrected_at = excluded.corrected_at",
        (number, field, present, now()),
    )


def _columns(field: str, value: object) -> dict[str, Any]:
    """Return the columns that hold a field, with their new values."""
    written = write_value(field, value)
    stamp = value if isinstance(value, Timestamp) else None
    return {field: written, **(_days(field, stamp) if field in _STAMPS else {})}


def _days(field: str, stamp: Timestamp | None) -> dict[str, int]:
    days = {} if field == "embargo" else {f"{field}_day": day_number(stamp)}
    return {**days, "filed_minute": minute_of_day(stamp)} if field == "filed" else days
