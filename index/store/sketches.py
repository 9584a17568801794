"""Finds dispatches whose sketch shares hashes with another: the candidates for one story.

A bottom-k sketch keeps the k smallest hashes of a text's word sequences; two texts that share
many of them share many word sequences (Broder 1997). The rows are inverted in memory on first
use: 100,000 sketches of 48 hashes take 38 MB, and are let go of with :meth:`SketchIndex.forget`.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

_FRESH = 2000
"""Sketches kept apart before the sorted arrays are merged with them."""

_CHUNK = 10_000
"""Sketches read at a time."""

_HASH = np.dtype("<u4")
"""As stored, whatever the machine."""


class SketchIndex:
    """Hash -> dispatches, over every sketch that is on record."""

    def __init__(self, read: Callable[[int], Sequence[tuple[int, bytes]]]) -> None:
        """``read(after)`` returns numbers and packed sketches above ``after``, some at a time."""
        self._read = read
        self._lock = threading.Lock()
        self._start_over()

    def forget(self) -> None:
        """Give the memory back until the next question."""
        with self._lock:
            self._start_over()

    def _start_over(self) -> None:
        self._hashes = np.empty(0, np.uint32)
        self._owners = np.empty(0, np.uint32)
        self._fresh: dict[int, list[int]] = {}
        self._waiting: list[tuple[int, bytes]] = []
        self._last = 0

    def akin(self, sketch: Sequence[int], shared: int) -> list[tuple[int, int]]:
        """Return (dispatch, hashes shared), most first, for those that share ``shared`` or more."""
        with self._lock:
            self._catch_up()
            owners = self._sorted_owners(np.array(sketch, np.uint32))
            late = [owner for each in sketch for owner in self._fresh.get(each, ())]
        both = np.append(owners, np.array(late, np.uint32))
        numbers, counts = np.unique(both, return_counts=True)
        enough = counts >= shared
        found = zip(numbers[enough].tolist(), counts[enough].tolist(), strict=True)
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def _catch_up(self) -> None:
        while read := self._read(self._last):
            self._last = read[-1][0]
            self._take(read)

    def _take(self, read: Sequence[tuple[int, bytes]]) -> None:
        self._waiting += read
        if len(self._waiting) > _FRESH:
            self._merge()
            return
        for number, packed in read:
            for each in np.frombuffer(packed, _HASH).tolist():
                self._fresh.setdefault(each, []).append(number)

    def _merge(self) -> None:
        """Sort what waits and weave it in: far cheaper than to sort everything again."""
        hashes, owners = _invert(self._waiting)
        order = np.argsort(hashes, kind="stable")
        hashes, owners = hashes[order], owners[order]
        places = np.searchsorted(self._hashes, hashes, "right")
        self._hashes = np.insert(self._hashes, places, hashes)
        self._owners = np.insert(self._owners, places, owners)
        self._waiting, self._fresh = [], {}

    def _sorted_owners(self, sketch: NDArray[np.uint32]) -> NDArray[np.uint32]:
        first = np.searchsorted(self._hashes, sketch, "left")
        last = np.searchsorted(self._hashes, sketch, "right")
        runs = [self._owners[a:b] for a, b in zip(first, last, strict=True) if a < b]
        return np.concatenate(runs) if runs else np.empty(0, np.uint32)


def _invert(sketches: Sequence[tuple[int, bytes]]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    hashes = np.frombuffer(b"".join(packed for _, packed in sketches), _HASH)
    lengths = [len(packed) // hashes.itemsize for _, packed in sketches]
    return hashes, np.repeat(np.array([number for number, _ in sketches], np.uint32), lengths)


def sketches_after(connection: sqlite3.Connection, number: int) -> list[tuple[int, bytes]]:
    """Read the next sketches above a number, in order."""
    query = "SELECT dispatch, hashes FROM sketch WHERE dispatch > ? ORDER BY dispatch LIMIT ?"
    return connection.execute(query, (number, _CHUNK)).fetchall()
