"""Folders that the user has put under watch: what comes to lie in them is imported by itself.

The system tells at once when a file comes into a folder. It does not tell of a file that is written
again in its place, nor of anything on most network shares, nor when a disk is back; for these, the
folders are looked at now and then in a quiet thread.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from desktop.dialogs.watched_folders import WatchedFoldersDialog
from desktop.watched_messages import WatchedMessages
from desktop.workers.job import Job
from index import SETTLE_SECONDS, FolderLook, WatchedFolders, in_archive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.importing import Importing
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.jobs import Jobs
    from index import Cancel, ImportReport, Listener

SETTLE_MS = round(SETTLE_SECONDS * 1000)
CALM_MS = 30_000
"""Between looks while the system tells nothing; one at 10,000 files takes 0.1 s."""
CALM_SHARE = 20
"""Times the length of a look that passes before the next one, however much changes."""
MOST_FOLDERS = 1000
"""Put under the system's watch; those beyond are looked at now and then like all others."""
CLOSING_SECONDS = 1.0
"""A look that hangs on a share that does not answer is left behind when the window closes."""


class Watching(QObject):
    """Looks at the folders when an archive opens, whenever something changes, and now and then."""

    looked = Signal(object)
    """FolderLook that has just ended."""
    taken_in = Signal(object)
    """ImportReport of what was new."""

    def __init__(
        self, session: Session, jobs: Jobs, importing: Importing, window: Window, settings: Settings
    ) -> None:
        super().__init__(jobs)
        self._session, self._jobs = session, jobs
        self._window, self._settings = window, settings
        self._watched = WatchedFolders(session.archive)
        self._last = FolderLook()
        self._look: Job | None = None
        self._stale = self._closed = False
        self.paused = False
        """An import from the folders was cancelled or has failed; nothing is looked at."""
        self.messages = WatchedMessages(window.messages, importing, self)
        self.messages.folders_wanted.connect(self.choose)
        self.messages.going_on_wanted.connect(self.go_on)
        self._watcher = QFileSystemWatcher(self)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(self._look_soon)
        QTimer.singleShot(0, self, self._begin)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders watched for this archive; none unless the user has named some."""
        names = self._names_of_archive()
        return tuple(Path(each) for of, each in self._settings.now.watched if of in names)

    @property
    def system_watched(self) -> tuple[str, ...]:
        """The folders in which the system tells of changes at once."""
        return tuple(self._watcher.directories())

    def _begin(self) -> None:
        self._offer_again()
        self.look()

    def _offer_again(self) -> None:
        """Offer the folders that were chosen for this archive where it lay before."""
        before = self._before_the_move
        if before and not self.folders and not self._session.archive.read_only:
            folders = tuple(Path(each) for _, each in before)
            self.messages.tell_move(Path(before[0][0]), folders, partial(self.watch, folders))

    @property
    def _before_the_move(self) -> list[tuple[str, str]]:
        """Pairs of an archive that is there no more, and a folder whose files this one has read."""
        names = self._names_of_archive()
        return [
            (of, each)
            for of, each in self._settings.now.watched
            if of not in names and not in_archive(Path(of)) and self._watched.remembers(Path(each))
        ]

    def close(self) -> None:
        """Look no more."""
        self._closed = True
        self._later.stop()
        if self._look is not None:
            self._look.cancel()
            self._look.wait(CLOSING_SECONDS)

    def choose(self) -> None:
        """Let the user name the folders."""
        dialog = WatchedFoldersDialog(self.folders, self._settings, self._window)
        dialog.show_troubles(self._last.troubles)
        self.looked.connect(dialog.show_look)
        dialog.chosen.connect(self.watch)
        dialog.open()

    def watch(self, folders: Sequence[Path]) -> None:
        """Watch these folders, and no others, for this archive from now on."""
        names = self._names_of_archive()
        mine_no_more = self._before_the_move
        others = [
            pair
            for pair in self._settings.now.watched
            if pair[0] not in names and pair not in mine_no_more
        ]
        mine = [(names[-1], str(folder)) for folder in folders]
        self._settings.change(watched=(*others, *mine))
        self.go_on()

    def go_on(self) -> None:
        """Look at once, also after a pause."""
        self.paused = False
        self.look()

    def look(self) -> None:
        """Look for what is new in the folders; while something else runs, do so afterwards."""
        idle = not self.folders and not self._watcher.directories()
        if idle or self.paused or self._closed or self._session.archive.read_only:
            return
        if self._look is not None:
            self._stale = True
        elif self._jobs.running is not None:
            self._look_in(SETTLE_MS)
        else:
            self._start(self.folders)

    def _names_of_archive(self) -> tuple[str, str]:
        """Return how the archive was named now, and the one name that it always has."""
        folder = self._session.archive.folder
        return str(folder), str(folder.resolve())

    def _start(self, folders: Sequence[Path]) -> None:
        def work(_listen: Listener, cancel: Cancel) -> FolderLook:
            return self._watched.look(folders, cancel)

        self._stale = False
        self._later.stop()
        # the program's, since one that hangs outlives the window, and its thread must not delete it
        look = self._look = Job("watched folders", work, QCoreApplication.instance())
        look.ended.connect(self._looked)
        look.failed.connect(self._failed)
        look.ended.connect(look.deleteLater)
        look.failed.connect(look.deleteLater)
        self._look.start()

    def _looked(self, ended: object) -> None:
        self._look = None
        if self._closed or self._stale:
            self.look()
            return
        look = self._last = cast("FolderLook", ended)
        self._watch_places(look.entered)
        self.messages.tell_troubles(look.troubles, self.folders)
        self._look_in(SETTLE_MS if look.restless else CALM_MS)
        if look.fresh:
            self._take_in(look)
        self.looked.emit(look)

    def _take_in(self, look: FolderLook) -> None:
        if self._jobs.running is not None:
            self._look_in(SETTLE_MS)
            return
        work = partial(self._watched.take_in, look)
        job = self._jobs.run(self.tr("Importing from the watched folders"), work, self._took_in)
        if job is not None:
            job.failed.connect(self._pause)

    def _took_in(self, ended: object) -> None:
        report = cast("ImportReport", ended)
        self._session.refresh()
        self.messages.tell_report(report)
        if report.cancelled:
            self._pause()
        self.taken_in.emit(report)

    def _pause(self, _error: object = None) -> None:
        self.paused = True
        self._later.stop()
        self.messages.tell_pause()

    def _failed(self, error: object) -> None:
        self._look = None
        self._pause()
        self._session.fail(cast("BaseException", error))

    def _look_soon(self) -> None:
        self._look_in(SETTLE_MS)

    def _look_in(self, milliseconds: int) -> None:
        """Look in so long, or in what is fair after how long the last look took, or sooner."""
        wait = max(milliseconds, round(self._last.seconds * 1000 * CALM_SHARE))
        if not self._later.isActive() or self._later.remainingTime() > wait:
            self._later.start(wait)

    def _watch_places(self, entered: Sequence[str]) -> None:
        wanted, present = set(entered[:MOST_FOLDERS]), set(self._watcher.directories())
        if present - wanted:
            self._watcher.removePaths(sorted(present - wanted))
        if wanted - present:
            self._watcher.addPaths(sorted(wanted - present))
