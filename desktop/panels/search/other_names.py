"""Other names of what a query names, each of which can be switched off."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desktop.panels.parts.flow_layout import FlowLayout

if TYPE_CHECKING:
    from desktop.session import Session
    from index import Query, Related, Summary

WIDEST = 280
"""Pixels of a name before it is cut short; its tooltip has all of it."""
SHOWN = 12
"""Names beside one another; more are searched, but have no button."""


class OtherNames(QFrame):
    """One line: what was named, and a button for each other name; a pressed one is searched."""

    def __init__(
        self, session: Session, query: Query, related: Related, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("other-names")
        self._session, self._query, self._related = session, query, related
        row = FlowLayout(self)
        text = self.tr("“{words}” is also called").format(words=related.asked)
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("tone", "muted")
        row.addWidget(label)
        for name in (*related.names, *related.off)[:SHOWN]:
            row.addWidget(self._button(name))

    def _button(self, name: str) -> QPushButton:
        on = name in self._related.names
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDEST)
        button = QPushButton(shown.replace("&", "&&"), self)
        button.setObjectName("other-name")
        button.setCheckable(True)
        button.setChecked(on)
        button.setProperty("flat", True)
        button.setAccessibleName(name)
        told = (
            self.tr("Searched too; press to leave it out")
            if on
            else self.tr("Left out; press to search it too")
        )
        button.setToolTip(told if shown == name else f"{name}\n{told}")
        button.toggled.connect(partial(self._switch, name))
        return button

    def _switch(self, name: str, wanted: bool) -> None:
        """Search again with or without a name."""
        unwanted = {*self._query.unwanted}
        if not self._query.thesaurus:
            unwanted |= {*self._related.off}
        unwanted = unwanted - {name} if wanted else unwanted | {name}
        self._session.ask(replace(self._query, thesaurus=True, unwanted=tuple(sorted(unwanted))))


def word_forms(summary: Summary) -> dict[str, tuple[str, ...]]:
    """Return the other forms of the query's words, without other names."""
    names = {name for related in summary.related for name in related.names}
    forms = {
        word: tuple(form for form in found if form not in names)
        for word, found in summary.expanded.items()
    }
    return {word: found for word, found in forms.items() if found}
