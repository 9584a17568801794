"""What the archive knows of the open dispatch, above its text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.date_text import day_text, stamp_text
from desktop.panels.parts.marked_label import MarkedLabel
from desktop.panels.parts.text_button import text_button
from desktop.panels.reader.versions import Versions
from desktop.phrases import in_a_sentence
from desktop.short_text import in_a_row
from index import Highlights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index import Accession, Timestamp

DOT = "  ·  "


class ReaderHeader(QWidget):
    """Headline, standfirst, who, where, when, from which file, and the versions of the story."""

    version_chosen = Signal(object)
    """AccessionNumber of another version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader-header")
        self.setAccessibleName(self.tr("About the dispatch"))
        self.headline = MarkedLabel("reader-headline")
        self.standfirst = MarkedLabel("reader-standfirst")
        self.filing = _line("reader-filing")
        self.dates = _line("reader-dates", dimmed=True)
        self.source = _line("reader-source", dimmed=True)
        self.doubts = _line("reader-doubts")
        self.doubts.setProperty("tone", "warning")
        self._source_row = QHBoxLayout()
        self._source_row.addWidget(self.source, 1)
        self.versions = Versions()
        self.versions.chosen.connect(self.version_chosen)
        self._offer_copy()
        self._lay_out()
        self._set_fonts()

    def _offer_copy(self) -> None:
        copy = QAction(self.tr("&Copy the headline"), self)
        copy.setObjectName("copy-headline")
        copy.triggered.connect(lambda: QApplication.clipboard().setText(self.headline.text))
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def offer(self, action: QAction) -> None:
        """Offer something to do beside the line that tells whence the dispatch came."""
        self._source_row.addWidget(text_button(action), 0, Qt.AlignmentFlag.AlignTop)
        self.addAction(action)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 6)
        column.setSpacing(4)
        for part in (self.headline, self.standfirst, self.filing, self.dates):
            column.addWidget(part)
        column.addLayout(self._source_row)
        column.addWidget(self.doubts)
        column.addWidget(self.versions)
        column.insertSpacing(1, 2)

    def _set_fonts(self) -> None:
        self.headline.setFont(theme.scaled(self.font(), 1.5, bold=True))
        self.standfirst.setFont(theme.scaled(self.font(), 1.12))
        self.filing.setFont(theme.scaled(self.font(), 1.0, bold=True))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_fonts()

    def show_dispatch(
        self,
        accession: Accession,
        versions: Sequence[Accession] = (),
        kin: Sequence[Accession] = (),
    ) -> None:
        """Show another dispatch, without hits; ``kin`` tell the same story otherwise."""
        dispatch = accession.dispatch
        self._accession = accession
        self.show_hits(Highlights())
        self.filing.show_parts((dispatch.agency, ", ".join(dispatch.byline), dispatch.city))
        self.dates.show_parts(self._dates(accession))
        self.source.show_parts(self._source(accession))
        self.source.setToolTip(_plain_tip(accession))
        self.doubts.show_parts(map(in_a_sentence, dispatch.warnings))
        self.versions.show_versions(accession, versions, kin)

    def show_hits(self, hits: Highlights) -> None:
        """Mark the hits in headline and standfirst."""
        dispatch = self._accession.dispatch
        self.headline.show_text(dispatch.headline, hits.headline)
        self.standfirst.show_text(dispatch.standfirst, hits.standfirst)

    def _dates(self, accession: Accession) -> list[str]:
        dispatch, imported = accession.dispatch, accession.provenance.imported
        named: list[tuple[str, Timestamp | None]] = [
            (self.tr("Filed {date}"), dispatch.filed),
            (self.tr("Updated {date}"), dispatch.updated),
            (self.tr("Captured {date}"), dispatch.captured),
        ]
        shown = [text.format(date=stamp_text(stamp)) for text, stamp in named if stamp]
        if imported:
            shown.append(self.tr("Imported {date}").format(date=day_text(imported)))
        return shown

    def _source(self, accession: Accession) -> list[str]:
        dispatch, origin = accession.dispatch, accession.provenance
        name = origin.path.replace("\\", "/").rsplit("/", 1)[-1]
        return [
            self.tr("No. {number}").format(number=accession.id),
            ", ".join(dispatch.section),
            f"{name} {origin.member}".strip(),
            self.tr("Excerpt only") if dispatch.partial else "",
            self.tr("Sample") if accession.sample else "",
            self.tr("In the trash") if accession.trashed else "",
        ]


class _Parts(QLabel):
    """Facts on one line, those that are known."""

    def show_parts(self, parts: Iterable[str]) -> None:
        text = in_a_row(parts, DOT)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


def _line(name: str, *, dimmed: bool = False) -> _Parts:
    label = _Parts()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if dimmed:
        label.setProperty("tone", "muted")
    return label


def _plain_tip(accession: Accession) -> str:
    """Return a tooltip in which nothing of the source is taken for markup."""
    origin = accession.provenance
    lines = (origin.path, accession.dispatch.source_url, f"SHA-256 {origin.sha256}")
    return "<br>".join(escape(line) for line in lines if line)
