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
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import pairwise
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.deflation import deflate
from index.search.errors import IndexDamaged
from index.search.stock import WHOOSH3_HEADER_MAGIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from index.search.batch import Numbers

LIMIT = 1024
"""Postings in a block; Whoosh writes 128 and reads any number."""
_COMPRESSED_FROM = 512
"""Bytes below which a block takes longer to compress, and to unpack, than it saves in reading."""
_LEVEL = 1
_LONG = 256
"""Bytes of a value from which its length takes four bytes."""
_WIDE = 1 << 16
"""Place from which a place takes four bytes."""

_HEAD, _SHUT, _TAIL = b"\x80\x03(", b"t(", b"t\x87."
_SHORT_OP, _LONG_OP = b"C"[0], b"B"[0]
_DELTA = np.dtype([("op", "S1"), ("value", "<i4")])
_WEIGHT = np.dtype([("op", "S1"), ("value", ">f8")])
_INFO = Struct("<3scicic8scBcBcB2s")
_size = Struct("!i")
_float = Struct(">d")


_NO_PLACES: NDArray[np.uint16] = np.empty(0, dtype="<u2")


class Block(NamedTuple):
    """The postings of a block."""

    documents: Numbers
    counts: Numbers
    """How often the word stands in each document."""
    places: Numbers
    """Of all documents one after the other."""


# --- writing ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """The postings of some terms, ordered by term and document."""

    begins: Numbers
    """Where each term's postings begin, and the end of all."""
    documents: Numbers
    counts: Numbers
    lengths: Numbers
    """Of each posting's document, as a byte."""
    places: Numbers
    """Of all postings one after the other: ``counts`` of each."""


def encode(run: Run) -> Iterator[bytes]:
    """Yield, term by term, the bytes that go into the posting file."""
    starts, of_term = _block_starts(run.begins)
    ends = np.append(starts[1:], len(run.documents))
    bodies = _bodies(run, starts, ends)
    infos = zip(
        (ends - starts).tolist(),
        run.documents[ends - 1].tolist(),
        np.maximum.reduceat(run.counts, starts).astype(float).tolist(),
        np.minimum.reduceat(run.lengths, starts).tolist(),
        np.maximum.reduceat(run.lengths, starts).tolist(),
        strict=True,
    )
    last = np.append(np.diff(of_term) != 0, True).tolist()
    pieces = [WHOOSH3_HEADER_MAGIC]
    for body, info, is_last in zip(bodies, infos, last, strict=True):
        pieces.extend(_framed(body, *info, is_last=is_last))
        if is_last:
            yield b"".join(pieces)
            pieces = [WHOOSH3_HEADER_MAGIC]


