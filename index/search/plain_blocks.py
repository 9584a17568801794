"""Writes the blocks of most terms, those with few and plain postings, without looking at each.

A term is plain when one block that is not compressed takes its postings and each of its words
stands once in its document: every part of the block then has its size, and arrays lay them out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.search.batch import count_up
from index.search.block_format import COMPRESSED_FROM, DELTA, HEAD, SHORT_OP, TAIL, WIDE
from index.search.stock import WHOOSH3_HEADER_MAGIC

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.search.batch import Numbers
    from index.search.block_format import Run

_HEAD = np.dtype(
    [
        *[("magic", "S4"), ("size", ">i4"), ("open", "S3")],
        *[("count_op", "S1"), ("count", "<i4"), ("last_op", "S1"), ("last", "<i4")],
        *[("heaviest_op", "S1"), ("heaviest", ">f8"), ("level_op", "S1"), ("level", "u1")],
        *[("shortest_op", "S1"), ("shortest", "u1"), ("longest_op", "S1"), ("longest", "u1")],
        *[("shut", "S2"), ("body", "S3")],
    ]
)
"""The file's mark, the block's size, ``INFO`` and the beginning of the body."""
_MIDDLE = np.frombuffer(b"tN(", np.uint8)
"""Behind the documents: every weight is 1."""
_VALUE = np.dtype([("op", "u1"), ("size", "u1"), ("place", "<u2")])
_TAIL = np.frombuffer(TAIL, np.uint8)
_EACH = DELTA.itemsize + _VALUE.itemsize
_AROUND = len(HEAD) + len(_MIDDLE) + len(TAIL)
_BEFORE_SIZE = 8
"""Bytes that a block's size does not count: the mark and itself."""
_MOST = (COMPRESSED_FROM - 1 - _AROUND) // _EACH
"""Postings of a block that stays below compression."""


def is_plain(run: Run) -> NDArray[np.bool_]:
    """Tell of each term whether :func:`encode_plain` takes it."""
    at = run.begins[:-1]
    first_places = run.places[np.cumsum(run.counts) - run.counts]
    plain: NDArray[np.bool_] = np.diff(run.begins) <= _MOST
    plain &= np.maximum.reduceat(run.counts, at) == 1
    plain &= np.maximum.reduceat(first_places, at) < WIDE
    return plain


def encode_plain(run: Run) -> tuple[bytes, Numbers]:
    """Return the blocks of all terms, and where each begins, with the end of all."""
    counts = np.diff(run.begins)
    at = np.append(0, np.cumsum(_HEAD.itemsize - len(HEAD) + _AROUND + _EACH * counts))
    raw = np.empty(at[-1], dtype=np.uint8)
    if not len(counts):
        return b"", at
    starts, nth = at[:-1], count_up(counts)
    deltas = starts + _HEAD.itemsize
    middles = deltas + DELTA.itemsize * counts
    values = middles + len(_MIDDLE)
    _put(raw, starts, _heads(run, np.diff(at)))
    _put(raw, np.repeat(deltas, counts) + DELTA.itemsize * nth, run.deltas(run.begins[:-1]))
    _put(raw, middles, _MIDDLE)
    _put(raw, np.repeat(values, counts) + _VALUE.itemsize * nth, _values(run))
    _put(raw, at[1:] - len(_TAIL), _TAIL)
    return raw.tobytes(), at


def _put(raw: Numbers, at: Numbers, rows: Numbers) -> None:
    """Lay rows of equal size, or one row again and again, over the bytes at these places."""
    laid_out = rows.view(np.uint8).reshape(-1, rows.itemsize) if rows.dtype.names else rows
    raw[at[:, np.newaxis] + np.arange(laid_out.shape[-1])] = laid_out


def _heads(run: Run, sizes: Numbers) -> Numbers:
    at = run.begins[:-1]
    rows = np.empty(len(at), dtype=_HEAD)
    rows["magic"], rows["open"], rows["body"] = WHOOSH3_HEADER_MAGIC, HEAD, HEAD
    rows["size"] = _BEFORE_SIZE - sizes  # negative: the term has no other block
    rows["count_op"], rows["count"] = b"J", np.diff(run.begins)
    rows["last_op"], rows["last"] = b"J", run.documents[run.begins[1:] - 1]
    rows["heaviest_op"], rows["heaviest"] = b"G", 1
    rows["level_op"], rows["level"] = b"K", 0
    rows["shortest_op"], rows["shortest"] = b"K", np.minimum.reduceat(run.lengths, at)
    rows["longest_op"], rows["longest"] = b"K", np.maximum.reduceat(run.lengths, at)
    rows["shut"] = b"t."
    return rows


def _values(run: Run) -> Numbers:
    rows = np.empty(len(run.places), dtype=_VALUE)
    rows["op"], rows["size"], rows["place"] = SHORT_OP, 2, run.places
    return rows
