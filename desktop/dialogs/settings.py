"""The settings; each takes effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.button_names import name_buttons
from desktop.settings import LANGUAGES
from desktop.short_text import language_name
from desktop.theme import GAP, SYSTEM, TEXT_SIZES, THEMES

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.settings import Settings


class SettingsDialog(QDialog):
    """Language, theme, text size and the archive's folder."""

    archive_wanted = Signal()
    """The user wants another archive."""

    def __init__(self, settings: Settings, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-dialog")
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._folder = settings, folder
        self.language = self._choices("language", "language", self._languages())
        self.theme = self._choices("theme", "theme", self._themes())
        self.text_size = self._choices(
            "text-size", "text_size", {size: f"{size} %" for size in TEXT_SIZES}
        )
        self.coder = self._coder()
        self._lay_out()

    def _languages(self) -> dict[object, str]:
        names: dict[object, str] = {"": self.tr("Like the system")}
        return names | {code: language_name(code) for code in LANGUAGES}

    def _themes(self) -> dict[object, str]:
        names = (self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        themes: dict[object, str] = {SYSTEM: self.tr("Like the system")}
        return themes | dict(zip(THEMES, names, strict=True))

    def _coder(self) -> QLineEdit:
        name = QLineEdit(self._settings.now.coder, self)
        name.setObjectName("setting-coder")
        name.setPlaceholderText(self.tr("Signs your annotations"))
        name.editingFinished.connect(lambda: self._settings.change(coder=name.text().strip()))
        return name

    def _choices(self, name: str, setting: str, texts: dict[object, str]) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(f"setting-{name}")
        for value, text in texts.items():
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(getattr(self._settings.now, setting)))
        box.activated.connect(lambda _row: self._settings.change(**{setting: box.currentData()}))
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("&Theme"), self.theme)
        form.addRow(self.tr("Text &size"), self.text_size)
        form.addRow(self.tr("Your &name"), self.coder)
        form.addRow(self.tr("&Archive"), self._archive_row())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        name_buttons(buttons, "settings")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(480)

    def _archive_row(self) -> QWidget:
        path = QLineEdit(str(self._folder))
        path.setObjectName("setting-archive")
        path.setReadOnly(True)
        path.setAccessibleName(self.tr("Folder of the archive"))
        path.setToolTip(str(self._folder))
        change = QPushButton(self.tr("&Change…"))
        change.setObjectName("change-archive")
        change.clicked.connect(self._change_archive)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(path, 1)
        line.addWidget(change)
        return row

    def _change_archive(self) -> None:
        self.close()
        self.archive_wanted.emit()
