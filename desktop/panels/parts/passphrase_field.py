"""A field for a passphrase: dots, or the words themselves where nobody looks on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.theme import GAP


class PassphraseField(QWidget):
    """One line, or two that have to agree, and a box that shows what is typed."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed."""

    def __init__(self, name: str, label: str, again: str = "") -> None:
        super().__init__()
        self.line = _line(f"{name}-passphrase", label)
        self.again = _line(f"{name}-passphrase-again", again) if again else None
        self.shown = QCheckBox(self.tr("&Show what is typed"))
        self.shown.setObjectName(f"{name}-show-passphrase")
        self.shown.toggled.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for line in self._lines:
            column.addWidget(line)
            line.textChanged.connect(lambda _text: self.changed.emit())
            line.returnPressed.connect(self.entered)
        column.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    @property
    def agrees(self) -> bool:
        """Whether both lines hold the same."""
        return self.again is None or self.again.text() == self.text

    def forget(self) -> None:
        """Empty the lines and hide what comes next."""
        for line in self._lines:
            line.clear()
        self.shown.setChecked(False)

    @property
    def _lines(self) -> list[QLineEdit]:
        return [self.line] if self.again is None else [self.line, self.again]

    def _show(self, wanted: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if wanted else QLineEdit.EchoMode.Password
        for line in self._lines:
            line.setEchoMode(mode)


def _line(name: str, label: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setPlaceholderText(label)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setInputMethodHints(
        Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )
    return line
