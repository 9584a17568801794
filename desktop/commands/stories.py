"""Joining dispatches as one story, and setting one apart: what the archive did not see itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from index import AccessionNumber


class Stories(QObject):
    """Two actions on the dispatches chosen in the results, else on the open one."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.join_action = self._action(
            "join-stories", self.tr("&Join as one story"), "Ctrl+J", self.join
        )
        self.separate_action = self._action(
            "separate-story", self.tr("Se&parate from this story"), "Ctrl+Shift+J", self.separate
        )
        self.actions = (self.join_action, self.separate_action)
        for change in (session.selected, session.opened, session.changed):
            change.connect(self._enable)
        self._enable()

    def _action(self, name: str, text: str, key: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: act())
        return action

    @property
    def _chosen(self) -> tuple[AccessionNumber, ...]:
        session = self._session
        return session.selection or ((session.current.id,) if session.current else ())

    def _enable(self) -> None:
        writable, chosen = not self._session.archive.read_only, self._chosen
        dispatches = self._session.archive.dispatches
        self.join_action.setEnabled(writable and len(chosen) > 1)
        together = len(chosen) == 1 and len(dispatches.family(chosen[0])) > 1
        self.separate_action.setEnabled(writable and together)

    def join(self) -> None:
        """Make one story of the chosen dispatches and their families."""
        chosen, dispatches = self._chosen, self._session.archive.dispatches
        text = self.tr("Join %n dispatch(es) as one story", "", len(chosen))
        self._session.perform(text, lambda: dispatches.join(chosen))

    def separate(self) -> None:
        """Set the chosen dispatch apart for good; no import puts it back."""
        chosen, dispatches = self._chosen, self._session.archive.dispatches
        text = self.tr("Separate from its story")
        self._session.perform(text, lambda: dispatches.separate(chosen))
