"""Puts the program together: settings, language, appearance, window, archive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop import garbage, icons
from desktop.crash import CrashReporter
from desktop.dialogs import files
from desktop.dialogs.about import about
from desktop.dialogs.settings import SettingsDialog
from desktop.i18n import Translations
from desktop.opening import Opening
from desktop.panels.frame.message_bar import Tone
from desktop.secrecy import ask_new_folder, new_passphrase
from desktop.settings import Preferences, Settings, settings_path
from desktop.theme import TEXT_SIZES, Appearance
from desktop.window import Window
from index import default_archive_folder

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.dialogs.passphrase import Chosen
    from desktop.session import Session
    from index import Archive


class Program(QObject):
    """One window, and the archive it shows."""

    def __init__(self, app: QApplication, settings: Settings, folder: Path) -> None:
        super().__init__(app)
        self.settings, self.folder = settings, folder
        self._translations = Translations(app)
        self._language = self._translations.use(settings.now.language)
        self._appearance = Appearance(app)
        self._appearance.wear(settings.now.theme, settings.now.text_size)
        self.desk: Desk | None = None
        self.crashes = CrashReporter(self)
        self._archive: Archive | None = None
        self._opening: Opening | None = None
        self.window = self._new_window()
        settings.changed.connect(self._follow)

    def start(self) -> None:
        """Show the window; the archive is opened as soon as it is on the screen."""
        garbage.collect_rarely()
        self.window.painted.connect(self._open, Qt.ConnectionType.QueuedConnection)
        self.window.show()
        if self.settings.broken is not None:
            self.window.messages.say(
                Tone.WARNING,
                self.tr("The settings could not be read and were reset"),
                self.tr("The old file is kept as {file}.").format(file=self.settings.broken),
            )

    def close(self) -> None:
        """Close the archive; what is running is stopped first."""
        if self._opening is not None:
            self._opening.abandon()
        if self.desk is not None:
            self.desk.close()
            self.desk.session.close()
            self.desk.session.deleteLater()
            self.desk = None
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    # --- the window -----------------------------------------------------------------------------

    def _new_window(self) -> Window:
        window = Window(self.settings)
        for name, act in {
            "open-archive": self.choose_archive,
            "new-encrypted": self._ask_for_encrypted,
            "settings": self._show_settings,
            "quit": window.close,
            "larger-text": lambda: self._resize_text(1),
            "smaller-text": lambda: self._resize_text(-1),
            "normal-text": lambda: self.settings.change(text_size=100),
            "about": lambda: about(window).show(),
        }.items():
            window.offered.on(name, act)
        self.crashes.window = window
        return window

    def _resize_text(self, step: int) -> None:
        place = TEXT_SIZES.index(self.settings.now.text_size) + step
        self.settings.change(text_size=TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)])

    def _show_settings(self) -> None:
        dialog = SettingsDialog(self.settings, self.folder, self.window)
        dialog.archive_wanted.connect(self.choose_archive)
        dialog.show()

    def _follow(self, chosen: Preferences) -> None:
        self._appearance.wear(chosen.theme, chosen.text_size)
        if self._translations.use(chosen.language) != self._language:
            self._language = self._translations.use(chosen.language)
            self._speak()

    def _speak(self) -> None:
        """Build the window anew in another language; the session goes on."""
        old, session = self.window, self.desk.session if self.desk else None
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.window = self._new_window()
        self.window.setGeometry(old.geometry())
        self.window.show()
        if session is not None:
            self._set_up(session)
        old.hide()
        old.deleteLater()

    # --- the archive ----------------------------------------------------------------------------

    def choose_archive(self) -> None:
        """Ask for another archive and open it."""
        chosen = files.ask_archive(self.window, str(self.folder))
        if chosen is not None:
            self.open_archive(chosen)

    def _ask_for_encrypted(self) -> None:
        folder = ask_new_folder(self.window, self.folder)
        if folder is not None:
            dialog = new_passphrase(self.tr("Make an encrypted archive"), self.window)
            dialog.chosen.connect(lambda chosen: self.open_archive(folder, chosen.new))
            dialog.show()

    def change_passphrase(self, chosen: Chosen) -> None:
        """Close the present archive, write it anew under another passphrase, and open it."""
        if self._may_leave():
            self.close()
            self._prepare().change_passphrase(chosen)

    def open_archive(self, folder: Path, passphrase: str | None = None) -> None:
        """Close the present archive and open another; a new one is encrypted as asked."""
        if self._may_leave():
            self.close()
            self.folder = folder
            self.settings.change(archive="" if folder == default_archive_folder() else str(folder))
            self._prepare().start(passphrase=passphrase)

    def _may_leave(self) -> bool:
        """Tell whether the present archive may be closed; say why not."""
        if self.desk is None or self.desk.jobs.running is None:
            return True
        self.desk.jobs.refused.emit(self.desk.jobs.running.name)
        return False

    def _open(self) -> None:
        self._prepare().start()

    def _prepare(self) -> Opening:
        if self._opening is not None:
            self._opening.deleteLater()
        opening = self._opening = Opening(self.window, self.folder, self)
        opening.opened.connect(self._opened)
        opening.other_wanted.connect(self.choose_archive)
        return opening

    def _opened(self, archive: Archive) -> None:
        from desktop.session import Session  # loaded while the archive was opened

        self._archive = archive
        self._set_up(Session(archive, self))

    def _set_up(self, session: Session) -> None:
        from desktop.desk import Desk  # loaded while the archive was opened

        self.desk = Desk(self.window, session, self.settings)
        self.desk.archive_wanted.connect(self.open_archive)
        self.desk.passphrase_wanted.connect(self.change_passphrase)
        garbage.set_aside()
        if self.folder != default_archive_folder():
            self.window.setWindowTitle(f"{self.folder.name} – Dispatch Reader")


def run(folder: Path | None) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("dispatch-reader")
    app.setApplicationDisplayName("Dispatch Reader")
    app.setDesktopFileName("dispatch-reader")
    app.setWindowIcon(icons.application_icon())
    settings = Settings(settings_path())
    chosen = folder or (Path(settings.now.archive) if settings.now.archive else None)
    program = Program(app, settings, chosen or default_archive_folder())
    program.crashes.install()
    program.start()
    code = app.exec()
    program.close()
    return code
