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
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

_FRESH = 100_000
"""Hashes kept apart before the large arrays are merged with them."""

_HASH = np.dtype("<u4")
"""As stored, whatever the machine."""

_OWNER_BITS = 32
_OWNER_SHIFT = np.uint64(_OWNER_BITS)
_OWNER_MASK = (1 << _OWNER_BITS) - 1


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
        self._settled, self._fresh = _Sorted(), _Sorted()
        self._last = 0

    def akin(self, sketches: Sequence[Sequence[int]], shared: int) -> list[list[tuple[int, int]]]:
        """Return for each sketch those that share ``shared`` hashes or more, most first.

        Each is (dispatch, hashes shared).
        """
        wanted = np.array([each for sketch in sketches for each in sketch], np.uint32)
        asker = np.repeat(np.arange(len(sketches), dtype=np.uint64), list(map(len, sketches)))
        order = np.argsort(wanted)  # neighbours are looked up where the last one was
        wanted, asker = wanted[order], asker[order]
        with self._lock:
            self._catch_up()
            both = [array.meetings(wanted, asker) for array in (self._settled, self._fresh)]
        met, counts = np.unique(np.concatenate(both), return_counts=True)
        enough = counts >= shared
        found: list[list[tuple[int, int]]] = [[] for _ in sketches]
        for pair, count in zip(met[enough].tolist(), counts[enough].tolist(), strict=True):
            found[pair >> _OWNER_BITS].append((pair & _OWNER_MASK, count))
        return [sorted(each, key=lambda pair: (-pair[1], pair[0])) for each in found]

    def _catch_up(self) -> None:
        while read := self._read(self._last):
            self._last = read[-1][0]
            self._fresh.weave_in(*_invert(read))
            if len(self._fresh.hashes) > _FRESH:
                self._settled.weave_in(self._fresh.hashes, self._fresh.owners)
                self._fresh = _Sorted()


class _Sorted:
    """Hashes in ascending order, each with the dispatch that has it."""

    def __init__(self) -> None:
        self.hashes = np.empty(0, np.uint32)
        self.owners = np.empty(0, np.uint32)

    def weave_in(self, hashes: NDArray[np.uint32], owners: NDArray[np.uint32]) -> None:
        """Add hashes in any order: far cheaper than to sort everything again."""
        order = np.argsort(hashes, kind="stable")
        hashes, owners = hashes[order], owners[order]
        places = np.searchsorted(self.hashes, hashes, "right")
        self.hashes = np.insert(self.hashes, places, hashes)
        self.owners = np.insert(self.owners, places, owners)

    def meetings(self, wanted: NDArray[np.uint32], asker: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """Return asker and owner, as one number, wherever they share a hash."""
        first = np.searchsorted(self.hashes, wanted, "left")
        counts = np.searchsorted(self.hashes, wanted, "right") - first
        ends = np.cumsum(counts)
        places = np.arange(counts.sum()) + np.repeat(first - (ends - counts), counts)
        met: NDArray[np.uint64] = np.repeat(asker << _OWNER_SHIFT, counts)
        met |= self.owners[places]
        return met


def _invert(sketches: Sequence[tuple[int, bytes]]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    hashes = np.frombuffer(b"".join(packed for _, packed in sketches), _HASH)
    lengths = [len(packed) // hashes.itemsize for _, packed in sketches]
    return hashes, np.repeat(np.array([number for number, _ in sketches], np.uint32), lengths)
