"""Colours for concepts as a row of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop.colour_names import colour_name
from desktop.inks import LIGHT_LINES
from desktop.swatch import swatch

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIM = "QToolButton { padding: 3px; }"


class SwatchRow(QWidget):
    """No colour, the eight strong ones, and a concept's own one where it is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("concept-colour")
        self.setAccessibleName(self.tr("Colour"))
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._buttons: dict[str, QToolButton] = {}
        for value, name in self._offered():
            self._add(value, name)
        self._row.addStretch()
        self.setFocusProxy(self._buttons[""])

    def _offered(self) -> Iterator[tuple[str, str]]:
        yield "", self.tr("No colour")
        for colour, value in LIGHT_LINES.items():
            yield value, colour_name(colour)

    def _add(self, value: str, name: str) -> None:
        button = QToolButton()
        button.setObjectName(f"concept-colour-{value.lstrip('#') or 'none'}")
        button.setIcon(swatch(value, size=16))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setStyleSheet(SLIM)
        self._group.addButton(button)
        self._buttons[value] = button
        self._row.insertWidget(len(self._buttons) - 1, button)

    @property
    def colour(self) -> str:
        """The colour chosen, ``#rrggbb`` or empty."""
        return next((value for value, b in self._buttons.items() if b.isChecked()), "")

    def choose(self, colour: str) -> None:
        """Choose a colour, offering it where it is not one of the eight."""
        if colour not in self._buttons:
            self._add(colour, colour)
        self._buttons[colour].setChecked(True)
