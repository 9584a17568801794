"""Deciding on suggestions: each decision is one entry of the undo stack."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.commands.together import together
from desktop.suggestion_names import COLOURS, note_of
from index import Change

if TYPE_CHECKING:
    from desktop.session import Session
    from index import Accession, Suggestion, Term


class Suggesting(QObject):
    """Accepts and rejects; nothing is applied by itself."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def accept(self, accession: Accession, suggestion: Suggestion) -> None:
        """Tag the dispatch with a concept, or annotate the passage of anything else."""
        term = suggestion.term
        if term and term.tags:
            text = self.tr("Tag with “{concept}”").format(concept=term.label)
            self._session.perform(text, partial(self._tag, accession, term))
        else:
            text = self.tr("Annotate “{passage}”").format(passage=_short(suggestion.label))
            self._session.perform(text, partial(self._annotate, accession, suggestion))

    def _tag(self, accession: Accession, term: Term) -> Change:
        archive, changes, concept = self._session.archive, list[Change](), term.concept
        if concept is None:
            label = term.labels.get(accession.dispatch.language, term.label)
            concept, made = archive.codebook.create(
                label,
                labels=term.labels,
                aliases=[name for name in term.aliases if name != label],
                uri=term.uri,
            )
            changes.append(made)
        changes.append(archive.tags.add((accession.id,), (concept,)))
        return together("tag", changes)

    def _annotate(self, accession: Accession, suggestion: Suggestion) -> Change:
        _, change = self._session.archive.annotations.add(
            accession.id,
            suggestion.span.start,
            suggestion.span.end,
            colour=COLOURS[suggestion.kind],
            note=note_of(suggestion),
        )
        return change

    def reject(self, accession: Accession, suggestion: Suggestion) -> None:
        """Remember that a suggestion is not to be made again for this dispatch."""
        text = self.tr("Reject “{passage}”").format(passage=_short(suggestion.label))
        rejections = self._session.archive.rejections
        self._session.perform(
            text, lambda: rejections.add(accession.id, suggestion.kind, suggestion.label)
        )


def _short(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
