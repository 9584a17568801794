"""The search field: searches while typing, completes words, remembers, explains itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop import icons
from desktop.dialogs.advanced_search import AdvancedSearch
from desktop.panels.search.completion import Completion
from desktop.panels.search.notices import Notices
from desktop.panels.search.query_help import QueryHelp
from desktop.search_log import SearchLog
from desktop.short_text import number
from desktop.theme import GAP

if TYPE_CHECKING:
    from desktop.session import Session
    from index import Query

DEBOUNCE_MS = 120
RECENT = 12


class SearchField(QWidget):
    """Text and buttons; what the search says about itself follows below."""

    results_wanted = Signal()
    """Enter or ↓ was pressed: the results should have the keyboard."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self._session = session
        self.text = QLineEdit(self)
        self.history = QToolButton(self)
        self.help = QToolButton(self)
        self.advanced = QToolButton(self)
        self.notices = Notices(session, self)
        self.completion = Completion(session, self.text)
        self._log = SearchLog(session, self)
        self._help_sheet: QueryHelp | None = None
        self._form: AdvancedSearch | None = None
        self._pause = QTimer(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.text.setObjectName("search-text")
        self.text.setAccessibleName(self.tr("Search"))
        self.text.setPlaceholderText(self.tr("Search headlines, text, agencies, notes…"))
        self.text.setClearButtonEnabled(True)
        self.text.setAcceptDrops(False)  # files dropped here are meant for the window
        self._glass = QAction(self)
        icons.dress(self._glass, "search")
        self.text.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._button(self.history, "search-history", "clock", self.tr("Earlier searches"))
        self._button(self.help, "search-help", "help", self.tr("What one can type here"))
        self._button(self.advanced, "search-form", "sheet", self.tr("Advanced search"))
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        row.addWidget(self.text, 1)
        row.addWidget(self.advanced)
        row.addWidget(self.history)
        row.addWidget(self.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP * 3 // 2, GAP, GAP, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.notices)

    @staticmethod
    def _button(button: QToolButton, name: str, icon: str, text: str) -> None:
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(text)
        icons.dress(button, icon)

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self.search_now)
        self.text.textEdited.connect(self._typed)
        self.text.textChanged.connect(self._changed)
        self.text.returnPressed.connect(self._entered)
        self.text.installEventFilter(self)
        self.history.clicked.connect(self._show_history)
        self.help.clicked.connect(self._show_help)
        self.advanced.clicked.connect(self.show_form)
        self._session.queried.connect(self._show)

    def take_focus(self) -> None:
        """Give the field the keyboard, with its text selected."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def shut_down(self) -> None:
        """Stop searching; the field is going away."""
        self._pause.stop()
        self.completion.shut_down()
        if self._form is not None:
            self._form.shut_down()
            self._form.close()

    def show_form(self) -> None:
        """Show the query as a form, which stays open until it is closed."""
        if self._form is None:
            self.search_now()
            self._form = AdvancedSearch(self._session, self)
        self._form.show()
        self._form.raise_()
        self._form.activateWindow()
        self._form.lines["words"].setFocus()

    # --- searching ------------------------------------------------------------------------------

    def search_now(self) -> None:
        """Search for the text as it stands, without waiting for more typing."""
        self._pause.stop()
        if self.text.text() != self._session.query.text:
            self._session.ask(replace(self._session.query, text=self.text.text()))

    def _typed(self) -> None:
        self.completion.offer()

    def _changed(self) -> None:
        self._pause.start()

    def _entered(self) -> None:
        self.completion.close()
        self.search_now()
        self._log.enter()
        self.results_wanted.emit()

    def _show(self, query: Query) -> None:
        if query.text != self.text.text():
            self.text.setText(query.text)
            self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and isinstance(event, QKeyEvent):
            down = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
            if down and not event.modifiers():
                self.results_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    # --- remembered -----------------------------------------------------------------------------

    def _show_history(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("history-menu")
        seen: dict[Query, int] = {}
        for past in self._session.archive.searches.recent(10 * RECENT):
            seen.setdefault(past.query, past.total)
        for query, total in list(seen.items())[:RECENT]:
            line = menu.addAction(f"{query.text.replace('&', '&&')}\t{number(total)}")
            line.triggered.connect(lambda _=False, again=query: self._session.ask(again))
        if not seen:
            menu.addAction(self.tr("No earlier searches")).setEnabled(False)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.history.mapToGlobal(self.history.rect().bottomLeft()))

    def _show_help(self) -> None:
        if self._help_sheet is None:
            self._help_sheet = QueryHelp(self)
            self._help_sheet.chosen.connect(self._insert)
        self._help_sheet.open_below(self.text)

    def _insert(self, text: str) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.insert(text)
        self.completion.offer()
