"""Asks for the passphrase that an archive is to have from now on."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.panels.parts.passphrase_field import PassphraseField
from desktop.panels.parts.plain_label import plain_label
from desktop.theme import GAP, scaled

SHORTEST = 10
"""Characters; fewer are refused by the archive as well."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the dialog ended with."""

    new: str | None = field(repr=False)
    """None: no passphrase from now on."""
    present: str = field(default="", repr=False)


class PassphraseDialog(QDialog):
    """The button waits for two that agree and are long enough, and says what it waits for."""

    chosen = Signal(object)
    """Chosen."""

    def __init__(
        self, title: str, text: str, *, changes: bool = False, parent: QWidget | None = None
    ) -> None:
        """Ask for the present one first, and offer to remove it, where it ``changes``."""
        super().__init__(parent)
        self.setObjectName("passphrase-dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        known = self.tr("Present passphrase")
        self.present = PassphraseField("present", known) if changes else None
        self.new = PassphraseField("new", self.tr("New passphrase"), self.tr("The same again"))
        self.removed = QCheckBox(self.tr("&Remove the passphrase"))
        self.removed.setObjectName("passphrase-removed")
        self.removed.setVisible(changes)
        self.hint = plain_label("passphrase-hint", "")
        self.hint.setProperty("tone", "muted")
        self._lay_out(title, text)
        for asked in self._fields:
            asked.changed.connect(self._check)
        self.removed.toggled.connect(self._check)
        self._check()
        self._fields[0].setFocus()

    @property
    def _fields(self) -> list[PassphraseField]:
        return [self.new] if self.present is None else [self.present, self.new]

    def _lay_out(self, title: str, text: str) -> None:
        heading = plain_label("passphrase-title", title)
        heading.setFont(scaled(self.font(), 1.1, bold=True))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = box.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setObjectName("passphrase-ok")
        self.button.setProperty("primary", "true")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(GAP + 2)
        parts = (
            heading,
            plain_label("passphrase-text", text),
            self.present,
            self.removed,
            self.new,
        )
        for part in (*parts, self.hint, box):
            if part is not None:
                column.addWidget(part)
        self.setMinimumWidth(460)
        box.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.button.setDefault(True)

    def _check(self) -> None:
        removes = self.removed.isChecked()
        self.new.setEnabled(not removes)
        wanted = "" if removes else self._wanted()
        self.hint.setText(wanted)
        known = self.present is None or bool(self.present.text)
        self.button.setEnabled(known and not wanted)

    def _wanted(self) -> str:
        """Return what the new passphrase still lacks."""
        if len(self.new.text.strip()) < SHORTEST:
            text = self.tr("At least {least} characters; five or six unrelated words are good.")
            return text.format(least=SHORTEST)
        return "" if self.new.agrees else self.tr("The two do not agree yet.")

    def accept(self) -> None:
        """Close, then tell."""
        new = None if self.removed.isChecked() else self.new.text
        told = Chosen(new, self.present.text if self.present else "")
        super().accept()
        self.chosen.emit(told)
