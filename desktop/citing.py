"""Copies passages and dispatches as citations, and checks citations of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from desktop.dialogs import work_files
from desktop.dialogs.table import TableDialog
from desktop.handing_out import spoken
from desktop.i18n import QT_TRANSLATE_NOOP
from desktop.panels.frame.message_bar import Tone
from desktop.written import say_written
from index import ArchiveError, CitationStyle

if TYPE_CHECKING:
    from desktop.panels.reader.reader import Reader
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from index import AccessionNumber, CitationCheck, Evidence

translate = QCoreApplication.translate
NAMES = {
    CitationStyle.ISO690: "ISO 690",
    CitationStyle.APA: "APA",
    CitationStyle.CHICAGO: "Chicago",
}
_PARTS = {
    "dispatch": QT_TRANSLATE_NOOP("citing", "Dispatch"),
    "quote": QT_TRANSLATE_NOOP("citing", "Quote"),
    "position": QT_TRANSLATE_NOOP("citing", "Position"),
    "prefix": QT_TRANSLATE_NOOP("citing", "Text before it"),
    "suffix": QT_TRANSLATE_NOOP("citing", "Text after it"),
    "headline": QT_TRANSLATE_NOOP("citing", "Headline"),
    "agency": QT_TRANSLATE_NOOP("citing", "Agency"),
    "city": QT_TRANSLATE_NOOP("citing", "City"),
    "filed": QT_TRANSLATE_NOOP("citing", "Filed"),
    "updated": QT_TRANSLATE_NOOP("citing", "Updated"),
    "accession": QT_TRANSLATE_NOOP("citing", "Accession"),
    "text": QT_TRANSLATE_NOOP("citing", "Citation"),
}


class Citing(QObject):
    """Works on the passage selected, or else on the annotation at hand, or on dispatches."""

    def __init__(
        self, window: Window, session: Session, reader: Reader, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._reader = window, session, reader
        self._settings = settings

    def copy_passage(self) -> None:
        """Copy the passage with its citation."""
        evidence = self._evidence()
        if evidence:
            QApplication.clipboard().setText(evidence.text)
            self._say(self.tr("Passage copied with its citation"))

    def save_citation(self) -> None:
        """Write the passage with its citation to a small file that others can check."""
        evidence = self._evidence()
        path = work_files.ask_citation_target(self._window, self._settings) if evidence else None
        if evidence and path:
            try:
                self._session.archive.write_citation(evidence, path)
            except ArchiveError as error:
                self._session.fail(error)
            else:
                text = self.tr("Citation saved: {file}").format(file=path)
                say_written(self._window, self._session.archive, text)

    def copy_reference(self, style: CitationStyle) -> None:
        """Copy the chosen dispatches as a bibliography prints them, one a line."""
        session = self._session
        chosen = session.selection or ((session.current.id,) if session.current else ())
        if not chosen:
            self._say(self.tr("Choose or open a dispatch first"))
            return
        found = session.archive.references(chosen, style, spoken())
        QApplication.clipboard().setText("\n".join(found))
        text = self.tr("%n citation(s) copied: {style}", "", len(found))
        self._say(text.format(style=NAMES[style]))

    def check_citation(self) -> None:
        """Compare a citation that the user chooses with the dispatch that it cites."""
        path = work_files.ask_citation(self._window, self._settings)
        if path is None:
            return
        try:
            check = self._session.archive.verify_citation(path)
        except ArchiveError as error:
            self._session.fail(error)
            return
        if check.confirmed and check.dispatch is not None:
            self._confirm(check, check.dispatch)
        else:
            differences(check, self._window).show()

    def _confirm(self, check: CitationCheck, dispatch: AccessionNumber) -> None:
        text = self.tr("The citation is confirmed: the archive holds this passage")
        message = self._window.messages.say(Tone.INFO, text, check.evidence.text)
        message.offer(
            "open-cited",
            self.tr("Open the dispatch"),
            lambda: self._session.open_dispatch(dispatch),
        )

    def _evidence(self) -> Evidence | None:
        """Return what is selected with its citation; says so where nothing is."""
        current, text = self._session.current, self._reader.text
        at_hand = text.at_hand
        span = text.body.passage or (at_hand.selector.span if at_hand else None)
        if current is None or span is None:
            self._say(self.tr("Select a passage of the text first"))
            return None
        return self._session.archive.cite(current.id, span.start, span.end)

    def _say(self, text: str) -> None:
        self._window.messages.say(Tone.INFO, text, passing=True)


def differences(check: CitationCheck, parent: Window) -> TableDialog:
    """Return the dialog that sets what is cited beside what the archive has."""
    if check.dispatch is None:
        heading = translate("citing", "The archive does not hold the cited dispatch")
    else:
        heading = translate("citing", "Dispatch {number} says otherwise").format(
            number=check.dispatch
        )
    cited, held = translate("citing", "cited: {text}"), translate("citing", "here: {text}")
    lines = [
        (translate("citing", _PARTS.get(each.name, each.name)), said.format(text=text))
        for each in check.differences
        for said, text in ((cited, each.cited), (held, each.held))
        if text
    ]
    title = translate("citing", "The citation is not confirmed")
    return TableDialog("citation-differences", title, [(heading, lines)], parent)
