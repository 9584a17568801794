"""Versions of a story and story families, as links between dispatches."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from index.dispatch import APART, AccessionNumber
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


def unite(connection: sqlite3.Connection, ids: Iterable[int], *, by_hand: bool = False) -> None:
    """Put dispatches, and the families they belong to, into one family.

    One that the user set apart stays so, unless it is the user who joins it again.
    """
    query = f"SELECT id, family FROM dispatch WHERE id IN {AMONG}"  # noqa: S608
    rows = connection.execute(query, (numbers(ids),)).fetchall()
    family_of = {number: family for number, family in rows if by_hand or family != APART}
    if len(family_of) < 2:
        return
    families = {family for family in family_of.values() if family > 0}
    family = min(families) if families else _unused(connection, family_of)
    connection.execute(
        f"UPDATE dispatch SET family = ? WHERE id IN {AMONG} AND family <> ?",  # noqa: S608
        (family, numbers(family_of), family),
    )
    others = families - {family}
    if not others:
        return
    connection.execute(
        f"UPDATE dispatch SET family = ? WHERE family IN {AMONG}",  # noqa: S608
        (family, numbers(others)),
    )


def separate(connection: sqlite3.Connection, number: int) -> None:
    """Take a dispatch out of its family and its versions; those around it close up."""
    connection.execute(
        "UPDATE dispatch SET supersedes = (SELECT supersedes FROM dispatch WHERE id = :id) "
        "WHERE supersedes = :id",
        {"id": number},
    )
    connection.execute(
        "UPDATE dispatch SET supersedes = NULL, family = ? WHERE id = ?", (APART, number)
    )


def put_in_order(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Make each dispatch the version after the one before it in ``ids``."""
    connection.executemany(
        "UPDATE dispatch SET supersedes = :earlier WHERE id = :id AND supersedes IS NOT :earlier",
        [{"earlier": earlier, "id": number} for earlier, number in pairwise(ids)],
    )
    if _before(connection, ids[0]).intersection(ids[1:]):
        connection.execute("UPDATE dispatch SET supersedes = NULL WHERE id = ?", (ids[0],))


def _unused(connection: sqlite3.Connection, ids: Iterable[int]) -> int:
    """Return a number for a new family: that of a member, where no other family bears it."""
    free = (
        "SELECT value FROM json_each(?) WHERE NOT EXISTS "
        "(SELECT 1 FROM dispatch WHERE family = value AND family > 0) LIMIT 1"
    )
    row: tuple[int] | None = connection.execute(free, (numbers(sorted(ids)),)).fetchone()
    if row is None:
        beyond = (
            "SELECT 1 + max((SELECT max(id) FROM dispatch), "
            "(SELECT max(family) FROM dispatch WHERE family > 0))"
        )
        row = connection.execute(beyond).fetchone()
    return row[0]


def chain_of(connection: sqlite3.Connection, number: int) -> list[AccessionNumber]:
    """Return every version of a story, each after the one that it supersedes."""
    earlier: dict[int, int | None] = dict(connection.execute(_CHAIN, {"id": number}).fetchall())
    ranks = _ranks(earlier)
    return [AccessionNumber(each) for each in sorted(earlier, key=lambda each: (ranks[each], each))]


def _ranks(earlier: Mapping[int, int | None]) -> dict[int, int]:
    """Count the versions before each."""
    ranks: dict[int | None, int] = {None: -1}
    for number in earlier:
        later: list[int] = []
        at: int | None = number
        while at not in ranks and at is not None:
            later.append(at)
            at = earlier.get(at)
        for each in reversed(later):
            ranks[each] = ranks[earlier.get(each)] + 1
    return {number: ranks[number] for number in earlier}


def _before(connection: sqlite3.Connection, number: int) -> set[int]:
    query = (
        "WITH RECURSIVE earlier (id) AS (VALUES (?) UNION SELECT supersedes FROM dispatch "
        "JOIN earlier USING (id) WHERE supersedes IS NOT NULL) SELECT id FROM earlier"
    )
    return {each for (each,) in connection.execute(query, (number,))}


def _resolve(reference: Reference | None, within: dict[str, AccessionNumber]) -> int | None:
    return within.get(reference) if isinstance(reference, str) else reference
