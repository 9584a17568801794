"""What figures are written and marked with: text on one line, and the sign of a silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from desktop.coverage.plan import SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

    from desktop.coverage.plan import Plan

_Align = Qt.AlignmentFlag
LEFT = _Align.AlignLeft | _Align.AlignVCenter
RIGHT = _Align.AlignRight | _Align.AlignVCenter
CENTRE = _Align.AlignHCenter | _Align.AlignVCenter
RING = 2.5
"""Half the width of the sign of a silence, in pixels."""


def write(
    painter: QPainter,
    place: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    align: Qt.AlignmentFlag,
    metrics: QFontMetricsF,
) -> None:
    """Write a text on one line, cut short where it is too long."""
    painter.setFont(font)
    painter.setPen(ink)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(align | Qt.TextFlag.TextSingleLine), shown)


def draw_ring(painter: QPainter, plan: Plan, centre: QPointF) -> None:
    """Draw the sign of a silence; it is the same in every figure."""
    painter.setPen(QPen(plan.look.theme.muted, 1.4))
    painter.setBrush(plan.look.theme.base)
    painter.drawEllipse(centre, RING, RING)


def write_beside(painter: QPainter, plan: Plan, box: QRectF, text: str) -> float:
    """Write what a sign of the legend means; return where the next one may stand."""
    look = plan.look
    wide = look.small_metrics.horizontalAdvance(text) + 2
    place = QRectF(box.right() + 5, box.top(), wide, box.height())
    write(painter, place, text, look.small, look.theme.muted, LEFT, look.small_metrics)
    return place.right() + SPACE * 1.5
