"""The dispatches of the archive: taking in, reading, trashing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from index.dispatch import APART, Accession, AccessionNumber
from index.errors import DispatchDamaged, UnknownDispatch
from index.store import corrections
from index.store.families import chain_of, link_batch, put_in_order, separate, succeed, unite
from index.store.records import (
    CONTENT,
    DAYS,
    DESCRIPTION,
    PROVENANCE,
    RECORD,
    STANDING,
    TEXT,
    NewAccession,
    PackedAccession,
    Telling,
    pack,
    read_accession,
    unpack_original,
)
from index.store.sql import AMONG, insert, numbers, strings
from index.store.stamps import now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.changes import Change
    from index.store.connection import Connections
    from index.store.corrections import Correction
    from index.store.journal import Edit, Journal
    from index.store.sketches import SketchIndex

_STANDING = tuple(f"dispatch.{name}" for name in STANDING)
_READ = f"SELECT id, {', '.join((*_STANDING, *CONTENT))} FROM {RECORD} WHERE id IN {AMONG}"  # noqa: S608
_TELLINGS = (
    "SELECT id, agency, body, family FROM dispatch JOIN text ON text.dispatch = id "  # noqa: S608
    f"WHERE id IN {AMONG} AND family <> ?"
)
_CHUNK, _SKETCHES = 200, 10_000
"""Accessions, and sketches, read at a time."""

_ADD = insert("dispatch", ("id", *DESCRIPTION, *DAYS, *STANDING, "content", "record", "generation"))
_ADD_TEXT = insert("text", ("dispatch", *TEXT))
_ADD_PROVENANCE = insert("provenance", ("dispatch", *PROVENANCE))
_ADD_ORIGINAL = insert("original", ("dispatch", "sha256", "packed"))
_ADD_SKETCH = insert("sketch", ("dispatch", "hashes"))


class Dispatches:
    """Every accession, in the trash or not."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._connections = connections
        self._journal = journal

    # --- taking in ----------------------------------------------------------------------------

    def add(self, batch: Sequence[NewAccession]) -> Sequence[AccessionNumber]:
        """Take in a batch as one transaction, on disk when this returns.

        Raises:
            StorageFull: nothing of the batch was kept.
        """
        if not batch:
            return ()
        packed = [pack(new) for new in batch]
        with self._journal.edit("import") as edit:
            first = _next_number(edit.connection)
            ids = [AccessionNumber(first + at) for at in range(len(batch))]
            _write(edit, ids, packed)
            link_batch(edit.connection, batch, ids)
            edit.added = ids
        return ids

    def with_content(self, hashes: Iterable[str]) -> dict[str, AccessionNumber]:
        """Return which content hashes are held, and where: outside the trash if possible."""
        return {key: ids[0] for key, ids in self._holding("content", hashes).items()}

    def with_fixity(self, hashes: Iterable[str]) -> dict[str, tuple[AccessionNumber, ...]]:
        """Return which SHA-256 of original bytes are held, and by which dispatches."""
        return self._holding("provenance.sha256", hashes)

    def with_guid(self, guids: Iterable[str]) -> dict[str, tuple[AccessionNumber, ...]]:
        """Return which story identifiers are held, and by which dispatches."""
        return self._holding("guid", guids)

    def akin(self, sketch: Sequence[int], shared: int = 10) -> list[tuple[AccessionNumber, int]]:
        """Return (dispatch, hashes shared) of those that may tell the same story, most first.

        Only what is committed and outside the trash is answered.
        """
        return self.each_akin([sketch], shared)[0]

    def each_akin(
        self, sketches: Sequence[Sequence[int]], shared: int = 10
    ) -> list[list[tuple[AccessionNumber, int]]]:
        """Return for each sketch what :meth:`akin` would: one question for a whole batch."""
        found = self._sketches.akin(sketches, shared)
        asked = {number for each in found for number, _ in each}
        if not asked:
            return [[] for _ in sketches]
        query = f"SELECT id FROM dispatch WHERE trashed IS NULL AND id IN {AMONG}"  # noqa: S608
        with self._connections.reading() as connection:
            held = {number for (number,) in connection.execute(query, (numbers(asked),))}
        return [
            [(AccessionNumber(number), count) for number, count in each if number in held]
            for each in found
        ]

    def tellings(self, ids: Iterable[AccessionNumber]) -> list[Telling]:
        """Read what is compared of dispatches, but for those that the user set apart."""
        with self._connections.reading() as connection:
            rows = connection.execute(_TELLINGS, (numbers(ids), APART)).fetchall()
        return [Telling(*row) for row in rows]

    def forget_sketches(self) -> None:
        """Give back the memory that :meth:`akin` holds, at the end of an import."""
        self._sketches.forget()

    @cached_property
    def _sketches(self) -> SketchIndex:
        # numpy loads with it, while the first child of an import starts, and not with the store
        from index.store.sketches import SketchIndex

        return SketchIndex(self._sketches_after)

    # --- reading ------------------------------------------------------------------------------

    def ids(self, *, trashed: bool = False) -> tuple[AccessionNumber, ...]:
        """Return the accession numbers outside the trash, or those in it, in order."""
        where = "IS NOT NULL" if trashed else "IS NULL"
        query = f"SELECT id FROM dispatch WHERE trashed {where} ORDER BY id"  # noqa: S608
        with self._connections.reading() as connection:
            return tuple(AccessionNumber(number) for (number,) in connection.execute(query))

    def get(self, number: AccessionNumber) -> Accession:
        """Return one accession.

        Raises:
            UnknownDispatch: there is none.
        """
        found = self._chunk([number])
        if not found:
            raise UnknownDispatch(id=number)
        return found[0]

    def each(self, ids: Iterable[AccessionNumber]) -> Iterator[Accession]:
        """Yield accessions in the order asked; numbers no longer held are left out."""
        wanted = list(ids)
        for start in range(0, len(wanted), _CHUNK):
            yield from self._chunk(wanted[start : start + _CHUNK])

    def original(self, number: AccessionNumber) -> bytes | None:
        """Return the source's bytes, where they were text and kept."""
        query = "SELECT packed FROM original WHERE dispatch = ?"
        with self._connections.reading() as connection:
            row = connection.execute(query, (number,)).fetchone()
        return None if row is None else unpack_original(row[0])

    def versions(self, number: AccessionNumber) -> tuple[Accession, ...]:
        """Return every version of the story, itself included, each after the one it supersedes."""
        with self._connections.reading() as connection:
            chain = chain_of(connection, number)
        return tuple(self.each(chain))

    def family(self, number: AccessionNumber) -> tuple[AccessionNumber, ...]:
        """Return the dispatches outside the trash that tell the same story, itself included."""
        query = (
            "SELECT id FROM dispatch WHERE id = :id OR (trashed IS NULL AND family > 0 "
            "AND family = (SELECT family FROM dispatch WHERE id = :id)) ORDER BY id"
        )
        with self._connections.reading() as connection:
            return tuple(
                AccessionNumber(each) for (each,) in connection.execute(query, {"id": number})
            )

    def corrections(self, number: AccessionNumber) -> tuple[Correction, ...]:
        """Return the fields that were corrected, with what the source says."""
        with self._connections.reading() as connection:
            return corrections.of(connection, number)

    # --- edits --------------------------------------------------------------------------------

    def trash(self, ids: Iterable[AccessionNumber]) -> Change:
        """Put dispatches into the trash; tags and annotations stay on them."""
        return self._set_trashed("trash", ids, now())

    def restore(self, ids: Iterable[AccessionNumber]) -> Change:
        """Take dispatches out of the trash."""
        return self._set_trashed("restore", ids, None)

    def correct(self, number: AccessionNumber, field: str, value: object) -> Change:
        """Put right what was recognised wrongly; the source's own value is kept beside it.

        Args:
            number: the dispatch.
            field: a name of ``corrections.CORRECTABLE``.
            value: of the field's type in :class:`~index.dispatch.Dispatch`.

        Raises:
            UnknownDispatch: there is none.
            ValueError: the field cannot be corrected.
        """
        return self.correct_all([number], {field: value})

    def correct_all(self, ids: Iterable[AccessionNumber], values: Mapping[str, object]) -> Change:
        """Correct the same fields of several dispatches, as one edit.

        Raises:
            UnknownDispatch: one does not exist; nothing was corrected.
            ValueError: a field cannot be corrected.
        """
        wanted = list(ids)
        with self._journal.edit("correct") as edit:
            require_dispatches(edit.connection, wanted)
            for number in wanted:
                for field, value in values.items():
                    corrections.correct(edit.connection, number, field, value)
        return edit.change

    def link(
        self,
        number: AccessionNumber,
        *,
        supersedes: AccessionNumber | None = None,
        kin: Iterable[AccessionNumber] = (),
    ) -> Change:
        """Say that a dispatch follows another version, or tells the same story as others."""
        related = [each for each in (supersedes, *kin) if each is not None]
        with self._journal.edit("link") as edit:
            require_dispatches(edit.connection, [number, *related])
            if supersedes is not None:
                succeed(edit.connection, number, supersedes)
            if related:
                unite(edit.connection, [number, *related])
        return edit.change

    def put_in_order(self, ids: Sequence[AccessionNumber]) -> Change:
        """Say that each dispatch is the version after the one before it."""
        with self._journal.edit("order-versions") as edit:
            require_dispatches(edit.connection, ids)
            if len(ids) > 1:
                put_in_order(edit.connection, ids)
                unite(edit.connection, ids)
        return edit.change

    def join(self, ids: Iterable[AccessionNumber]) -> Change:
        """Make one story family of dispatches, with all that the families of each hold.

        Raises:
            UnknownDispatch: one does not exist; nothing was joined.
        """
        wanted = list(ids)
        with self._journal.edit("join-stories") as edit:
            require_dispatches(edit.connection, wanted)
            unite(edit.connection, wanted, by_hand=True)
        return edit.change

    def separate(self, ids: Iterable[AccessionNumber]) -> Change:
        """Take each dispatch out of its story family and versions; no import puts it back.

        Raises:
            UnknownDispatch: one does not exist; nothing was separated.
        """
        wanted = list(ids)
        with self._journal.edit("separate-story") as edit:
            require_dispatches(edit.connection, wanted)
            for number in wanted:
                separate(edit.connection, number)
        return edit.change

    def purge(self, ids: Iterable[AccessionNumber]) -> Change:
        """Delete dispatches that are in the trash, with all that is on them, for good."""
        with self._journal.edit("purge") as edit:
            query = f"SELECT id FROM dispatch WHERE trashed IS NOT NULL AND id IN {AMONG}"  # noqa: S608
            doomed = [number for (number,) in edit.connection.execute(query, (numbers(ids),))]
            if doomed:
                _purge(edit, doomed)
        return edit.change

    def _set_trashed(self, kind: str, ids: Iterable[AccessionNumber], when: str | None) -> Change:
        wanted = list(ids)
        state = "IS NULL" if when else "IS NOT NULL"
        with self._journal.edit(kind) as edit:
            require_dispatches(edit.connection, wanted)
            edit.connection.execute(
                f"UPDATE dispatch SET trashed = ? WHERE trashed {state} AND id IN {AMONG}",  # noqa: S608
                (when, numbers(wanted)),
            )
        return edit.change

    def _holding(self, column: str, keys: Iterable[str]) -> dict[str, tuple[AccessionNumber, ...]]:
        query = (
            f"SELECT {column}, id FROM dispatch JOIN provenance ON provenance.dispatch = id "  # noqa: S608
            f"WHERE {column} IN {AMONG} ORDER BY trashed IS NOT NULL, id"
        )
        found: dict[str, tuple[AccessionNumber, ...]] = {}
        with self._connections.reading() as connection:
            for key, number in connection.execute(query, (strings(keys),)).fetchall():
                found[key] = (*found.get(key, ()), AccessionNumber(number))
        return found

    def _chunk(self, ids: Sequence[AccessionNumber]) -> list[Accession]:
        with self._connections.reading() as connection:
            rows = connection.execute(_READ, (numbers(ids),)).fetchall()
        held = {row[0]: row for row in rows}
        return [self._accession(held[number]) for number in ids if number in held]

    def _accession(self, row: Sequence[Any]) -> Accession:
        number, *columns = row
        try:
            return read_accession(number, columns[: len(STANDING)], columns[len(STANDING) :])
        except (ValueError, TypeError, KeyError) as error:
            folder = self._connections.folder
            raise DispatchDamaged(folder=folder, id=number, detail=str(error)) from error

    def _sketches_after(self, number: int) -> list[tuple[int, bytes]]:
        """Read the next sketches above a number, in order."""
        query = "SELECT dispatch, hashes FROM sketch WHERE dispatch > ? ORDER BY dispatch LIMIT ?"
        with self._connections.reading_committed() as connection:
            return connection.execute(query, (number, _SKETCHES)).fetchall()


