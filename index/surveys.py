"""One look at one watched folder, in a thread that can be left behind."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from index.intake.sources import Unreadable, in_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.intake.sources import Input, Walk
    from index.reports import Cancel

PATIENCE_SECONDS = 10.0
"""A disk that sleeps answers within them; a share that says nothing for longer is left alone."""
_STEP_SECONDS = 0.05


class FolderTrouble(StrEnum):
    """Why nothing can be taken in from a watched folder."""

    MISSING = "missing"
    UNREACHABLE = "unreachable"
    """It is empty, and no longer on the disk or share on which its files lay."""
    SILENT = "silent"
    """The system gives no answer about it, as of a share whose server is away."""
    UNREADABLE = "unreadable"
    ARCHIVE = "archive"
    """It is the folder of an archive, or lies in one."""


class Sighting(NamedTuple):
    """A file that was still being written."""

    mark: str
    since: float
    """Monotonic."""


@dataclass(slots=True)
class Found:
    """What a look at one folder has found so far."""

    trouble: FolderTrouble | None = None
    fresh: dict[str, str] = field(default_factory=dict)
    """Path -> mark of each file that is new or changed, and at rest."""
    waiting: dict[str, Sighting] = field(default_factory=dict)
    """Path -> what is still being written."""
    empty: bool = True
    mount: str = ""
    """Where the disk or share that holds the folder is mounted."""


class Survey:
    """Walks a folder and judges each entry; begins at once."""

    def __init__(
        self,
        folder: Path,
        walk: Walk,
        cancel: Cancel,
        judge: Callable[[Input | Unreadable, Found], None],
    ) -> None:
        """``judge`` notes an entry in what was found; it is called in the thread of the survey."""
        self.folder, self.found = folder, Found()
        self._walk, self._cancel, self._judge = walk, cancel, judge
        self._heard = time.monotonic()
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name=f"look at {folder}", daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether all of the folder has been looked at."""
        return not self._thread.is_alive()

    def wait(self) -> bool:
        """Wait for its end; False where nothing was heard of it for too long, or on a cancel.

        Raises:
            Exception: what the survey ended with.
        """
        while not self.ended:
            if self._cancel.asked or time.monotonic() - self._heard > PATIENCE_SECONDS:
                return False
            self._thread.join(_STEP_SECONDS)
        if self._error is not None:
            raise self._error
        return True

    def _run(self) -> None:
        try:
            self._survey()
        except Exception as error:  # noqa: BLE001  the last frame of this thread
            self._error = error

    def _survey(self) -> None:
        self.found.trouble = _trouble(self.folder)
        if self.found.trouble is not None:
            return
        self.found.mount = _mount(self.folder)
        for entry in self._entries():
            self._heard = time.monotonic()
            if self._cancel.asked:
                return
            self._judge(entry, self.found)

    def _entries(self) -> Iterator[Input | Unreadable]:
        """Yield what lies in the folder; one that cannot be listed is a trouble itself."""
        own = os.fspath(self.folder)
        for entry in self._walk.enter(own):
            if isinstance(entry, Unreadable) and entry.path == own:
                self.found.trouble = FolderTrouble.UNREADABLE
            else:
                self.found.empty = False
                yield entry


def _trouble(folder: Path) -> FolderTrouble | None:
    if not os.path.isdir(folder):  # noqa: PTH112 - False also where a dead mount raises
        return FolderTrouble.MISSING
    return FolderTrouble.ARCHIVE if in_archive(folder) else None


def _mount(folder: Path) -> str:
    place = folder.resolve()
    mounts = (each for each in (place, *place.parents) if os.path.ismount(each))
    return os.fspath(next(mounts, place))
