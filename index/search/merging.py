"""Which segments to put together: many small ones, and those of which little is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search.manifest import SegmentEntry

SMALL = 5_000
"""Documents below which a segment is small."""
MOST_SMALL = 8
"""Small segments that are left alone; each one costs every search a little."""
LARGEST = 25_000
LARGEST_WORDS = 4_000_000
"""Of a segment made of others; the first of them is taken whatever its words."""


def worth_merging(segments: Sequence[SegmentEntry]) -> list[SegmentEntry]:
    """Return the segments to put together now; empty when there is no need."""
    small = [entry for entry in segments if _alive(entry) < SMALL]
    hollow = [entry for entry in segments if _alive(entry) < entry.documents / 2]
    if len(small) <= MOST_SMALL:
        return hollow
    chosen: list[SegmentEntry] = []
    total = words = 0
    for entry in sorted({*small, *hollow}, key=_alive):
        total += _alive(entry)
        words += sum(entry.lengths.values())
        if chosen and (total > LARGEST or words > LARGEST_WORDS):
            break
        chosen.append(entry)
    return [entry for entry in segments if entry in chosen]


def _alive(entry: SegmentEntry) -> int:
    return entry.documents - len(entry.deleted)
