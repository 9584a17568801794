"""Small pictures drawn by the program itself: a concept's dot, an annotation's colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

SIZE = 14
SCALE = 2
"""Drawn at twice the size, for dense screens."""


def swatch(colour: str, line: str = "", size: int = SIZE) -> QIcon:
    """Return a dot of a colour; an empty colour gives a ring."""
    picture = QPixmap(size * SCALE, size * SCALE)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line or colour or "#8a9099"), 1.4))
    painter.setBrush(QColor(colour) if colour else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1.5, 1.5, size - 3, size - 3))
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else Qt tints it with the selection
    return icon
