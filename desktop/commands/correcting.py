"""Putting fields right in the archive, to be undone like every edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.dialogs.correct import CorrectDialog
from desktop.field_names import FIELDS, SHARED, typed
from desktop.panels.parts.field_form import FormField
from desktop.phrases import in_words
from index import ArchiveError, field_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from index import Accession, AccessionNumber, Change, FieldValue


class Correcting(QObject):
    """Asks for corrections of the open dispatch, or of those chosen in the results."""

    def __init__(self, session: Session, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._window = session, window
        session.changed.connect(self._show_again)

    def ask(self) -> None:
        """Open the dialog; with one dispatch for all fields, else for those they share."""
        session = self._session
        current = (session.current.id,) if session.current else ()
        chosen = session.selection if len(session.selection) > 1 else current or session.selection
        if not chosen:
            return
        try:
            fields = self._fields(chosen)
        except ArchiveError as error:
            session.fail(error)
            return
        dialog = CorrectDialog(fields, len(chosen), session.archive.read_field, self._window)
        dialog.corrected.connect(partial(self._correct, chosen))
        dialog.open()

    def _fields(self, chosen: Sequence[AccessionNumber]) -> list[FormField]:
        archive = self._session.archive
        if len(chosen) > 1:
            return [self._shared(name, [*archive.dispatches.each(chosen)]) for name in SHARED]
        dispatch = archive.dispatches.get(chosen[0]).dispatch
        held = archive.dispatches.corrections(chosen[0])
        originals = {each.field: field_text(each.original) for each in held}
        return [
            FormField(
                name,
                present := typed(dispatch, name),
                originals.get(name, present),
                in_words(dispatch.origins.get(name, "")),
            )
            for name in FIELDS
        ]

    def _shared(self, name: str, accessions: Sequence[Accession]) -> FormField:
        texts = {typed(each.dispatch, name) for each in accessions}
        hint = self.tr("Several values") if len(texts) > 1 else next(iter(texts)) or "–"
        return FormField(name, "", "", hint=hint)

    def _correct(self, chosen: Sequence[AccessionNumber], values: Mapping[str, FieldValue]) -> None:
        dispatches = self._session.archive.dispatches
        text = self.tr("Correct %n dispatch(es)", "", len(chosen))
        self._session.perform(text, partial(dispatches.correct_all, chosen, values))

    def _show_again(self, change: Change) -> None:
        """Read the open dispatch anew where its fields are other than shown."""
        shown = self._session.current
        if shown is None or shown.id not in change.reindex:
            return
        try:
            present = self._session.archive.dispatches.get(shown.id)
        except ArchiveError:
            return  # it is gone; whoever removed it shows that
        if present.dispatch != shown.dispatch:
            self._session.open_dispatch(shown.id)
