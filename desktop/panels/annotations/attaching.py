"""Puts an orphaned annotation of the list on the passage that is selected in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from desktop.panel_action import panel_action

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.commands.annotating import Aim, Annotating
    from desktop.session import Session
    from index import Annotation


class Attaching(QObject):
    """One action, possible while one orphan is chosen and a passage of its story selected."""

    def __init__(self, session: Session, annotating: Annotating, panel: QWidget) -> None:
        super().__init__(panel)
        self._session, self._annotating = session, annotating
        self._aim: Aim | None = None
        self._orphan: Annotation | None = None
        self.action = panel_action(
            panel,
            "annotations-attach",
            self.tr("A&ttach to the selected passage"),
            "Ctrl+Shift+T",
            self._attach,
        )
        self.action.setIconText(self.tr("Attach"))
        self._enable()

    def aim_at(self, aim: Aim | None) -> None:
        """Take note of the passage that is selected in the reader."""
        self._aim = aim
        self._enable()

    def choose(self, chosen: Sequence[Annotation]) -> None:
        """Take note of what is chosen in the list."""
        one = chosen[0] if len(chosen) == 1 else None
        self._orphan = one if one is not None and one.orphaned else None
        self._enable()

    @property
    def help(self) -> str:
        """What to do with the orphan that is chosen; empty where none is."""
        if self._orphan is None or self._session.archive.read_only:
            return ""
        told = self.tr(
            "To attach it to another passage, select the passage in a version of its dispatch and "
            "press {key}."
        )
        return told.format(key=self.key)

    @property
    def key(self) -> str:
        """The key of the action, as menus show it."""
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _enable(self) -> None:
        orphan, aim = self._orphan, self._aim
        fits = orphan is not None and aim is not None and orphan.dispatch in aim.versions
        self.action.setEnabled(fits and not self._session.archive.read_only)

    def _attach(self) -> None:
        if self._orphan and self._aim and self.action.isEnabled():
            self._annotating.attach(self._orphan, self._aim.dispatch, self._aim.span)
