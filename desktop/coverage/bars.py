"""Draws lying bars, with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from desktop.coverage.pens import LEFT, RIGHT, write
from desktop.coverage.plan import SPACE
from desktop.short_text import number

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from desktop.coverage.plan import Plan


def draw_bars(painter: QPainter, plan: Plan) -> None:
    """Draw a bar a row, and the headings of the numbers beside them."""
    figure, look = plan.figure, plan.look
    for at, text in enumerate(figure.more):
        box = _more_place(plan, 0, at)
        box = QRectF(box.left(), 0, box.width(), plan.top - 2)
        write(painter, box, text, look.small, look.theme.muted, RIGHT, look.small_metrics)
    longest = max(look.small_metrics.horizontalAdvance(number(r.count)) for r in figure.rows)
    room = plan.cell_width - longest - SPACE
    for row, heading in enumerate(figure.rows):
        place = plan.cell(row, 0)
        long = max(2.0, room * heading.count / figure.highest) if heading.count else 0.0
        inset = place.height() * 0.2
        bar = QRectF(place.left(), place.top() + inset, long, place.height() - 2 * inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.accent)
        painter.drawRect(bar)
        _draw_bar_numbers(painter, plan, row, bar.right() + 6)


def _draw_bar_numbers(painter: QPainter, plan: Plan, row: int, x: float) -> None:
    look, heading, place = plan.look, plan.figure.rows[row], plan.cell(row, 0)
    box = QRectF(x, place.top(), place.width(), place.height())
    write(
        painter, box, number(heading.count), look.small, look.theme.text, LEFT, look.small_metrics
    )
    for at, text in enumerate(heading.more):
        box = _more_place(plan, row, at)
        write(painter, box, text, look.small, look.theme.muted, RIGHT, look.small_metrics)


def _more_place(plan: Plan, row: int, at: int) -> QRectF:
    cell = plan.cell(row, 0)
    left = plan.left + plan.cell_width + at * plan.more_width
    return QRectF(left, cell.top(), plan.more_width - 2, cell.height())
