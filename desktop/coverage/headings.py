"""Draws the headings of rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPen

from desktop.coverage.figure import Kind
from desktop.coverage.pens import CENTRE, LEFT, RIGHT, write
from desktop.coverage.plan import INDENT
from desktop.short_text import number

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetricsF, QPainter

    from desktop.coverage.figure import Heading
    from desktop.coverage.plan import Plan


def draw_row_headings(painter: QPainter, plan: Plan) -> None:
    """Write what the rows are, with their counts; what does not occur is written in grey."""
    look = plan.look
    for row, heading in enumerate(plan.figure.rows):
        place = plan.row_heading(row)
        ink = look.theme.text if heading.count else look.theme.muted
        name = QRectF(place)
        name.setLeft(INDENT * heading.depth)
        name.setWidth(plan.heading_width - name.left())
        font = look.font if row or plan.figure.kind is not Kind.COLUMNS else _bold(look.font)
        write(painter, name, heading.text, font, ink, LEFT, look.metrics)
        if plan.count_width:
            count = QRectF(plan.heading_width, place.top(), plan.count_width, place.height())
            text, muted = number(heading.count), look.theme.muted
            write(painter, count, text, look.small, muted, RIGHT, look.small_metrics)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def draw_column_headings(painter: QPainter, plan: Plan) -> None:
    """Write what the columns are; a year stands once, below its first month."""
    group = None
    for column, heading in enumerate(plan.figure.columns):
        place = plan.column_heading(column)
        if heading.group:
            _draw_line(painter, plan, place, 0, heading.text)
            if heading.group != group:
                _draw_group(painter, plan, place, heading.group)
            group = heading.group
        else:
            _draw_wrapped(painter, plan, place, heading)


def _draw_line(painter: QPainter, plan: Plan, place: QRectF, line: int, text: str) -> None:
    look = plan.look
    height = look.small_metrics.height()
    box = QRectF(place.left(), place.top() + line * height, place.width(), height)
    write(painter, box, text, look.small, look.theme.muted, CENTRE, look.small_metrics)


def _draw_group(painter: QPainter, plan: Plan, place: QRectF, text: str) -> None:
    """Write the year below its first month, where it may be wider than that."""
    look = plan.look
    height = look.small_metrics.height()
    wide = max(place.width(), look.small_metrics.horizontalAdvance(text) + 1)
    box = QRectF(place.left(), place.top() + height, wide, height)
    painter.setPen(QPen(look.theme.border, 1))
    painter.drawLine(
        place.topLeft() + QPointF(-1.5, 2), place.topLeft() + QPointF(-1.5, height * 2)
    )
    write(painter, box, text, look.small, look.theme.text, LEFT, look.small_metrics)


def _draw_wrapped(painter: QPainter, plan: Plan, place: QRectF, heading: Heading) -> None:
    """Write a heading on two lines if need be, and its count on the third."""
    look = plan.look
    if plan.heading_lines < 3:
        return _draw_line(painter, plan, place, 0, heading.text)
    first, rest = _broken(heading.text, place.width(), look.small_metrics)
    lines = (first, rest) if rest else ("", first)
    for line, text in enumerate((*lines, number(heading.count))):
        _draw_line(painter, plan, place, line, text)
    return None


def _broken(text: str, width: float, metrics: QFontMetricsF) -> tuple[str, str]:
    """Break a heading between two words where it is too wide for one line."""
    words = text.split()
    if metrics.horizontalAdvance(text) <= width or len(words) < 2:
        return text, ""
    fitting = [n for n in range(1, len(words)) if _fits(words[:n], width, metrics)]
    cut = max(fitting, default=1)
    return " ".join(words[:cut]), " ".join(words[cut:])


def _fits(words: list[str], width: float, metrics: QFontMetricsF) -> bool:
    return metrics.horizontalAdvance(" ".join(words)) <= width
