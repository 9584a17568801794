"""Statements put together from column names of our own, never from values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

AMONG = "(SELECT value FROM json_each(?))"
"""A set as one parameter, made by :func:`numbers` or :func:`strings`; of any size."""


def numbers(values: Iterable[int]) -> str:
    """Pack ids for :data:`AMONG`."""
    return json.dumps([int(value) for value in values])


def strings(values: Iterable[str]) -> str:
    """Pack words for :data:`AMONG`."""
    return json.dumps(list(values))


def insert(table: str, columns: Iterable[str]) -> str:
    """Return an INSERT with one place a column."""
    names = tuple(columns)
    places = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608


def upsert(table: str, columns: Iterable[str], key: str) -> str:
    """Return an INSERT that overwrites the row of that key instead, where there is one."""
    names = tuple(columns)
    overwritten = ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    return f"{insert(table, names)} ON CONFLICT ({key}) DO UPDATE SET {overwritten}"


def update(table: str, columns: Iterable[str], where: Iterable[str]) -> str:
    """Return an UPDATE of ``columns`` in the rows that equal in ``where``; IS, so NULLs match."""
    values = ", ".join(f"{name} = ?" for name in columns)
    return f"UPDATE {table} SET {values} WHERE {_same(where)}"  # noqa: S608


def delete(table: str, where: Iterable[str]) -> str:
    """Return a DELETE of the rows that equal in ``where``."""
    return f"DELETE FROM {table} WHERE {_same(where)}"  # noqa: S608


def select(table: str, columns: Iterable[str], where: Iterable[str] = ()) -> str:
    """Return a SELECT of the rows that equal in ``where``."""
    condition = _same(where)
    suffix = f" WHERE {condition}" if condition else ""
    return f"SELECT {', '.join(columns)} FROM {table}{suffix}"  # noqa: S608


def _same(columns: Iterable[str]) -> str:
    return " AND ".join(f"{name} IS ?" for name in columns)
