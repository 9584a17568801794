"""Writes a segment in Whoosh's own format, from arrays instead of posting by posting.

Format: ``whoosh/codec/whoosh3.py`` of Whoosh 2.7.4. ``.pst`` holds the posting blocks, ``.trm``
an ordered hash of the terms, each ``.col`` one number a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct
from typing import TYPE_CHECKING

import numpy as np

from index.search.batch import is_other
from index.search.block_format import Run
from index.search.block_writer import encode
from index.search.schema import ACCESSION, NAME, TEXT_FIELDS
from index.search.stock import (
    STORED_COLUMN,
    W3Codec,
    W3Segment,
    byte_to_length,
    length_to_byte,
)
from index.search.term_file import TermFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.search.batch import Batch, Numbers, Occurrences
    from index.search.stock import FileStorage

_SLICE = 1 << 18
"""Postings written at a time: bounds the memory beside the arrays themselves."""

_key = Struct("!H").pack
_ENTRY = np.dtype(
    [
        *[("inlined", "u1"), ("weight", ">f4"), ("documents", ">u4"), ("shortest", "u1")],
        *[("longest", "u1"), ("heaviest", ">f4"), ("first", ">u4"), ("last", ">u4")],
        *[("begin", ">i8"), ("size", ">i4")],
    ]
)
"""``W3TermInfo`` of a term: what it says of all of its postings, and where they lie."""
_LENGTHS = np.array([byte_to_length(byte) for byte in range(256)])
_LONGEST = next(n for n in range(100_000, 200_000) if length_to_byte(n) == 255)


def write_segment(batch: Batch, storage: FileStorage) -> W3Segment:
    """Write the files of a new segment and return it; it is in no table of contents yet."""
    segment = W3Segment(W3Codec(), NAME, doccount=len(batch))
    totals: dict[str, int] = {}
    found = {name: batch.occurrences(name) for name in sorted(TEXT_FIELDS)}
    terms = _Terms(segment, storage, list(batch.terms), found.values())
    for name, occurrences in found.items():
        lengths = np.pad(occurrences.lengths, (0, len(batch) - len(occurrences.lengths)))
        totals[name] = int(lengths.sum())
        if totals[name]:
            _write_column(segment, storage, f"_{name}_len", _as_bytes(lengths).tobytes())
            terms.add_field(name, occurrences, _as_bytes(lengths))
    terms.close()
    accessions = np.array(batch.accessions, dtype=">i8").tobytes()
    _write_column(segment, storage, ACCESSION, accessions)
    _write_stored(segment, storage, len(batch))
    segment._fieldlengths = totals  # noqa: SLF001 - Whoosh's own writer sets it so
    return segment


def _as_bytes(lengths: Numbers) -> Numbers:
    """Round lengths to Whoosh's one-byte scale."""
    return np.minimum(np.searchsorted(_LENGTHS, lengths), 255).astype(np.uint8)


def _write_column(segment: W3Segment, storage: FileStorage, name: str, raw: bytes) -> None:
    column = storage.create_file(W3Codec.column_filename(segment, name))
    column.write(raw)
    column.close()


def _write_stored(segment: W3Segment, storage: FileStorage, documents: int) -> None:
    """Write the empty column of stored fields that Whoosh's reader asks for."""
    column = storage.create_file(W3Codec.column_filename(segment, "_stored"))
    STORED_COLUMN.writer(column).finish(documents)
    column.close()


