"""Posting blocks: pickles that Whoosh reads, written and read as arrays.

A block of Whoosh is the pickle of (document deltas, weights, values), each a tuple. Here every
number is written with the same opcode and so takes the same room, whatever its size; arrays are
laid over the bytes, and nothing is ever unpickled.

=======  ==================================================================================
part     bytes
=======  ==================================================================================
deltas   ``(``, then ``J`` and four bytes each, ``t``
weights  ``N`` when all are 1; ``G`` and eight bytes when all are equal; else ``(``, then
         ``G`` and eight bytes each, ``t``
values   ``(``, then ``C``, one byte of length and the places, or from 256 bytes on ``B``
         and four bytes of length; ``t``
=======  ==================================================================================

``block_writer`` writes blocks, ``plain_blocks`` many short ones at a time; ``blocks`` reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.search.batch import Numbers

LIMIT = 1024
"""Postings in a block; Whoosh writes 128 and reads any number."""
COMPRESSED_FROM = 512
"""Bytes below which a block takes longer to compress, and to unpack, than it saves in reading."""
LONG = 256
"""Bytes of a value from which its length takes four bytes."""
WIDE = 1 << 16
"""Place from which a place takes four bytes."""

HEAD, TAIL = b"\x80\x03(", b"t\x87."
SHORT_OP, LONG_OP = b"C"[0], b"B"[0]
DELTA = np.dtype([("op", "S1"), ("value", "<i4")])
WEIGHT = np.dtype([("op", "S1"), ("value", ">f8")])
INFO = Struct("<3scicic8scBcBcB2s")
"""What a block says about its postings: count, last document, greatest weight, compression, and
the length of the shortest and of the longest document."""
SIZE = Struct("!i")
FLOAT = Struct(">d")


@dataclass(frozen=True, slots=True)
class Run:
    """The postings of some terms, ordered by term and document."""

    begins: Numbers
    """Where each term's postings begin, and the end of all."""
    documents: Numbers
    counts: Numbers
    """How often the word stands in each document."""
    lengths: Numbers
    """Of each posting's document, as a byte."""
    places: Numbers
    """Of all postings one after the other: ``counts`` of each."""

    def of(self, chosen: NDArray[np.bool_]) -> Run:
        """Return the postings of some terms only; ``chosen`` has one entry a term."""
        if chosen.all():
            return self
        sizes = np.diff(self.begins)
        kept = np.repeat(chosen, sizes)
        return Run(
            np.append(0, np.cumsum(sizes[chosen])),
            self.documents[kept],
            self.counts[kept],
            self.lengths[kept],
            self.places[np.repeat(kept, self.counts)],
        )

    def deltas(self, starts: Numbers) -> NDArray[np.void]:
        """Return how far each document is from the one before it; from 0 at the ``starts``."""
        deltas = np.diff(self.documents, prepend=0)
        deltas[starts] = self.documents[starts]
        return laid(DELTA, b"J", deltas)


def laid(kind: np.dtype[np.void], op: bytes, numbers: Numbers) -> NDArray[np.void]:
    """Return the numbers, each behind its opcode."""
    rows = np.empty(len(numbers), dtype=kind)
    rows["op"], rows["value"] = op, numbers
    return rows


def between_heads(starts: Numbers, heads: Numbers, size: int) -> Numbers:
    """Return a mask of the bytes that belong to places."""
    mask = np.ones(size, dtype=bool)
    mask[starts] = mask[starts + 1] = False
    long = starts[heads > 2]
    for offset in (2, 3, 4):
        mask[long + offset] = False
    return mask
