"""The open dispatch: header, tags, text with its marks, and the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.session import Session


class Reader(QWidget):
    """The open dispatch: header, tags, text with its marks, and the margin."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("reader")
