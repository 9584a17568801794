"""A figure as a file: a drawing (SVG), a picture (PNG) or its table (CSV)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize, Qt
from PySide6.QtGui import QFont, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop import theme
from desktop.coverage.drawing import draw
from desktop.coverage.look import Look
from desktop.coverage.plan import Plan
from index import ExportRefused

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.coverage.figure import Figure

WIDTH = 1040
"""Pixels of a figure on paper, without its margins."""
MARGIN = 24
SHARPNESS = 2
"""Pixels of a picture for one of the figure."""
CSS_PIXELS = 96
"""An inch, in the units of web pages and word processors."""
DRAWINGS = (".svg", ".png")


@dataclass(frozen=True)
class Sheet:
    """A figure as it is printed: on white, with its title and what was counted below it."""

    figure: Figure
    caption: str
    font: QFont

    @property
    def plan(self) -> Plan:
        """Of the figure, in the light theme whatever the screen wears."""
        return Plan(self.figure, Look.of(self.font, theme.load("light")), float(WIDTH))

    def write(self, path: Path) -> None:
        """Write the drawing or the picture that the ending of the path says.

        Raises:
            ExportRefused: the file cannot be written; one that was there is unchanged.
        """
        made = _svg(self) if path.suffix.lower() == ".svg" else _png(self)
        _replace(path, made)

    # --- drawn ------------------------------------------------------------------------------

    @property
    def size(self) -> QSize:
        """Of the whole sheet."""
        plan = self.plan
        lines = 1 + len(self.texts(plan))
        height = plan.height + plan.line * (lines + 1.8) + 2 * MARGIN
        return QSize(WIDTH + 2 * MARGIN, round(height))

    def texts(self, plan: Plan) -> list[str]:
        """Return the lines below the figure."""
        found: list[str] = []
        for text in (self.figure.note, self.caption):
            line = ""
            for word in text.split():
                longer = f"{line} {word}".strip()
                if plan.look.small_metrics.horizontalAdvance(longer) > WIDTH and line:
                    found.append(line)
                    longer = word
                line = longer
            found += [line] if line else []
        return found

    def draw(self, painter: QPainter) -> None:
        """Draw title, figure and caption."""
        plan = self.plan
        worn, line = plan.look.theme, plan.line
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), worn.base)
        painter.translate(MARGIN, MARGIN)
        bold = QFont(plan.look.font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(worn.text)
        painter.drawText(
            QRectF(0, 0, WIDTH, line), int(Qt.AlignmentFlag.AlignLeft), self.figure.title
        )
        painter.translate(0, line * 1.8)
        draw(painter, plan)
        painter.translate(0, plan.height + line)
        painter.setFont(plan.look.small)
        painter.setPen(worn.muted)
        for number, text in enumerate(self.texts(plan)):
            place = QRectF(0, number * line, WIDTH, line)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), text)


def _svg(sheet: Sheet) -> QByteArray:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(CSS_PIXELS)
    made.setSize(sheet.size)
    made.setViewBox(QRectF(0, 0, sheet.size.width(), sheet.size.height()))
    made.setTitle(sheet.figure.title)
    made.setDescription(sheet.caption)
    painter = QPainter(made)
    sheet.draw(painter)
    painter.end()
    buffer.close()
    return content


def _png(sheet: Sheet) -> QByteArray:
    image = QImage(sheet.size * SHARPNESS, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(SHARPNESS, SHARPNESS)
    sheet.draw(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    return content


def _replace(path: Path, content: QByteArray) -> None:
    file = QSaveFile(str(path))
    written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == content.size()
    if not (written and file.commit()):
        raise ExportRefused(path=path, detail=file.errorString())
