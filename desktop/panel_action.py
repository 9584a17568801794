"""Actions of a panel: named for tests and tools, with a key, reachable from where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def panel_action(
    panel: QWidget,
    name: str,
    text: str,
    key: str,
    slot: Callable[[], None],
    *,
    within: QWidget | None = None,
) -> QAction:
    """Return an action that belongs to ``panel``.

    Its key works in the whole window, or only while ``within`` has the keyboard.
    """
    action = QAction(text, panel)
    action.setObjectName(name)
    action.setShortcut(QKeySequence(key))
    if within is not None:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: slot())
    (within or panel).addAction(action)
    return action
