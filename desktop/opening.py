"""Opens an archive behind the window, and explains when that is not possible."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from desktop.errors import explain
from desktop.panels.frame.message_bar import Tone
from desktop.workers.job import Job
from index import (
    ArchiveError,
    ArchiveHeld,
    ArchiveRecoverable,
    PassphraseNeeded,
    PassphraseWrong,
)

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.dialogs.passphrase import Chosen
    from desktop.window import Window
    from desktop.workers.job import Work
    from index import Archive, Cancel, Listener


class Opening(QObject):
    """Works in a thread, so that the window is there before SQLite and the panels are."""

    opened = Signal(object)
    """Archive."""
    other_wanted = Signal()
    """The user wants another archive instead."""

    def __init__(self, window: Window, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._folder = window, folder
        self._job: Job | None = None
        self._archive: Archive | None = None
        """Opened, but not told yet."""
        self._passphrase: str | None = None
        """Typed before; kept for as long as opening it takes several attempts."""

    def start(self, *, read_only: bool = False, passphrase: str | None = None) -> None:
        """Open the archive; it is made where there is none, encrypted where that is wanted."""
        self._passphrase = passphrase or self._passphrase
        folder, secret = self._folder, self._passphrase

        def work(_listen: Listener, _cancel: Cancel) -> Archive:
            # Both take time to import; the window is on the screen already.
            from desktop import desk  # noqa: F401
            from index import Archive

            self._archive = Archive.open(
                folder, create=not read_only, read_only=read_only, passphrase=secret
            )
            return self._archive

        self._run(work, self._hand_over)

    def abandon(self) -> None:
        """Wait for the thread and close what it has opened, if nobody has it yet."""
        if self._job is not None:
            self._job.wait()
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def _hand_over(self) -> None:
        archive, self._archive = self._archive, None
        self._passphrase = None
        if archive is not None:
            self.opened.emit(archive)

    def _run(self, work: Work, then: object) -> None:
        if self._job is not None:
            return
        self._window.show_page(self._window.opening)
        job = self._job = Job("open", work, self)
        job.ended.connect(self._let_go)
        job.ended.connect(then)
        job.failed.connect(self._let_go)
        job.failed.connect(self._fail)
        job.start()

    def _let_go(self) -> None:
        self._job = None

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        if isinstance(error, PassphraseNeeded):
            self._ask_for_passphrase(error)
            return
        page, problem = self._window.problem, explain(error)
        page.withdraw()
        page.say(problem.text, problem.remedy)
        if isinstance(error, ArchiveHeld):
            read = partial(self.start, read_only=True)
            page.offer("open-read-only", self.tr("Open it read-&only"), read, primary=True)
        if isinstance(error, ArchiveRecoverable):
            text = self.tr("&Recover the backup")
            page.offer("recover", text, self._recover, primary=True)
        page.offer("open-other", self.tr("Open another &archive…"), self.other_wanted.emit)
        page.offer("try-again", self.tr("&Try again"), self.start)
        self._window.show_page(page)

    def _ask_for_passphrase(self, error: PassphraseNeeded) -> None:
        page, self._passphrase = self._window.unlock, None
        if isinstance(error, PassphraseWrong):
            problem = explain(error)
            page.ask(problem.text, problem.remedy, self._take_passphrase)
        else:
            text = self.tr("{folder} is opened with its passphrase; it is kept in memory only.")
            asked = text.format(folder=self._folder)
            page.ask(self.tr("This archive is encrypted"), asked, self._take_passphrase)
        page.offer("open-other", self.tr("Open another &archive…"), self.other_wanted.emit)
        self._window.show_page(page)
        page.take_focus()

    def _take_passphrase(self, text: str) -> None:
        self.start(passphrase=text)

    def change_passphrase(self, chosen: Chosen) -> None:
        """Write the archive anew under another passphrase, then open it."""
        folder = self._folder

        def work(_listen: Listener, _cancel: Cancel) -> tuple[Path, ...]:
            from index import Archive  # loaded already

            return Archive.change_passphrase(folder, chosen.present, chosen.new)

        def reopen(left: object) -> None:
            self._tell_left(cast("tuple[Path, ...]", left))
            self.start(passphrase=chosen.new)

        self._run(work, reopen)

    def _tell_left(self, left: tuple[Path, ...]) -> None:
        """Say which backups still open with the old passphrase."""
        if left:
            names = ", ".join(path.name for path in left)
            text = self.tr("Damaged backups still have the old passphrase: {names}")
            remedy = self.tr("Delete them if nobody should read them.")
            self._window.messages.say(Tone.WARNING, text.format(names=names), remedy)

    def _recover(self) -> None:
        folder, secret = self._folder, self._passphrase

        def work(_listen: Listener, _cancel: Cancel) -> None:
            from index import Archive  # loaded by the failed opening

            Archive.recover(folder, Archive.recoverable(folder, secret)[0], secret)

        self._run(work, self._recovered)

    def _recovered(self) -> None:
        self.start()
