"""What ``verify`` found wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.dialogs.table import TableDialog
from desktop.short_text import number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from index import Fault, VerifyReport

translate = QCoreApplication.translate


def faults(report: VerifyReport, parent: QWidget) -> TableDialog:
    """Return the dialog that lists every fault."""
    heading = translate("faults", "{count} dispatches were checked").format(
        count=number(report.checked)
    )
    lines = [(_where(fault), fault.detail) for fault in report.faults]
    return TableDialog("faults", translate("faults", "Faults found"), [(heading, lines)], parent)


def _where(fault: Fault) -> str:
    return fault.where if fault.id is None else f"{fault.where} {fault.id}"
