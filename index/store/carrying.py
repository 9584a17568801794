"""Carries annotations over from earlier versions of a dispatch to a newer one.

A copy keeps the moment and the author of what it was made from, also when it is edited later.
By these it is known again, so that nothing is offered twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.anchoring import anchor
from index.annotation import CarryOver
from index.store.families import chain_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from index.annotation import Annotation
    from index.dispatch import AccessionNumber

    Read = Callable[[AccessionNumber], list[tuple[Annotation, bool]]]
    """Returns the annotations of a dispatch, and whether each is in the trash."""

_BODY = "SELECT body FROM text WHERE dispatch = ?"


def offer(connection: sqlite3.Connection, number: AccessionNumber, read: Read) -> CarryOver:
    """Find out where the annotations of earlier versions stand in this one."""
    waiting = list(_waiting(chain_of(connection, number), number, read))
    if not waiting:
        return CarryOver(number)
    (body,) = connection.execute(_BODY, (number,)).fetchone()
    found = [(annotation, anchor(body, annotation.selector)) for annotation in waiting]
    return CarryOver(
        number,
        tuple((annotation, span) for annotation, span in found if span is not None),
        tuple(each for each, span in found if span is None and not each.orphaned),
    )


def _waiting(
    chain: list[AccessionNumber], number: AccessionNumber, read: Read
) -> Iterator[Annotation]:
    """Yield what earlier versions have and this one has not, the newest version first.

    What the user deleted from a version is not brought back from an older one.
    """
    if len(chain) < 2:
        return
    seen = {_identity(annotation) for annotation, _ in read(number)}
    for earlier in reversed(chain[: chain.index(number)]):
        for annotation, trashed in read(earlier):
            known = _identity(annotation) in seen
            seen.add(_identity(annotation))
            if not (known or trashed):
                yield annotation


def _identity(annotation: Annotation) -> object:
    if annotation.created is not None:
        return annotation.created, annotation.creator
    return annotation.selector.exact, annotation.note, annotation.colour
