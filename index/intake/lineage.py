"""Which of two versions of a story came first, and whether they are versions of one story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.dispatch import Precision
from index.folding import fold
from index.wire.authority import same_agency

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from index.dispatch import Dispatch, Revision, Timestamp

_CURRENT_DAYS = 3
"""A wire updates a story while it is current; a later look-alike is a regular feature."""
_FIRST = re.compile("flas|urgent|alert|eil|avance|son dakika|عاجل")
"""Labels of the few words that are moved before the story itself."""
_LAST = re.compile("kill|withdrawn|annul|anul")
"""Labels that take a story back."""
_TIMED = (Precision.MINUTE, Precision.SECOND)
_URN = "urn:newsml:"
_UNIQUE = 16
"""Identifiers from so many characters on are taken for unique, as are addresses and names."""


# --- which came first -------------------------------------------------------------------------


def place(dispatch: Dispatch, versions: Sequence[Dispatch]) -> int:
    """Return where a dispatch belongs among versions that are in order.

    It comes behind those that are earlier and before the first that is later; among those of
    which nothing is told, at the end.
    """
    order = [compared(each, dispatch) for each in versions]
    earlier = [at for at, sign in enumerate(order) if sign is not None and sign <= 0]
    start = earlier[-1] + 1 if earlier else 0
    later = (at for at in range(start, len(order)) if order[at] is not None)
    return next(later, len(versions))


def compared(one: Dispatch, other: Dispatch) -> int | None:
    """Return -1 where ``one`` is the earlier version, 1 the later; 0: equal; None: not told.

    The agency's count decides, then what a version says it replaces, then the dates as far as
    both are stated, then the labels, then when pages were captured.
    """
    signs = (
        _sign(_number(one), _number(other)),
        _replacing(one, other),
        _by_date(one.updated or one.filed, other.updated or other.filed),
        _by_label(_label(one), _label(other)),
        _by_date(one.captured, other.captured),
    )
    told = [sign for sign in signs if sign is not None]
    return next((sign for sign in told if sign), 0 if told else None)


def _number(dispatch: Dispatch) -> int | None:
    return dispatch.revision.number if dispatch.revision else None


def _label(dispatch: Dispatch) -> str:
    return fold(dispatch.revision.label or "") if dispatch.revision else ""


def _sign(one: float | None, other: float | None) -> int | None:
    return None if one is None or other is None else (one > other) - (one < other)


def _replacing(one: Dispatch, other: Dispatch) -> int | None:
    if replaces(one, other):
        return 1
    return -1 if replaces(other, one) else None


def _by_date(one: Timestamp | None, other: Timestamp | None) -> int | None:
    if one is None or other is None:
        return None
    if one.precision not in _TIMED or other.precision not in _TIMED:
        return _sign(one.day.toordinal(), other.day.toordinal()) or None  # one day tells nothing
    first, second = _comparable(one.value, other.value)
    return (first > second) - (first < second)


def _comparable(one: datetime, other: datetime) -> tuple[datetime, datetime]:
    """Take local times for times of one place where one of them names no zone."""
    if one.tzinfo is not None and other.tzinfo is not None:
        return one, other
    return one.replace(tzinfo=None), other.replace(tzinfo=None)


def _by_label(one: str, other: str) -> int | None:
    ranks = _rank(one), _rank(other)
    if None not in ranks:
        return _sign(*ranks)
    if ranks[0] is None and ranks[1] is None:
        return 0 if one == other else None
    known = ranks[0] if ranks[0] is not None else ranks[1] or 0
    if 0 < known < _END:
        return None  # "CORRECTED" may stand before or after "UPDATE 2"
    later = 1 if known <= 0 else -1
    return later if ranks[0] is None else -later


_END = 1_000_000


def _rank(label: str) -> int | None:
    """Return the place that a folded label claims; None where it only says "not the first"."""
    if not label:
        return 0
    if _FIRST.match(label):
        return -1
    if _LAST.match(label):
        return _END
    counted = re.search(r"\d+", label)
    return int(counted[0]) if counted else None


# --- whether they belong together ---------------------------------------------------------------


def revises(one: Dispatch, other: Dispatch) -> bool:
    """Tell whether one of two like tellings of a story replaces the other."""
    if not same_agency(one.agency, other.agency):
        return False
    if one.source_url and one.source_url == other.source_url:
        return True
    if _keys_meet(one, other) or _replacing(one, other):
        return True
    return bool(_label(one) or _label(other)) and _days_apart(one, other) <= _CURRENT_DAYS


def same_identifier(one: Dispatch, other: Dispatch) -> bool:
    """Tell whether dispatches with one identifier, or naming it, can be of one story.

    A bare number such as ``1042`` is given by every publisher to something else.
    """
    guid = _guid(one) or ""
    if is_unique(guid) or replaces(one, other):
        return True
    return bool(one.agency) and same_agency(one.agency, other.agency)


def replaces(one: Dispatch, other: Dispatch) -> bool:
    """Tell whether ``one`` names ``other`` as the version before it."""
    named = one.revision.supersedes if one.revision else None
    return named is not None and is_unique(named) and named == _guid(other)


def is_unique(identifier: str) -> bool:
    """Tell whether an identifier means the same everywhere."""
    return len(identifier) >= _UNIQUE or re.search("[:/@]", identifier) is not None


def _keys_meet(one: Dispatch, other: Dispatch) -> bool:
    guids = _guid(one), _guid(other)
    return all(guids) and _key(guids[0] or "") == _key(guids[1] or "")


def _key(guid: str) -> str:
    """Return what NewsML 1, NewsML-G2 and ninjs call a story alike: provider and item.

    Source: RFC 3085, ``urn:newsml:provider:date:item:revision``.
    """
    bare = guid.casefold().removeprefix(_URN)
    parts = bare.split(":")
    return f"{parts[0]}:{parts[2]}" if bare != guid.casefold() and len(parts) > 2 else bare


def identifiers(revision: Revision | None) -> list[str]:
    """Return what a dispatch calls its story, and the version before it."""
    if revision is None:
        return []
    named = revision.supersedes or ""
    return [each for each in (revision.guid, named if is_unique(named) else "") if each]


def _guid(dispatch: Dispatch) -> str | None:
    return dispatch.revision.guid if dispatch.revision else None


def _days_apart(one: Dispatch, other: Dispatch) -> int:
    if one.filed is None or other.filed is None:
        return 0
    return abs((one.filed.day - other.filed.day).days)
