"""Versions of a story and story families, as links between dispatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.dispatch import AccessionNumber
from index.store.sql import AMONG, numbers

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from index.store.records import NewAccession, Reference

_CHAIN = """
WITH RECURSIVE
    earlier (id) AS (
        VALUES (:id)
        UNION SELECT supersedes FROM dispatch JOIN earlier USING (id) WHERE supersedes IS NOT NULL
    ),
    chain (id) AS (
        SELECT id FROM earlier
        UNION SELECT dispatch.id FROM dispatch JOIN chain ON dispatch.supersedes = chain.id
    )
SELECT id, supersedes FROM chain JOIN dispatch USING (id)
"""


def link_batch(
    connection: sqlite3.Connection, batch: Sequence[NewAccession], ids: Sequence[AccessionNumber]
) -> None:
    """Write the links that the batch asks for, to held dispatches and within itself."""
    within = {new.content_hash: number for new, number in zip(batch, ids, strict=True)}
    for new, number in zip(batch, ids, strict=True):
        earlier = _resolve(new.supersedes, within)
        kin = [_resolve(reference, within) for reference in new.kin]
        related = [each for each in (earlier, *kin) if each is not None and each != number]
        if earlier is not None and earlier != number:
            succeed(connection, number, earlier)
        if related:
            unite(connection, [number, *related])


def succeed(connection: sqlite3.Connection, number: int, earlier: int) -> None:
    """Make ``number`` the version after ``earlier``; a chain never closes into a ring."""
    if number not in _before(connection, earlier):
        connection.execute("UPDATE dispatch SET supersedes = ? WHERE id = ?", (earlier, number))


def unite(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Put dispatches, and the families they belong to, into one family."""
    members = numbers(ids)
    lowest, joined = 0, set[int]()
    query = f"SELECT id, family FROM dispatch WHERE id IN {AMONG}"  # noqa: S608
    for number, family in connection.execute(query, (members,)):
        joined.add(family)
        lowest = min(lowest or number, family or number)
    connection.execute(
        f"UPDATE dispatch SET family = ? WHERE id IN {AMONG} OR (family > 0 AND family IN {AMONG})",  # noqa: S608
        (lowest, members, numbers(joined)),
    )


def chain_of(connection: sqlite3.Connection, number: int) -> list[AccessionNumber]:
    """Return every version of a story, each after the one that it supersedes."""
    earlier: dict[int, int | None] = dict(connection.execute(_CHAIN, {"id": number}).fetchall())
    ranked = sorted(earlier, key=lambda each: (_rank(each, earlier), each))
    return [AccessionNumber(each) for each in ranked]


def _rank(number: int, earlier: Mapping[int, int | None]) -> int:
    """Count the versions before one."""
    rank, before = 0, earlier.get(number)
    while before is not None:
        rank, before = rank + 1, earlier.get(before)
    return rank


def _before(connection: sqlite3.Connection, number: int) -> set[int]:
    query = (
        "WITH RECURSIVE earlier (id) AS (VALUES (?) UNION SELECT supersedes FROM dispatch "
        "JOIN earlier USING (id) WHERE supersedes IS NOT NULL) SELECT id FROM earlier"
    )
    return {each for (each,) in connection.execute(query, (number,))}


def _resolve(reference: Reference | None, within: dict[str, AccessionNumber]) -> int | None:
    return within.get(reference) if isinstance(reference, str) else reference
