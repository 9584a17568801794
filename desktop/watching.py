"""Folders that the user has put under watch: what comes to lie in them is imported by itself."""

from __future__ import annotations

import os
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desktop.dialogs.watched_folders import WatchedFoldersDialog
from desktop.panels.frame.message_bar import Tone
from index import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.importing import Importing
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.jobs import Jobs
    from index import Cancel, ImportReport, Listener

SETTLE_MS = 2000
"""After the last change; a file that is still being written is left until it rests as long."""
MOST_FOLDERS = 1000
"""Put under the system's watch; folders below that are seen at the next start only."""

Mark = tuple[int, int]
"""Time of the last change (ns) and size of a file."""


class Look(NamedTuple):
    """What one look at the folders has found."""

    report: ImportReport | None
    seen: Mapping[str, Mark]
    resting: bool
    """No file was changed just now."""


class Watching(QObject):
    """Looks at the folders when an archive opens and whenever something in them changes."""

    looked = Signal(object)
    """Look that has just ended."""

    def __init__(
        self, session: Session, jobs: Jobs, importing: Importing, window: Window, settings: Settings
    ) -> None:
        super().__init__(jobs)
        self._session, self._jobs, self._importing = session, jobs, importing
        self._window, self._settings = window, settings
        self._seen: dict[str, Mark] = {}
        self._watcher = QFileSystemWatcher(self)
        self._later = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._later.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(self._later.start)
        if self.folders:
            QTimer.singleShot(0, self, self.look)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders watched for this archive; none unless the user has named some."""
        archive = str(self._session.archive.folder)
        return tuple(Path(each) for of, each in self._settings.now.watched if of == archive)

    def choose(self) -> None:
        """Let the user name the folders."""
        dialog = WatchedFoldersDialog(self.folders, self._settings, self._window)
        dialog.chosen.connect(self.watch)
        dialog.open()

    def watch(self, folders: Sequence[Path]) -> None:
        """Watch these folders, and no others, for this archive from now on."""
        archive = str(self._session.archive.folder)
        others = [pair for pair in self._settings.now.watched if pair[0] != archive]
        mine = [(archive, str(folder)) for folder in folders]
        self._settings.change(watched=(*others, *mine))
        self.look()

    def look(self) -> None:
        """Import what is new in the folders; while something else runs, do so afterwards."""
        self._watch_tree()
        if not self.folders or self._session.archive.read_only:
            return
        if self._jobs.running is not None:
            self._later.start()
            return
        work = partial(self._look, self.folders, dict(self._seen))
        self._jobs.run(self.tr("Looking at the watched folders"), work, self._looked)

    def _look(
        self, folders: Sequence[Path], seen: Mapping[str, Mark], listen: Listener, cancel: Cancel
    ) -> Look:
        present = {path: mark for folder in folders for path, mark in _files(folder)}
        recent = time.time_ns() - SETTLE_MS * 1_000_000
        resting = {path: mark for path, mark in present.items() if mark[0] <= recent}
        fresh = [path for path, mark in resting.items() if seen.get(path) != mark]
        archive = self._session.archive
        report = archive.import_(fresh, listen=listen, cancel=cancel) if fresh else None
        done = {} if report is None or report.cancelled else resting
        return Look(report, done, len(resting) == len(present))

    def _looked(self, ended: object) -> None:
        look = cast("Look", ended)
        self._seen.update(look.seen)
        if not look.resting:
            self._later.start()
        if look.report is not None:
            self._tell(look.report)
        self.looked.emit(look)

    def _tell(self, report: ImportReport) -> None:
        count = report.count(Outcome.IMPORTED) + report.count(Outcome.NEW_VERSION)
        failed = report.count(Outcome.FAILED)
        if not count and not failed:
            return
        self._session.refresh()
        text = self.tr("%n dispatch(es) came in from watched folders", "", count)
        trouble = self.tr("%n file(s) could not be read.", "", failed) if failed else ""
        tone = Tone.WARNING if failed else Tone.INFO
        message = self._window.messages.say(tone, text, trouble, passing=not failed)
        show = partial(self._importing.show_report, report)
        message.offer("watched-report", self.tr("Show the report"), show)

    def _watch_tree(self) -> None:
        wanted: list[str] = []
        for folder in self.folders:
            wanted += [place for place, _, _ in os.walk(folder)]
        present = self._watcher.directories()
        gone = [each for each in present if each not in wanted]
        new = [each for each in wanted[:MOST_FOLDERS] if each not in present]
        if gone:
            self._watcher.removePaths(gone)
        if new:
            self._watcher.addPaths(new)


def _files(folder: Path) -> Iterator[tuple[str, Mark]]:
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            try:
                status = path.stat()
            except OSError:
                continue  # it went away meanwhile
            if not name.startswith("."):
                yield str(path), (status.st_mtime_ns, status.st_size)
