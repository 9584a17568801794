"""The versions of a story as they are named and compared."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.date_text import stamp_text
from desktop.field_names import read_name
from desktop.short_text import in_a_row, short_stamp
from index import Piece, PieceKind, Precision, Timestamp, changed_words, compare, field_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index import Accession, Dispatch, FieldValue

DOT = "  ·  "
COUNTED = 200_000
"""Characters of versions that are compared to count words; more are compared when asked for."""
DETAILS = ("byline", "agency", "city", "section", "embargo", "filed", "updated")
"""Fields beside the text that a new version may change."""
translate = QCoreApplication.translate


def telling(dispatch: Dispatch) -> str:
    """Return all that a dispatch says, as one text to compare."""
    parts = (dispatch.headline, dispatch.standfirst, dispatch.body)
    return "\n\n".join(part for part in parts if part)


def details(older: Dispatch, newer: Dispatch) -> tuple[Piece, ...]:
    """Return the fields beside the text that differ, one a line, with a line below them."""
    pieces: list[Piece] = []
    for field in DETAILS:
        before, after = getattr(older, field), getattr(newer, field)
        if before != after:
            name = translate("versions", "{field}: ").format(field=read_name(field))
            pieces += (
                Piece(PieceKind.SAME, name),
                Piece(PieceKind.REMOVED, _told(before)),
                Piece(PieceKind.ADDED, _told(after)),
                Piece(PieceKind.SAME, "\n"),
            )
    below = (Piece(PieceKind.SAME, "\n"),) if pieces else ()
    return (*(piece for piece in pieces if piece.text), *below)


def _told(value: FieldValue) -> str:
    return stamp_text(value) if isinstance(value, Timestamp) else field_text(value)


def version_names(versions: Sequence[Accession], current: int) -> list[str]:
    """Return a name for each version; words are counted as far around the current one as is quick.

    Args:
        versions: all of a story, in order.
        current: the place of the one that is open.
    """
    counted, left = set[int](), COUNTED
    for at in sorted(range(1, len(versions)), key=lambda at: abs(at - current)):
        left -= sum(len(telling(each.dispatch)) for each in versions[at - 1 : at + 1])
        if left < 0:
            break
        counted.add(at)
    return [version_name(versions, at, counted=at in counted) for at in range(len(versions))]


def version_name(versions: Sequence[Accession], at: int, *, counted: bool = True) -> str:
    """Return place, label, date and, if counted, how many words differ from the version before."""
    dispatch = versions[at].dispatch
    stamp = dispatch.updated or dispatch.filed
    place = translate("versions", "{number} of {count}")
    parts = (
        place.format(number=at + 1, count=len(versions)) if len(versions) > 1 else "",
        (dispatch.revision.label or "") if dispatch.revision else "",
        _date(stamp) if stamp else "",
        _difference(versions[at - 1].dispatch, dispatch) if at and counted else "",
    )
    return in_a_row(parts, DOT)


def other_name(accession: Accession) -> str:
    """Return how a dispatch of the same family is told from the others."""
    dispatch = accession.dispatch
    date = _date(dispatch.filed) if dispatch.filed else ""
    return in_a_row((dispatch.agency, date, dispatch.headline), DOT)


def _date(stamp: Timestamp) -> str:
    """Return a day in few letters, a moment whole: versions of one day differ in it."""
    timed = stamp.precision in (Precision.MINUTE, Precision.SECOND)
    return stamp_text(stamp) if timed else short_stamp(stamp)


def _difference(older: Dispatch, newer: Dispatch) -> str:
    one, other = telling(older), telling(newer)
    if len(one) + len(other) > COUNTED:
        return ""
    text = translate("versions", "±{count} words")
    return text.format(count=QLocale().toString(_words_changed(one, other)))


@lru_cache(maxsize=64)
def _words_changed(older: str, newer: str) -> int:
    return changed_words(compare(older, newer))
