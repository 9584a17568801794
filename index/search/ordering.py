"""Orders matches: one number a match, sorted once; ties always fall the same way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.query import Sort

if TYPE_CHECKING:
    from index.search.batch import Numbers
    from index.search.rows import Rows

_BITS = 31
_LOW = (1 << _BITS) - 1


def ordered(
    rows: Rows, mask: Numbers, score: Numbers, first: Numbers | None, sort: Sort
) -> Numbers:
    """Return the rows in ``mask`` in order.

    Args:
        rows: the columns to sort by.
        mask: the matches.
        score: of each row, not negative.
        first: rows that come before all others; None for no such distinction.
        sort: by score, then newest first; or by date.
    """
    matches = np.flatnonzero(mask)
    places = rows.oldest if sort is Sort.OLDEST else rows.newest
    keys = places[matches]
    if sort is Sort.RELEVANCE:
        # the bits of a positive float order as the float does
        strength = score[matches].astype(np.float32).view(np.int32).astype(np.int64)
        keys = keys | ((_LOW - strength) << _BITS)
    if first is not None:
        keys = keys | (~first[matches]).astype(np.int64) << (2 * _BITS)
    keys = np.sort(keys)
    by_place = np.empty(rows.total, dtype=np.int64)
    by_place[places] = np.arange(rows.total)
    found: Numbers = by_place[keys & _LOW]
    return found


@dataclass(frozen=True, slots=True)
class Stories:
    """Ordered matches as one line a story family; nothing is left out, only folded away."""

    lines: Numbers
    """The first match of each story, in order."""
    sizes: Numbers
    """How many matches each line stands for."""
    _matches: Numbers
    """Every match, in order."""
    _groups: Numbers
    """The story of every match."""
    _of_lines: Numbers
    """The story of every line."""

    def others(self, at: int) -> Numbers:
        """Return the matches that a line stands for beside itself, in order."""
        same: Numbers = self._matches[self._groups == self._of_lines[at]]
        return same[1:]


def collapsed(rows: Rows, order: Numbers) -> Stories:
    """Fold the matches of each story family into its first one."""
    family = rows.family[order]
    alone = -1 - np.arange(len(order))
    groups = np.where(family > 0, family, alone)
    _, first, counts = np.unique(groups, return_index=True, return_counts=True)
    kept = np.argsort(first, kind="stable")
    lines = first[kept]
    return Stories(order[lines], counts[kept], order, groups, groups[lines])
