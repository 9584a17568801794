"""Buttons that say in words what an action does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


def text_button(action: QAction) -> QToolButton:
    """Return a button for an action, named after it."""
    button = QToolButton()
    button.setObjectName(f"{action.objectName()}-button")
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button
