"""A disk that loses power: records what SQLite writes, and makes what such a disk may hold.

Everything synced is there; each write that was not is there, is missing, or is torn at a sector.
A kill cannot test that: what a killed program wrote, the system still holds.
"""

from __future__ import annotations

import random
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from index.store import connection as store_connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pytest

SECTOR = 512
CHECKPOINT_PAGES = 40
"""Often, so that power also fails in the middle of moving the log into the database."""
_KEPT, _TORN = 0.45, 0.6
"""Bounds of the lot that decides over a write that was not synced."""


class Step(NamedTuple):
    """One thing that SQLite asked of the disk."""

    kind: str
    """``open``, ``write``, ``truncate``, ``sync`` or ``delete``."""
    file: str
    at: int = 0
    """Offset, or size to truncate to."""
    raw: bytes = b""


@dataclass
class Disk:
    """The steps so far, and what had been acknowledged after how many of them."""

    steps: list[Step] = field(default_factory=list)
    acknowledged: list[tuple[int, int, str]] = field(default_factory=list)
    """(steps, edition, fingerprint)"""

    def acknowledge(self, edition: int, fingerprint: str) -> None:
        """Note that the user was told: this is done."""
        self.acknowledged.append((len(self.steps), edition, fingerprint))

    def promised(self, cut: int) -> tuple[int, str]:
        """Return edition and fingerprint that must have survived a power loss after ``cut``."""
        return next((told[1:] for told in reversed(self.acknowledged) if told[0] <= cut), (0, ""))

    def image(self, cut: int, seed: int, *, syncs: bool = True) -> dict[str, bytes]:
        """Return the files as they may be found after a power loss behind step ``cut``.

        Without ``syncs`` the disk lies: it says that it has written what it has not.
        """
        chance = random.Random(seed)  # noqa: S311 - no secret, but to be repeated
        files: dict[str, bytearray] = {}
        pending: dict[str, list[Step]] = {}
        for step in self.steps[:cut]:
            if syncs or step.kind != "sync":
                _replay(step, files, pending)
        for name, steps in pending.items():
            for step in steps:
                _maybe(step, files[name], chance.random(), chance)
        return {name: bytes(raw) for name, raw in files.items() if not name.endswith("-shm")}


def _replay(step: Step, files: dict[str, bytearray], pending: dict[str, list[Step]]) -> None:
    match step.kind:
        case "open":
            files.setdefault(step.file, bytearray())
            pending.setdefault(step.file, [])
        case "sync":
            for each in pending[step.file]:
                _apply(each, files[step.file])
            pending[step.file] = []
        case "delete":
            files.pop(step.file, None)
            pending.pop(step.file, None)
        case _:
            pending[step.file].append(step)


def _maybe(step: Step, raw: bytearray, lot: float, chance: random.Random) -> None:
    if lot < _KEPT:
        _apply(step, raw)
    elif lot < _TORN and len(step.raw) >= 2 * SECTOR:
        sectors = chance.randrange(1, len(step.raw) // SECTOR)
        _apply(step._replace(raw=step.raw[: SECTOR * sectors]), raw)


def _apply(step: Step, raw: bytearray) -> None:
    if step.kind == "truncate":
        del raw[step.at :]
        return
    raw.extend(bytes(max(0, step.at - len(raw))))
    raw[step.at : step.at + len(step.raw)] = step.raw


# --- below SQLite ---------------------------------------------------------------------------------


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:  # noqa: ANN401
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        self._disk, self._name = disk, Path(path).name
        disk.steps.append(Step("open", self._name))
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: ANN401, N802 - SQLite's name
        self._disk.steps.append(Step("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.steps.append(Step("truncate", self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.steps.append(Step("sync", self._name))
        super().xSync(flags)

    def xDeviceCharacteristics(self) -> int:  # noqa: N802 - SQLite's name
        return 0  # promises nothing

    def xSectorSize(self) -> int:  # noqa: N802 - SQLite's name
        return 4096


class _FileSystem(apsw.VFS):
    def __init__(self, disk: Disk, name: str) -> None:
        self._disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> _File:  # noqa: ANN401, N802 - SQLite's name
        return _File(self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name
        self._disk.steps.append(Step("delete", Path(filename).name))
        super().xDelete(filename, syncdir)


# --- between the store and SQLite -----------------------------------------------------------------


class _Answer:
    """What the store uses of a cursor of Python's own module; read to its end at once."""

    def __init__(self, connection: apsw.Connection, statement: str, values: Any) -> None:  # noqa: ANN401
        self.description: tuple[tuple[Any, ...], ...] = ()
        cursor = connection.cursor()
        cursor.exec_trace = self._describe  # after an empty answer it is too late
        self._rows = iter(list(cursor.execute(statement, values)))
        cursor.close()
        self.rowcount = connection.changes()
        self.lastrowid = connection.last_insert_rowid()

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._rows

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self._rows)

    def _describe(self, cursor: apsw.Cursor, statement: str, values: Any) -> bool:  # noqa: ANN401
        _ = statement, values
        self.description = cursor.get_description()
        return True


class _Connection:
    """What the store uses of a connection of Python's own module, over one of apsw."""

    def __init__(self, path: Path, vfs: str) -> None:
        self._connection = apsw.Connection(str(path), vfs=vfs)

    def execute(self, statement: str, values: Any = ()) -> _Answer:  # noqa: ANN401
        try:
            return _Answer(self._connection, statement, values)
        except apsw.ConstraintError as error:
            raise sqlite3.IntegrityError(str(error)) from error

    def executemany(self, statement: str, rows: Sequence[Any]) -> None:
        self._connection.executemany(statement, rows)

    def create_function(self, name: str, arguments: int, called: Callable[..., None]) -> None:
        self._connection.create_scalar_function(name, called, arguments)

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def close(self) -> None:
        self._connection.close()


def put_below_the_store(disk: Disk, patch: pytest.MonkeyPatch) -> None:
    """Have every connection that the store opens from now on write through ``disk``."""
    name = f"power-loss-{id(disk)}"
    file_system = _FileSystem(disk, name)

    def connect(path: Path, mode: str, settings: tuple[str, ...], key: None) -> _Connection:
        _ = mode, key, file_system  # which lives as long as this function does
        opened = _Connection(path, name)
        for setting in settings:
            opened.execute(f"PRAGMA {setting}").fetchall()
        opened.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}").fetchall()
        return opened

    patch.setattr(store_connection, "_connect", connect)
