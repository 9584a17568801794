"""What a search says about itself, below the search field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.panels.search.other_names import OtherNames, word_forms
from desktop.theme import GAP
from index import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.session import Session
    from desktop.workers.answer import Answer
    from index import Notice

WORDS_SHOWN = 3
FORMS_SHOWN = 5


class Notices(QWidget):
    """One line a notice; takes no room where there is none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP // 2, 0, 0)
        self._column.setSpacing(GAP // 2)
        session.answered.connect(self._show)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The lines shown."""
        return [label.text() for label in self.findChildren(QLabel) if not label.isHidden()]

    def _show(self, answer: Answer) -> None:
        self._clear()
        summary = answer.summary
        if summary.corrected:
            self._suggest(answer)
        for notice in summary.notices:
            self._add(_line(self._text(notice), "warning"))
        if answer.widened:
            self._add(_line(self._begun(answer), "", wraps=True))
        else:
            forms = word_forms(summary)
            if forms:
                self._add(_line(self._expansions(forms), "", wraps=True))
        for related in summary.related:
            self._add(OtherNames(self._session, answer.query, related))
        self.setVisible(self._column.count() > 0)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.setParent(None)
                line.deleteLater()

    def _add(self, line: QWidget) -> None:
        self._column.addWidget(line)

    def _suggest(self, answer: Answer) -> None:
        better = replace(answer.query, text=answer.summary.corrected)
        line = _line(self.tr("Did you mean"), "")
        button = QPushButton(better.text)
        button.setObjectName("suggestion")
        button.setProperty("flat", True)
        button.setAccessibleName(self.tr("Search for “{query}”").format(query=better.text))
        button.clicked.connect(lambda: self._session.ask(better))
        row = line.layout()
        assert isinstance(row, QHBoxLayout)  # noqa: S101
        row.addWidget(button)
        row.addStretch(1)
        self._add(line)

    def _text(self, notice: Notice) -> str:
        texts = {
            NoticeKind.MALFORMED: self.tr(
                "This is not a complete query near “{detail}”; it was searched as plain words."
            ),
            NoticeKind.FEWER_WORDS: self.tr(
                "Few dispatches hold all the words; matches with fewer words follow."
            ),
            NoticeKind.CUT_OFF: self.tr(
                "“{detail}” stands for very many words; only the most frequent were searched."
            ),
            NoticeKind.TOO_LONG: self.tr(
                "The query is too long; only its first {detail} characters were searched."
            ),
            NoticeKind.OUT_OF_TIME: self.tr(
                "The search took too long; part of the query was left out."
            ),
            NoticeKind.REFUSED: self.tr("“{detail}” is too short to search and was left out."),
            NoticeKind.REBUILDING: self.tr(
                "The search index is being built; some dispatches cannot be found yet."
            ),
        }
        return texts[notice.kind].format(detail=notice.detail)

    def _begun(self, answer: Answer) -> str:
        word = answer.query.text.split()[-1]
        return self.tr("Words that begin with “{word}”").format(word=word)

    def _expansions(self, expanded: Mapping[str, tuple[str, ...]]) -> str:
        shown = []
        for word, forms in list(expanded.items())[:WORDS_SHOWN]:
            more = " …" if len(forms) > FORMS_SHOWN else ""
            shown.append(f"{word} → {', '.join(forms[:FORMS_SHOWN])}{more}")
        return self.tr("Also searched: {forms}").format(forms="; ".join(shown))


def _line(text: str, tone: str, *, wraps: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("tone", tone)
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps or bool(tone))
    label.setProperty("tone", "" if tone else "muted")
    label.setAccessibleName(text)
    row = QHBoxLayout(line)
    row.setContentsMargins(GAP if tone else 2, 3, GAP if tone else 2, 3)
    row.setSpacing(0)
    row.addWidget(label, 1 if label.wordWrap() else 0)
    return line
