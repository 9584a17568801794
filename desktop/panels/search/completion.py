"""Completes the word at hand from the words of the archive and the names of fields."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView

from desktop.workers.worker import Worker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from desktop.session import Session

FIELDS = (
    "headline:", "body:", "byline:", "agency:", "city:", "section:", "language:", "concept:",
    "note:", "source:", "filed:", "updated:", "has:annotation", "has:note", "has:tag",
)  # fmt: skip
SHORTEST = 2
SHOWN = 8
_WORD = re.compile(r"[^\s():\"]+$")


class Completion(QObject):
    """Offers whole words below the field; typing on is never held up."""

    def __init__(self, session: Session, field: QLineEdit) -> None:
        super().__init__(field)
        self._session, self._field = session, field
        self._words = QStringListModel(self)
        self._popup = QCompleter(self._words, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setWidget(field)
        self.list = QListView()
        self._popup.setPopup(self.list)
        self.list.setObjectName("completions")
        self.list.setAccessibleName(self.tr("Completions"))
        self._popup.activated.connect(self._take)
        self._reader = Worker("complete", self)
        self._reader.failed.connect(session.fail)

    @property
    def offered(self) -> list[str]:
        """The words below the field; empty where none are shown."""
        return self._words.stringList() if self.list.isVisible() else []

    def offer(self) -> None:
        """Look for words that begin like the one before the cursor."""
        self._reader.forget()
        word = self._word()
        if len(word) < SHORTEST:
            self.close()
            return
        question = partial(self._session.archive.complete, word, SHOWN)
        self._reader.ask(question, partial(self._show, word))

    def close(self) -> None:
        """Take the words away."""
        self.list.hide()

    def shut_down(self) -> None:
        """Stop looking for words; the field is going away."""
        self._reader.close()

    def _word(self) -> str:
        found = _WORD.search(self._field.text()[: self._field.cursorPosition()])
        return found.group() if found else ""

    def _show(self, word: str, words: list[str]) -> None:
        fields = [field for field in FIELDS if field.startswith(word.casefold())]
        offered = [*fields, *(each for each in words if each != word)][:SHOWN]
        if not offered or not self._field.hasFocus() or self._word() != word:
            self.close()
            return
        self._words.setStringList(offered)
        self._popup.complete()

    def _take(self, chosen: str) -> None:
        at = self._field.cursorPosition()
        text = self._field.text()
        start = at - len(self._word())
        gap = "" if chosen.endswith(":") else " "
        self._field.setText(text[:start] + chosen + gap + text[at:].lstrip())
        self._field.setCursorPosition(start + len(chosen + gap))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
