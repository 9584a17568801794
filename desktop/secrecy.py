"""Encrypted archives in the window: make one, copy this one encrypted, change the passphrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.dialogs import files
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.panels.frame.message_bar import Tone
from index import Archive, ArchiveExists, EncryptionMissing

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.dialogs.passphrase import Chosen
    from desktop.session import Session
    from desktop.window import Window
    from desktop.workers.jobs import Jobs
    from index import Cancel, Listener

translate = QCoreApplication.translate


class Secrecy(QObject):
    """Asks; the copy is made as a job, the change while the archive is closed."""

    open_wanted = Signal(object)
    """Folder of the copy."""
    change_wanted = Signal(object)
    """Chosen."""

    def __init__(self, window: Window, session: Session, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._window, self._archive, self._jobs = window, session.archive, jobs

    def ask_copy(self) -> None:
        """Ask where to, and for the passphrase of the copy."""
        target = ask_new_folder(self._window, self._archive.folder)
        if target is not None:
            dialog = new_passphrase(self.tr("Copy encrypted"), self._window)
            dialog.chosen.connect(partial(self._copy, target))
            dialog.show()

    def _copy(self, target: Path, chosen: Chosen) -> None:
        archive, new = self._archive, chosen.new or ""

        def work(_listen: Listener, cancel: Cancel) -> bool:
            return archive.copy_to_encrypted(target, new, cancel)

        self._jobs.run(self.tr("Copying, encrypted"), work, partial(self._copied, target))

    def _copied(self, target: Path, finished: object) -> None:
        if not finished:
            return
        text = self.tr("The encrypted copy is made and checked: {folder}").format(folder=target)
        remedy = self.tr("This archive is as it was; delete it if nobody should read it.")
        message = self._window.messages.say(Tone.INFO, text, remedy)
        message.offer("open-copy", self.tr("Open the copy"), partial(self.open_wanted.emit, target))

    def ask_change(self) -> None:
        """Ask for the present passphrase and the new one."""
        if not Archive.is_encrypted(self._archive.folder):
            text = self.tr("This archive has no passphrase")
            self._window.messages.say(Tone.INFO, text, self.tr("Make an encrypted copy of it."))
            return
        dialog = PassphraseDialog(
            self.tr("Change the passphrase"),
            self.tr(
                "The archive and the backups beside it are written anew. Copies that you keep "
                "elsewhere keep the passphrase they had."
            ),
            changes=True,
            parent=self._window,
        )
        dialog.chosen.connect(self.change_wanted)
        dialog.show()


def new_passphrase(title: str, window: Window) -> PassphraseDialog:
    """Return the dialog that asks for the passphrase of a new archive."""
    text = translate(
        "secrecy",
        "Without the passphrase nobody can read the archive or its backups, and nobody can recover "
        "it if it is lost. Write it down and keep it in a safe place.",
    )
    return PassphraseDialog(title, text, parent=window)


def ask_new_folder(window: Window, present: Path) -> Path | None:
    """Return a folder for an encrypted archive; None, and a reason, where it cannot be made."""
    if not Archive.can_encrypt():
        window.messages.fail(EncryptionMissing(folder=present))
        return None
    target = files.ask_archive(window, str(present.parent))
    if target is not None and Archive.is_there(target):
        window.messages.fail(ArchiveExists(folder=target))
        return None
    return target
