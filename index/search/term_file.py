"""Whoosh's ordered hash of the terms, written in large pieces.

Format: ``whoosh/filedb/filetables.py`` of Whoosh 2.7.4. The rows are byte for byte what its own
writer would make of them; in a hash table, entries that want the same slot may stand in another
order than there, which readers, who look on from slot to slot, do not notice.
"""

from __future__ import annotations

from hashlib import md5
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from index.search.stock import OrderedHashWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search.batch import Numbers
    from index.search.stock import StructFile

_TABLES = 256
_SIZES = np.dtype([("key", ">i4"), ("entry", ">i4")])
_POINTER = np.dtype([("hash", ">u4"), ("position", ">u8")])


class TermFile(OrderedHashWriter):  # type: ignore[misc]
    """Takes many terms at a time; keys come in ascending order over all calls."""

    def __init__(self, file: StructFile) -> None:
        super().__init__(file)
        self._end: int = file.tell()
        self._hashes: list[Numbers] = []
        self._places: list[Numbers] = []

    def add_all(self, keys: Sequence[bytes], entries: Numbers) -> None:
        """Do what ``add`` does for each key; ``entries`` is one row of bytes a key."""
        sizes = np.empty(len(keys), dtype=_SIZES)
        sizes["key"], sizes["entry"] = [len(key) for key in keys], entries.itemsize
        rows = [a + b + c for a, b, c in zip(_cut(sizes), keys, _cut(entries), strict=True)]
        self.dbfile.write(b"".join(rows))
        ends = self._end + np.cumsum([len(row) for row in rows], dtype=np.int64)
        places = np.append(self._end, ends)[:-1]
        self._end = int(ends[-1]) if rows else self._end
        self.index.extend(places.tolist())
        self._places.append(places)
        self._hashes.append(_hashes(keys))

    def _write_hashes(self) -> None:
        """Write each of the 256 tables in one piece instead of slot by slot."""
        hashes, places = _joined(self._hashes, np.uint32), _joined(self._places, np.int64)
        order = np.argsort(hashes & 0xFF, kind="stable")
        bounds = np.searchsorted(hashes[order] & 0xFF, np.arange(_TABLES + 1)).tolist()
        at: int = self.dbfile.tell()
        for low, high in pairwise(bounds):
            chosen = order[low:high]
            table = _hash_table(hashes[chosen], places[chosen])
            self.directory.append((at, len(table)))
            at += table.nbytes
            self.dbfile.write(table.tobytes())


def _cut(rows: Numbers) -> list[bytes]:
    raw, size = rows.tobytes(), rows.itemsize
    return [raw[at : at + size] for at in range(0, len(raw), size)]


def _hashes(keys: Sequence[bytes]) -> Numbers:
    """Return the last 32 bits of each key's MD5, which is what the format hashes by."""
    digests = b"".join([md5(key, usedforsecurity=False).digest() for key in keys])
    return np.frombuffer(digests, ">u4")[3::4].astype(np.uint32)


def _joined(parts: list[Numbers], kind: type[np.generic]) -> Numbers:
    return np.concatenate([np.empty(0, dtype=kind), *parts])


def _hash_table(hashes: Numbers, places: Numbers) -> np.ndarray[tuple[int], np.dtype[np.void]]:
    """Put each entry into the first free slot from the one that its hash names.

    In the order of these slots an entry stands in its own, or else behind the one before it; what
    is pushed over the end goes on from the beginning.
    """
    table = np.zeros(2 * len(hashes), dtype=_POINTER)
    if not len(hashes):
        return table
    wanted = (hashes >> 8) % len(table)
    order = np.argsort(wanted, kind="stable")
    nth = np.arange(len(order))
    slots = np.maximum.accumulate(wanted[order] - nth) + nth
    if slots[-1] >= len(table):
        over = slots >= len(table)
        slots[over] = np.setdiff1d(np.arange(len(table)), slots[~over])[: np.count_nonzero(over)]
    table["hash"][slots], table["position"][slots] = hashes[order], places[order]
    return table
