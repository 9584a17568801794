"""Several edits that are one step for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index import Change

if TYPE_CHECKING:
    from collections.abc import Sequence


def together(kind: str, changes: Sequence[Change]) -> Change:
    """Join changes in the order in which they were made, to be taken back at one go."""
    return Change(
        kind,
        tuple(row for change in changes for row in change.rows),
        frozenset().union(*(change.dispatches for change in changes)),
        frozenset().union(*(change.concepts for change in changes)),
        frozenset().union(*(change.annotations for change in changes)),
        frozenset().union(*(change.reindex for change in changes)),
    )
