"""The saved rules: make one of the present search, rename, delete, run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.rules import Column, RulesModel
from desktop.panel_action import panel_action
from desktop.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from index import ConceptUse, Rule


class RulesDialog(QDialog):
    """Changes nothing itself: it tells what is wanted and shows what it is given."""

    new_wanted = Signal()
    renamed = Signal(object, str)
    """Rule, and its new name."""
    deleted = Signal(object)
    """Rule."""
    run_wanted = Signal(object)
    """Tuple of rules to be looked at, then run."""

    def __init__(self, *, writable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules-dialog")
        self.setWindowTitle(self.tr("Rules"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._writable = writable
        self.model = RulesModel(self)
        self.table = self._make_table()
        new = self.tr("&New from this search…")
        self.new_button = self._button("new", new, self.new_wanted.emit)
        self.rename_button = self._button("rename", self.tr("&Rename…"), self.rename)
        self.delete_button = self._button("delete", self.tr("&Delete"), self.delete)
        self.run_button = self._button("run", self.tr("R&un…"), self.run)
        self.all_button = self._button("run-all", self.tr("Run &all…"), self.run_all)
        for name, button, key, act in (
            ("rename", self.rename_button, "F2", self.rename),
            ("delete", self.delete_button, "Del", self.delete),
        ):
            text = button.text().replace("&", "")
            panel_action(self, f"rules-{name}-key", text, key, act, within=self.table)
        self._lay_out()
        self.table.doubleClicked.connect(lambda _index: self.run())
        self.table.selectionModel().currentChanged.connect(lambda *_rows: self._enable())
        self.resize(760, 380)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("rules-table")
        table.setAccessibleName(self.tr("Rules"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in Column:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.QUERY, QHeaderView.ResizeMode.Stretch)
        header.setMaximumSectionSize(260)
        return table

    def _button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"rules-{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _lay_out(self) -> None:
        self.about = QLabel(
            self.tr("A rule tags what its search finds, when you run it and have looked at it.")
        )
        self.about.setObjectName("rules-about")
        self.about.setWordWrap(True)
        self.about.setProperty("tone", "muted")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        box.rejected.connect(self.reject)
        self.run_button.setDefault(True)
        self.run_button.setProperty("primary", "true")
        beside = QVBoxLayout()
        for button in (self.run_button, self.all_button, self.new_button, self.rename_button,
                       self.delete_button):  # fmt: skip
            beside.addWidget(button)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.table, 1)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(self.about)
        column.addLayout(row, 1)
        column.addWidget(box)

    # --- what is shown ----------------------------------------------------------------------

    def show_rules(self, rules: Sequence[Rule], concepts: Mapping[int, ConceptUse]) -> None:
        """Show the rules; the one at hand stays at hand where it can."""
        at_hand, row = self.current, self.table.currentIndex().row()
        self.model.show(rules, concepts)
        ids = [rule.id for rule in rules]
        kept = ids.index(at_hand.id) if at_hand and at_hand.id in ids else max(0, row)
        self.table.setCurrentIndex(self.model.index(min(kept, len(ids) - 1), 0))
        self._enable()

    @property
    def current(self) -> Rule | None:
        """The rule at hand."""
        return self.model.rule(self.table.currentIndex().row())

    def _enable(self) -> None:
        some = self.current is not None and self._writable
        for button in (self.rename_button, self.delete_button, self.run_button, self.all_button):
            button.setEnabled(some)
        self.new_button.setEnabled(self._writable)

    # --- what is done -----------------------------------------------------------------------

    def run(self) -> None:
        """Look at what the rule at hand would tag."""
        if self.current and self._writable:
            self.run_wanted.emit((self.current,))

    def run_all(self) -> None:
        """Look at what all rules would tag."""
        rules = (self.model.rule(row) for row in range(self.model.rowCount()))
        self.run_wanted.emit(tuple(rule for rule in rules if rule))

    def rename(self) -> None:
        """Ask for another name of the rule at hand."""
        rule = self.current
        if rule is None or not self._writable:
            return
        dialog = QInputDialog(self)
        dialog.setObjectName("rule-rename")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename the rule"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(rule.name)
        dialog.textValueSelected.connect(lambda name: self._take_name(rule, name))
        dialog.open()

    def _take_name(self, rule: Rule, name: str) -> None:
        name = " ".join(name.split())
        if name and name != rule.name:
            self.renamed.emit(rule, name)

    def delete(self) -> None:
        """Forget the rule at hand; what it tagged stays tagged."""
        if self.current and self._writable:
            self.deleted.emit(self.current)
