"""What the window says of watched folders, each thing once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.importing import brought
from desktop.panels.frame.message_bar import Tone
from index import FolderTrouble, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence
    from pathlib import Path

    from desktop.importing import Importing
    from desktop.panels.frame.message_bar import Message, MessageBar
    from index import ImportReport


class WatchedMessages(QObject):
    """Tells what came in, and which folders are in trouble or out of it again."""

    folders_wanted = Signal()
    """The list of folders is to be shown."""
    going_on_wanted = Signal()
    """The pause is to end."""

    def __init__(self, bar: MessageBar, importing: Importing, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._importing = bar, importing
        self._told: dict[Path, FolderTrouble] = {}
        self._shown: dict[FolderTrouble, Message] = {}

    def tell_report(self, report: ImportReport) -> None:
        """Say what came in and what could not be read; of what was held already, nothing."""
        count = brought(report)
        failed = report.count(Outcome.FAILED)
        if not count and not failed:
            return
        text = self.tr("%n dispatch(es) came in from watched folders", "", count)
        trouble = self.tr("%n file(s) could not be read.", "", failed) if failed else ""
        if not count:
            text = self.tr("%n file(s) in watched folders could not be read", "", failed)
            trouble = self.tr("Such a file is tried again when it has changed.")
        tone = Tone.WARNING if failed else Tone.INFO
        message = self._bar.say(tone, text, trouble, passing=not failed)
        show = partial(self._importing.show_report, report)
        message.offer("watched-report", self.tr("Show the report"), show)

    def tell_pause(self) -> None:
        """Say that the folders are not looked at any more, and offer to go on."""
        text = self.tr("Watched folders are not looked at until the archive is opened again")
        message = self._bar.say(Tone.INFO, text)
        message.offer("watched-go-on", self.tr("Go on now"), self.going_on_wanted.emit)

    def tell_move(self, before: Path, folders: Sequence[Path], again: Callable[[], None]) -> None:
        """Say that the archive lies elsewhere than when its folders were chosen, and offer them."""
        text = self.tr("This archive has moved: %n folder(s) are not watched", "", len(folders))
        told = self.tr("They were chosen when it lay in {place}: {folders}.")
        names = ", ".join(str(folder) for folder in folders)
        message = self._bar.say(Tone.WARNING, text, told.format(place=before, folders=names))
        message.offer("watch-again", self.tr("Watch them again"), again)
        message.offer("watched-folders", self.tr("Watched folders…"), self.folders_wanted.emit)

    def tell_troubles(
        self, troubles: Mapping[Path, FolderTrouble], watched: Container[Path]
    ) -> None:
        """Say which folders are newly in trouble, and which of those watched are well again."""
        present = {folder: trouble for folder, trouble in troubles.items() if folder in watched}
        before, self._told = self._told, present
        for trouble in FolderTrouble:
            of_now = {folder for folder, each in present.items() if each is trouble}
            of_then = {folder for folder, each in before.items() if each is trouble}
            if of_now != of_then:
                self._retell(trouble, sorted(of_now), new=bool(of_now - of_then))
        back = [str(each) for each in before if each not in present and each in watched]
        if back:
            text = self.tr("%n watched folder(s) can be read again: {folders}", "", len(back))
            self._bar.say(Tone.INFO, text.format(folders=", ".join(back)), passing=True)

    def _retell(self, trouble: FolderTrouble, folders: list[Path], *, new: bool) -> None:
        """Replace what is said; what the user has dismissed is not said again for less."""
        old = self._shown.get(trouble)
        if old is not None:
            old.dismiss()
        if folders and (new or old is not None):
            text, remedy = self._texts(trouble, len(folders))
            names = ", ".join(str(folder) for folder in folders)
            message = self._bar.say(Tone.WARNING, text.format(folders=names), remedy)
            message.offer("watched-folders", self.tr("Watched folders…"), self.folders_wanted.emit)
            self._shown[trouble] = message
            message.dismissed.connect(partial(self._shown.pop, trouble, None))

    def _texts(self, trouble: FolderTrouble, count: int) -> tuple[str, str]:
        match trouble:
            case FolderTrouble.MISSING:
                return (
                    self.tr("%n watched folder(s) cannot be found: {folders}", "", count),
                    self.tr(
                        "Connect the disk or the share again: it is noticed by itself. Or stop "
                        "watching the folder."
                    ),
                )
            case FolderTrouble.UNREACHABLE:
                return (
                    self.tr("%n watched folder(s) cannot be reached: {folders}", "", count),
                    self.tr(
                        "Nothing lies there while the disk or share is not connected; nothing is "
                        "taken for deleted. Connect it again: it is noticed by itself."
                    ),
                )
            case FolderTrouble.SILENT:
                return (
                    self.tr("%n watched folder(s) give no answer: {folders}", "", count),
                    self.tr(
                        "Check the network or the disk. The other folders are looked at; this one "
                        "is as soon as it answers."
                    ),
                )
            case FolderTrouble.UNREADABLE:
                return (
                    self.tr("%n watched folder(s) cannot be read: {folders}", "", count),
                    self.tr("Check that you may open it, or stop watching it."),
                )
            case FolderTrouble.ARCHIVE:
                return (
                    self.tr("%n watched folder(s) belong to an archive: {folders}", "", count),
                    self.tr("The files of an archive are not imported. Stop watching the folder."),
                )
