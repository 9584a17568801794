"""The filters in force, each with a way to take it away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop import icons
from desktop.facet_names import facet_name, range_name, value_name
from desktop.panels.parts.flow_layout import FlowLayout
from desktop.theme import GAP

if TYPE_CHECKING:
    from desktop.concept_labels import ConceptLabels
    from desktop.session import Session
    from index import Filter, Query


class FilterChips(QWidget):
    """One button a filter; takes no room where there is none."""

    def __init__(
        self, session: Session, labels: ConceptLabels, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filter-chips")
        self._session, self._labels = session, labels
        self._row = FlowLayout(self, gap=GAP // 2)
        self._row.setContentsMargins(0, 0, 0, 0)
        session.queried.connect(self._show)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What is in force, as the buttons say it."""
        buttons = self.findChildren(QPushButton)
        return [b.text() for b in buttons if b.objectName().startswith("chip") and not b.isHidden()]

    def _show(self, query: Query) -> None:
        while (item := self._row.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.hide()
                button.deleteLater()
        for place, chosen in enumerate(query.filters):
            without = query.without(chosen.facet, chosen.value)
            self._add(f"chip-{place}", self._text(chosen), without)
        if range_name(query):
            undated = replace(query, filed_from=None, filed_to=None)
            self._add("chip-dates", range_name(query), undated)
        if not query.stems:
            widened = replace(query, stems=True)
            self._add("chip-stems", self.tr("Words as written only"), widened)
        if not query.thesaurus:
            widened = replace(query, thesaurus=True)
            self._add("chip-thesaurus", self.tr("Without other names"), widened)
        if self._row.count() > 1:
            self._add("clear-filters", self.tr("Clear all"), _bare(query))
        self.setVisible(self._row.count() > 0)

    def _text(self, chosen: Filter) -> str:
        value = value_name(chosen.facet, chosen.value, self._labels.uses)
        pattern = self.tr("{facet}: not {value}") if chosen.exclude else self.tr("{facet}: {value}")
        return pattern.format(facet=facet_name(chosen.facet), value=value)

    def _add(self, name: str, text: str, without: Query) -> None:
        button = QPushButton(text.replace("&", "&&"), self)
        button.setObjectName(name)
        button.setProperty("chip", name.startswith("chip"))
        button.setProperty("flat", not name.startswith("chip"))
        if name.startswith("chip"):
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            icons.dress(button, "close")
            button.setAccessibleName(self.tr("Remove the filter {filter}").format(filter=text))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda: self._session.ask(without))
        self._row.addWidget(button)
        button.show()


def _bare(query: Query) -> Query:
    """Return a query without anything that has a chip."""
    return replace(query, filters=(), filed_from=None, filed_to=None, stems=True, thesaurus=True)
