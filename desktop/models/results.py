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

from desktop.dispatch_drag import MIME, packed
from desktop.models.unfolded import Unfolded
from desktop.short_text import meta_line
from desktop.workers.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

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
    FOLD = Qt.ItemDataRole.UserRole + 2
    """Fold: what the row is within its story."""


class Fold(IntEnum):
    """How a row stands to the other matches of its story."""

    ALONE = 0
    FOLDED = 1
    UNFOLDED = 2
    MEMBER = 3
    """One of those below an unfolded line."""


class ResultsModel(QAbstractTableModel):
    """One row a match; rows outside the pages read so far are placeholders."""

    failed = Signal(object)
    """The error a page could not be read for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._total = 0
        self._pages: dict[int, list[Match]] = {}
        self._unfolded = Unfolded()
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
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
            for line in self._unfolded.lines:
                self._read_members(line)
            return
        self.beginResetModel()
        self._unfolded = Unfolded()
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
        return 0 if parent.isValid() else self._total + len(self._unfolded)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == Role.ID:
            return self.accession(index.row())
        if role == Role.MATCH:
            return self.at(index.row())
        if role == Role.FOLD:
            return self.fold(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index.row(), full=role == Qt.ItemDataRole.AccessibleTextRole)
        return None

    # --- dragging to a concept ------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = (self.accession(index.row()) for index in indexes)
        return packed(number for number in ids if number is not None)

    def _spoken(self, row: int, *, full: bool) -> str:
        match = self.at(row)
        if match is None:
            return self.tr("Loading…")
        if not full:
            return match.headline
        told = (match.headline, meta_line(match), match.snippet.text, self._told_fold(row, match))
        return ". ".join(text for text in told if text)

    def _told_fold(self, row: int, match: Match) -> str:
        match self.fold(row):
            case Fold.ALONE:
                return ""
            case Fold.MEMBER:
                return self.tr("Of the story above")
            case _:
                return self.tr("Stands for %n dispatch(es) of this story", "", match.family_size)

    # --- rows -----------------------------------------------------------------------------------

    def accession(self, row: int) -> AccessionNumber:
        """Return which dispatch is in a row."""
        assert self._answer is not None  # noqa: S101  there are no rows without an answer
        line, member = self._unfolded.place(row)
        return self._answer.ids[line] if member is None else self._unfolded.members(line)[member].id

    def row_of(self, number: AccessionNumber) -> int | None:
        """Return the row of a dispatch; None where the answer does not hold it."""
        for line in self._unfolded.lines:
            for at, match in enumerate(self._unfolded.members(line), start=1):
                if match.id == number:
                    return self._unfolded.row(line) + at
        try:
            found = list(self._answer.ids).index(number) if self._answer else None
        except ValueError:
            return None
        return None if found is None else self._unfolded.row(found)

    def at(self, row: int) -> Match | None:
        """Return a row's match, or None and have its page read."""
        line, member = self._unfolded.place(row)
        if member is not None:
            return self._unfolded.members(line)[member]
        number, place = divmod(line, PAGE)
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
        first, end = self._unfolded.row(number * PAGE), self._unfolded.row(last)
        self.dataChanged.emit(self.index(first, 0), self.index(end, 0))

    # --- stories --------------------------------------------------------------------------------

    def fold(self, row: int) -> Fold:
        """Return what a row is within its story."""
        line, member = self._unfolded.place(row)
        if member is not None:
            return Fold.MEMBER
        if line in self._unfolded:
            return Fold.UNFOLDED
        match = self.at(row)
        return Fold.FOLDED if match is not None and match.family_size > 1 else Fold.ALONE

    def unfold(self, row: int) -> None:
        """Show the other matches of a line's story below it, as soon as they are read."""
        if self.fold(row) is Fold.FOLDED:
            self._read_members(self._unfolded.place(row).line)

    def fold_up(self, row: int) -> int:
        """Hide the other matches of a story again; return the row of its line."""
        line = self._unfolded.place(row).line
        at = self._unfolded.row(line)
        if line in self._unfolded:
            self.beginRemoveRows(ROOT, at + 1, at + len(self._unfolded.members(line)))
            self._unfolded.hide(line)
            self.endRemoveRows()
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))
        return at

    def _read_members(self, line: int) -> None:
        if self._answer is not None:
            read = partial(self._answer.results.others, line)
            self._reader.ask(read, partial(self._put_members, line))

    def _put_members(self, line: int, members: list[Match]) -> None:
        at = self._unfolded.row(line)
        if len(members) != len(self._unfolded.members(line)):
            self.fold_up(at)
        if not members:
            return
        if line in self._unfolded:
            self._unfolded.show(line, members)
        else:
            self.beginInsertRows(ROOT, at + 1, at + len(members))
            self._unfolded.show(line, members)
            self.endInsertRows()
        self.dataChanged.emit(self.index(at, 0), self.index(at + len(members), 0))
