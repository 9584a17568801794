"""What the fields of a dispatch are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.i18n import QT_TRANSLATE_NOOP
from index import field_text

if TYPE_CHECKING:
    from index import Dispatch

FIELDS = (
    "headline", "standfirst", "byline", "agency", "city", "section", "language", "filed", "updated",
)  # fmt: skip
"""Those that can be corrected in the window, in the order in which they are shown."""
SHARED = ("agency", "section", "language")
"""Those that several dispatches may have in common."""
REFUSALS = (
    QT_TRANSLATE_NOOP("errors", "it must not be empty"),
    QT_TRANSLATE_NOOP("errors", "a language is a code of two letters, such as “fr”"),
    QT_TRANSLATE_NOOP(
        "errors", "a date is written like “2024-10-18”, “2024-10-18 15:04” or “18 octobre 2024”"
    ),
    QT_TRANSLATE_NOOP("errors", "it could be two days; write the year first, like “2024-10-18”"),
)
"""Why the archive does not understand a field as typed: the details of its FieldRefused."""
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


def sought_name(field: str) -> str:
    """Return what a field that can be searched in is called."""
    names = {
        "headline": translate("fields", "Headline"),
        "standfirst": translate("fields", "Standfirst"),
        "body": translate("fields", "Text"),
        "byline": translate("fields", "Byline"),
        "agency": translate("fields", "Agency"),
        "city": translate("fields", "City"),
        "section": translate("fields", "Section"),
        "language": translate("fields", "Language"),
        "concept": translate("fields", "Concept"),
        "note": translate("fields", "Note"),
        "source": translate("fields", "Source"),
        "boilerplate": translate("fields", "Closing notice"),
        "filed": translate("fields", "Filed"),
        "updated": translate("fields", "Updated"),
        "captured": translate("fields", "Captured"),
        "imported": translate("fields", "Imported"),
    }
    return names[field]


def read_name(field: str) -> str:
    """Return what a field that a parser fills is called."""
    names = {
        "dateline": translate("fields", "Dateline"),
        "keywords": translate("fields", "Keywords"),
        "slug": translate("fields", "Slug"),
        "embargo": translate("fields", "Embargo"),
        "revision": translate("fields", "Version"),
    }
    return names.get(field) or sought_name(field)


def typed(dispatch: Dispatch, field: str) -> str:
    """Return what a field holds as one may type it."""
    return field_text(getattr(dispatch, field))