def _block_starts(begins: Numbers) -> tuple[Numbers, Numbers]:
    """Return where the blocks begin, and the term of each."""
    blocks = -(-np.diff(begins) // LIMIT)
    of_term = np.repeat(np.arange(len(blocks)), blocks)
    nth = np.arange(len(of_term)) - np.repeat(np.cumsum(blocks) - blocks, blocks)
    return begins[:-1][of_term] + nth * LIMIT, of_term


def _bodies(run: Run, starts: Numbers, ends: Numbers) -> Iterator[bytes]:
    deltas = np.diff(run.documents, prepend=0)
    deltas[starts] = run.documents[starts]
    delta_raw, weight_raw = _laid(_DELTA, b"J", deltas), _laid(_WEIGHT, b"G", run.counts)
    value_raw, value_at = _values(run)
    heaviest = np.maximum.reduceat(run.counts, starts)
    equal = (heaviest == np.minimum.reduceat(run.counts, starts)).tolist()
    spans = zip(
        starts.tolist(),
        ends.tolist(),
        value_at[starts].tolist(),
        value_at[ends].tolist(),
        heaviest.tolist(),
        equal,
        strict=True,
    )
    for low, high, first, last, most, same in spans:
        weights = b"(" + weight_raw[9 * low : 9 * high] + b"t"
        if same:
            weights = b"N" if most == 1 else b"G" + _float.pack(most)
        deltas_here = delta_raw[5 * low : 5 * high]
        yield b"".join((_HEAD, deltas_here, b"t", weights, b"(", value_raw[first:last], _TAIL))


def _laid(kind: np.dtype[np.void], op: bytes, numbers: Numbers) -> bytes:
    raw = np.empty(len(numbers), dtype=kind)
    raw["op"], raw["value"] = op, numbers
    return raw.tobytes()


def _values(run: Run) -> tuple[bytes, Numbers]:
    """Return the values of all postings, and where each begins, with the end of all."""
    if len(run.places) and int(run.places.max()) >= _WIDE:
        return _wide_values(run)
    sizes = 2 * run.counts.astype(np.int64)
    heads = np.where(sizes < _LONG, 2, 5)
    at = np.concatenate([[0], np.cumsum(sizes + heads)])
    raw = np.empty(at[-1], dtype=np.uint8)
    is_place = _between_heads(at[:-1], heads, len(raw))
    raw[is_place] = run.places.astype("<u2").view(np.uint8)
    short = at[:-1][heads == 2]
    raw[short], raw[short + 1] = _SHORT_OP, sizes[heads == 2]
    for start, size in zip(at[:-1][heads > 2].tolist(), sizes[heads > 2].tolist(), strict=True):
        raw[start : start + 5] = list(_head(size))
    return raw.tobytes(), at


def _between_heads(starts: Numbers, heads: Numbers, size: int) -> Numbers:
    """Return a mask of the bytes that belong to places."""
    mask = np.ones(size, dtype=bool)
    mask[starts] = mask[starts + 1] = False
    long = starts[heads > 2]
    for offset in (2, 3, 4):
        mask[long + offset] = False
    return mask


def _head(size: int) -> bytes:
    return b"C" + bytes([size]) if size < _LONG else b"B" + size.to_bytes(4, "little")


def _wide_values(run: Run) -> tuple[bytes, Numbers]:
    edges = np.concatenate([[0], np.cumsum(run.counts)]).tolist()
    pieces = []
    for low, high in pairwise(edges):
        value = wide_or_narrow(run.places[low:high])
        pieces.append(_head(len(value)) + value)
    return b"".join(pieces), np.concatenate([[0], np.cumsum([len(piece) for piece in pieces])])


def wide_or_narrow(places: Numbers) -> bytes:
    """Write the places of one posting; an odd length tells the wide form."""
    if int(places.max()) < _WIDE:
        return places.astype("<u2").tobytes()
    return places.astype("<u4").tobytes() + b"\0"


def _framed(
    body: bytes,
    count: int,
    last: int,
    heaviest: float,
    shortest: int,
    longest: int,
    *,
    is_last: bool,
) -> tuple[bytes, bytes, bytes]:
    """Put Whoosh's frame around a block: its size, and what it says about the postings."""
    level = _LEVEL if len(body) >= _COMPRESSED_FROM else 0
    data = deflate(body) if level else body
    info = _INFO.pack(
        b"\x80\x03(", b"J", count, b"J", last, b"G", _float.pack(heaviest),
        b"K", level, b"K", shortest, b"K", longest, b"t.",
    )  # fmt: skip
    size = len(info) + len(data)
    return _size.pack(-size if is_last else size), info, data


# --- reading ----------------------------------------------------------------------------------


def decode(raw: bytes, *, placed: bool = True) -> Iterator[Block]:
    """Yield the blocks of one term; not ``placed``: without its places, in less time.

    Raises:
        IndexDamaged: the bytes are not what :func:`encode` wrote.
    """
    _expect(raw[:4] == WHOOSH3_HEADER_MAGIC)
    at, size = 4, 1
    while size > 0:
        (size,) = _size.unpack_from(raw, at)
        info = _INFO.unpack_from(raw, at + 4)
        begin, at = at + 4 + _INFO.size, at + 4 + abs(size)
        data = raw[begin:at]
        yield _decode_body(zlib.decompress(data) if info[8] else data, info[2], placed=placed)


def _expect(condition: object) -> None:
    if not condition:
        raise IndexDamaged("a posting block of an unknown form")


def _decode_body(body: bytes, count: int, *, placed: bool) -> Block:
    _expect(body.startswith(_HEAD) and body.endswith(_TAIL))
    deltas = np.frombuffer(body, _DELTA, count, len(_HEAD))
    at = len(_HEAD) + count * _DELTA.itemsize
    _expect(body[at : at + 1] == b"t")
    counts, at = _decode_weights(body, count, at + 1)
    _expect(body[at : at + 1] == b"(")
    documents = np.cumsum(deltas["value"], dtype=np.int32)
    if not placed:
        return Block(documents, counts, _NO_PLACES)
    values = np.frombuffer(body, np.uint8, len(body) - len(_TAIL) - at - 1, at + 1)
    return Block(documents, counts, _decode_values(values, counts))


def _decode_weights(body: bytes, count: int, at: int) -> tuple[Numbers, int]:
    match body[at : at + 1]:
        case b"N":
            return np.ones(count, dtype=np.int32), at + 1
        case b"G":
            return np.full(count, int(_float.unpack_from(body, at + 1)[0]), np.int32), at + 9
        case _:
            weights = np.frombuffer(body, _WEIGHT, count, at + 1)
            end = at + 1 + count * _WEIGHT.itemsize
            _expect(body[end : end + 1] == b"t")
            with np.errstate(invalid="ignore"):  # of damaged bytes; the sizes will not fit then
                return weights["value"].astype(np.int32), end + 1


def _decode_values(values: Numbers, counts: Numbers) -> Numbers:
    sizes = 2 * counts.astype(np.int64)
    heads = np.where(sizes < _LONG, 2, 5)
    ends = np.cumsum(sizes + heads)
    if ends[-1] != len(values):
        return _decode_wide(values.tobytes(), counts)
    starts = ends - sizes - heads
    short = heads == 2
    ops = values[starts]
    _expect((ops == np.where(short, _SHORT_OP, _LONG_OP)).all())
    _expect((values[starts + 1][short] == sizes[short]).all())
    return values[_between_heads(starts, heads, len(values))].view("<u2")


def _decode_wide(raw: bytes, counts: Numbers) -> Numbers:
    places, at = [], 0
    for count in counts.tolist():
        long = raw[at] == _LONG_OP
        size = int.from_bytes(raw[at + 1 : at + (5 if long else 2)], "little")
        at += 5 if long else 2
        _expect(size in {2 * count, 4 * count + 1})
        kind = "<u2" if size == 2 * count else "<u4"
        places.append(np.frombuffer(raw, kind, count, at).astype(np.uint32))
        at += size
    _expect(at == len(raw))
    return np.concatenate(places)
