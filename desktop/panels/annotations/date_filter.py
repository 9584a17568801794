"""From when annotations are shown: a few spans by name, or two days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.short_text import day


class Days(NamedTuple):
    """From one day to another, both included; None = without end."""

    since: date | None = None
    until: date | None = None


class DateFilter(QComboBox):
    """The last entry asks for two days."""

    changed = Signal()
    """Other days are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotations-dates")
        self.setAccessibleName(self.tr("Filter annotations by the day they were made or changed"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        today = date.today()
        for text, since in (
            (self.tr("Any day"), None),
            (self.tr("Today"), today),
            (self.tr("Last 7 days"), today - timedelta(days=6)),
            (self.tr("Last 30 days"), today - timedelta(days=29)),
            (self.tr("This year"), today.replace(month=1, day=1)),
        ):
            self.addItem(text, Days(since))
        self._asking = self.count()
        self.addItem(self.tr("Between…"), Days())
        self.activated.connect(self._choose)
        self.currentIndexChanged.connect(self._tell)

    @property
    def days(self) -> Days:
        """What is wanted."""
        wanted = self.currentData()
        return Days(*wanted)

    def between(self, days: Days) -> None:
        """Show what lies between two days."""
        shown = " – ".join(day(each) if each else "" for each in days)
        self.setItemText(self._asking, shown)
        self.setItemData(self._asking, days)
        self.changed.emit()

    def _choose(self, row: int) -> None:
        if row == self._asking:
            dialog = BetweenDialog(self.days, self.window())
            dialog.chosen.connect(self.between)
            dialog.open()

    def _tell(self, row: int) -> None:
        if row != self._asking:
            self.setItemText(self._asking, self.tr("Between…"))
            self.setItemData(self._asking, Days())
        self.changed.emit()


class BetweenDialog(QDialog):
    """Two days, both included."""

    chosen = Signal(object)
    """Days."""

    def __init__(self, days: Days, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("between-dialog")
        self.setWindowTitle(self.tr("Annotations between two days"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        today = QDate.currentDate()
        self.since = self._edit("between-since", days.since, today.addMonths(-1))
        self.until = self._edit("between-until", days.until, today)
        form = QFormLayout()
        form.addRow(self.tr("&From"), self.since)
        form.addRow(self.tr("&To"), self.until)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.addLayout(form)
        column.addWidget(buttons)

    @staticmethod
    def _edit(name: str, shown: date | None, otherwise: QDate) -> QDateEdit:
        edit = QDateEdit(QDate(shown.year, shown.month, shown.day) if shown else otherwise)
        edit.setObjectName(name)
        edit.setCalendarPopup(True)
        return edit

    def accept(self) -> None:
        """Close, then tell; the earlier day counts as the first."""
        super().accept()
        first, last = sorted((_as_date(self.since.date()), _as_date(self.until.date())))
        self.chosen.emit(Days(first, last))


def _as_date(shown: QDate) -> date:
    return date(shown.year(), shown.month(), shown.day())
