"""Annotating: every method is one entry of the undo stack, named for what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.colour_names import colour_name
from desktop.commands.concepts import created
from desktop.commands.together import together
from index import Colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.session import Session
    from index import (
        AccessionNumber,
        Annotation,
        AnnotationId,
        Change,
        ConceptId,
        Mention,
        Span,
    )


class Remark(NamedTuple):
    """What a user says about a passage."""

    colour: Colour = Colour.YELLOW
    note: str = ""
    concepts: tuple[ConceptId, ...] = ()


class Aim(NamedTuple):
    """A passage that is selected in the open dispatch."""

    dispatch: AccessionNumber
    versions: frozenset[AccessionNumber]
    """Of its story, itself included."""
    span: Span


class Annotating(QObject):
    """Adds, edits and trashes annotations; remembers the colour used last."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.colour = Colour.YELLOW

    def add(self, dispatch: AccessionNumber, span: Span, remark: Remark) -> AnnotationId | None:
        """Annotate a passage; None where the archive refused."""
        self.colour = remark.colour
        return self._add(self._adds(remark), dispatch, span, remark)

    def code_new(
        self, dispatch: AccessionNumber, span: Span, path: Sequence[str]
    ) -> AnnotationId | None:
        """Create a concept and put it on a passage, in one step."""
        text = self.tr("Code passage with “{concept}”").format(concept=path[-1])
        return self._add(text, dispatch, span, Remark(self.colour), path)

    def _add(
        self,
        text: str,
        dispatch: AccessionNumber,
        span: Span,
        remark: Remark,
        path: Sequence[str] = (),
    ) -> AnnotationId | None:
        made: list[AnnotationId] = []

        def edit() -> Change:
            archive, (colour, note, concepts) = self._session.archive, remark
            before = []
            if path:
                concept, creation = created(archive, path)
                before, concepts = [creation], (*concepts, concept)
            annotation, change = archive.annotations.add(
                dispatch,
                span.start,
                span.end,
                colour=colour,
                note=note,
                concepts=concepts,
                creator=self._session.coder,
            )
            made.append(annotation)
            return together("annotate", (*before, change))

        self._session.perform(text, edit)
        return made[0] if made else None

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

    def toggle(self, annotation: Annotation, concept: ConceptId) -> None:
        """Put a concept on an annotation too, or take it off."""
        others = tuple(other for other in annotation.concepts if other != concept)
        concepts = others if len(others) < len(annotation.concepts) else (*others, concept)
        self.edit(annotation, remark_of(annotation)._replace(concepts=concepts))

    def attach(self, annotation: Annotation, dispatch: AccessionNumber, span: Span) -> None:
        """Put an annotation whose passage is gone on another one."""
        annotations = self._session.archive.annotations
        self._session.perform(
            self.tr("Attach annotation"),
            lambda: annotations.attach(annotation.id, dispatch, span)[1],
        )

    def trash(self, annotations: Sequence[Annotation]) -> None:
        """Delete annotations; they go to the trash."""
        ids = tuple(annotation.id for annotation in annotations)
        text = self.tr("Delete annotation")
        if len(ids) > 1:
            text = self.tr("Delete %n annotations", "", len(ids))
        self._session.perform(text, lambda: self._session.archive.annotations.trash(ids))

    def restore(self, annotations: Sequence[Annotation]) -> None:
        """Take annotations out of the trash."""
        ids = tuple(annotation.id for annotation in annotations)
        text = self.tr("Restore %n annotation(s)", "", len(ids))
        self._session.perform(text, lambda: self._session.archive.annotations.restore(ids))

    def merge(self, annotations: Sequence[Annotation]) -> AnnotationId | None:
        """Make one annotation of several that touch; None where the archive refused."""
        ids = tuple(annotation.id for annotation in annotations)
        made: list[AnnotationId] = []

        def edit() -> Change:
            kept, change = self._session.archive.annotations.merge(ids)
            made.append(kept)
            return change

        self._session.perform(self.tr("Merge %n annotation(s)", "", len(ids)), edit)
        return made[0] if made else None

    def add_each(self, mentions: Sequence[Mention], remark: Remark) -> None:
        """Say the same of several passages, as one step."""
        self.colour = remark.colour
        colour, note, concepts = remark
        annotations, coder = self._session.archive.annotations, self._session.coder
        self._session.perform(
            self.tr("Annotate %n passage(s)", "", len(mentions)),
            lambda: annotations.add_each(
                mentions, colour=colour, note=note, concepts=concepts, creator=coder
            )[1],
        )


def remark_of(annotation: Annotation) -> Remark:
    """Return what an annotation says."""
    return Remark(annotation.colour, annotation.note, annotation.concepts)
