"""Reads a segment: its terms as sorted words, its posting blocks as arrays.

Format: ``whoosh/codec/whoosh3.py`` and ``whoosh/filedb/filetables.py`` of Whoosh 2.7.4. The one
pickle that is loaded here may hold numbers and strings, and nothing that could run code.
"""

from __future__ import annotations

import io
import pickle
import struct
import zlib
from bisect import bisect_left
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np

from index.search.blocks import decode
from index.search.errors import IndexDamaged
from index.search.schema import ACCESSION, NAME
from index.search.stock import byte_to_length

if TYPE_CHECKING:
    from index.search.batch import Numbers
    from index.search.blocks import Block
    from index.search.manifest import SegmentEntry
    from index.search.shelf import Shelf

_ENTRY = np.dtype(
    [
        ("flags", "u1"), ("weight", ">f4"), ("documents", ">u4"), ("shortest", "u1"),
        ("longest", "u1"), ("heaviest", ">f4"), ("first", ">u4"), ("last", ">u4"),
        ("offset", ">i8"), ("length", ">i4"),
    ]
)  # fmt: skip
"""A term's entry in the term file; all ours have their postings in the posting file."""

_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], dtype=np.float32)
DAMAGE = (
    OSError, ValueError, KeyError, IndexError, TypeError, EOFError, struct.error, zlib.error,
    pickle.UnpicklingError, UnicodeDecodeError, AttributeError, OverflowError, MemoryError,
)  # fmt: skip
"""What reading broken bytes may end in."""


@dataclass(frozen=True, slots=True)
class TermTable:
    """The terms of one field in one segment."""

    words: list[str]
    documents: Numbers
    """How many documents hold each word."""
    offset: Numbers
    length: Numbers

    def find(self, word: str) -> int:
        """Return the row of ``word``, or -1."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else -1


@dataclass(frozen=True, slots=True)
class Postings:
    """Where one word stands in one field; ordered by document."""

    documents: Numbers
    counts: Numbers
    """How often in each document."""
    places: Numbers
    """All places, document after document: ``counts`` of each."""

    @property
    def nbytes(self) -> int:
        """Memory taken."""
        return int(self.documents.nbytes + self.counts.nbytes + self.places.nbytes) + 200


NOWHERE = Postings(
    np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32), np.empty(0, dtype=np.uint16)
)


class Segment:
    """One segment, opened."""

    def __init__(self, shelf: Shelf, entry: SegmentEntry, base: int) -> None:
        self.entry = entry
        self.base = base
        """Number of this segment's first document in the whole index."""
        self._stem = f"{NAME}_{entry.id}"
        self._shelf = shelf
        try:
            self.tables = _read_terms(shelf.read(f"{self._stem}.trm"))
            self._postings = shelf.view(f"{self._stem}.pst")
        except DAMAGE as error:
            raise IndexDamaged(f"{self._stem}: {error}") from error

    def moved(self, entry: SegmentEntry, base: int) -> Segment:
        """Return the same files as part of another commit."""
        other = copy(self)
        other.entry, other.base = entry, base
        return other

    def accessions(self) -> Numbers:
        """Return the accession number of each document."""
        found = read_accessions(self._shelf, self.entry.id)
        if len(found) != self.entry.documents:
            raise IndexDamaged(f"{self._stem}: {len(found)} accession numbers")
        return found

    def lengths(self, field: str) -> Numbers:
        """Return how many words each document has in a field, on Whoosh's one-byte scale."""
        try:
            raw = self._shelf.read(f"{self._stem}._{field}_len.col")
        except FileNotFoundError:
            return np.zeros(self.entry.documents, dtype=np.float32)
        except DAMAGE as error:
            raise IndexDamaged(f"{self._stem}: {error}") from error
        found = _LENGTHS[np.frombuffer(raw, dtype=np.uint8)]
        return np.pad(found, (0, self.entry.documents - len(found)))

    def postings(self, field: str, word: str, *, placed: bool = True) -> Postings | None:
        """Read the postings of a word, with its places or not; None when it does not occur.

        Raises:
            IndexDamaged: the blocks cannot be read.
        """
        table = self.tables.get(field)
        row = table.find(word) if table else -1
        if table is None or row < 0:
            return None
        start = int(table.offset[row])
        try:
            raw = self._postings[start : start + int(table.length[row])]
            return _joined(list(decode(raw, placed=placed)), self.base)
        except DAMAGE as error:
            raise IndexDamaged(f"{self._stem}: {field}:{word}: {error}") from error


class _Plain(pickle.Unpickler):
    """Loads numbers, strings, tuples and dicts; nothing that could run code."""

    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"{module}.{name} in the index")


def accession_file(segment: str) -> str:
    """Return the name of the file that holds the accession numbers of a segment."""
    return f"{NAME}_{segment}.{ACCESSION}.col"


def read_accessions(shelf: Shelf, segment: str) -> Numbers:
    """Return the accession number of each document of a segment.

    Raises:
        IndexDamaged: the file is not what was written.
    """
    try:
        raw = shelf.read(accession_file(segment))
        return np.frombuffer(raw, dtype=">i8").astype(np.int64)
    except DAMAGE as error:
        raise IndexDamaged(f"{segment}: {error}") from error


def _joined(blocks: list[Block], base: int) -> Postings:
    documents, counts, places = (
        part[0] if len(blocks) == 1 else np.concatenate(part) for part in zip(*blocks, strict=True)
    )
    return Postings(documents + np.int32(base), counts, places)


def _read_terms(raw: bytes) -> dict[str, TermTable]:
    """Read the whole term file at once; its last part says where every entry begins."""
    (tail,) = struct.unpack_from("!i", raw, len(raw) - 4)
    stream = io.BytesIO(raw)
    stream.seek(len(raw) - 4 - tail)
    extras = _Plain(stream).load()
    kind = np.dtype(extras["indextype"]).newbyteorder(">")
    begins = np.frombuffer(raw, kind, extras["indexlen"], stream.tell()).astype(np.int64)
    data = np.frombuffer(raw, dtype=np.uint8)
    sizes = _gather(data, begins, np.dtype(">i4, >i4"))
    keys = begins + 8
    fields = _gather(data, keys, np.dtype(">u2"))
    words = keys + 2
    ends = keys + sizes["f0"]
    entries = _gather(data, ends, _ENTRY)
    if len(entries) and (entries["flags"].any() or (sizes["f1"] != _ENTRY.itemsize).any()):
        raise IndexDamaged("a term entry of an unknown kind")
    tables = {}
    for name, number in extras["fieldmap"].items():
        low, high = np.searchsorted(fields, [number, number + 1]).tolist()
        spans = zip(words[low:high].tolist(), ends[low:high].tolist(), strict=True)
        tables[name] = TermTable(
            [str(raw[a:b], "utf-8") for a, b in spans],
            entries["documents"][low:high].astype(np.int32),
            entries["offset"][low:high].astype(np.int64),
            entries["length"][low:high].astype(np.int32),
        )
    return tables


def _gather(data: Numbers, begins: Numbers, kind: np.dtype[Any]) -> Numbers:
    """Read one record of ``kind`` at each of the places ``begins``."""
    rows = data[begins[:, None] + np.arange(kind.itemsize)]
    return rows.view(kind).reshape(-1) if len(rows) else np.empty(0, dtype=kind)
