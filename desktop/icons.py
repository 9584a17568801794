"""Line icons, drawn in the theme's text colour; the drawings are in ``resources/icons``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop import theme

SIZES = (16, 20, 24, 32, 40, 48, 64)
PROPERTY = "icon_name"


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """Return a drawing in ``colour``, or in the present text colour with a greyed variant."""
    present = theme.present()
    drawn = QIcon()
    for size in SIZES:
        drawn.addPixmap(pixmap(name, size, colour or present.text))
        drawn.addPixmap(pixmap(name, size, present.disabled), QIcon.Mode.Disabled)
    return drawn


def pixmap(name: str, size: int, colour: QColor) -> QPixmap:
    """Return a drawing ``size`` device-independent pixels wide."""
    ratio = _ratio()
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    source = _source(name).replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def application_icon() -> QIcon:
    """Return the icon of the program itself."""
    return QIcon(str(files("resources") / "linux" / "dispatch-reader.svg"))


def dress(target: QAction | QAbstractButton, name: str) -> None:
    """Give an action or button an icon that :func:`redress` can draw again."""
    target.setProperty(PROPERTY, name)
    target.setIcon(icon(name))


def redress(root: QWidget) -> None:
    """Draw the icons below ``root`` again, in the colours of the present theme."""
    for action in root.findChildren(QAction):
        if action.property(PROPERTY):
            action.setIcon(icon(str(action.property(PROPERTY))))
    for button in root.findChildren(QAbstractButton):
        if button.property(PROPERTY):
            button.setIcon(icon(str(button.property(PROPERTY))))


def _ratio() -> int:
    app = QApplication.instance()
    return max(1, round(app.devicePixelRatio() + 0.49)) if isinstance(app, QApplication) else 1


@cache
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
