"""The switcher among the versions of a story, and what others made of it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.panels.parts.text_button import text_button
from desktop.theme import GAP
from desktop.version_text import other_name, version_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from index import Accession


class Versions(QWidget):
    """Names each version with label, date and changed words; hidden where there is only one."""

    chosen = Signal(object)
    """AccessionNumber."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setObjectName("reader-versions")
        self.box.setAccessibleName(self.tr("Versions of this story"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.box.setSizeAdjustPolicy(policy)
        self.box.setMinimumContentsLength(24)
        self.box.activated.connect(self._choose)
        label = QLabel(self.tr("&Version:"))
        label.setBuddy(self.box)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 0)
        self._row.addWidget(label)
        self._row.addWidget(self.box, 1)

    def add_button(self, action: QAction) -> None:
        """Offer something to do with the versions beside them."""
        self._row.addWidget(text_button(action))

    def show_versions(
        self, current: Accession, versions: Sequence[Accession], kin: Sequence[Accession] = ()
    ) -> None:
        """List the versions, the open one chosen, and after them the rest of the family."""
        self.box.clear()
        ids = [version.id for version in versions]
        at = ids.index(current.id) if current.id in ids else 0
        for number, name in zip(ids, version_names(versions, at), strict=True):
            self.box.addItem(name, number)
        if kin:
            self.box.insertSeparator(self.box.count())
        for other in kin:
            self.box.addItem(other_name(other), other.id)
        self.box.setCurrentIndex(self.box.findData(current.id))
        self.box.setToolTip(escape(self.box.currentText()))
        view = self.box.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * GAP)
        self.setVisible(len(versions) + len(kin) > 1)

    def _choose(self, row: int) -> None:
        self.chosen.emit(self.box.itemData(row))
