"""Searches kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import icons
from desktop.news import News
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop.session import Session
    from index import Change

SHOWN = 5
"""Lines before the list scrolls."""
SEARCH = Qt.ItemDataRole.UserRole


class SavedSearches(QWidget):
    """Enter or a double click runs one, F2 renames it, Delete removes it; all can be undone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saved-searches")
        self._session = session
        self._new: dict[int, int] = {}
        self.news = News(session, self)
        self.news.counted.connect(self._count)
        self._title = QLabel(self.tr("Saved searches"), self)
        self._title.setProperty("tone", "muted")
        self.add = QToolButton(self)
        self.list = QListWidget(self)
        self._nothing = QLabel(self.tr("Keep the present search with the bookmark above."), self)
        self._arrange()
        self._connect()
        self._read()

    def _arrange(self) -> None:
        text = self.tr("Save this search…")
        self.add.setObjectName("save-search")
        self.add.setAccessibleName(text)
        self.add.setToolTip(text)
        icons.dress(self.add, "bookmark")
        self.list.setObjectName("saved-list")
        self.list.setAccessibleName(self.tr("Saved searches"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._nothing.setProperty("tone", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(GAP, 0, GAP, GAP)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, GAP // 2, GAP // 2, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self._dress()

    def _connect(self) -> None:
        self.add.clicked.connect(self.save_present)
        self.list.itemActivated.connect(self._run)
        self._act("run-search", self.tr("Search again"), "", lambda: self._run(self._item()))
        self._act("rename-search", self.tr("Rename…"), "F2", self._rename)
        self._act("delete-search", self.tr("Delete"), "Del", self._delete)
        self._session.changed.connect(self._changed)

    def _act(self, name: str, text: str, key: str, act: object) -> None:
        action = QAction(text, self.list)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self.list.addAction(action)

    # --- done -----------------------------------------------------------------------------------

    def save_present(self) -> None:
        """Ask for a name and keep the present query under it."""
        query = self._session.query
        name = self._ask(self.tr("Save this search"), query.text.strip())
        if name:
            searches = self._session.archive.searches
            text = self.tr("Save search “{name}”").format(name=name)
            self._session.perform(text, lambda: searches.save(name, query)[1])

    def _rename(self) -> None:
        chosen = self._item()
        if chosen is None:
            return
        saved = chosen.data(SEARCH)
        name = self._ask(self.tr("Rename the search"), saved.name)
        if not name or name == saved.name:
            return
        self._session.undo.beginMacro(self.tr("Rename search “{name}”").format(name=saved.name))
        searches = self._session.archive.searches
        self._session.perform("", lambda: searches.save(name, saved.query)[1])
        self._session.perform("", lambda: searches.delete(saved.id))
        self._session.undo.endMacro()

    def _delete(self) -> None:
        chosen = self._item()
        if chosen is not None:
            saved, searches = chosen.data(SEARCH), self._session.archive.searches
            text = self.tr("Delete search “{name}”").format(name=saved.name)
            self._session.perform(text, lambda: searches.delete(saved.id))

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            saved = item.data(SEARCH)
            self._session.ask(saved.query)
            if not self._session.archive.read_only:
                self._session.archive.searches.look_at(saved.id)

    def _ask(self, title: str, present: str) -> str:
        name, agreed = QInputDialog.getText(
            self, title, self.tr("Name"), QLineEdit.EchoMode.Normal, present
        )
        return name.strip() if agreed else ""

    def _item(self) -> QListWidgetItem | None:
        return self.list.currentItem()

    # --- shown ----------------------------------------------------------------------------------

    def _changed(self, change: Change) -> None:
        if "search" in change.kind or any("search" in row.table for row in change.rows):
            self._read()

    def _read(self) -> None:
        self.list.clear()
        for saved in self._session.archive.searches.saved():
            line = QListWidgetItem(self._named(saved.id, saved.name), self.list)
            line.setData(SEARCH, saved)
            line.setToolTip(saved.query.text)
        self.list.setVisible(bool(self.list.count()))
        self._nothing.setVisible(not self.list.count())
        self._fit()
        self.news.count()

    def _named(self, number: int, name: str) -> str:
        """Return the name of a search, with how many dispatches are new in it."""
        new = self._new.get(number, 0)
        told = self.tr("%n new", "", new)
        return f"{name} · {told}" if new else name

    def _count(self, new: dict[int, int]) -> None:
        self._new = new
        for row in range(self.list.count()):
            line = self.list.item(row)
            saved = line.data(SEARCH)
            line.setText(self._named(saved.id, saved.name))

    def _fit(self) -> None:
        line = self.list.sizeHintForRow(0) if self.list.count() else 0
        self.list.setFixedHeight(min(self.list.count(), SHOWN) * line + 6)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is event.Type.FontChange:
            self._dress()
            self._fit()

    def _dress(self) -> None:
        self._title.setFont(scaled(self.font(), 0.95, bold=True))
