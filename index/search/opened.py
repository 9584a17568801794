"""An index as it stood at one commit: opened once, shared by all threads, never changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.search.lexicon import Lexicon
from index.search.schema import SEARCHED, TEXT_FIELDS
from index.search.segment import NOWHERE, Postings, Segment

if TYPE_CHECKING:
    from index.search.batch import Numbers
    from index.search.manifest import Built
    from index.search.shelf import Shelf

CACHE = 96 << 20
"""Bytes of decoded postings that are kept."""


class OpenIndex:
    """All segments as one; documents are numbered through."""

    def __init__(
        self, shelf: Shelf, built: Built | None, previous: OpenIndex | None = None
    ) -> None:
        self.built = built
        self.segments: list[Segment] = []
        known = {s.entry.id: s for s in previous.segments} if previous else {}
        base = 0
        for entry in built.segments if built else ():
            same = known.get(entry.id)
            opened = same.moved(entry, base) if same else Segment(shelf, entry, base)
            self.segments.append(opened)
            base += entry.documents
        self.documents = base
        self._cache = _PostingCache(CACHE)
        self._lengths: dict[str, Numbers] = {}

    @cached_property
    def accessions(self) -> Numbers:
        """Accession number of each document; 0 where it was struck out."""
        found = np.zeros(self.documents, dtype=np.int64)
        for segment in self.segments:
            part = segment.accessions()
            part[list(segment.entry.deleted)] = 0
            found[segment.base : segment.base + len(part)] = part
        return found

    def has(self, field: str) -> bool:
        """Tell whether any document has words in a field."""
        return any(field in segment.tables for segment in self.segments)

    def postings(self, field: str, word: str, *, placed: bool = True) -> Postings:
        """Return where a word stands in a field, over all segments.

        Not ``placed``: perhaps without the places, which takes half the time.
        """
        found = self._cache.get((field, word, True))
        if found is None and not placed:
            found = self._cache.get((field, word, False))
        if found is None:
            parts = [segment.postings(field, word, placed=placed) for segment in self.segments]
            found = _joined([part for part in parts if part is not None])
            self._cache.put((field, word, placed), found)
        return found

    def lengths(self, field: str) -> Numbers:
        """Return how many words each document has in a field."""
        found = self._lengths.get(field)
        if found is None:
            parts = [segment.lengths(field) for segment in self.segments]
            found = np.concatenate(parts) if parts else np.empty(0, dtype=np.float32)
            self._lengths[field] = found
        return found

    def total_length(self, field: str) -> int:
        """Return how many words a field holds over all documents."""
        return sum(segment.entry.lengths.get(field, 0) for segment in self.segments)

    def frequency(self, word: str) -> int:
        """Return roughly how many documents hold a word in the fields searched by default."""
        total = 0
        for segment in self.segments:
            for field in SEARCHED:
                table = segment.tables.get(field)
                row = table.find(word) if table else -1
                total += int(table.documents[row]) if table and row >= 0 else 0
        return total

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every word of the text fields."""
        counts: dict[str, int] = {}
        for segment in self.segments:
            for field in TEXT_FIELDS:
                table = segment.tables.get(field)
                if table is None:
                    continue
                for word, count in zip(table.words, table.documents.tolist(), strict=True):
                    counts[word] = counts.get(word, 0) + count
        return Lexicon(counts)


def _joined(parts: list[Postings]) -> Postings:
    if not parts:
        return NOWHERE
    if len(parts) == 1:
        return parts[0]
    return Postings(
        np.concatenate([part.documents for part in parts]),
        np.concatenate([part.counts for part in parts]),
        np.concatenate([part.places for part in parts]),
    )


_Key = tuple[str, str, bool]


class _PostingCache:
    """The postings used last, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held: OrderedDict[_Key, Postings] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: _Key) -> Postings | None:
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
            return found

    def put(self, key: _Key, postings: Postings) -> None:
        with self._lock:
            if key not in self._held:
                self._held[key] = postings
                self._size += postings.nbytes
            while self._size > self._limit:
                self._size -= self._held.popitem(last=False)[1].nbytes
