"""The names of the eight annotation colours, and the picture of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.inks import present_inks
from desktop.swatch import swatch
from index import Colour

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

translate = QCoreApplication.translate


def colour_name(colour: Colour) -> str:
    """Return the name in the user's language."""
    names = {
        Colour.YELLOW: translate("colour_names", "Yellow"),
        Colour.ORANGE: translate("colour_names", "Orange"),
        Colour.RED: translate("colour_names", "Red"),
        Colour.PINK: translate("colour_names", "Pink"),
        Colour.PURPLE: translate("colour_names", "Purple"),
        Colour.BLUE: translate("colour_names", "Blue"),
        Colour.TEAL: translate("colour_names", "Teal"),
        Colour.GREEN: translate("colour_names", "Green"),
    }
    return names[colour]


def colour_icon(colour: Colour) -> QIcon:
    """Return a dot in the colour as it is on the page of the present theme."""
    inks = present_inks()
    return swatch(inks.annotations[colour], inks.lines[colour], 16)
