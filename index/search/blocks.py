"""Reads posting blocks; ``block_format`` says how they look."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.search.block_format import (
    DELTA,
    FLOAT,
    HEAD,
    INFO,
    LONG,
    LONG_OP,
    SHORT_OP,
    SIZE,
    TAIL,
    WEIGHT,
    between_heads,
)
from index.search.errors import IndexDamaged
from index.search.stock import WHOOSH3_HEADER_MAGIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from index.search.batch import Numbers

_NO_PLACES: NDArray[np.uint16] = np.empty(0, dtype="<u2")


class Block(NamedTuple):
    """The postings of a block."""

    documents: Numbers
    counts: Numbers
    """How often the word stands in each document."""
    places: Numbers
    """Of all documents one after the other."""


def decode(raw: bytes, *, placed: bool = True) -> Iterator[Block]:
    """Yield the blocks of one term; not ``placed``: without its places, in less time.

    Raises:
        IndexDamaged: the bytes are not what :func:`encode` wrote.
    """
    _expect(raw[:4] == WHOOSH3_HEADER_MAGIC)
    at, size = 4, 1
    while size > 0:
        (size,) = SIZE.unpack_from(raw, at)
        info = INFO.unpack_from(raw, at + 4)
        begin, at = at + 4 + INFO.size, at + 4 + abs(size)
        data = raw[begin:at]
        yield _decode_body(zlib.decompress(data) if info[8] else data, info[2], placed=placed)


def _expect(condition: object) -> None:
    if not condition:
        raise IndexDamaged("a posting block of an unknown form")


def _decode_body(body: bytes, count: int, *, placed: bool) -> Block:
    _expect(body.startswith(HEAD) and body.endswith(TAIL))
    deltas = np.frombuffer(body, DELTA, count, len(HEAD))
    at = len(HEAD) + count * DELTA.itemsize
    _expect(body[at : at + 1] == b"t")
    counts, at = _decode_weights(body, count, at + 1)
    _expect(body[at : at + 1] == b"(")
    documents = np.cumsum(deltas["value"], dtype=np.int32)
    if not placed:
        return Block(documents, counts, _NO_PLACES)
    values = np.frombuffer(body, np.uint8, len(body) - len(TAIL) - at - 1, at + 1)
    return Block(documents, counts, _decode_values(values, counts))


def _decode_weights(body: bytes, count: int, at: int) -> tuple[Numbers, int]:
    match body[at : at + 1]:
        case b"N":
            return np.ones(count, dtype=np.int32), at + 1
        case b"G":
            return np.full(count, int(FLOAT.unpack_from(body, at + 1)[0]), np.int32), at + 9
        case _:
            weights = np.frombuffer(body, WEIGHT, count, at + 1)
            end = at + 1 + count * WEIGHT.itemsize
            _expect(body[end : end + 1] == b"t")
            with np.errstate(invalid="ignore"):  # of damaged bytes; the sizes will not fit then
                return weights["value"].astype(np.int32), end + 1


def _decode_values(values: Numbers, counts: Numbers) -> Numbers:
    sizes = 2 * counts.astype(np.int64)
    heads = np.where(sizes < LONG, 2, 5)
    ends = np.cumsum(sizes + heads)
    if ends[-1] != len(values):
        return _decode_wide(values.tobytes(), counts)
    starts = ends - sizes - heads
    short = heads == 2
    ops = values[starts]
    _expect((ops == np.where(short, SHORT_OP, LONG_OP)).all())
    _expect((values[starts + 1][short] == sizes[short]).all())
    return values[between_heads(starts, heads, len(values))].view("<u2")


def _decode_wide(raw: bytes, counts: Numbers) -> Numbers:
    places, at = [], 0
    for count in counts.tolist():
        long = raw[at] == LONG_OP
        size = int.from_bytes(raw[at + 1 : at + (5 if long else 2)], "little")
        at += 5 if long else 2
        _expect(size in {2 * count, 4 * count + 1})
        kind = "<u2" if size == 2 * count else "<u4"
        places.append(np.frombuffer(raw, kind, count, at).astype(np.uint32))
        at += size
    _expect(at == len(raw))
    return np.concatenate(places)