def require_dispatches(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Check that every number is held.

    Raises:
        UnknownDispatch: names the first that is not.
    """
    query = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM dispatch) LIMIT 1"
    missing = connection.execute(query, (numbers(ids),)).fetchone()
    if missing is not None:
        raise UnknownDispatch(id=missing[0])


def _next_number(connection: sqlite3.Connection) -> int:
    query = "SELECT seq FROM sqlite_sequence WHERE name = 'dispatch'"
    last = connection.execute(query).fetchone()
    return int(last[0]) + 1 if last else 1


def _write(edit: Edit, ids: Sequence[AccessionNumber], packed: Sequence[PackedAccession]) -> None:
    connection, generation = edit.connection, edit.generation
    rows = list(zip(ids, packed, strict=True))
    connection.executemany(
        _ADD,
        [(number, *row.description, *row.rest, row.record, generation) for number, row in rows],
    )
    connection.executemany(_ADD_TEXT, [(number, *row.text) for number, row in rows])
    connection.executemany(_ADD_PROVENANCE, [(number, *row.provenance) for number, row in rows])
    originals = [(number, *row.original) for number, row in rows if row.original]
    connection.executemany(_ADD_ORIGINAL, originals)
    sketches = [(number, row.sketch) for number, row in rows if row.sketch]
    connection.executemany(_ADD_SKETCH, sketches)


def _purge(edit: Edit, doomed: Sequence[int]) -> None:
    generation, connection = edit.generation, edit.connection
    connection.executemany(
        "INSERT INTO gone (dispatch, generation) VALUES (?, ?)",
        [(number, generation) for number in doomed],
    )
    connection.execute(f"DELETE FROM dispatch WHERE id IN {AMONG}", (numbers(doomed),))  # noqa: S608
    edit.gone = doomed
