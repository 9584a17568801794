"""The same said of every place where some words stand, here or in all results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop.dialogs.note import NoteDialog
from desktop.workers.worker import Worker
from index import Cancel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.commands.annotating import Remark
    from desktop.session import Session
    from index import AccessionNumber, ConceptUse, Mention


class OccurrencesDialog(NoteDialog):
    """Counts the places before anything is annotated."""

    wanted = Signal(object, object)
    """Mentions, and the Remark on each of them."""

    def __init__(
        self,
        words: str,
        remark: Remark,
        concepts: Sequence[ConceptUse],
        session: Session,
        here: AccessionNumber,
        parent: QWidget | None = None,
    ) -> None:
        self._words, self._session, self._here = words, session, here
        answer = session.answer
        self._found = answer.summary.total if answer else 0
        super().__init__(words, remark, concepts, parent)
        self.setObjectName("occurrences-dialog")
        self.setWindowTitle(self.tr("Annotate all occurrences"))
        self.mentions: tuple[Mention, ...] = ()
        self._cancel = Cancel()
        self._worker = Worker("mentions", self)
        self._worker.failed.connect(session.fail)
        self.finished.connect(self._stop)
        self.noted.connect(lambda said: self.wanted.emit(self.mentions, said))
        self.everywhere.toggled.connect(lambda _on: self.look())
        self.here.setFocus()
        self.resize(480, 440)
        self.look()

    def _lay_out(self, quote: str) -> None:
        super()._lay_out(quote)
        scope = QWidget()
        column = QVBoxLayout(scope)
        column.setContentsMargins(0, 0, 0, 0)
        self.here = QRadioButton(self.tr("In &this dispatch"))
        self.here.setObjectName("occurrences-here")
        self.here.setChecked(True)
        text = self.tr("In &all %n dispatch(es) of the results", "", self._found)
        self.everywhere = QRadioButton(text)
        self.everywhere.setObjectName("occurrences-everywhere")
        self.count = QLabel()
        self.count.setObjectName("occurrences-count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("tone", "muted")
        for part in (self.here, self.everywhere, self.count):
            column.addWidget(part)
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(1, scope)

    def look(self) -> None:
        """Count where the words stand."""
        self._cancel()
        self._worker.forget()
        cancel = self._cancel = Cancel()
        archive, query, words = self._session.archive, self._session.query, self._words
        everywhere, here = self.everywhere.isChecked(), self._here
        self._enable(counted=False)
        self.count.setText(self.tr("Looking…"))

        def ask() -> tuple[Mention, ...]:
            ids = archive.matches(query) if everywhere else (here,)
            return archive.mentions(words, ids, cancel=cancel)

        self._worker.ask(ask, self._show_count)

    def _show_count(self, mentions: tuple[Mention, ...]) -> None:
        self.mentions = mentions
        places = self.tr("%n passage(s)", "", len(mentions))
        held = self.tr("in %n dispatch(es)", "", len({each.dispatch for each in mentions}))
        self.count.setText(f"{places} {held}")
        self._enable(counted=bool(mentions))

    def _enable(self, *, counted: bool) -> None:
        box = self.findChild(QDialogButtonBox)
        if box is not None:
            box.button(QDialogButtonBox.StandardButton.Save).setEnabled(counted)
        self._counted = counted

    def accept(self) -> None:
        """Close and tell, once it is known where the words stand."""
        if self._counted:
            super().accept()

    def _stop(self, _result: int) -> None:
        self._cancel()
        self._worker.close()
