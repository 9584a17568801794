"""The page of coverage, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.coverage.figure import Spot
from desktop.coverage.view import FigureView
from tests.pages.keyboard import Keyboard

if TYPE_CHECKING:
    from desktop.coverage.figure import Figure
    from desktop.coverage.page import CoveragePage
    from tests.pages.window import WindowPage

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class CoverageKeys:
    """Opens the page with Ctrl+4 and walks through its figures."""

    def __init__(self, window: WindowPage) -> None:
        self._window = window
        self.keyboard = Keyboard(window.window, window.bot)

    @property
    def page(self) -> CoveragePage:
        return self._window.desk.coverage.page

    @property
    def shown(self) -> bool:
        return self._window.desk.coverage.shown

    def open(self) -> CoverageKeys:
        """Press Ctrl+4 and wait for the figures."""
        self.keyboard.press(Key.Key_4, Modifier.ControlModifier)
        self._window.until(lambda: self.shown)
        self.wait()
        return self

    def wait(self) -> None:
        """Wait until the counts are those of the present query."""
        session, desk = self._window.desk.session, self._window.desk.coverage
        self._window.until(
            lambda: session.answer is not None and session.answer.query == session.query
        )
        self._window.until(lambda: not desk.busy)

    @property
    def figures(self) -> dict[str, Figure]:
        """What is shown, by name."""
        panels = self.page.panels
        return {name: p.view.figure for name, p in panels.items() if p.isVisible()}

    def tab_to(self, name: str) -> FigureView:
        """Press Tab until a figure has the keyboard."""
        for _ in range(40):
            focus = self.keyboard.focus
            if isinstance(focus, FigureView) and focus.figure.name == name:
                return focus
            self.keyboard.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}")

    def walk_to(self, name: str, row: int, column: int) -> FigureView:
        """Go to a cell of a figure with the arrow keys."""
        view = self.tab_to(name)
        self.keyboard.press(Key.Key_Home, Modifier.ControlModifier)
        for _ in range(row):
            self.keyboard.press(Key.Key_Down)
        for _ in range(column):
            self.keyboard.press(Key.Key_Right)
        assert view.at == Spot(row, column)
        return view
