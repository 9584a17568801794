"""Where everything of a figure stands, for a given width."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from desktop.coverage.figure import HEAD, Kind, Spot
from desktop.short_text import number

if TYPE_CHECKING:
    from desktop.coverage.figure import Figure
    from desktop.coverage.look import Look

GAP = 2.0
"""Pixels between cells."""
SPACE = 10.0
"""Between the parts of a figure."""
INDENT = 12.0
"""Of a heading below a broader one."""
WIDEST = {Kind.MATRIX: 112.0, Kind.COLUMNS: 56.0}
"""Pixels of a column."""
SHARE = {Kind.MATRIX: 0.27, Kind.COLUMNS: 0.27, Kind.BARS: 0.46}
"""Of the width that the headings of rows may take."""
ROW = {Kind.MATRIX: 1.5, Kind.COLUMNS: 2.3, Kind.BARS: 1.6}
"""Heights of rows in lines of text."""
SUM_ROW = 4.2
"""Height of the first row of upright bars, in lines of text."""


@dataclass(frozen=True)
class Plan:
    """Every place is in pixels from the figure's top left."""

    figure: Figure
    look: Look
    width: float

    # --- columns ----------------------------------------------------------------------------

    @cached_property
    def count_width(self) -> float:
        """Room for the counts beside the headings of rows."""
        if self.figure.kind is Kind.BARS:
            return 0.0
        texts = (number(row.count) for row in self.figure.rows)
        return max(self.look.small_metrics.horizontalAdvance(text) for text in texts) + SPACE

    @cached_property
    def heading_width(self) -> float:
        """Room for the headings of rows."""
        metrics = self.look.metrics
        texts = (metrics.horizontalAdvance(r.text) + INDENT * r.depth for r in self.figure.rows)
        return min(max(texts) + 1, self.width * SHARE[self.figure.kind])

    @cached_property
    def left(self) -> float:
        """Where the cells begin."""
        return self.heading_width + self.count_width + SPACE

    @cached_property
    def more_width(self) -> float:
        """Room for each further number of a lying bar."""
        texts = [text for row in self.figure.rows for text in row.more]
        texts += self.figure.more
        advance = self.look.small_metrics.horizontalAdvance
        return max(map(advance, texts), default=0.0) + 2 * SPACE if self.figure.more else 0.0

    @cached_property
    def cell_width(self) -> float:
        """The width of a column with the gap after it."""
        room = self.width - self.left
        if self.figure.kind is Kind.BARS:
            return room - self.more_width * len(self.figure.more)
        return min(WIDEST[self.figure.kind], room / len(self.figure.columns))

    # --- rows -------------------------------------------------------------------------------

    @cached_property
    def line(self) -> float:
        """The height of a line of text."""
        return self.look.metrics.height()

    @cached_property
    def top(self) -> float:
        """Where the cells begin: headings of columns stand above them, those of bars below."""
        small = self.look.small_metrics.height()
        if self.figure.kind is Kind.COLUMNS:
            return 2.0
        if self.figure.kind is Kind.BARS:
            return small + 4 if self.figure.more else 0.0
        return small * self.heading_lines + 6

    @cached_property
    def heading_lines(self) -> int:
        """Lines of the headings of columns."""
        grouped = any(heading.group for heading in self.figure.columns)
        return 2 if grouped or self.figure.kind is Kind.COLUMNS else 3

    def row_height(self, row: int) -> float:
        """Return the height of a row with the gap after it."""
        kind = self.figure.kind
        lines = SUM_ROW if kind is Kind.COLUMNS and row == 0 else ROW[kind]
        return round(self.line * lines) + GAP

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """Where each row begins, and where the last one ends."""
        tops = [self.top]
        for row in range(len(self.figure.rows)):
            tops.append(tops[-1] + self.row_height(row))
        return tuple(tops)

    @cached_property
    def legend_top(self) -> float:
        """Where the legend stands; below it is nothing."""
        if self.figure.kind is not Kind.COLUMNS:
            return self.tops[-1] + SPACE
        return self.tops[-1] + self.look.small_metrics.height() * 2 + SPACE

    @cached_property
    def height(self) -> float:
        """Of the whole figure."""
        if self.figure.kind is Kind.BARS:
            return self.tops[-1]
        return self.legend_top + self.line

    # --- places -----------------------------------------------------------------------------

    def cell(self, row: int, column: int) -> QRectF:
        """Return the place of a cell without the gaps."""
        return QRectF(
            self.left + column * self.cell_width,
            self.tops[row],
            self.cell_width - GAP,
            self.row_height(row) - GAP,
        )

    def row_heading(self, row: int) -> QRectF:
        """Return the place of a row's heading with its count."""
        return QRectF(0, self.tops[row], self.left - SPACE / 2, self.row_height(row) - GAP)

    def column_heading(self, column: int) -> QRectF:
        """Return the place of a column's heading."""
        x = self.left + column * self.cell_width
        if self.figure.kind is Kind.COLUMNS:
            height = self.look.small_metrics.height() * 2
            return QRectF(x, self.tops[-1] + 2, self.cell_width - GAP, height)
        return QRectF(x, 0, self.cell_width - GAP, self.top - 3)

    def place(self, spot: Spot) -> QRectF:
        """Return the place of a cell or a heading."""
        if spot.column == HEAD:
            return self.row_heading(spot.row)
        if spot.row == HEAD:
            return self.column_heading(spot.column)
        return self.cell(spot.row, spot.column)

    @property
    def spots(self) -> tuple[range, range]:
        """Rows and columns that can be gone to, from the headings on where they ask something."""
        first_row = HEAD if self.figure.kind is Kind.MATRIX else 0
        first_column = 0 if self.figure.kind is Kind.BARS else HEAD
        rows, columns = len(self.figure.rows), len(self.figure.columns)
        return range(first_row, rows), range(first_column, columns)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the cell or heading under a point."""
        rows, columns = self.spots
        row = next((r for r in rows if r != HEAD and point.y() < self.tops[r + 1]), None)
        if point.y() < self.top:
            row = HEAD
        column = HEAD if point.x() < self.left else int((point.x() - self.left) / self.cell_width)
        if self.figure.kind is Kind.BARS:
            column = 0
        if row is None or row not in rows or column not in columns or row == column == HEAD:
            return None
        return Spot(row, column)
