"""Labels and colours of concepts by number, for lines that only know the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.delegates.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session
    from index import Change, ConceptId, ConceptUse

CODEBOOK = frozenset({"concept", "concept_label", "concept_alias"})
"""The tables that hold what a concept is, not where it is used."""


class ConceptLabels(QObject):
    """Reads the codebook once, and again after every change of it."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._uses: dict[int, ConceptUse] | None = None
        session.changed.connect(self._take)

    @property
    def uses(self) -> dict[int, ConceptUse]:
        """Every concept with its path, by number; its counts may be out of date."""
        if self._uses is None:
            self._uses = {use.concept.id: use for use in self._session.archive.codebook.all()}
        return self._uses

    def chips(self, concepts: Sequence[ConceptId]) -> list[Chip]:
        """Return the chips of some concepts; those deleted meanwhile are left out."""
        found = (self.uses.get(number) for number in concepts)
        return [Chip(use.concept.label, use.concept.colour) for use in found if use]

    def _take(self, change: Change) -> None:
        if any(row.table in CODEBOOK for row in change.rows):  # a tag changes no label
            self._uses = None
            self.changed.emit()
