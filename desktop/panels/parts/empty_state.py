"""A pane that has nothing to list: a drawing, a sentence, and what one can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop import icons, theme
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent

WIDEST = 420
DRAWING = 48


class EmptyState(QWidget):
    """Shows a title, a text, and buttons below one another."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = icon
        self._drawing = QLabel()
        self.title = _label(f"{name}-title")
        self.text = _label(f"{name}-text")
        self.text.setProperty("tone", "muted")
        self.progress = QProgressBar()
        self.progress.setObjectName(f"{name}-progress")
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(WIDEST // 2)
        self.progress.hide()
        self._buttons: list[QPushButton] = []
        self._column = QWidget()
        self._column.setMaximumWidth(WIDEST)
        self._stack = QVBoxLayout(self._column)
        self._arrange()
        self._dress()

    def _arrange(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(GAP)
        self._stack.addStretch(2)
        self._stack.addWidget(self._drawing, 0, centre)
        self._stack.addWidget(self.title)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.progress, 0, centre)
        self._stack.addSpacing(GAP)
        self._stack.addStretch(3)
        # A column of bounded width: wrapped labels get the height they need only without
        # an alignment of their own.
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        row.addStretch(1)
        row.addWidget(self._column, 8)
        row.addStretch(1)

    def say(self, title: str, text: str = "") -> None:
        """Set the sentence and the explanation below it."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def insert(self, widget: QWidget) -> None:
        """Put a widget between the text and the buttons."""
        self._stack.insertWidget(self._stack.count() - 1, widget)

    def offer(
        self, name: str, text: str, act: Callable[[], object], *, primary: bool = False
    ) -> None:
        """Add a button."""
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text.replace("&", ""))
        button.setProperty("primary", primary)
        button.setMinimumWidth(WIDEST // 2)
        button.clicked.connect(lambda: act())
        self._stack.insertWidget(self._stack.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._buttons.append(button)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons offered, from top to bottom."""
        return tuple(self._buttons)

    def withdraw(self) -> None:
        """Take every button away."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def count_up(self, done: int, total: int) -> None:
        """Show a progress bar; a total of 0 hides it."""
        self.progress.setVisible(total > 0)
        self.progress.setMaximum(max(total, 1))
        self.progress.setValue(done)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.PaletteChange, event.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        self._drawing.setPixmap(icons.pixmap(self._icon, DRAWING, theme.present().strong_border))
        self.title.setFont(scaled(self.font(), 1.25, bold=True))


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
