"""Draws a matrix: a shade and a number a cell, a ring where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt

from desktop.coverage.pens import CENTRE, draw_ring, write, write_beside
from desktop.short_text import number

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.coverage.plan import Plan

translate = QCoreApplication.translate
ROUND = 3.0
STEPS = (1.0, 0.4, 0.1)
"""Of the highest count, in the legend."""


def draw_matrix(painter: QPainter, plan: Plan) -> None:
    """Draw the cells."""
    for row, line in enumerate(plan.figure.counts):
        for column, count in enumerate(line):
            _draw_cell(painter, plan, plan.cell(row, column), count)


def _draw_cell(painter: QPainter, plan: Plan, place: QRectF, count: int) -> None:
    look = plan.look
    if not count:
        return _draw_silence(painter, plan, place)
    ground = look.shade(count, plan.figure.highest)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(place, ROUND, ROUND)
    text = number(count)
    if look.small_metrics.horizontalAdvance(text) <= place.width():
        ink = look.ink_on(ground)
        write(painter, place, text, look.small, ink, CENTRE, look.small_metrics)
    return None


def _draw_silence(painter: QPainter, plan: Plan, place: QRectF) -> None:
    """Draw what does not occur: a ring on an empty cell."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(plan.look.theme.alternate)
    painter.drawRoundedRect(place, ROUND, ROUND)
    draw_ring(painter, plan, place.center())


def draw_shades(painter: QPainter, plan: Plan) -> None:
    """Draw the legend: the hollow cell of a silence, and shades with their numbers."""
    look, highest = plan.look, plan.figure.highest
    shown = sorted({max(1, round(highest * part)) for part in STEPS})
    x, side = plan.left, plan.line
    for count in (0, *shown):
        box = QRectF(x, plan.legend_top, side * 1.5, side)
        if count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.shade(count, highest))
            painter.drawRoundedRect(box, ROUND, ROUND)
        else:
            _draw_silence(painter, plan, box)
        text = number(count) if count else translate("figures", "no dispatch")
        x = write_beside(painter, plan, box, text)
