"""Writes posting blocks; ``block_format`` says how they look."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.deflation import deflate
from index.search.batch import count_up
from index.search.block_format import (
    COMPRESSED_FROM,
    FLOAT,
    HEAD,
    INFO,
    LIMIT,
    LONG,
    SHORT_OP,
    SIZE,
    TAIL,
    WEIGHT,
    WIDE,
    Run,
    between_heads,
    laid,
)
from index.search.plain_blocks import encode_plain, is_plain
from index.search.stock import WHOOSH3_HEADER_MAGIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.search.batch import Numbers

_LEVEL = 1


class Written(NamedTuple):
    """What goes into the posting file, and where in it each term's part lies."""

    raw: bytes
    begins: Numbers
    """One entry a term."""
    sizes: Numbers


def encode(run: Run) -> Written:
    """Return the blocks of all terms; those of few and plain postings are made all at once."""
    plain = is_plain(run)
    raw, at = encode_plain(run.of(plain))
    others = [] if plain.all() else list(_encode_each(run.of(~plain)))
    begins, sizes = np.empty(len(plain), dtype=np.int64), np.empty(len(plain), dtype=np.int64)
    begins[plain], sizes[plain] = at[:-1], np.diff(at)
    sizes[~plain] = [len(each) for each in others]
    begins[~plain] = len(raw) + np.cumsum(sizes[~plain]) - sizes[~plain]
    return Written(b"".join([raw, *others]), begins, sizes)


def _encode_each(run: Run) -> Iterator[bytes]:
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
    return begins[:-1][of_term] + count_up(blocks) * LIMIT, of_term


def _bodies(run: Run, starts: Numbers, ends: Numbers) -> Iterator[bytes]:
    delta_raw, weight_raw = run.deltas(starts).tobytes(), laid(WEIGHT, b"G", run.counts).tobytes()
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
            weights = b"N" if most == 1 else b"G" + FLOAT.pack(most)
        deltas_here = delta_raw[5 * low : 5 * high]
        yield b"".join((HEAD, deltas_here, b"t", weights, b"(", value_raw[first:last], TAIL))


def _values(run: Run) -> tuple[bytes, Numbers]:
    """Return the values of all postings, and where each begins, with the end of all."""
    if len(run.places) and int(run.places.max()) >= WIDE:
        return _wide_values(run)
    sizes = 2 * run.counts.astype(np.int64)
    heads = np.where(sizes < LONG, 2, 5)
    at = np.concatenate([[0], np.cumsum(sizes + heads)])
    raw = np.empty(at[-1], dtype=np.uint8)
    is_place = between_heads(at[:-1], heads, len(raw))
    raw[is_place] = run.places.astype("<u2").view(np.uint8)
    short = at[:-1][heads == 2]
    raw[short], raw[short + 1] = SHORT_OP, sizes[heads == 2]
    for start, size in zip(at[:-1][heads > 2].tolist(), sizes[heads > 2].tolist(), strict=True):
        raw[start : start + 5] = list(_head(size))
    return raw.tobytes(), at


def _head(size: int) -> bytes:
    return b"C" + bytes([size]) if size < LONG else b"B" + size.to_bytes(4, "little")


def _wide_values(run: Run) -> tuple[bytes, Numbers]:
    edges = np.concatenate([[0], np.cumsum(run.counts)]).tolist()
    pieces = []
    for low, high in pairwise(edges):
        value = wide_or_narrow(run.places[low:high])
        pieces.append(_head(len(value)) + value)
    return b"".join(pieces), np.concatenate([[0], np.cumsum([len(piece) for piece in pieces])])


def wide_or_narrow(places: Numbers) -> bytes:
    """Write the places of one posting; an odd length tells the wide form."""
    if int(places.max()) < WIDE:
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
    level = _LEVEL if len(body) >= COMPRESSED_FROM else 0
    data = deflate(body) if level else body
    info = INFO.pack(
        b"\x80\x03(", b"J", count, b"J", last, b"G", FLOAT.pack(heaviest),
        b"K", level, b"K", shortest, b"K", longest, b"t.",
    )  # fmt: skip
    size = len(info) + len(data)
    return SIZE.pack(-size if is_last else size), info, data
