"""Small rounded labels at the end of a line: concepts and counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 6
PADDING = 7
DOT = 7
MOST = 150
"""Pixels of a label's text; longer ones are cut short."""
SHARE = 0.55
"""The part of the line that labels may take."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One label; ``colour`` is ``#rrggbb`` or empty."""

    text: str
    colour: str = ""


def draw_chips(
    painter: QPainter, line: QRectF, chips: Sequence[Chip], counts: Sequence[str]
) -> float:
    """Draw labels from the right end of a line; return the width they take.

    Counts are written with the painter's pen.
    """
    metrics, ink = QFontMetricsF(painter.font()), painter.pen()
    right = line.right()
    for count in counts:
        right = _count(painter, line, right, count, metrics)
    shown, left_over = _fitting(chips, line.width() * SHARE, metrics)
    if left_over:
        right = _count(painter, line, right, f"+{left_over}", metrics)
    for chip, text in reversed(shown):
        right = _chip(painter, line, right, chip, text, metrics)
    painter.setPen(ink)
    return line.right() - right + (GAP if right < line.right() else 0)


def _fitting(
    chips: Sequence[Chip], room: float, metrics: QFontMetricsF
) -> tuple[list[tuple[Chip, str]], int]:
    shown: list[tuple[Chip, str]] = []
    for chip in chips:
        text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, MOST)
        room -= _width(chip, text, metrics) + GAP
        if room < 0:
            break
        shown.append((chip, text))
    return shown, len(chips) - len(shown)


def _width(chip: Chip, text: str, metrics: QFontMetricsF) -> float:
    return metrics.horizontalAdvance(text) + 2 * PADDING + (DOT + 4 if chip.colour else 0)


def _chip(
    painter: QPainter, line: QRectF, right: float, chip: Chip, text: str, metrics: QFontMetricsF
) -> float:
    colours = theme.present()
    width = _width(chip, text, metrics)
    box = QRectF(right - width, line.top(), width, line.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colours.border)
    painter.setBrush(colours.chip)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    inner = box.adjusted(PADDING, 0, -PADDING, 0)
    if chip.colour:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chip.colour))
        painter.drawEllipse(QRectF(inner.left(), inner.center().y() - DOT / 2, DOT, DOT))
        inner.setLeft(inner.left() + DOT + 4)
    painter.setPen(colours.chip_text)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
    return box.left() - GAP


def _count(
    painter: QPainter, line: QRectF, right: float, text: str, metrics: QFontMetricsF
) -> float:
    width = metrics.horizontalAdvance(text)
    box = QRectF(right - width, line.top(), width, line.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
    return box.left() - GAP
