"""One edit of the archive on the undo stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from index import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable

    from index import Change


class ArchiveEdit(QUndoCommand):
    """An edit that was made just now: undo reverts its change, redo reverts the revert.

    The edit runs before the command exists, because an error raised inside ``redo`` would be
    swallowed by Qt. Where a revert fails the command drops off the stack and tells ``failed``.
    """

    def __init__(
        self,
        text: str,
        change: Change,
        revert: Callable[[Change], Change],
        failed: Callable[[ArchiveError], None],
    ) -> None:
        super().__init__(text)
        self._change, self._revert, self._failed = change, revert, failed
        self._pushed = False

    def redo(self) -> None:
        if self._pushed:
            self._turn()
        self._pushed = True

    def undo(self) -> None:
        self._turn()

    def _turn(self) -> None:
        try:
            self._change = self._revert(self._change)
        except ArchiveError as error:
            self.setObsolete(True)
            self._failed(error)
