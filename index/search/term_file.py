"""Whoosh's ordered hash of the terms, written in large pieces; byte for byte what its own would be.

Format: ``whoosh/filedb/filetables.py`` of Whoosh 2.7.4.
"""

from __future__ import annotations

from itertools import accumulate
from struct import Struct
from typing import TYPE_CHECKING

import numpy as np

from index.search.stock import OrderedHashWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.search.stock import StructFile

_sizes = Struct("!ii").pack
_POINTER = np.dtype([("hash", ">u4"), ("position", ">u8")])


class TermFile(OrderedHashWriter):  # type: ignore[misc]
    """Takes many terms at a time; keys come in ascending order over all calls."""

    def __init__(self, file: StructFile) -> None:
        super().__init__(file)
        self._end: int = file.tell()

    def add_all(self, keys: Sequence[bytes], entries: Iterable[bytes]) -> None:
        """Do what ``add`` does for each key."""
        rows = [
            _sizes(len(key), len(entry)) + key + entry
            for key, entry in zip(keys, entries, strict=True)
        ]
        *places, self._end = accumulate(map(len, rows), initial=self._end)
        self.dbfile.write(b"".join(rows))
        self.index.extend(places)
        buckets = self.buckets
        for hashed, place in zip(map(self.hashfn, keys), places, strict=True):
            buckets[hashed & 0xFF].append((hashed, place))

    def _write_hashes(self) -> None:
        """Write each of the 256 tables in one piece instead of slot by slot."""
        at: int = self.dbfile.tell()
        for entries in self.buckets:
            table = _hash_table(entries)
            self.directory.append((at, len(table)))
            at += table.nbytes
            self.dbfile.write(table.tobytes())


def _hash_table(entries: Sequence[tuple[int, int]]) -> np.ndarray[tuple[int], np.dtype[np.void]]:
    """Put each entry into the first free slot from the one that its hash names."""
    slots = 2 * len(entries)
    taken, chosen = bytearray(slots), []
    for hashed, _ in entries:
        slot = (hashed >> 8) % slots
        while taken[slot]:
            slot = (slot + 1) % slots
        taken[slot] = True
        chosen.append(slot)
    table = np.zeros(slots, dtype=_POINTER)
    if entries:
        table[chosen] = np.array(entries, dtype=_POINTER)
    return table
