"""The clock that wires send behind a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.wire.clock import read_clock

if TYPE_CHECKING:
    from index.parsers.drafting.draft import Draft

_OPENING = 600
"""Characters of a body that may state the day of the clock."""


def take_clock(draft: Draft, end: str, *, day_first: bool | None) -> None:
    """Fill the date of filing; ``day_first`` reads the numbers of agencies that nobody knows."""
    profile = draft.profile
    stamp = read_clock(
        end,
        draft.value("body")[:_OPENING],
        day_first=profile.day_first if profile else day_first,
        zone=profile.zone if profile else None,
    )
    draft.sharpen("filed", stamp, "trailer")
