"""Names for the buttons that Qt makes, so that tests and screen readers can tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialogButtonBox


def name_buttons(box: QDialogButtonBox, dialog: str) -> QDialogButtonBox:
    """Name the standard buttons after the dialog they close: ``settings-close``."""
    box.setObjectName(f"{dialog}-buttons")
    for button in box.buttons():
        standard = box.standardButton(button).name or ""
        if not button.objectName():
            button.setObjectName(f"{dialog}-{standard.lower()}")
        button.setAccessibleName(button.text().replace("&", ""))
    return box
