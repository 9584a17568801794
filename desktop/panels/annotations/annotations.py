"""Every annotation of the archive, to filter, to jump to, and to bring back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.colour_names import colour_icon, colour_name
from desktop.commands.annotating import Annotating, remark_of
from desktop.delegates.annotation import AnnotationDelegate
from desktop.dialogs.note import NoteDialog
from desktop.dialogs.tag_palette import TagPalette
from desktop.models.annotations import AnnotationsModel, Wanted
from desktop.panel_action import panel_action
from desktop.panels.annotations.attaching import Attaching
from desktop.panels.annotations.date_filter import DateFilter
from desktop.panels.parts.empty_state import EmptyState
from desktop.panels.parts.entered_table import EnteredTable
from desktop.panels.parts.flow_layout import FlowLayout
from index import Colour, fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAction, QShowEvent

    from desktop.models.annotations import Line
    from desktop.models.concept_choices import Choice
    from desktop.session import Session
    from index import Annotation, Change, Concept

BY_SHORTCUT = Qt.FocusReason.ShortcutFocusReason
PAUSE_MS = 120
"""Typing faster than this filters once."""


class AnnotationsPanel(QWidget):
    """Enter or a double click jumps; Del sends to the trash, Ins brings back; F2 edits."""

    chosen = Signal(object)
    """Annotation to be shown in its dispatch."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotations")
        self.setAccessibleName(self.tr("Annotations"))
        self._session = session
        self._annotating = Annotating(session, self)
        self._concept: Concept | None = None
        self._taller: list[int] = []
        """Rows of orphans, which have a line more."""
        self.model = AnnotationsModel(session.archive, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.field = self._make_field()
        self.colours = self._make_colours()
        self.concept_button = self._make_concept_button()
        self.dates = DateFilter()
        self.kinds = self._make_kinds()
        self.list = self._make_list()
        self._make_actions()
        self.summary = QLabel()
        self.summary.setObjectName("annotations-summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.summary.setProperty("tone", "muted")
        self._lay_out()
        self._connect()
        self._stale = True

    # --- building ---------------------------------------------------------------------------

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("annotations-filter")
        field.setAccessibleName(self.tr("Filter annotations by words"))
        field.setPlaceholderText(self.tr("Filter annotations"))
        field.setClearButtonEnabled(True)
        return field

    def _make_colours(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("annotations-colour")
        box.setAccessibleName(self.tr("Filter annotations by colour"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.addItem(self.tr("All colours"), None)
        for colour in Colour:
            box.addItem(colour_icon(colour), colour_name(colour), colour)
        return box

    def _make_concept_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("annotations-concept")
        button.setAccessibleName(self.tr("Filter annotations by concept"))
        button.setText(self.tr("All concepts"))
        return button

    def _make_kinds(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("annotations-kind")
        box.setAccessibleName(self.tr("Which annotations are shown"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.addItem(self.tr("All annotations"), Wanted())
        box.addItem(self.tr("Orphaned"), Wanted(orphaned=True))
        box.addItem(self.tr("In the trash"), Wanted(trashed=True))
        return box

    def _make_list(self) -> EnteredTable:
        table = EnteredTable()
        table.setObjectName("annotations-list")
        table.setAccessibleName(self.tr("Annotations of the archive"))
        table.setModel(self.model)
        table.setItemDelegate(AnnotationDelegate(table))
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        return table

    def _make_actions(self) -> None:
        self.jump_action = self._action(
            "jump", self.tr("&Show in its dispatch"), "Return", self.jump
        )
        self.edit_action = self._action("edit", self.tr("&Edit…"), "F2", self.edit)
        self.attaching = Attaching(self._session, self._annotating, self)
        self.merge_action = self._action("merge", self.tr("&Merge into one"), "Ctrl+G", self.merge)
        self.delete_action = self._action("delete", self.tr("&Delete"), "Del", self.delete)
        self.restore_action = self._action("restore", self.tr("&Restore"), "Ins", self.restore)

    def _action(self, name: str, text: str, key: str, slot: Callable[[], None]) -> QAction:
        return panel_action(self, f"annotations-{name}", text, key, slot, within=self.list)

    def _lay_out(self) -> None:
        row = FlowLayout(gap=4, fills=True)
        row.addWidget(self.colours)
        row.addWidget(self.concept_button)
        row.addWidget(self.dates)
        row.addWidget(self.kinds)
        self.empty = EmptyState("annotations-empty", "note")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        column.addWidget(self.summary)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.field.returnPressed.connect(partial(self.list.setFocus, BY_SHORTCUT))
        self._pause.timeout.connect(self.refresh)
        self.colours.currentIndexChanged.connect(lambda _row: self.refresh())
        self.dates.changed.connect(self.refresh)
        self.kinds.currentIndexChanged.connect(lambda _row: self.refresh())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.concept_button.clicked.connect(self.choose_concept)
        self.list.entered_by_key.connect(self._choose_one)
        self.list.doubleClicked.connect(lambda _index: self.jump())
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.model.rowsInserted.connect(lambda *_rows: self._set_height())
        self.model.rowsInserted.connect(lambda *_rows: self._count())
        self._session.changed.connect(self._follow)

    # --- what is shown ----------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        """The filter as it stands."""
        concepts = self._session.archive.codebook.narrower
        kind, days = self.kinds.currentData(), self.dates.days
        return Wanted(
            fold(self.field.text()).strip(),
            self.colours.currentData(),
            concepts(self._concept.id) if self._concept else frozenset(),
            days.since,
            days.until,
            kind.orphaned,
            kind.trashed,
        )

    def refresh(self) -> None:
        """Read the annotations again; the line at hand stays at hand where it can."""
        self._pause.stop()
        self._stale = False
        at_hand, row = self.current, self.list.currentIndex().row()
        scroll = self.list.verticalScrollBar().value()
        self.model.show(self.wanted, keep=row + 1)
        self._set_height()
        self.list.setCurrentIndex(self.model.index(self._row_of(at_hand, row), 0))
        self.list.verticalScrollBar().setValue(scroll)
        self._enable()
        self._count()

    def _enable(self) -> None:
        """Offer what can be done with the lines selected."""
        several, trashed = len(self.selection), self.kinds.currentData().trashed
        for action in (self.jump_action, self.edit_action):
            action.setEnabled(several == 1 and not trashed)
        known = not self._stale and not trashed  # a list that nobody sees may be out of date
        self.attaching.choose([line.annotation for line in self.selection] if known else [])
        self.merge_action.setEnabled(several > 1 and not trashed)
        self.delete_action.setEnabled(several > 0 and not trashed)
        self.restore_action.setEnabled(several > 0 and trashed)
        self._sum_up()

    def _row_of(self, annotation: Annotation | None, row: int) -> int:
        for number in range(self.model.rowCount()):
            line = self.model.line(number)
            if annotation and line and line.annotation.id == annotation.id:
                return number
        return min(row, self.model.rowCount() - 1)

    def _count(self) -> None:
        count = self.model.rowCount()
        self._pages.setCurrentIndex(1 if count else 0)
        if self.wanted == Wanted(trashed=True):
            self.empty.say(self.tr("No annotation is in the trash"))
        elif self.wanted == Wanted(orphaned=True):
            self.empty.say(self.tr("Every annotation stands in its text"))
        elif self.wanted == Wanted():
            self.empty.say(
                self.tr("No annotations yet"),
                self.tr("Select a passage in a dispatch and press N, or choose a colour."),
            )
        else:
            self.empty.say(self.tr("No annotation is like that"), self.tr("Filter less."))
        self._sum_up()

    def _sum_up(self) -> None:
        text = self.tr("%n annotations", "", self.model.rowCount())
        text = text if self.model.complete else text + "+"
        self.summary.setText("\n".join(part for part in (text, self.attaching.help) if part))

    def _follow(self, change: Change) -> None:
        if change.annotations or change.concepts or change.reindex:
            if self._concept and self._concept.id in change.concepts:
                self._filter_by(self._still(self._concept))
            self._stale = True
            self._enable()
            self._catch_up()

    def _catch_up(self) -> None:
        """Read what has changed, but not for a panel that nobody sees."""
        if self._stale and self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _still(self, concept: Concept) -> Concept | None:
        uses = self._session.archive.codebook.all()
        return next((use.concept for use in uses if use.concept.id == concept.id), None)

    def _set_height(self) -> None:
        option = QStyleOptionViewItem()
        option.fontMetrics = self.list.fontMetrics()
        delegate = self.list.itemDelegate()
        if isinstance(delegate, AnnotationDelegate):
            usual, orphans = delegate.height(option), self.model.orphans
            self.list.verticalHeader().setDefaultSectionSize(usual)
            for row in self._taller:  # the same rows may hold others now
                self.list.setRowHeight(row, usual)
            for row in orphans:
                self.list.setRowHeight(row, delegate.height(option, orphaned=True))
            self._taller = orphans

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._set_height()
        elif event.type() == event.Type.PaletteChange:
            for number, colour in enumerate(Colour, start=1):
                self.colours.setItemIcon(number, colour_icon(colour))

    # --- the concept filter -----------------------------------------------------------------

    def choose_concept(self) -> None:
        """Ask for a concept to filter by; the one filtered by is let go of."""
        if self._concept:
            self._filter_by(None)
            self.refresh()
            return
        palette = TagPalette(
            self.tr("Show annotations with"), creating=False, many=False, parent=self.window()
        )
        palette.chosen.connect(self._take_concept)
        palette.show_concepts(self._session.archive.codebook.all())
        palette.open()

    def _take_concept(self, choice: Choice) -> None:
        if choice.use:
            self._filter_by(choice.use.concept)
            self.refresh()

    def _filter_by(self, concept: Concept | None) -> None:
        self._concept = concept
        label = concept.label.replace("&", "&&") if concept else ""
        self.concept_button.setText(f"# {label}  ✕" if concept else self.tr("All concepts"))

    # --- the annotation at hand -------------------------------------------------------------

    @property
    def current(self) -> Annotation | None:
        """The annotation at hand."""
        line = self.model.line(self.list.currentIndex().row())
        return line.annotation if line else None

    @property
    def selection(self) -> list[Line]:
        """The lines selected."""
        rows = self.list.selectionModel().selectedRows()
        return [line for index in rows if (line := self.model.line(index.row()))]

    def _choose_one(self) -> None:
        """Select the line at hand where none is, so that keys act on it."""
        if not self.list.selectionModel().hasSelection():
            self.list.selectRow(max(self.list.currentIndex().row(), 0))

    def jump(self) -> None:
        """Show the annotation at hand in its dispatch."""
        if self.current:
            self.chosen.emit(self.current)

    def edit(self) -> None:
        """Ask what to say instead."""
        current = self.current
        if current:
            concepts = self._session.archive.codebook.all()
            quote = current.selector.exact
            dialog = NoteDialog(quote, remark_of(current), concepts, self.window())
            dialog.noted.connect(lambda remark: self._annotating.edit(current, remark))
            dialog.open()

    def delete(self) -> None:
        """Send the selected annotations to the trash."""
        self._annotating.trash([line.annotation for line in self.selection])

    def merge(self) -> None:
        """Make one annotation of the selected ones."""
        self._annotating.merge([line.annotation for line in self.selection])

    def restore(self) -> None:
        """Take the selected annotations out of the trash."""
        self._annotating.restore([line.annotation for line in self.selection])

    def _open_menu(self, position: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setObjectName("annotations-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        attach = self.attaching.action
        actions = (self.jump_action, self.edit_action, attach, self.merge_action)
        menu.addActions((*actions, self.delete_action, self.restore_action))
        menu.popup(self.list.viewport().mapToGlobal(position))
