"""The record's columns, lined up with the documents of the index.

Dispatches that are not indexed yet follow after the indexed ones: no word finds them, but
facets, dates, tags and the empty query do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.corpus import UNDATED
from index.query import Facet
from index.search.labels import LabelledDocuments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.corpus import Columns
    from index.search.batch import Numbers

_EPOCH = 719_163
"""``date(1970, 1, 1).toordinal()``."""


@dataclass(frozen=True)
class Rows:
    """One row a document."""

    ids: Numbers
    """Accession numbers; 0 where the document is struck out or gone from the record."""
    present: Numbers
    """Whether the row stands for a dispatch of the record."""
    unindexed: int
    """How many dispatches of the record have no document."""
    days: dict[str, Numbers]
    minutes: Numbers
    family: Numbers
    labels: dict[Facet, LabelledDocuments]

    @classmethod
    def line_up(cls, accessions: Numbers, columns: Columns) -> Rows:
        """Sort the columns by document."""
        ids = np.asarray(columns.ids, dtype=np.int64)
        row, known = _rows_of(accessions, ids)
        unindexed = np.ones(len(ids), dtype=bool)
        unindexed[row[known]] = False
        missing = np.flatnonzero(unindexed)
        row = np.concatenate([row, missing])
        present = np.concatenate([known, np.ones(len(missing), dtype=bool)])
        lined_up = _Lined(row, present)
        labels = {
            Facet.AGENCY: lined_up.labels(columns.agency),
            Facet.CITY: lined_up.labels(columns.city),
            Facet.LANGUAGE: lined_up.labels(columns.language),
            Facet.SECTION: lined_up.label_lists(columns.sections),
        }
        return cls(
            ids=lined_up.numbers(ids, 0),
            present=present,
            unindexed=len(missing),
            days={
                name: lined_up.numbers(getattr(columns, name), UNDATED)
                for name in ("filed", "updated", "captured", "imported")
            },
            minutes=lined_up.numbers(columns.minutes, 0),
            family=lined_up.numbers(columns.family, 0),
            labels=labels,
        )

    @property
    def total(self) -> int:
        """Rows, gone ones included."""
        return len(self.ids)

    @cached_property
    def newest(self) -> Numbers:
        """Position of each row when ordered newest first; undated last, then by number."""
        order = np.lexsort((-self.ids, -self.minutes, -self.days["filed"].astype(np.int64)))
        return _positions(order)

    @cached_property
    def oldest(self) -> Numbers:
        """Position of each row when ordered oldest first; undated last, then by number."""
        filed = self.days["filed"].astype(np.int64)
        order = np.lexsort((self.ids, self.minutes, filed, filed == UNDATED))
        return _positions(order)

    @cached_property
    def month(self) -> Numbers:
        """Months since January 1970 of the filed day; the least integer where undated."""
        filed = self.days["filed"].astype(np.int64)
        months = (filed - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
        return np.where(filed == UNDATED, UNDATED, months)

    def rows_of(self, ids: Numbers) -> tuple[Numbers, Numbers]:
        """Return the row of each accession number, and whether it has one."""
        order = self._by_id
        found, known = _rows_of(ids, self.ids[order])
        return order[found], known & (ids > 0)

    @cached_property
    def _by_id(self) -> Numbers:
        return np.argsort(self.ids, kind="stable")


def _rows_of(wanted: Numbers, ids: Numbers) -> tuple[Numbers, Numbers]:
    """Look up each of ``wanted`` in the sorted ``ids``."""
    if not len(ids):
        return np.zeros(len(wanted), dtype=np.int64), np.zeros(len(wanted), dtype=bool)
    at = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
    return at, ids[at] == wanted


def _positions(order: Numbers) -> Numbers:
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return places


@dataclass(frozen=True, slots=True)
class _Lined:
    """Turns a column of the record into one a document."""

    row: Numbers
    present: Numbers

    def numbers(self, column: Sequence[int] | Numbers, default: int) -> Numbers:
        values = np.asarray(column, dtype=np.int64)
        if not len(values):
            return np.full(len(self.row), default, dtype=np.int64)
        return np.where(self.present, values[self.row], default)

    def labels(self, column: Sequence[str]) -> LabelledDocuments:
        names = sorted({value for value in column if value})
        numbers = {name: at for at, name in enumerate(names)}
        codes = self.numbers([numbers.get(value, -1) for value in column], -1)
        documents = np.flatnonzero(codes >= 0)
        return LabelledDocuments.of(names, documents, codes[documents], len(self.row))

    def label_lists(self, column: Sequence[tuple[str, ...]]) -> LabelledDocuments:
        names = sorted({value for values in column for value in values if value})
        numbers = {name: at for at, name in enumerate(names)}
        pairs = [
            (at, numbers[value])
            for at, values in enumerate(column)
            for value in dict.fromkeys(values)
            if value
        ]
        rows = np.array([row for row, _ in pairs], dtype=np.int64)
        codes = np.array([code for _, code in pairs], dtype=np.int64)
        place = np.full(max(len(column), 1), -1, dtype=np.int64)
        place[self.row[self.present]] = np.flatnonzero(self.present)
        documents = place[rows]
        return LabelledDocuments.of(
            names, documents[documents >= 0], codes[documents >= 0], len(self.row)
        )
