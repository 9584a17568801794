"""Watched folders: what lies in them that the archive has not read yet."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from index.errors import UnreadableInput
from index.intake.seen import SeenFiles, hashed
from index.intake.sources import Unreadable, Walk, printable
from index.surveys import FolderTrouble, Found, Sighting, Survey

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
_PLACE = "@"
"""Begins the mark of a watched folder: a hash of where its disk or share is mounted."""


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
    mounts: Mapping[str, str] = field(default_factory=dict)
    """Folder in which files lie -> where its disk or share is mounted."""
    seconds: float = 0.0
    """How long it took."""


class WatchedFolders:
    """Looks at folders, and imports what is new in them; one call at a time, from any thread."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._seen: SeenFiles | None = None
        self._restless: dict[str, Sighting] = {}
        self._mounts: dict[str, str] = {}
        self._silent: dict[Path, Survey] = {}

    def look(self, folders: Sequence[Path], cancel: Cancel) -> FolderLook:
        """Find what is new; reads no file but a byte of those that could not be read before.

        A folder of which nothing is heard is in trouble, and holds up the others once only.
        """
        began, walk = time.monotonic(), Walk()
        self._memory()
        surveyed = {folder: self._survey(folder, walk, cancel) for folder in dict.fromkeys(folders)}
        known = {folder: found for folder, found in surveyed.items() if found is not None}
        troubles = {folder: self._trouble(folder, found) for folder, found in surveyed.items()}
        self._restless = {
            path: seen for each in known.values() for path, seen in each.waiting.items()
        }
        mounts = {os.fspath(at): each.mount for at, each in known.items() if not each.empty}
        self._mounts |= mounts
        return FolderLook(
            {path: mark for each in known.values() for path, mark in each.fresh.items()},
            bool(self._restless),
            {folder: trouble for folder, trouble in troubles.items() if trouble is not None},
            tuple(walk.folders),
            mounts,
            time.monotonic() - began,
        )

    def remembers(self, folder: Path) -> bool:
        """Tell whether files of a watched folder were read for this archive."""
        return self._memory().mark(os.fspath(folder)) is not None

    def _survey(self, folder: Path, walk: Walk, cancel: Cancel) -> Found | None:
        """Look at one folder; None while no answer comes, for which nobody waits twice."""
        left = self._silent.pop(folder, None)
        survey = left or Survey(folder, walk, cancel, self._judge)
        if (left is None or left.ended) and survey.wait():
            return survey.found
        self._silent[folder] = survey
        return None

    def _judge(self, entry: Input | Unreadable, found: Found) -> None:
        mark = _mark(entry)
        if self._is_new(entry, mark) and self._rests(entry.path, mark, found.waiting):
            found.fresh[entry.path] = mark.text

    def _trouble(self, folder: Path, found: Found | None) -> FolderTrouble | None:
        if found is None:
            return FolderTrouble.SILENT
        if found.trouble is None and found.empty and self._moved(os.fspath(folder), found.mount):
            return FolderTrouble.UNREACHABLE
        return found.trouble

    def _moved(self, folder: str, mount: str) -> bool:
        """Tell whether a folder's files lay on what is mounted elsewhere, or not at all, now."""
        now = self._mounts.get(folder)
        then = _PLACE + hashed(now) if now else self._memory().mark(folder)
        return then is not None and then != _PLACE + hashed(mount)

    def take_in(self, look: FolderLook, listen: Listener, cancel: Cancel) -> ImportReport:
        """Import what a look has found new, and remember what was read.

        Raises:
            ReadOnlyArchive, StorageFull: nothing (further) could be recorded.
        """
        report = self._archive.import_(list(look.fresh), listen=listen, cancel=cancel)
        marks = dict(self._outcomes(report, look.fresh))
        if marks:
            marks |= {folder: _PLACE + hashed(mount) for folder, mount in look.mounts.items()}
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

    def _rests(self, path: str, mark: _Mark, waiting: dict[str, Sighting]) -> bool:
        """Tell whether a file rests: by its own clock, or as it was in the look before."""
        if mark.changed <= time.time() - SETTLE_SECONDS:
            return True
        now = time.monotonic()
        before = self._restless.get(path)
        since = before.since if before and before.mark == mark.text else now
        if now - since >= SETTLE_SECONDS:
            return True
        waiting[path] = Sighting(mark.text, since)
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


def _opens(path: str) -> bool:
    try:
        with Path(path).open("rb") as file:
            file.read(1)
    except OSError:
        return False
    return True
