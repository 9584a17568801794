"""Which folders are watched; at first none is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import files
from desktop.dialogs.button_names import name_buttons
from desktop.theme import GAP
from index import FolderTrouble, in_archive

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.settings import Settings
    from index import FolderLook

FOLDER = Qt.ItemDataRole.UserRole


class WatchedFoldersDialog(QDialog):
    """A list to add to and to take from; it counts when the dialog is accepted."""

    chosen = Signal(object)
    """Tuple of folders."""

    def __init__(
        self, folders: Iterable[Path], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("watched-folders")
        self.setWindowTitle(self.tr("Watched folders"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.list = QListWidget(self)
        self.list.setObjectName("watched-list")
        self.list.setAccessibleName(self.tr("Watched folders"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what keeps it stands at the end
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for folder in folders:
            self._list(folder)
        self.note = QLabel(self)
        self.note.setObjectName("watched-note")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.hide()
        self.add_button = QPushButton(self.tr("&Add a folder…"))
        self.add_button.setObjectName("watched-add")
        self.remove_button = QPushButton(self.tr("&Stop watching"))
        self.remove_button.setObjectName("watched-remove")
        self._lay_out()
        self.add_button.clicked.connect(self._ask)
        self.remove_button.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._enable)
        self.list.setCurrentRow(0)
        self._enable()

    def _lay_out(self) -> None:
        about = QLabel(
            self.tr(
                "New files in these folders, and in the folders below them, are imported into this "
                "archive by themselves: when it is opened and as soon as they are there. Files "
                "that have changed are read again. Nothing in the folders is changed."
            )
        )
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        about.setProperty("tone", "muted")
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        box.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", "true")
        name_buttons(box, "watched")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        beside = QVBoxLayout()
        beside.addWidget(self.add_button)
        beside.addWidget(self.remove_button)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(about)
        column.addLayout(row, 1)
        column.addWidget(self.note)
        column.addWidget(box)
        self.resize(620, 320)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders listed."""
        return tuple(Path(item.data(FOLDER)) for item in self._items())

    def add(self, folder: Path) -> None:
        """List a folder; one that is listed already stays where it is, one of an archive is not."""
        if in_archive(folder):
            text = self.tr("{folder} belongs to an archive, whose files are not imported.")
            self._note(text.format(folder=folder))
            return
        if folder not in self.folders:
            self._list(folder)
        self.list.setCurrentRow(self.folders.index(folder))
        self._enable()

    def _note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def show_look(self, look: FolderLook) -> None:
        """Say beside each folder what a look has found."""
        self.show_troubles(look.troubles)

    def show_troubles(self, troubles: Mapping[Path, FolderTrouble]) -> None:
        """Say beside each folder what keeps it from being watched."""
        names = {
            FolderTrouble.MISSING: self.tr("not found"),
            FolderTrouble.UNREACHABLE: self.tr("cannot be reached"),
            FolderTrouble.SILENT: self.tr("gives no answer"),
            FolderTrouble.UNREADABLE: self.tr("cannot be read"),
            FolderTrouble.ARCHIVE: self.tr("belongs to an archive"),
        }
        for item in self._items():
            trouble = troubles.get(Path(item.data(FOLDER)))
            state = f" – {names[trouble]}" if trouble else ""
            item.setText(f"{item.data(FOLDER)}{state}")

    def accept(self) -> None:
        """Close, then tell."""
        folders = self.folders
        super().accept()
        self.chosen.emit(folders)

    def _ask(self) -> None:
        folder = files.ask_folder(self, self._settings, self.tr("Watch a folder"))
        if folder is not None:
            self.add(folder)

    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._enable()

    def _list(self, folder: Path) -> None:
        item = QListWidgetItem(str(folder), self.list)
        item.setData(FOLDER, str(folder))
        item.setToolTip(str(folder))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _enable(self) -> None:
        self.remove_button.setEnabled(self.list.currentRow() >= 0)
        self._note("" if self.list.count() else self.tr("No folder is watched."))
