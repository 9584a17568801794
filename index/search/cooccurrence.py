"""Concepts that meet on the same dispatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.coverage import Pair
from index.results import FacetValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.search.batch import Numbers
    from index.search.marks import Marks

COMPARED = 100
"""Concepts compared with one another, the most frequent ones."""


def pairs_of(marks: Marks, mask: Numbers, most: int) -> tuple[Pair, ...]:
    """Return the pairs of concepts that most matches bear, the most frequent first.

    Args:
        marks: the tags; a dispatch bears its concepts and all that are broader.
        mask: the matches.
        most: how many pairs.
    """
    counts = marks.concepts.counts(mask, np.flatnonzero(mask))
    compared = np.argsort(-counts, kind="stable")[:COMPARED]
    compared = compared[counts[compared] > 0]
    together = _together(marks, mask, compared)
    total = int(np.count_nonzero(mask))
    values = [_value(marks, at, int(counts[at])) for at in compared.tolist()]
    one, other = np.nonzero(np.triu(together, 1) * ~_related(marks, compared))
    pairs = [
        Pair(values[a], values[b], int(together[a, b]), total)
        for a, b in zip(one.tolist(), other.tolist(), strict=True)
    ]
    return tuple(sorted(pairs, key=_strongest)[:most])


def _strongest(pair: Pair) -> tuple[int, float, str, str]:
    return -pair.together, -pair.jaccard, pair.one.label, pair.other.label


def _value(marks: Marks, code: int, count: int) -> FacetValue:
    name = marks.concepts.names[code]
    return FacetValue(name, marks.labels[name], count)


def _together(marks: Marks, mask: Numbers, compared: Numbers) -> Numbers:
    """Return a square matrix: matches that bear both of two compared concepts, upper half only."""
    place = np.full(len(marks.concepts.names), -1, dtype=np.int64)
    place[compared] = np.arange(len(compared))
    tags = marks.concepts
    kept = np.flatnonzero(mask[tags.documents] & (place[tags.codes] >= 0))
    keys = np.sort(tags.documents[kept] * COMPARED + place[tags.codes[kept]])
    size = len(compared)
    found = sum(_neighbours(keys), np.zeros(COMPARED * COMPARED, dtype=np.int64))
    return found.reshape(COMPARED, COMPARED)[:size, :size]


def _neighbours(keys: Numbers) -> Iterator[Numbers]:
    """Count the concepts next to one another on a dispatch, then the next but one, and so on."""
    documents, concepts = np.divmod(keys, COMPARED)
    for apart in range(1, len(keys)):
        same = documents[apart:] == documents[:-apart]
        if not same.any():
            return
        codes = concepts[:-apart][same] * COMPARED + concepts[apart:][same]
        yield np.bincount(codes, minlength=COMPARED * COMPARED)


def _related(marks: Marks, compared: Numbers) -> Numbers:
    """Return a square matrix: whether one of two concepts is broader than the other."""
    broader = {use.concept.id: use.concept.broader for use in marks.uses}
    numbers = [marks.uses[at].concept.id for at in compared.tolist()]
    place = {number: at for at, number in enumerate(numbers)}
    related = np.zeros((len(numbers), len(numbers)), dtype=bool)
    for at, number in enumerate(numbers):
        above = broader[number]
        while above is not None:
            if above in place:
                related[at, place[above]] = related[place[above], at] = True
            above = broader.get(above)
    return related
