"""What could be tagged or noted in the open dispatch: a list below its text, to decide on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.suggesting import Suggesting
from desktop.delegates.suggestion import SuggestionDelegate
from desktop.models.suggestions import SuggestionsModel
from desktop.theme import GAP
from desktop.workers.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session import Session
    from index import Accession, Change, Suggestion

_ACCEPTS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REJECTS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
SHOWN = 4
"""Lines that are seen at once."""


class Suggestions(QFrame):
    """Up and Down go through the list, Enter accepts, Del rejects, Esc closes.

    What is suggested is found out in a thread, and only while the list is open.
    """

    pointed = Signal(object)
    """Suggestion at hand, whose passage is to be shown; None: there is none any more."""
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions")
        self.setAccessibleName(self.tr("Suggestions"))
        self._session, self._suggesting = session, Suggesting(session, self)
        self._worker: Worker | None = None
        self._shown: Accession | None = None
        self.model = SuggestionsModel(self)
        self.title = QLabel()
        self.title.setObjectName("suggestions-title")
        self.list = self._make_list()
        self.accept_button = self._button("accept", self.tr("&Accept"), self.accept)
        self.reject_button = self._button("reject", self.tr("Re&ject"), self.reject)
        self.accept_button.setToolTip(self.tr("Tag or annotate with it (Enter)"))
        self.reject_button.setToolTip(self.tr("Do not suggest it here again (Del)"))
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._point)
        session.changed.connect(self._follow)
        self.hide()

    # --- building ---------------------------------------------------------------------------

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("suggestions-list")
        view.setAccessibleName(self.tr("Suggestions for this dispatch"))
        view.setModel(self.model)
        view.setItemDelegate(SuggestionDelegate(view))
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.installEventFilter(self)
        return view

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"suggestion-{name}")
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setObjectName("suggestions-close")
        close.setText("✕")
        close.setAccessibleName(self.tr("Close the suggestions"))
        close.setAutoRaise(True)
        close.clicked.connect(self.close_list)
        row = QHBoxLayout()
        row.setContentsMargins(GAP * 2, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP)
        row.addWidget(self.title, 1)
        for part in (self.accept_button, self.reject_button, close):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_rule())
        column.addLayout(row)
        column.addWidget(self.list)

    # --- what is shown ----------------------------------------------------------------------

    def toggle(self) -> None:
        """Come up for the open dispatch and take the keyboard, or go away."""
        if not self.isHidden():
            self.close_list()
        elif self._shown is not None:
            self.show()
            self._ask()
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_list(self) -> None:
        """Go away."""
        self._forget()
        self.hide()
        self.pointed.emit(None)
        self.closed.emit()

    def show_dispatch(self, accession: Accession | None) -> None:
        """Follow the reader."""
        same = accession and self._shown and accession.id == self._shown.id
        self._shown = accession
        if self.isHidden():
            return
        if accession is None:
            self.close_list()
            return
        if not same:
            self._show([], keep=0)
            self.title.setText(self.tr("Looking for suggestions…"))
        self._ask()

    def shut_down(self) -> None:
        """Stop the thread."""
        if self._worker is not None:
            self._worker.close()

    def _forget(self) -> None:
        if self._worker is not None:
            self._worker.forget()

    def _ask(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if self._worker is None:
            self._worker = Worker("suggest", self)
            self._worker.failed.connect(self._session.fail)
        self._worker.forget()
        question = partial(self._session.archive.suggestions, shown.id)
        self._worker.ask(question, partial(self._take, shown))

    def _take(self, asked: Accession, suggestions: list[Suggestion]) -> None:
        if self._shown is asked and not self.isHidden():
            self._show(suggestions, keep=max(0, self.list.currentIndex().row()))

    def _show(self, suggestions: list[Suggestion], *, keep: int) -> None:
        body = self._shown.dispatch.body if self._shown else ""
        self.model.show(suggestions, body)
        row = min(keep, len(suggestions) - 1)
        self.list.setCurrentIndex(self.model.index(row))
        self._fit()
        text = self.tr("%n suggestions", "", len(suggestions))
        self.title.setText(text if suggestions else self.tr("Nothing more to suggest"))
        if not suggestions:
            self._point(QModelIndex())

    def _fit(self) -> None:
        height = self.list.sizeHintForRow(0) if self.model.rowCount() else 0
        self.list.setFixedHeight(min(self.model.rowCount(), SHOWN) * height + 2)

    def _follow(self, change: Change) -> None:
        shown = self._shown
        if shown and not self.isHidden() and (shown.id in change.dispatches or change.concepts):
            self._ask()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    # --- the suggestion at hand -------------------------------------------------------------

    @property
    def current(self) -> Suggestion | None:
        """The suggestion at hand."""
        line = self.model.line(self.list.currentIndex().row())
        return line.suggestion if line else None

    def _point(self, _index: QModelIndex) -> None:
        current, writable = self.current, not self._session.archive.read_only
        self.accept_button.setEnabled(current is not None and writable)
        self.reject_button.setEnabled(current is not None and writable)
        self.pointed.emit(current)

    def accept(self) -> None:
        """Tag or annotate with the suggestion at hand."""
        if self.current and self._shown:
            self._suggesting.accept(self._shown, self.current)

    def reject(self) -> None:
        """Let the suggestion at hand not be made again."""
        if self.current and self._shown:
            self._suggesting.reject(self._shown, self.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in (
            *_ACCEPTS, *_REJECTS, Qt.Key.Key_Escape,
        ):  # fmt: skip
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # here these keys are the list's, not the window's
        elif event.type() == QEvent.Type.KeyPress:
            self._press(event.key())
        return True

    def _press(self, key: int) -> None:
        if key in _ACCEPTS:
            self.accept()
        elif key in _REJECTS:
            self.reject()
        else:
            self.close_list()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.HLine)
    rule.setFrameShadow(QFrame.Shadow.Plain)
    rule.setForegroundRole(rule.palette().ColorRole.Mid)
    rule.setFixedHeight(1)
    return rule
