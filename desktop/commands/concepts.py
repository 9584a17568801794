"""Edits of the codebook, each one undoable step with an honest name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.commands.together import together
from index import PATH_SEPARATOR, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.dialogs.split_concept import SplitForm
    from desktop.session import Session
    from index import AccessionNumber, Archive, Change, Concept, ConceptId, ConceptUse


@dataclass(frozen=True, slots=True)
class ConceptForm:
    """What a user states about a concept."""

    label: str
    colour: str = ""
    scope_note: str = ""
    digit: int | None = None
    aliases: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    """By language."""
    alias_languages: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> list[tuple[str, str]]:
        """The aliases with their languages."""
        return [(alias, self.alias_languages.get(alias, "")) for alias in self.aliases]

    @classmethod
    def of(cls, concept: Concept) -> ConceptForm:
        """Return what is stated now."""
        return cls(
            concept.label,
            concept.colour,
            concept.scope_note,
            concept.digit,
            concept.aliases,
            concept.labels,
            concept.alias_languages,
        )


class Concepts(QObject):
    """What may be done to concepts; every method is one entry of the undo stack."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def all(self) -> tuple[ConceptUse, ...]:
        """Return the codebook as it is now."""
        return self._session.archive.codebook.all()

    def create(self, path: Sequence[str], form: ConceptForm) -> None:
        """Create the concept at the end of a path, and those above it that are missing."""
        text = self.tr("Create concept “{path}”").format(path=PATH_SEPARATOR.join(path))
        self._session.perform(text, lambda: created(self._session.archive, path, form)[1])

    def rename(self, concept: Concept, label: str) -> None:
        """Give a concept another preferred label."""
        text = self.tr("Rename “{old}” to “{new}”").format(old=concept.label, new=label)
        book = self._session.archive.codebook
        self._session.perform(text, lambda: book.rename(concept.id, label))

    def move(self, concept: Concept, broader: Concept | None) -> None:
        """Place a concept below another one, or at the top."""
        if broader is None:
            text = self.tr("Move “{concept}” to the top").format(concept=concept.label)
        else:
            text = self.tr("Move “{concept}” below “{broader}”").format(
                concept=concept.label, broader=broader.label
            )
        book = self._session.archive.codebook
        self._session.perform(text, lambda: book.move(concept.id, broader.id if broader else None))

    def edit(self, concept: Concept, form: ConceptForm) -> None:
        """Change what is stated of a concept, as far as it is stated otherwise."""
        text = self.tr("Edit concept “{concept}”").format(concept=concept.label)
        book, before = self._session.archive.codebook, ConceptForm.of(concept)
        self._session.perform(
            text,
            lambda: book.edit(
                concept.id,
                label=form.label if form.label != before.label else None,
                colour=form.colour if form.colour != before.colour else None,
                scope_note=form.scope_note if form.scope_note != before.scope_note else None,
                digit=form.digit if form.digit != before.digit else -1,
                aliases=None if form.names == before.names else form.aliases,
                alias_languages=form.alias_languages,
                labels=form.labels if form.labels != before.labels else None,
            ),
        )

    def merge(self, source: Concept, target: Concept) -> None:
        """Move every use of a concept to another one, and drop it."""
        text = self.tr("Merge “{source}” into “{target}”").format(
            source=source.label, target=target.label
        )
        book = self._session.archive.codebook
        self._session.perform(text, lambda: book.merge(source.id, target.id))

    def split(self, concept: Concept, form: SplitForm) -> None:
        """Move some uses of a concept to a new one beside it."""
        text = self.tr("Split “{new}” off “{concept}”").format(
            new=form.label, concept=concept.label
        )
        book = self._session.archive.codebook
        self._session.perform(
            text,
            lambda: book.split(
                concept.id,
                form.label,
                dispatches=form.dispatches,
                annotations=form.annotations,
            )[1],
        )

    def tag(self, concept: Concept, ids: Sequence[AccessionNumber]) -> None:
        """Put a concept on dispatches."""
        text = self.tr("Tag %n dispatches with “{concept}”", "", len(ids))
        tags = self._session.archive.tags
        label = text.format(concept=concept.label)
        self._session.perform(label, lambda: tags.add(ids, (concept.id,)))

    def retire(self, concept: Concept, *, retired: bool) -> None:
        """Offer a concept no longer, or again; what is tagged with it stays so."""
        text = self.tr("Retire “{concept}”") if retired else self.tr("Reinstate “{concept}”")
        text = text.format(concept=concept.label)
        book = self._session.archive.codebook
        self._session.perform(text, lambda: book.retire(concept.id, retired))

    def delete(self, concept: Concept) -> None:
        """Take a concept out of the codebook and off everything that bears it."""
        text = self.tr("Delete concept “{concept}”").format(concept=concept.label)
        book = self._session.archive.codebook
        self._session.perform(text, lambda: book.delete(concept.id))


def created(
    archive: Archive, path: Sequence[str], form: ConceptForm | None = None
) -> tuple[ConceptId, Change]:
    """Create what is missing of a path; ``form`` tells of its last concept.

    Raises:
        ConceptTaken: the whole path is there already.
    """
    known = {fold(use.full_path): use.concept.id for use in archive.codebook.all()}
    above: ConceptId | None = None
    changes: list[Change] = []
    for depth, label in enumerate(path[:-1], start=1):
        here = known.get(fold(PATH_SEPARATOR.join(path[:depth])))
        if here is None:
            here, change = archive.codebook.create(label, broader=above)
            changes.append(change)
        above = here
    stated = form or ConceptForm(path[-1])
    made, change = archive.codebook.create(
        path[-1],
        broader=above,
        colour=stated.colour,
        scope_note=stated.scope_note,
        digit=stated.digit,
        aliases=stated.aliases,
        labels=stated.labels,
        alias_languages=stated.alias_languages,
    )
    return made, together("create-concept", (*changes, change))
