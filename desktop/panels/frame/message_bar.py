"""Messages at the top of the window: never in the way, never a wall."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import icons
from desktop.errors import explain
from desktop.panels.parts.plain_label import plain_label
from desktop.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Callable

    from index import ArchiveError

MOST = 3
"""Messages shown at once; the oldest gives way."""
PASSING_MS = 8000


class Tone(StrEnum):
    """How grave a message is; also the name of its colours in the style sheet."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Message(QFrame):
    """One message: a sentence, what to do about it, and perhaps a button."""

    dismissed = Signal()

    def __init__(self, tone: Tone, text: str, remedy: str, bar: QWidget) -> None:
        super().__init__(bar)
        self.setObjectName("message")
        self.setProperty("tone", tone.value)
        self.setAccessibleName(text)
        self.setAccessibleDescription(remedy)
        self.text = text
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP * 3 // 2, GAP // 2, GAP // 2, GAP // 2)
        self._row.setSpacing(GAP)
        said = f"{text}. {remedy}" if remedy else text
        self._row.addWidget(plain_label("message-text", said, selectable=True), 1)
        close = QToolButton(self)
        close.setObjectName("dismiss")
        close.setAccessibleName(self.tr("Dismiss the message"))
        close.setToolTip(self.tr("Dismiss"))
        icons.dress(close, "close")
        close.clicked.connect(self.dismiss)
        self._row.addWidget(close)

    def offer(self, name: str, text: str, act: Callable[[], object]) -> None:
        """Add a button that acts and takes the message away."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.clicked.connect(self.dismiss)
        button.clicked.connect(lambda: act())
        self._row.insertWidget(self._row.count() - 1, button)

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.dismissed.emit()
        self.deleteLater()


class MessageBar(QWidget):
    """Up to three messages below one another; takes no room where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP, GAP // 2, GAP, GAP // 2)
        self._column.setSpacing(GAP // 2)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is shown, the newest last."""
        return [message.text for message in self._shown()]

    def say(self, tone: Tone, text: str, remedy: str = "", *, passing: bool = False) -> Message:
        """Show a message; a passing one goes by itself. The same text is never shown twice."""
        for old in self._shown():
            if old.text == text or len(self._shown()) >= MOST:
                old.dismiss()
        message = Message(tone, text, remedy, self)
        message.dismissed.connect(self._make_room)
        self._column.addWidget(message)
        message.show()
        self.show()
        if passing:
            QTimer.singleShot(PASSING_MS, message, message.dismiss)
        return message

    def fail(self, error: ArchiveError) -> Message:
        """Show an expected failure with its remedy."""
        problem = explain(error)
        return self.say(Tone.ERROR, problem.text, problem.remedy)

    def _make_room(self) -> None:
        self.setVisible(bool(self._shown()))

    def _shown(self) -> list[Message]:
        messages = self.findChildren(Message, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [message for message in messages if not message.isHidden()]
