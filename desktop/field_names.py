"""What the fields of a dispatch are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from index import field_text

if TYPE_CHECKING:
    from index import Dispatch

FIELDS = (
    "headline", "standfirst", "byline", "agency", "city", "section", "language", "filed", "updated",
)  # fmt: skip
"""Those that can be corrected in the window, in the order in which they are shown."""
SHARED = ("agency", "section", "language")
"""Those that several dispatches may have in common."""
translate = QCoreApplication.translate


def field_name(field: str) -> str:
    """Return a field's name with a mnemonic."""
    names = {
        "headline": translate("fields", "&Headline"),
        "standfirst": translate("fields", "Sta&ndfirst"),
        "byline": translate("fields", "&Byline"),
        "agency": translate("fields", "&Agency"),
        "city": translate("fields", "Ci&ty"),
        "section": translate("fields", "&Section"),
        "language": translate("fields", "&Language"),
        "filed": translate("fields", "&Filed"),
        "updated": translate("fields", "Up&dated"),
    }
    return names[field]


def typed(dispatch: Dispatch, field: str) -> str:
    """Return what a field holds as one may type it."""
    return field_text(getattr(dispatch, field))
