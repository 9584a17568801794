"""Two coders side by side: how far they agree, and where they differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.comparing import Place, compare_with, told
from desktop.models.lines import Line, LinesModel
from desktop.theme import GAP
from desktop.workers.worker import Worker
from index import PATH_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.comparing import Comparison, Said
    from desktop.session import Session
    from index import ConceptAgreement, ConceptPath, DispatchAgreement, Layer


class CodersDialog(QDialog):
    """Enter on a concept lists the dispatches where it is disputed; Enter on these opens them."""

    chosen = Signal(object)
    """Place to be shown in the reader."""
    export_wanted = Signal(object)
    """Agreement to be written as a table."""
    removal_wanted = Signal(object)
    """Layer to be taken away."""

    def __init__(
        self, session: Session, layers: tuple[Layer, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("coders-dialog")
        self.setWindowTitle(self.tr("Two coders side by side"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._layers = session, layers
        self._worker = Worker("agreement", self)
        self._worker.failed.connect(session.fail)
        self.comparison: Comparison | None = None
        self._concept: ConceptPath | None = None
        self.coder = self._choice()
        self.all_of_it = self._box("coders-all", self.tr("I have coded &every dispatch of it"))
        self.differing = self._box("coders-differing", self.tr("Only where we &differ"))
        self.summary = self._label("coders-summary")
        self.hint = self._label("coders-hint")
        self._make_tables()
        self._lay_out()
        self._connect()
        self.compare()

    # --- building ---------------------------------------------------------------------------

    def _choice(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("coders-layer")
        box.setAccessibleName(self.tr("The other coder"))
        for layer in self._layers:
            box.addItem(layer.coder, layer)
        return box

    @staticmethod
    def _box(name: str, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        return box

    @staticmethod
    def _label(name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("tone", "muted")
        return label

    def _make_tables(self) -> None:
        self.concepts = LinesModel(self._concept_headings(""), numbers=range(1, 6), parent=self)
        self.dispatches = LinesModel(self._dispatch_headings(""), parent=self)
        self.passages = LinesModel(
            (self.tr("Passage"), self.tr("Coder"), self.tr("Concepts"), self.tr("Note"),
             self.tr("Dispatch")), parent=self)  # fmt: skip
        self.lost = LinesModel((self.tr("Not found"), self.tr("Dispatch")), parent=self)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("coders-tabs")
        self.tables = {
            name: self._table(f"coders-{name}", title, model)
            for name, title, model in (
                ("concepts", self.tr("&Concepts"), self.concepts),
                ("dispatches", self.tr("Dis&patches"), self.dispatches),
                ("passages", self.tr("Pa&ssages"), self.passages),
                ("lost", self.tr("&Not found"), self.lost),
            )
        }

    def _table(self, name: str, title: str, model: LinesModel) -> QTableView:
        table = QTableView()
        table.setObjectName(name)
        table.setAccessibleName(title.replace("&", ""))
        table.setModel(model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setMaximumSectionSize(360)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        table.doubleClicked.connect(self._follow)
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._follow_current, table))
        self.tabs.addTab(table, title)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        label = QLabel(self.tr("&Layer of"))
        label.setBuddy(self.coder)
        for part in (label, self.coder, self.all_of_it, self.differing):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.hint)
        column.addWidget(self._buttons())
        self.resize(860, 560)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        self.export = self._button(box, "coders-export", self.tr("E&xport as a table…"))
        self.remove = self._button(box, "coders-remove", self.tr("&Remove this layer"))
        self.remove.setEnabled(not self._session.archive.read_only)
        return box

    @staticmethod
    def _button(box: QDialogButtonBox, name: str, text: str) -> QPushButton:
        button = box.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.coder.currentIndexChanged.connect(lambda _row: self.compare())
        self.all_of_it.toggled.connect(lambda _on: self.compare())
        self.differing.toggled.connect(lambda _on: self._show())
        self.export.clicked.connect(self._ask_export)
        self.remove.clicked.connect(self._ask_removal)
        self.finished.connect(lambda _result: self._worker.close())

    # --- what is compared -------------------------------------------------------------------

    def compare(self) -> None:
        """Read both codings anew."""
        layer, all_of_it = self.coder.currentData(), self.all_of_it.isChecked()
        archive = self._session.archive
        self._concept = None
        self._worker.forget()
        self._worker.ask(lambda: compare_with(archive, layer, all_of_it=all_of_it), self._take)

    def _take(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._show()

    def _show(self) -> None:
        held = self.comparison
        if held is None:
            return
        coder = held.layer.coder
        self.concepts.name(self._concept_headings(coder))
        self.dispatches.name(self._dispatch_headings(coder))
        self.concepts.show([self._concept_line(each) for each in held.agreement.concepts])
        self.dispatches.show(list(self._dispatch_lines(held)))
        self.passages.show([self._said(each, held) for each in held.passages])
        self.lost.show(list(self._lost_lines(held)))
        self.summary.setText(self._summary(held))
        self.hint.setText(self._hint(held))

    def _concept_headings(self, coder: str) -> tuple[str, ...]:
        return (self.tr("Concept"), self.tr("Both"), self.tr("Only I"),
                self.tr("Only {coder}").format(coder=coder), self.tr("Neither"),
                self.tr("Alpha"))  # fmt: skip

    def _dispatch_headings(self, coder: str) -> tuple[str, ...]:
        only = self.tr("Only {coder}").format(coder=coder)
        return self.tr("Dispatch"), self.tr("Both"), self.tr("Only I"), only

    def _concept_line(self, each: ConceptAgreement) -> Line:
        locale = self.locale()
        alpha = "–" if each.alpha is None else locale.toString(each.alpha, "f", 2)
        counts = (each.both, each.mine, each.theirs, each.neither)
        texts = (PATH_SEPARATOR.join(each.concept), *map(str, counts), alpha)
        return Line(texts, each.concept)

    def _dispatch_lines(self, held: Comparison) -> Iterator[Line]:
        for each in held.agreement.dispatches:
            if self._is_wanted(each):
                headline = held.headlines.get(each.dispatch, "")
                texts = (headline, told(each.both), told(each.mine), told(each.theirs))
                yield Line(texts, Place(each.dispatch))

    def _is_wanted(self, each: DispatchAgreement) -> bool:
        disputed = (*each.mine, *each.theirs)
        if self._concept is not None:
            return self._concept in disputed
        return bool(disputed) or not self.differing.isChecked()

    def _said(self, each: Said, held: Comparison) -> Line:
        coder = self.tr("I") if each.mine else held.layer.coder
        headline = held.headlines.get(each.place.dispatch, "")
        quote = " ".join(each.quote.split())
        return Line((quote, coder, each.concepts, each.note, headline), each.place)

    def _lost_lines(self, held: Comparison) -> Iterator[Line]:
        for each in held.lost:
            texts = (" ".join(each.quote.split()), held.headlines.get(each.place.dispatch, ""))
            yield Line(texts, each.place)
        for name in held.layer.missing:
            yield Line((self.tr("Dispatch not in this archive"), name))

    def _summary(self, held: Comparison) -> str:
        agreement = held.agreement
        shared = self.tr("%n dispatch(es) coded by both", "", len(agreement.dispatches))
        others = self.tr("only by me: {mine}; only by {coder}: {theirs}").format(
            mine=agreement.only_mine, coder=held.layer.coder, theirs=agreement.only_theirs
        )
        return f"{shared} – {others}"

    def _hint(self, held: Comparison) -> str:
        if not held.agreement.dispatches:
            return self.tr("Nothing can be compared: no dispatch was coded by both.")
        if self._concept is not None:
            return self.tr("Dispatches where “{concept}” is disputed; Esc shows all.").format(
                concept=PATH_SEPARATOR.join(self._concept)
            )
        return self.tr(
            "Alpha is Krippendorff’s, for nominal data: 1 is perfect, 0 as by chance; – where both "
            "said the same of every dispatch."
        )

    # --- where lines lead -------------------------------------------------------------------

    def _follow_current(self, table: QTableView) -> None:
        self._follow(table.currentIndex())

    def _follow(self, index: QModelIndex) -> None:
        model = index.model()
        line = model.line(index.row()) if isinstance(model, LinesModel) else None
        if line is None:
            return
        if isinstance(line.leads_to, Place):
            self.chosen.emit(line.leads_to)
        elif isinstance(line.leads_to, tuple):
            self._concept = line.leads_to
            self._show()
            self.tabs.setCurrentWidget(self.tables["dispatches"])
            self.tables["dispatches"].setFocus()
            self.tables["dispatches"].selectRow(0)

    def reject(self) -> None:
        """Show all dispatches again; without a concept chosen, close."""
        if self._concept is None:
            super().reject()
            return
        self._concept = None
        self._show()
        self.tabs.setCurrentWidget(self.tables["concepts"])
        self.tables["concepts"].setFocus()

    def _ask_export(self) -> None:
        if self.comparison:
            self.export_wanted.emit(self.comparison.agreement)

    def _ask_removal(self) -> None:
        self.removal_wanted.emit(self.coder.currentData())
        self._concept = None
        self.reject()
