"""What the containers of saved pages (MHTML, WARC) share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.dispatch import Dispatch


def as_member(dispatch: Dispatch, form: str, dropped: Mapping[str, int]) -> Dispatch:
    """Return the page's dispatch as one of its container, with what the container dropped."""
    counts = dict(dispatch.dropped)
    for kind, count in dropped.items():
        if count:
            counts[kind] = counts.get(kind, 0) + count
    return replace(dispatch, format=form, dropped=counts)
