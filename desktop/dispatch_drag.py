"""Dispatches on their way from the results to a concept, as what is dragged carries them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from index import AccessionNumber

if TYPE_CHECKING:
    from collections.abc import Iterable

MIME = "application/x-dispatch-reader-dispatches"


def packed(ids: Iterable[AccessionNumber]) -> QMimeData:
    """Return what a drag of these dispatches carries."""
    data = QMimeData()
    data.setData(MIME, json.dumps(list(ids)).encode())
    return data


def unpacked(data: QMimeData) -> tuple[AccessionNumber, ...]:
    """Return the dispatches that are dragged; none where something else is, or of elsewhere."""
    if not data.hasFormat(MIME):
        return ()
    try:
        held = json.loads(data.data(MIME).toStdString())
    except ValueError:
        return ()
    ids = held if isinstance(held, list) else []
    return tuple(AccessionNumber(number) for number in ids if type(number) is int)
