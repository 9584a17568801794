"""Tagging by key: the palette, the last concept again, and the concepts with a digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session


class Tagging(QObject):
    """Actions that tag the selected dispatches, or the open one where none is selected.

    The window adds ``actions`` to itself and to its menu; their keys are already set.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.actions: tuple[QAction, ...] = ()
