"""A figure with its title, what it leaves out, and a button that saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import icons
from desktop.coverage.view import FigureView
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop.coverage.figure import Figure


class FigurePanel(QWidget):
    """Ctrl+S saves the figure that has the keyboard."""

    save_wanted = Signal(object)
    """Figure."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"panel-{figure.name}")
        self.title = _label("figure-title")
        self.note = _label("figure-note")
        self.note.setProperty("tone", "muted")
        self.view = FigureView(figure)
        self.save = QPushButton(self.tr("Save…"))
        self.save.setObjectName("save-figure")
        self.save.setProperty("flat", True)
        self.save.setToolTip(self.tr("Save as a drawing, a picture or a table (Ctrl+S)"))
        icons.dress(self.save, "export")
        self.save.clicked.connect(self._save)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._save)
        self._arrange()
        self.show_figure(figure)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.view)
        column.addWidget(self.note)
        column.addStretch()
        QWidget.setTabOrder(self.view, self.save)
        self._dress()

    def show_figure(self, figure: Figure) -> None:
        """Show other counts of the same figure."""
        self.title.setText(figure.title)
        self.save.setAccessibleName(self.tr("Save “{figure}”").format(figure=figure.title))
        self.note.setText(figure.note)
        self.note.setVisible(bool(figure.note))
        self.view.show_figure(figure)

    def _save(self) -> None:
        self.save_wanted.emit(self.view.figure)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._dress()

    def _dress(self) -> None:
        self.title.setFont(scaled(self.font(), 1.1, bold=True))


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
