"""Counts by agency, section, language, concept and month, with what is chosen of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop.facet_names import facet_name, value_name
from desktop.short_text import number
from index import Facet, Filter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QModelIndex

    from index import ConceptUse, FacetValue, Query, Summary

SHOWN = (Facet.AGENCY, Facet.SECTION, Facet.LANGUAGE, Facet.CONCEPT, Facet.MONTH)
FEW = 8
"""Values listed before “show all”."""


class Choice(IntEnum):
    """How a value takes part in the query."""

    NONE = 0
    INCLUDED = 1
    EXCLUDED = 2


class Role(IntEnum):
    """What a row knows besides its text."""

    FACET = Qt.ItemDataRole.UserRole
    VALUE = Qt.ItemDataRole.UserRole + 1
    """None for a facet's own row and for “show all”."""
    COUNT = Qt.ItemDataRole.UserRole + 2
    CHOICE = Qt.ItemDataRole.UserRole + 3
    MORE = Qt.ItemDataRole.UserRole + 4
    """True for the row that lists the rest."""


@dataclass(slots=True)
class _Line:
    value: str
    label: str
    count: int
    below: list[_Line] = field(default_factory=list)


class FacetsModel(QStandardItemModel):
    """Two levels, concepts more; rows stay where they are while only the counts change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._whole: set[Facet] = set()
        self._last: tuple[Query, Summary, Mapping[int, ConceptUse]] | None = None
        for facet in SHOWN:
            head = QStandardItem(facet_name(facet))
            head.setEditable(False)
            head.setColumnCount(1)  # else the first row would bring a column in its middle
            head.setData(facet, Role.FACET)
            self.appendRow(head)

    def show(self, query: Query, summary: Summary, concepts: Mapping[int, ConceptUse]) -> None:
        """Show the counts of an answer."""
        self._last = query, summary, concepts
        for row, facet in enumerate(SHOWN):
            values = self._values(facet, query, summary)
            lines = (
                _nested(values, concepts)
                if facet is Facet.CONCEPT
                else _flat(facet, values, concepts)
            )
            head = self.item(row)
            head.setData(sum(f.facet is facet for f in query.filters), Role.COUNT)
            self._put(head, facet, lines, query)

    def show_all(self, facet: Facet) -> None:
        """List every value of a facet from now on."""
        self._whole.add(facet)
        if self._last:
            self.show(*self._last)

    def find(self, facet: Facet, value: str) -> QModelIndex | None:
        """Return where a value stands; None where it is not listed."""
        head = self.index(SHOWN.index(facet), 0)
        found = self.match(
            self.index(0, 0, head), Role.VALUE, value, 1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )  # fmt: skip
        return found[0] if found else None

    # --- rows -----------------------------------------------------------------------------------

    @staticmethod
    def _values(facet: Facet, query: Query, summary: Summary) -> dict[str, tuple[str, int]]:
        """Return value -> (label, count), chosen values also where nothing is left of them."""
        counted: Iterable[FacetValue] = summary.facets.get(facet, ())
        values = {each.value: (each.label, each.count) for each in counted}
        for chosen in query.filters:
            if chosen.facet is facet:
                values.setdefault(chosen.value, (chosen.value, 0))
        if facet is Facet.MONTH:
            values = dict(sorted(values.items(), reverse=True))
        return values

    def _put(self, head: QStandardItem, facet: Facet, lines: list[_Line], query: Query) -> None:
        hidden = 0 if facet in self._whole else max(0, len(lines) - FEW)
        if hidden == 1:
            hidden = 0
        shown = lines[: len(lines) - hidden]
        items = [_item(facet, line) for line in shown]
        if hidden:
            items.append(_more(facet, self.tr("Show all {count}").format(count=number(len(lines)))))
        if _shape(head) != [_own_shape(item) for item in items]:
            head.removeRows(0, head.rowCount())
            head.appendRows(items)
        else:
            _copy_counts(items, head)
        _mark(head, {(f.value): f for f in query.filters if f.facet is facet})


def _flat(
    facet: Facet, values: Mapping[str, tuple[str, int]], concepts: Mapping[int, ConceptUse]
) -> list[_Line]:
    return [_Line(value, value_name(facet, value, concepts), n) for value, (_, n) in values.items()]


def _nested(
    values: Mapping[str, tuple[str, int]], concepts: Mapping[int, ConceptUse]
) -> list[_Line]:
    """Put concepts below their broader ones; those on the way are listed without a count."""
    lines: dict[str, _Line] = {}
    roots: list[_Line] = []

    def place(value: str) -> _Line:
        if value in lines:
            return lines[value]
        use = concepts.get(int(value)) if value.isdigit() else None
        label, count = values.get(value, ("", 0))
        unknown = label if label != value else value_name(Facet.CONCEPT, value, concepts)
        name = use.concept.label if use else unknown
        line = lines[value] = _Line(value, name, count)
        broader = use.concept.broader if use else None
        (roots if broader is None else place(str(broader)).below).append(line)
        return line

    for value in values:
        place(value)
    return roots


def _item(facet: Facet, line: _Line) -> QStandardItem:
    item = QStandardItem(line.label)
    item.setEditable(False)
    item.setData(facet, Role.FACET)
    item.setData(line.value, Role.VALUE)
    item.setData(line.count, Role.COUNT)
    item.setData(line.label, Qt.ItemDataRole.ToolTipRole)
    if line.below:
        item.setColumnCount(1)
        item.appendRows([_item(facet, below) for below in line.below])
    return item


def _more(facet: Facet, text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    item.setData(facet, Role.FACET)
    item.setData(True, Role.MORE)
    return item


def _shape(item: QStandardItem) -> list[object]:
    return [_own_shape(item.child(row)) for row in range(item.rowCount())]


def _own_shape(item: QStandardItem) -> object:
    return item.data(Role.VALUE), item.text(), _shape(item)


def _copy_counts(items: list[QStandardItem], onto: QStandardItem) -> None:
    for row, item in enumerate(items):
        shown = onto.child(row)
        shown.setData(item.data(Role.COUNT), Role.COUNT)
        below = [item.child(n) for n in range(item.rowCount())]
        _copy_counts(below, shown)


def _mark(item: QStandardItem, chosen: Mapping[str, Filter]) -> None:
    for row in range(item.rowCount()):
        child = item.child(row)
        found = chosen.get(str(child.data(Role.VALUE)))
        choice = Choice.NONE
        if found:
            choice = Choice.EXCLUDED if found.exclude else Choice.INCLUDED
        child.setData(choice, Role.CHOICE)
        child.setData(_spoken(child, choice), Qt.ItemDataRole.AccessibleTextRole)
        _mark(child, chosen)


def _spoken(item: QStandardItem, choice: Choice) -> str:
    count = item.data(Role.COUNT)
    words = {Choice.NONE: "", Choice.INCLUDED: "✓", Choice.EXCLUDED: "✕"}
    return " ".join(str(w) for w in (words[choice], item.text(), count) if w not in ("", None))
