"""Questions before a change of a concept that is in use: they say what it affects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.dialogs.confirm import ConfirmDialog
from desktop.effect_text import effect_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from index import Effect


class Questions(QObject):
    """Asks where something is affected, and does at once what affects nothing."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel

    def ask(
        self,
        title: str,
        effect: Effect,
        verb: str,
        act: Callable[[], None],
        done: Callable[[], None] | None = None,
    ) -> None:
        """Do ``act``, after a question where something is affected; then ``done``, in any case."""
        finish = done or (lambda: None)
        if not (effect.dispatches or effect.annotations or effect.narrower):
            act()
            finish()
            return
        text = f"{effect_text(effect)} {self.tr('You can undo this.')}"
        dialog = ConfirmDialog(title, text, verb, self._panel.window())
        dialog.confirmed.connect(act)
        dialog.finished.connect(lambda _result: finish())
        dialog.open()
