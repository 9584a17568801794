"""What the archive holds, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.dialogs.table import TableDialog
from desktop.short_text import language_name, number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from index import Stats

translate = QCoreApplication.translate
MOST = 20
"""Agencies listed."""


def statistics(stats: Stats, folder: Path, parent: QWidget) -> TableDialog:
    """Return the dialog."""
    size = QLocale().formattedDataSize(stats.bytes_on_disk)
    lines = [
        (translate("statistics", "Dispatches"), number(stats.dispatches)),
        (translate("statistics", "of these, searchable"), number(stats.indexed)),
        (translate("statistics", "Originals kept"), number(stats.originals)),
        (translate("statistics", "Filed"), f"{stats.first_filed} – {stats.last_filed}"),
        (translate("statistics", "Concepts"), number(stats.concepts)),
        (translate("statistics", "Tags"), number(stats.tags)),
        (translate("statistics", "Annotations"), number(stats.annotations)),
        (translate("statistics", "Size on disk"), size),
        (translate("statistics", "Folder"), str(folder)),
    ]
    languages = {language_name(code): count for code, count in stats.languages.items()}
    sections = [
        (translate("statistics", "The archive"), lines),
        (translate("statistics", "Agencies"), _counts(stats.agencies)),
        (translate("statistics", "Languages"), _counts(languages)),
    ]
    shown = [section for section in sections if section[1]]
    return TableDialog(
        "statistics", translate("statistics", "What the archive holds"), shown, parent
    )


def _counts(counted: Mapping[str, int]) -> list[tuple[str, str]]:
    most = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return [(name or translate("statistics", "not stated"), number(count)) for name, count in most]
