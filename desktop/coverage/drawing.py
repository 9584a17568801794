"""Draws a figure; the same on the screen, into a picture and into a drawing file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from desktop.coverage.bars import draw_bars
from desktop.coverage.columns import draw_columns, draw_scale
from desktop.coverage.figure import Kind
from desktop.coverage.headings import draw_column_headings, draw_row_headings
from desktop.coverage.matrix import ROUND, draw_matrix, draw_shades

if TYPE_CHECKING:
    from desktop.coverage.figure import Spot
    from desktop.coverage.plan import Plan


def draw(painter: QPainter, plan: Plan, *, at: Spot | None = None) -> None:
    """Draw a figure at the origin; ``at`` is framed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_row_headings(painter, plan)
    match plan.figure.kind:
        case Kind.MATRIX:
            draw_column_headings(painter, plan)
            draw_matrix(painter, plan)
            draw_shades(painter, plan)
        case Kind.COLUMNS:
            draw_column_headings(painter, plan)
            draw_columns(painter, plan)
            draw_scale(painter, plan)
        case Kind.BARS:
            draw_bars(painter, plan)
    if at is not None:
        _draw_frame(painter, plan, at)


def _draw_frame(painter: QPainter, plan: Plan, at: Spot) -> None:
    """Draw a dark line and a light one, so that one of them stands out from any shade."""
    place = plan.place(at)
    if plan.figure.kind is Kind.BARS:
        place = place.united(plan.row_heading(at.row))
    worn = plan.look.theme
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(worn.base, 2))
    painter.drawRoundedRect(place.adjusted(2.5, 2.5, -2.5, -2.5), ROUND - 1, ROUND - 1)
    painter.setPen(QPen(worn.text, 2))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
