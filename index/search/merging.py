"""Puts small segments together, without reading a dispatch again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.search.batch import Occurrences
from index.search.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search.batch import Numbers
    from index.search.manifest import SegmentEntry
    from index.search.shelf import Shelf

SMALL = 5_000
"""Documents below which a segment is small."""
MOST_SMALL = 8
"""Small segments that are left alone; each one costs every search a little."""
LARGEST = 25_000
"""Documents of a segment made of others."""


def worth_merging(segments: Sequence[SegmentEntry]) -> list[SegmentEntry]:
    """Return the segments to put together now; empty when there is no need."""
    small = [entry for entry in segments if _alive(entry) < SMALL]
    hollow = [entry for entry in segments if _alive(entry) < entry.documents / 2]
    if len(small) <= MOST_SMALL:
        return hollow
    chosen, total = [], 0
    for entry in sorted({*small, *hollow}, key=_alive):
        total += _alive(entry)
        if total > LARGEST:
            break
        chosen.append(entry)
    return [entry for entry in segments if entry in chosen]


def _alive(entry: SegmentEntry) -> int:
    return entry.documents - len(entry.deleted)


class Merged:
    """The living documents of some segments, ready to be written as one.

    Raises:
        IndexDamaged: a segment cannot be read.
    """

    def __init__(self, shelf: Shelf, entries: Sequence[SegmentEntry]) -> None:
        self.terms: dict[str, int] = {}
        self._sources: list[_Source] = []
        base = 0
        for entry in entries:
            segment = Segment(shelf, entry, 0)
            alive = np.ones(entry.documents, dtype=bool)
            alive[list(entry.deleted)] = False
            numbers = base + np.cumsum(alive, dtype=np.int32) - 1
            self._sources.append(_Source(segment, alive, numbers))
            base += int(np.count_nonzero(alive))
            for table in segment.tables.values():
                for word in table.words:
                    self.terms.setdefault(word, len(self.terms))
        self.accessions: Numbers = np.concatenate(
            [source.segment.accessions()[source.alive] for source in self._sources]
        )

    def __len__(self) -> int:
        return len(self.accessions)

    def occurrences(self, field: str) -> Occurrences:
        """Return the words of one field over all documents."""
        parts = [part for source in self._sources for part in self._of(source, field)]
        lengths = [source.segment.lengths(field)[source.alive] for source in self._sources]
        empty = _Part(*(np.empty(0, dtype=np.int32) for _ in range(3)))
        term, document, place = (
            np.concatenate(column) for column in zip(empty, *parts, strict=True)
        )
        return Occurrences(term, document, place, np.concatenate(lengths).astype(np.int64))

    def _of(self, source: _Source, field: str) -> list[_Part]:
        table = source.segment.tables.get(field)
        parts = []
        for word in table.words if table else ():
            found = source.segment.postings(field, word)
            if found is not None:
                documents = np.repeat(found.documents, found.counts)
                kept = source.alive[documents]
                documents = source.numbers[documents[kept]]
                term = np.full(len(documents), self.terms[word], dtype=np.int32)
                parts.append(_Part(term, documents, found.places[kept].astype(np.uint32)))
        return parts


class _Source(NamedTuple):
    segment: Segment
    alive: Numbers
    numbers: Numbers
    """The new number of each document that is alive."""


class _Part(NamedTuple):
    term: Numbers
    document: Numbers
    place: Numbers
