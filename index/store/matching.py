"""Knows dispatches again that a file of another archive names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.store.dump import KEYED
from index.store.sql import AMONG, strings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from index.store.dumped import DumpedDispatch

_BY_FIXITY = "SELECT dispatch FROM provenance WHERE sha256 = ? AND member = ? AND sha256 <> ''"
_BY_KEY = f"SELECT key, id FROM ({KEYED}) WHERE key IN {AMONG}"  # noqa: S608


def find(connection: sqlite3.Connection, wanted: Sequence[DumpedDispatch]) -> dict[str, int | None]:
    """Return which dispatch each key stands for here; None where there is none.

    What says the same is the same; otherwise the original's bytes decide, where another version of
    the parser reads them differently.
    """
    keys = strings(each.dispatch for each in wanted)
    held = dict(connection.execute(_BY_KEY, (keys,)).fetchall())
    return {each.dispatch: held.get(each.dispatch, _by_fixity(connection, each)) for each in wanted}


def named(wanted: DumpedDispatch) -> str:
    """Return a dispatch's path and headline, to say that it is missing."""
    return f"{wanted.path} {wanted.member}".strip() + f": {wanted.headline}"


def _by_fixity(connection: sqlite3.Connection, wanted: DumpedDispatch) -> int | None:
    rows = connection.execute(_BY_FIXITY, (wanted.sha256, wanted.member)).fetchall()
    return int(rows[0][0]) if len(rows) == 1 else None
