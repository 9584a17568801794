"""Watched folders: what lies in them that the archive has not read yet."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from index.errors import UnreadableInput
from index.intake.seen import SeenFiles
from index.intake.sources import Unreadable, Walk, in_archive, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from index.archive import Archive
    from index.intake.sources import Input
    from index.reports import Cancel, ImportReport, Listener

SETTLE_SECONDS = 2.0
"""A file that is still being written is left until it rests as long."""

_UNFINISHED = (".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp")
"""Names under which browsers and copying programs write before they rename."""
_REFUSED = "?"
"""Stands behind the mark once for each time that the system would not hand over the file."""
_MOST_TRIES = 3


class FolderTrouble(StrEnum):
    """Why nothing can be taken in from a watched folder."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    ARCHIVE = "archive"
    """It is the folder of an archive, or lies in one."""


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What one look at the folders has found; nothing is imported by it."""

    fresh: Mapping[str, str] = field(default_factory=dict)
    """Path -> mark of each file that is new or changed, and at rest."""
    restless: bool = False
    """Further files are still being written."""
    troubles: Mapping[Path, FolderTrouble] = field(default_factory=dict)
    entered: tuple[str, ...] = ()
    """The folders, and those below them."""
    seconds: float = 0.0
    """How long it took."""


class _Sighting(NamedTuple):
    mark: str
    since: float
    """Monotonic."""


class WatchedFolders:
    """Looks at folders, and imports what is new in them; one call at a time, from any thread."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._seen: SeenFiles | None = None
        self._restless: dict[str, _Sighting] = {}

    def look(self, folders: Sequence[Path], cancel: Cancel) -> FolderLook:
        """Find what is new; reads no file but a byte of those that could not be read before."""
        began, walk = time.monotonic(), Walk()
        troubles = {folder: each for folder in folders if (each := _trouble(folder))}
        marks: dict[str, str] = {}
        waiting: dict[str, _Sighting] = {}
        for entry in _entries(walk, folders, troubles):
            if cancel.asked:
                break
            mark = _mark(entry)
            if self._is_new(entry, mark) and self._rests(entry.path, mark, waiting):
                marks[entry.path] = mark.text
        self._restless = waiting
        seconds = time.monotonic() - began
        return FolderLook(marks, bool(waiting), troubles, tuple(walk.folders), seconds)

    def take_in(self, look: FolderLook, listen: Listener, cancel: Cancel) -> ImportReport:
        """Import what a look has found new, and remember what was read.

        Raises:
            ReadOnlyArchive, StorageFull: nothing (further) could be recorded.
        """
        report = self._archive.import_(list(look.fresh), listen=listen, cancel=cancel)
        marks = dict(self._outcomes(report, look.fresh))
        if marks:
            self._memory().add(marks, self._archive.imports.ended()[-1])
        return report

    def _memory(self) -> SeenFiles:
        if self._seen is None:
            ended = frozenset(self._archive.imports.ended())
            self._seen = SeenFiles(self._archive.folder, ended)
        return self._seen

    def _is_new(self, entry: Input | Unreadable, mark: _Mark) -> bool:
        if entry.path.lower().endswith(_UNFINISHED):
            return False
        known = self._memory().mark(entry.path)
        if known is None or known.rstrip(_REFUSED) != mark.text:
            return True
        tries = known.count(_REFUSED)
        worth_a_try = 0 < tries < _MOST_TRIES and not isinstance(entry, Unreadable)
        return worth_a_try and _opens(entry.path)

    def _rests(self, path: str, mark: _Mark, waiting: dict[str, _Sighting]) -> bool:
        """Tell whether a file rests: by its own clock, or as it was in the look before."""
        if mark.changed <= time.time() - SETTLE_SECONDS:
            return True
        now = time.monotonic()
        before = self._restless.get(path)
        since = before.since if before and before.mark == mark.text else now
        if now - since >= SETTLE_SECONDS:
            return True
        waiting[path] = _Sighting(mark.text, since)
        return False

    def _outcomes(
        self, report: ImportReport, fresh: Mapping[str, str]
    ) -> Iterator[tuple[str, str]]:
        """Yield the files that have their outcome, each with its mark.

        Of an import that was cancelled, the last file may have further dispatches.
        """
        paths = [item.path for item in report.items]
        ended = set(paths) - (set(paths[-1:]) if report.cancelled else set())
        refused = {item.path for item in report.items if isinstance(item.error, UnreadableInput)}
        for path, mark in fresh.items():
            name = printable(path)
            if name in ended:
                yield path, self._refused(path, mark) if name in refused else mark

    def _refused(self, path: str, mark: str) -> str:
        """Return a mark with one more try than before."""
        known = self._memory().mark(path) or ""
        tries = known.count(_REFUSED) if known.rstrip(_REFUSED) == mark else 0
        return mark + _REFUSED * (tries + 1)


class _Mark(NamedTuple):
    """What tells a file from itself after a change, without reading it."""

    changed: float
    """Seconds since the epoch."""
    text: str


def _entries(
    walk: Walk, folders: Sequence[Path], troubles: dict[Path, FolderTrouble]
) -> Iterator[Input | Unreadable]:
    """Yield what lies in the folders; one that cannot be listed becomes a trouble itself."""
    for folder in folders:
        for entry in walk.enter(os.fspath(folder)) if folder not in troubles else ():
            if isinstance(entry, Unreadable) and entry.path == os.fspath(folder):
                troubles[folder] = FolderTrouble.UNREADABLE
            else:
                yield entry


def _mark(entry: Input | Unreadable) -> _Mark:
    if isinstance(entry, Unreadable):
        return _Mark(0.0, "-")
    try:
        status = os.stat(entry.path)  # noqa: PTH116 - asked of each file, and a Path costs more
    except OSError:
        return _Mark(time.time(), "-")  # it went away meanwhile
    # a copy may bring an old time of writing with it, but not the time of its coming
    times = f"{status.st_mtime_ns:x}.{status.st_ctime_ns:x}"
    return _Mark(status.st_mtime, f"{times}.{status.st_size:x}")


def _trouble(folder: Path) -> FolderTrouble | None:
    if not os.path.isdir(folder):  # noqa: PTH112 - False also where a dead mount raises
        return FolderTrouble.MISSING
    return FolderTrouble.ARCHIVE if in_archive(folder) else None


def _opens(path: str) -> bool:
    try:
        with Path(path).open("rb") as file:
            file.read(1)
    except OSError:
        return False
    return True
