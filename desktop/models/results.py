"""The matches of a search, read a page at a time in a worker as they come into view."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.short_text import meta_line
from desktop.workers.worker import Worker

if TYPE_CHECKING:
    from desktop.workers.answer import Answer
    from index import AccessionNumber, Match

PAGE = 50
"""Matches read at once; also the first page, which comes with the answer."""
PAGES_KEPT = 60
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Role(IntEnum):
    """What else a row knows."""

    MATCH = Qt.ItemDataRole.UserRole
    """Match; None while its page is on its way."""
    ID = Qt.ItemDataRole.UserRole + 1
    """AccessionNumber."""


class ResultsModel(QAbstractTableModel):
    """One row a match; rows outside the pages read so far are placeholders."""

    failed = Signal(object)
    """The error a page could not be read for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._total = 0
        self._pages: dict[int, list[Match]] = {}
        self._wanted: list[int] = []
        self._reader = Worker("pages", self)
        self._reader.failed.connect(self.failed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read_wanted)

    def close(self) -> None:
        """Stop reading pages."""
        self._soon.stop()
        self._reader.close()

    def show(self, answer: Answer) -> None:
        """Show another answer; rows stay in place where it finds the same dispatches."""
        if self._same(answer):
            self._take(answer)
            if self._total:
                self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, 0))
            return
        self.beginResetModel()
        self._take(answer)
        self.endResetModel()

    def _same(self, answer: Answer) -> bool:
        old = self._answer
        return (
            old is not None
            and len(old.ids) == len(answer.ids)
            and list(old.ids) == list(answer.ids)
        )

    def _take(self, answer: Answer) -> None:
        self._reader.forget()
        self._wanted.clear()
        self._answer, self._total = answer, len(answer.ids)
        self._pages = {0: list(answer.top[:PAGE])} if answer.top else {}

    # --- what Qt asks ---------------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self._total:
            return None
        if role == Role.ID:
            return self.accession(index.row())
        if role == Role.MATCH:
            return self.at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index.row(), full=role == Qt.ItemDataRole.AccessibleTextRole)
        return None

    def _spoken(self, row: int, *, full: bool) -> str:
        match = self.at(row)
        if match is None:
            return self.tr("Loading…")
        if not full:
            return match.headline
        return ". ".join(t for t in (match.headline, meta_line(match), match.snippet.text) if t)

    # --- rows -----------------------------------------------------------------------------------

    def accession(self, row: int) -> AccessionNumber:
        """Return which dispatch is in a row."""
        assert self._answer is not None  # noqa: S101  there are no rows without an answer
        return self._answer.ids[row]

    def row_of(self, number: AccessionNumber) -> int | None:
        """Return the row of a dispatch; None where the answer does not hold it."""
        try:
            return list(self._answer.ids).index(number) if self._answer else None
        except ValueError:
            return None

    def at(self, row: int) -> Match | None:
        """Return a row's match, or None and have its page read."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._want(number)
            return None
        return page[place] if place < len(page) else None

    def _want(self, number: int) -> None:
        if number in self._wanted:
            return
        self._wanted.append(number)
        self._soon.start(0)

    def _read_wanted(self) -> None:
        """Read the pages asked for last first; those scrolled past are asked for again if seen."""
        self._reader.forget()
        wanted, self._wanted = self._wanted[-3:], []
        for number in reversed(wanted):
            if self._answer is not None:
                read = partial(self._answer.page, number * PAGE, PAGE)
                self._reader.ask(read, partial(self._put, number))

    def _put(self, number: int, page: list[Match]) -> None:
        while len(self._pages) >= PAGES_KEPT:
            self._pages.pop(next(iter(self._pages)))
        self._pages[number] = page
        last = min((number + 1) * PAGE, self._total) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, 0))
