"""What bears a concept, each with a tick: dispatches by headline, annotations by their quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from index import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import AccessionNumber, AnnotationId, ListedUse

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Tick = Qt.CheckState


class ConceptUsesModel(QAbstractListModel):
    """Shows the uses that meet what is typed; ticks stay on those that do not."""

    ticked = Signal()
    """Other uses are ticked than before."""

    def __init__(self, uses: Sequence[ListedUse], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uses = uses
        self._folded = [fold(f"{use.quote} {use.headline}") for use in uses]
        self._shown = list(range(len(uses)))
        self._ticks: set[int] = set()

    @property
    def dispatches(self) -> list[AccessionNumber]:
        """The dispatches ticked."""
        ticked = (self._uses[at] for at in sorted(self._ticks))
        return [use.dispatch for use in ticked if use.annotation is None]

    @property
    def annotations(self) -> list[AnnotationId]:
        """The annotations ticked."""
        ticked = (self._uses[at].annotation for at in sorted(self._ticks))
        return [annotation for annotation in ticked if annotation is not None]

    def narrow(self, typed: str) -> None:
        """Show the uses whose words begin or hold what is typed."""
        words = fold(typed).split()
        self.beginResetModel()
        self._shown = [
            at for at, text in enumerate(self._folded) if all(word in text for word in words)
        ]
        self.endResetModel()

    def tick_shown(self, *, ticked: bool) -> None:
        """Tick everything shown, or nothing of it."""
        self._ticks = self._ticks | set(self._shown) if ticked else self._ticks - set(self._shown)
        if self._shown:
            last = self.index(len(self._shown) - 1)
            self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        at = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(self._uses[at])
            case Qt.ItemDataRole.CheckStateRole:
                return Tick.Checked if at in self._ticks else Tick.Unchecked
        return None

    def _text(self, use: ListedUse) -> str:
        if use.annotation is None:
            return use.headline or self.tr("Dispatch {number}").format(number=use.dispatch)
        quote = " ".join(use.quote.split())
        return self.tr("“{quote}” in {headline}").format(quote=quote, headline=use.headline)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        at = self._shown[index.row()]
        if Tick(value) == Tick.Checked:
            self._ticks.add(at)
        else:
            self._ticks.discard(at)
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True
