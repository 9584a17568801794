"""Annotating: every method is one entry of the undo stack, named for what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.colour_names import colour_name
from index import Colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session
    from index import AccessionNumber, Annotation, Change, ConceptId, Span


class Remark(NamedTuple):
    """What a user says about a passage."""

    colour: Colour = Colour.YELLOW
    note: str = ""
    concepts: tuple[ConceptId, ...] = ()


class Annotating(QObject):
    """Adds, edits and trashes annotations; remembers the colour used last."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.colour = Colour.YELLOW

    def add(self, dispatch: AccessionNumber, span: Span, remark: Remark) -> None:
        """Annotate a passage."""
        self.colour = remark.colour
        self._session.perform(self._adds(remark), lambda: self._add(dispatch, span, remark))

    def _add(self, dispatch: AccessionNumber, span: Span, remark: Remark) -> Change:
        colour, note, concepts = remark
        _, change = self._session.archive.annotations.add(
            dispatch, span.start, span.end, colour=colour, note=note, concepts=concepts
        )
        return change

    def _adds(self, remark: Remark) -> str:
        if remark.note:
            return self.tr("Add note")
        if remark.concepts:
            return self.tr("Code passage")
        return self.tr("Highlight in {colour}").format(colour=colour_name(remark.colour))

    def edit(self, annotation: Annotation, remark: Remark) -> None:
        """Say something else about the passage of an annotation."""
        if remark == remark_of(annotation):
            return
        self.colour = remark.colour
        colour, note, concepts = remark
        annotations = self._session.archive.annotations
        self._session.perform(
            self.tr("Edit annotation"),
            lambda: annotations.edit(annotation.id, colour=colour, note=note, concepts=concepts),
        )

    def code(self, annotation: Annotation, concept: ConceptId) -> None:
        """Put a concept on an annotation too."""
        if concept not in annotation.concepts:
            concepts = (*annotation.concepts, concept)
            self.edit(annotation, remark_of(annotation)._replace(concepts=concepts))

    def trash(self, annotations: Sequence[Annotation]) -> None:
        """Delete annotations; they go to the trash."""
        ids = tuple(annotation.id for annotation in annotations)
        text = self.tr("Delete annotation")
        if len(ids) > 1:
            text = self.tr("Delete %n annotations", "", len(ids))
        self._session.perform(text, lambda: self._session.archive.annotations.trash(ids))


def remark_of(annotation: Annotation) -> Remark:
    """Return what an annotation says."""
    return Remark(annotation.colour, annotation.note, annotation.concepts)
