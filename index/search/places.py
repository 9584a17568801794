"""Phrases on arrays: where several words follow one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.search.labels import distinct
from index.search.segment import Postings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search.batch import Numbers

_SHIFT = 32


def merged(parts: Sequence[Postings]) -> Postings:
    """Put together the postings of words that may stand for one another."""
    parts = [part for part in parts if len(part.documents)]
    if len(parts) == 1:
        return parts[0]
    keys = [_keys(part) for part in parts]
    return _unkeyed(distinct(np.concatenate(keys)) if keys else np.empty(0, dtype=np.int64))


def following(chain: Sequence[Postings], slop: int) -> Postings:
    """Return where the words of ``chain`` follow one another, by the place of the last.

    At most ``slop`` words may stand between one word and the next.
    """
    documents = _common(chain)
    if not len(documents):
        return _unkeyed(np.empty(0, dtype=np.int64))
    ends = _keys(_within(chain[0], documents))
    for postings in chain[1:]:
        keys = _keys(_within(postings, documents))
        ends = _reached(ends, keys, slop)
        if not len(ends):
            break
    return _unkeyed(ends)


def _reached(before: Numbers, keys: Numbers, slop: int) -> Numbers:
    """Return the keys that come after one of ``before``, near enough."""
    if slop == 0:
        both = np.concatenate([before + 1, keys])
        both.sort(kind="stable")  # two ordered runs: merged in one pass
        found: Numbers = both[:-1][both[1:] == both[:-1]]
        return found
    at = np.searchsorted(before, keys, side="left") - 1
    gap = keys - before[np.maximum(at, 0)]
    return keys[(at >= 0) & (gap <= slop + 1)]


def _common(chain: Sequence[Postings]) -> Numbers:
    documents = min((postings.documents for postings in chain), key=len)
    for postings in chain:
        if postings.documents is not documents and len(documents):
            documents = documents[_contained(documents, postings.documents)]
    return documents


def _contained(wanted: Numbers, ordered: Numbers) -> Numbers:
    at = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return ordered[at] == wanted if len(ordered) else np.zeros(len(wanted), dtype=bool)


def _within(postings: Postings, documents: Numbers) -> Postings:
    kept = _contained(postings.documents, documents)
    if kept.all():
        return postings
    places = postings.places[np.repeat(kept, postings.counts)]
    return Postings(postings.documents[kept], postings.counts[kept], places)


def _keys(postings: Postings) -> Numbers:
    documents = postings.documents.astype(np.int64) << _SHIFT
    return np.repeat(documents, postings.counts) | postings.places.astype(np.int64)


def _unkeyed(keys: Numbers) -> Postings:
    documents, counts = np.unique(keys >> _SHIFT, return_counts=True)
    places = (keys & ((1 << _SHIFT) - 1)).astype(np.uint32)
    return Postings(documents.astype(np.int32), counts.astype(np.int32), places)
