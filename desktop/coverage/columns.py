"""Draws upright bars: a row of them for each heading, all on one scale but the first row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from desktop.coverage.pens import draw_ring, write_beside
from desktop.short_text import number

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.coverage.plan import Plan

translate = QCoreApplication.translate
BAR = 0.74
"""Of its column that a bar takes."""


def draw_columns(painter: QPainter, plan: Plan) -> None:
    """Draw the bars of every row on its line."""
    figure, look = plan.figure, plan.look
    right = plan.left + plan.cell_width * len(figure.columns)
    for row, line in enumerate(figure.counts):
        highest = figure.highest if row else figure.highest_sum
        base = plan.tops[row + 1] - 2.5
        painter.setPen(QPen(look.theme.border, 1))
        painter.drawLine(QPointF(plan.left, base), QPointF(right, base))
        for column, count in enumerate(line):
            _draw_column(painter, plan, plan.cell(row, column), count, highest)


def _draw_column(painter: QPainter, plan: Plan, place: QRectF, count: int, highest: int) -> None:
    worn = plan.look.theme
    base, room = place.bottom() - 1, place.height() - 4
    if not count:
        return draw_ring(painter, plan, QPointF(place.center().x(), base + 0.5))
    high = max(3.0, room * count / highest)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(worn.accent)
    wide = max(2.0, place.width() * BAR)
    painter.drawRect(QRectF(place.center().x() - wide / 2, base - high, wide, high))
    return None


def draw_scale(painter: QPainter, plan: Plan) -> None:
    """Draw the legend: the sign of a silence, and what the highest bars stand for."""
    figure = plan.figure
    box = QRectF(plan.left, plan.legend_top, plan.line, plan.line)
    draw_ring(painter, plan, box.center())
    text = translate(
        "figures", "no dispatch  ·  highest bar: {sum} in all, {highest} of one agency"
    ).format(sum=number(figure.highest_sum), highest=number(figure.highest))
    write_beside(painter, plan, box, text)