class _Terms:
    """The two files of terms and postings while they are being written."""

    def __init__(
        self,
        segment: W3Segment,
        storage: FileStorage,
        words: list[str],
        found: Iterable[Occurrences],
    ) -> None:
        self._terms = TermFile(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._fields: dict[str, int] = {}
        self._terms.extras["fieldmap"] = self._fields
        self._postings = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._at = 0
        occurs = np.zeros(len(words), dtype=bool)
        for occurrences in found:
            occurs[occurrences.term] = True
        ordered = sorted(np.flatnonzero(occurs).tolist(), key=words.__getitem__)
        self._sorted = [words[number].encode() for number in ordered]
        self._rank = np.empty(len(words), dtype=np.int32)
        self._rank[ordered] = np.arange(len(ordered), dtype=np.int32)

    def add_field(self, name: str, found: Occurrences, lengths: Numbers) -> None:
        """Write every term of one field."""
        number = self._fields[name] = len(self._fields)
        postings = _Postings.of(found, self._rank, lengths)
        key = _key(number)
        for first, last in postings.slices():
            written, entries = encode(postings.run(first, last)), postings.entries(first, last)
            entries["begin"], entries["size"] = self._at + written.begins, written.sizes
            self._postings.write(written.raw)
            self._at += len(written.raw)
            ranks = postings.term[first:last].tolist()
            self._terms.add_all([key + self._sorted[rank] for rank in ranks], entries)

    def close(self) -> None:
        """Write the hash tables and close both files."""
        self._terms.close()
        self._postings.close()


@dataclass(frozen=True, slots=True)
class _Postings:
    """The postings of one field, ordered by term and document; one entry a posting or as said."""

    term: Numbers
    """Rank of the term among all words, one entry a term."""
    begins: Numbers
    """Where a term's postings begin, one entry a term, and the end of all."""
    document: Numbers
    weight: Numbers
    length: Numbers
    """Of the document, as a byte."""
    places: Numbers
    """Of all postings one after the other."""
    place_begins: Numbers
    """Where a posting's places begin, and the end of all."""

    @classmethod
    def of(cls, found: Occurrences, rank: Numbers, lengths: Numbers) -> _Postings:
        """Order the occurrences by term; a stable order, so documents and places stay in order."""
        ranks = rank[found.term]
        keys = ranks.astype(np.int64)
        keys <<= 32
        keys |= np.arange(len(ranks), dtype=np.int32)
        keys.sort()
        ranks = (keys >> 32).astype(np.int32)
        keys &= 0xFFFFFFFF
        order, documents = keys, found.document[keys]
        new_term = is_other(ranks)
        begins = np.flatnonzero(new_term | is_other(documents))
        of_term = np.flatnonzero(new_term[begins])
        return cls(
            term=ranks[begins][of_term],
            begins=np.append(of_term, len(begins)),
            document=documents[begins],
            weight=np.diff(begins, append=len(ranks)),
            length=lengths[documents[begins]],
            places=found.place[order],
            place_begins=np.append(begins, len(ranks)),
        )

    def slices(self) -> list[tuple[int, int]]:
        """Divide the terms into runs of bounded numbers of postings."""
        bounds = np.unique(self.begins[:-1] // _SLICE, return_index=True)[1]
        return list(zip(bounds.tolist(), [*bounds[1:].tolist(), len(self.term)], strict=True))

    def run(self, first: int, last: int) -> Run:
        """Return the postings of the terms from ``first`` to before ``last``."""
        low, high = int(self.begins[first]), int(self.begins[last])
        return Run(
            self.begins[first : last + 1] - low,
            self.document[low:high],
            self.weight[low:high],
            self.length[low:high],
            self.places[self.place_begins[low] : self.place_begins[high]],
        )

    def entries(self, first: int, last: int) -> Numbers:
        """Return each term's entry in the term file, but for where its blocks lie."""
        low, high = int(self.begins[first]), int(self.begins[last])
        at = self.begins[first:last] - low
        length, weight = self.length[low:high], self.weight[low:high]
        rows = np.zeros(last - first, dtype=_ENTRY)
        rows["weight"] = np.add.reduceat(weight, at)
        rows["heaviest"] = np.maximum.reduceat(weight, at)
        rows["documents"] = np.diff(self.begins[first : last + 1])
        rows["shortest"] = np.minimum.reduceat(length, at)
        rows["longest"] = np.maximum.reduceat(length, at)
        rows["first"] = self.document[self.begins[first:last]]
        rows["last"] = self.document[self.begins[first + 1 : last + 1] - 1]
        return rows
