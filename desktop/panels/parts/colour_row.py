"""The eight annotation colours as a row of buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop.colour_names import colour_icon, colour_name
from index import Colour

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


SLIM = "QToolButton { padding: 3px; }"


class ColourRow(QWidget):
    """Either chooses one colour (``checkable``), or acts at once when one is pressed."""

    pressed = Signal(object)
    """Colour."""

    def __init__(self, *, checkable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("colour-row")
        self.setAccessibleName(self.tr("Colour"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(checkable)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.buttons = {colour: self._button(colour, checkable) for colour in Colour}
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch()
        self._paint()

    def _button(self, colour: Colour, checkable: bool) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"colour-{colour}")
        button.setAccessibleName(colour_name(colour))
        button.setToolTip(colour_name(colour))
        button.setCheckable(checkable)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setStyleSheet(SLIM)
        button.clicked.connect(partial(self._press, colour))
        self._group.addButton(button)
        return button

    def _press(self, colour: Colour, _checked: bool = False) -> None:
        self.pressed.emit(colour)

    @property
    def colour(self) -> Colour:
        """The colour chosen."""
        chosen = (colour for colour, button in self.buttons.items() if button.isChecked())
        return next(chosen, Colour.YELLOW)

    def choose(self, colour: Colour) -> None:
        """Choose a colour."""
        self.buttons[colour].setChecked(True)

    def set_focus_policy(self, policy: Qt.FocusPolicy) -> None:
        """Set how the buttons come by the keyboard."""
        for button in self.buttons.values():
            button.setFocusPolicy(policy)

    def _paint(self) -> None:
        for colour, button in self.buttons.items():
            button.setIcon(colour_icon(colour))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()
