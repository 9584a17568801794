"""The provenance of a dispatch, shown beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.dialogs.provenance import ProvenanceDialog
from desktop.provenance_text import provenance
from index import ArchiveError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session


class Provenances(QObject):
    """Shows where the dispatch came from that is open, or else the first one chosen."""

    def __init__(self, window: QWidget, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._session = window, session

    def show(self) -> None:
        """Open a dialog of its own for it."""
        session, dispatches = self._session, self._session.archive.dispatches
        number = session.at_hand
        if number is None:
            return
        try:
            accession = dispatches.get(number)
            originals = {each.field: each.original for each in dispatches.corrections(number)}
            kept = dispatches.original(number) is not None
        except ArchiveError as error:
            session.fail(error)
            return
        title = self.tr("Provenance of no. {number}").format(number=number)
        sections = provenance(accession, originals, kept=kept)
        ProvenanceDialog(title, accession.dispatch.headline, sections, self._window).show()
