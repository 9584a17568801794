"""What this program is, and which versions it runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.dialogs.table import TableDialog
from desktop.versions import versions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def about(parent: QWidget) -> TableDialog:
    """Return the dialog."""
    purpose = translate(
        "about", "Import, search, tag and annotate saved news dispatches, entirely offline."
    )
    sections = [
        ("Dispatch Reader", [(translate("about", "Purpose"), purpose),
                             (translate("about", "Licence"), "MIT"),
                             (translate("about", "Network"),
                              translate("about", "none: nothing is fetched or sent"))]),
        (translate("about", "Versions"), versions()),
    ]  # fmt: skip
    return TableDialog("about", translate("about", "About Dispatch Reader"), sections, parent)
