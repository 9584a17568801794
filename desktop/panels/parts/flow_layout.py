"""A layout that sets widgets side by side and begins a new line where one is full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget

    Sized = tuple[QLayoutItem, QSize]
    """An item and the size that it has in its line."""


class FlowLayout(QLayout):
    """Sets its items as words are set in a paragraph, from the leading side."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, fills: bool = False) -> None:
        """Widen the items of each line until it is full, and to its height, where it ``fills``."""
        super().__init__(parent)
        self._fills = fills
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._set(rect, move=True)

    def _set(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the items take up in the width of ``rect``."""
        y = 0
        for line in self._lines(rect.width()):
            spare = self._spare(line, rect.width())
            x, tallest = 0, max(size.height() for _, size in line)
            for item, size in line:
                wide = QSize(size.width() + spare, tallest if self._fills else size.height())
                if move:
                    place = QRect(QPoint(x, y) + rect.topLeft(), wide)
                    item.setGeometry(self._mirrored(place, rect))
                x += wide.width() + self._gap
            y += tallest + self._gap
        return max(0, y - self._gap)

    def _lines(self, width: int) -> list[list[Sized]]:
        """Break the items into lines."""
        lines: list[list[Sized]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(width, 10_000))
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self._gap
        return lines

    def _spare(self, line: list[Sized], width: int) -> int:
        """Return what each item of a line is widened by."""
        if not self._fills:
            return 0
        used = sum(size.width() for _, size in line) + self._gap * (len(line) - 1)
        return (width - used) // len(line)

    def _mirrored(self, place: QRect, rect: QRect) -> QRect:
        widget = self.parentWidget()
        if widget is None or widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return place
        return QRect(QPoint(rect.left() + rect.right() - place.right(), place.top()), place.size())
