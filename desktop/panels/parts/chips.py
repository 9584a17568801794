"""Concepts as chips: a label to press and a cross to take it away."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop import theme
from desktop.panels.parts.flow_layout import FlowLayout
from desktop.swatch import swatch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from index import ConceptUse

SLIM = "QToolButton { padding: 1px 4px; border-radius: 8px; }"
ROOM_FOR_ICON, CROSS = 30, 20
WIDEST = 220
"""Pixels of a label's text; longer ones are cut short, and whole in the tooltip."""
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Chip(QFrame):
    """One concept; Delete takes it away, Enter presses it."""

    pressed = Signal()
    removed = Signal()

    def __init__(self, use: ConceptUse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use = use
        self.setObjectName(f"chip-{use.concept.id}")
        label = QToolButton()
        label.setObjectName("chip-label")
        text = label.fontMetrics().elidedText(
            use.concept.label, Qt.TextElideMode.ElideMiddle, WIDEST
        )
        label.setText(text.replace("&", "&&"))
        label.setIcon(swatch(use.concept.colour))
        label.setIconSize(QSize(12, 12))
        label.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        label.setAccessibleName(use.full_path)
        label.setToolTip(escape(use.full_path))
        label.clicked.connect(self.pressed)
        cross = QToolButton()
        cross.setObjectName("chip-remove")
        cross.setText("×")
        cross.setAccessibleName(self.tr("Remove {concept}").format(concept=use.concept.label))
        cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 1, 3, 1)
        row.setSpacing(0)
        for button in (label, cross):
            button.setAutoRaise(True)
            button.setStyleSheet(SLIM)
            row.addWidget(button)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label.setFixedWidth(label.fontMetrics().horizontalAdvance(text) + ROOM_FOR_ICON)
        cross.setFixedWidth(CROSS)
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        worn = theme.present()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(worn.border)
        painter.setBrush(worn.chip)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVES:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """A flow of chips, and what follows them."""

    pressed = Signal(object)
    removed = Signal(object)
    """Concept."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)

    @property
    def labels(self) -> list[str]:
        """The concepts shown, in order."""
        return [chip.use.concept.label for chip in self._chips]

    def chip(self, label: str) -> Chip:
        """Return the chip of a concept."""
        return next(chip for chip in self._chips if chip.use.concept.label == label)

    def follow_with(self, widget: QWidget) -> None:
        """Set a widget behind the chips."""
        self._flow.addWidget(widget)

    def show_concepts(self, uses: Iterable[ConceptUse]) -> None:
        """Show these and no others; a chip that had the keyboard hands it on."""
        behind = [self._flow.takeAt(0) for _ in range(self._flow.count())][len(self._chips) :]
        at = next((n for n, chip in enumerate(self._chips) if chip.isAncestorOf(_focus(self))), -1)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(use) for use in uses]
        for item in behind:
            if item:
                self._flow.addItem(item)
        if at >= 0 and self._chips:
            self._chips[min(at, len(self._chips) - 1)].setFocus()
        self._flow.invalidate()
        self.updateGeometry()

    def _chip(self, use: ConceptUse) -> Chip:
        chip = Chip(use)
        chip.pressed.connect(partial(self.pressed.emit, use.concept))
        chip.removed.connect(partial(self.removed.emit, use.concept))
        self._flow.addWidget(chip)
        return chip


def _focus(widget: QWidget) -> QWidget:
    return widget.window().focusWidget() or widget
