"""Accession numbers that tell how far they have been handed out, and can be stopped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from index.dispatch import AccessionNumber
from index.reports import Progress

if TYPE_CHECKING:
    from index.reports import Cancel, Listener

STAGE = "export"


class Stopped(Exception):
    """The export was asked to stop; what it had written is gone."""


class Watched(Sequence[AccessionNumber]):
    """Every format takes its numbers in slices: each is a moment to tell and to stop.

    Raises:
        Stopped: the switch was thrown before a slice was asked for.
    """

    def __init__(self, ids: Sequence[AccessionNumber], listen: Listener, cancel: Cancel) -> None:
        self._ids, self._listen, self._cancel = ids, listen, cancel

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, at: int) -> AccessionNumber: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[AccessionNumber]: ...
    def __getitem__(self, at: int | slice) -> AccessionNumber | Sequence[AccessionNumber]:
        if self._cancel.asked:
            raise Stopped
        if isinstance(at, slice):
            self._listen(Progress(STAGE, at.start or 0, len(self._ids)))
        return self._ids[at]
