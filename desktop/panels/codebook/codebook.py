"""The tree of concepts: find, create, nest, rename, edit, merge, retire, delete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.concepts import ConceptForm, Concepts
from desktop.dialogs.concept import ConceptDialog
from desktop.dialogs.merge_concepts import MergeDialog
from desktop.dialogs.split_concept import SplitDialog
from desktop.dialogs.table import TableDialog
from desktop.history_text import heading, lines
from desktop.models.codebook import Move
from desktop.models.concept_match import path_parts
from desktop.panel_action import panel_action
from desktop.panels.codebook.codebook_tree import CodebookTree
from desktop.panels.codebook.questions import Questions
from desktop.panels.parts.empty_state import EmptyState
from index import Facet, Filter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QShowEvent

    from desktop.models.codebook import Renaming, TagDrop
    from desktop.session import Session
    from index import Change, Concept, ConceptId, ConceptUse, Effect

LATEST = 200
"""Entries of a concept's history that are shown."""


class CodebookPanel(QWidget):
    """Everything in it works by keyboard and by the context menu."""

    renaming_ended = Signal()
    """A label typed in the tree has been taken, or refused."""
    tagging_ended = Signal()
    """Dispatches dropped on a concept have been tagged, or have not."""
    moving_ended = Signal()
    """A concept dropped in the tree has been moved, or has not."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codebook")
        self.setAccessibleName(self.tr("Codebook"))
        self._session = session
        self._concepts = Concepts(session, self)
        self._questions = Questions(self)
        self.field = self._make_field()
        self.tree = CodebookTree()
        self.model = self.tree.codebook
        self._make_actions()
        self.summary = QLabel()
        self.summary.setObjectName("codebook-summary")
        self.summary.setProperty("tone", "muted")
        self._lay_out()
        self._connect()
        self._stale = True

    # --- building ---------------------------------------------------------------------------

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("codebook-filter")
        field.setAccessibleName(self.tr("Filter the codebook"))
        field.setPlaceholderText(self.tr("Filter concepts"))
        field.setClearButtonEnabled(True)
        return field

    def _make_actions(self) -> None:
        self.search_action = self._action(
            "search", self.tr("&Search dispatches"), "Return", self.search
        )
        self.new_action = self._action("new", self.tr("&New concept…"), "Ins", self.add)
        self.below_action = self._action(
            "new-below", self.tr("New &narrower concept…"), "Shift+Ins", self.add_below
        )
        self.rename_action = self._action("rename", self.tr("&Rename"), "F2", self.rename)
        self.edit_action = self._action("edit", self.tr("&Edit…"), "Ctrl+Return", self.edit)
        self.top_action = self._action("to-top", self.tr("Move to the &top"), "", self.move_to_top)
        self.merge_action = self._action("merge", self.tr("&Merge into…"), "M", self.merge)
        self.split_action = self._action("split", self.tr("S&plit…"), "P", self.split)
        self.history_action = self._action("history", self.tr("&History…"), "H", self.show_history)
        self.retire_action = self._action("retire", self.tr("Re&tire"), "R", self.retire)
        self.delete_action = self._action("delete", self.tr("&Delete…"), "Del", self.delete)

    def _action(self, name: str, text: str, key: str, slot: Callable[[], None]) -> QAction:
        return panel_action(self, f"codebook-{name}", text, key, slot, within=self.tree)

    def _lay_out(self) -> None:
        new = QToolButton()
        new.setObjectName("codebook-new-button")
        new.setText("+")
        new.setToolTip(self.tr("New concept (Ins)"))
        new.setAccessibleName(self.tr("New concept"))
        new.clicked.connect(self.add)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(new)
        self.empty = EmptyState("codebook-empty", "tag")
        self.empty.say(
            self.tr("The codebook is empty"),
            self.tr("Concepts are what you tag dispatches and passages with."),
        )
        self.empty.offer("codebook-first", self.tr("&New concept…"), self.add, primary=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        column.addWidget(self.summary)

    def _connect(self) -> None:
        self.field.textChanged.connect(self.tree.narrow)
        self.field.returnPressed.connect(self.tree.setFocus)
        self.tree.doubleClicked.connect(lambda _index: self.search())
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.selectionModel().currentChanged.connect(self._enable)
        # Queued: the tree is still busy with its editor, or with the drop, when these come.
        queued = Qt.ConnectionType.QueuedConnection
        self.model.renamed.connect(self._rename, queued)
        self.model.moved.connect(self._move, queued)
        self.model.tagged.connect(self._tag, queued)
        self._session.changed.connect(self._follow)

    # --- what is shown ----------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the codebook again."""
        self._stale = False
        uses = self._concepts.all()
        self.model.show(uses)
        self._pages.setCurrentIndex(1 if uses else 0)
        unused = sum(not use.dispatches and not use.annotations for use in uses)
        text = self.tr("%n concepts", "", len(uses))
        if unused:
            text += "  ·  " + self.tr("%n unused", "", unused)
        self.summary.setText(text)
        self._enable()

    def _follow(self, change: Change) -> None:
        if change.concepts or change.dispatches or change.annotations:
            self._stale = True
            self._catch_up()

    def _catch_up(self) -> None:
        """Read what has changed, but not for a panel that nobody sees."""
        if self._stale and self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    # --- the concept at hand ----------------------------------------------------------------

    @property
    def current(self) -> ConceptUse | None:
        """The concept at hand."""
        return self.tree.current

    def choose(self, concept: ConceptId) -> None:
        """Put a concept at hand and show it."""
        self.tree.choose(concept)

    def _enable(self) -> None:
        current = self.current
        for action in self.tree.actions():
            action.setEnabled(current is not None or action is self.new_action)
        if current:
            retired = current.concept.retired
            self.retire_action.setText(self.tr("Reins&tate") if retired else self.tr("Re&tire"))
            self.top_action.setEnabled(current.concept.broader is not None)

    def search(self) -> None:
        """Find the dispatches with this concept or a narrower one."""
        current = self.current
        if current:
            chosen = Filter(Facet.CONCEPT, str(current.concept.id))
            self._session.ask(self._session.query.with_filter(chosen))

    # --- edits ------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new concept beside the one at hand."""
        current = self.current
        self._ask(current.path[:-1] if current else ())

    def add_below(self) -> None:
        """Ask for a new concept below the one at hand."""
        current = self.current
        if current:
            self._ask(current.path)

    def _ask(self, above: tuple[str, ...]) -> None:
        dialog = ConceptDialog(
            ConceptForm(""), self._concepts.all(), below=above, parent=self.window()
        )
        dialog.stated.connect(lambda form: self._make(above, form))
        dialog.open()

    def _make(self, above: tuple[str, ...], form: ConceptForm) -> None:
        path = (*above, *path_parts(form.label))
        self._concepts.create(path, form)
        made = next((use for use in self._concepts.all() if use.path == path), None)
        if made:
            self.choose(made.concept.id)
            self.tree.setFocus()

    def rename(self) -> None:
        """Edit the label in the tree."""
        self.tree.edit(self.tree.currentIndex().siblingAtColumn(0))

    def _effect(self, concept: ConceptId, *, below: bool = False) -> Effect:
        return self._session.archive.codebook.effect(concept, below=below)

    def _rename(self, renaming: Renaming) -> None:
        concept = renaming.concept
        title = self.tr("Rename “{old}” to “{new}”?").format(old=concept.label, new=renaming.label)
        act = partial(self._concepts.rename, concept, renaming.label)
        effect, verb = self._effect(concept.id), self.tr("&Rename")
        self._questions.ask(title, effect, verb, act, self.renaming_ended.emit)

    def _move(self, move: Move) -> None:
        concept, broader = move.concept, move.broader
        title = self.tr("Move “{concept}” to the top?").format(concept=concept.label)
        if broader:
            title = self.tr("Move “{concept}” below “{broader}”?").format(
                concept=concept.label, broader=broader.label
            )
        effect, verb = self._effect(concept.id, below=True), self.tr("&Move")
        act = partial(self._place, concept, broader)
        self._questions.ask(title, effect, verb, act, self.moving_ended.emit)

    def _place(self, concept: Concept, broader: Concept | None) -> None:
        self._concepts.move(concept, broader)
        if broader:
            self.tree.unfold(broader.id)
        self.choose(concept.id)

    def _tag(self, drop: TagDrop) -> None:
        self._concepts.tag(drop.concept, drop.dispatches)
        self.tagging_ended.emit()

    def move_to_top(self) -> None:
        """Take the concept at hand out from under its broader one."""
        current = self.current
        if current:
            self._move(Move(current.concept, None))

    def edit(self) -> None:
        """Ask for everything that is known of the concept at hand."""
        current = self.current
        if current is None:
            return
        dialog = ConceptDialog(
            ConceptForm.of(current.concept),
            self._concepts.all(),
            below=current.path[:-1],
            effect=self._effect(current.concept.id),
            parent=self.window(),
        )
        dialog.stated.connect(lambda form: self._concepts.edit(current.concept, form))
        dialog.open()

    def merge(self) -> None:
        """Ask which concept the one at hand goes into."""
        current = self.current
        if current is None:
            return
        below = {use.concept.id for use in self.model.below(current.concept.id)}
        targets = [use for use in self._concepts.all() if use.concept.id not in below]
        dialog = MergeDialog(current, len(below) - 1, targets, self.window())
        dialog.merged.connect(lambda target: self._concepts.merge(current.concept, target))
        dialog.open()

    def split(self) -> None:
        """Ask which uses of the concept at hand go to a new one beside it."""
        current = self.current
        if current is None:
            return
        uses = self._session.archive.codebook.listed_uses(current.concept.id)
        above = current.path[:-1]
        siblings = [use.path[-1] for use in self._concepts.all() if use.path[:-1] == above]
        dialog = SplitDialog(current, uses, siblings, self.window())
        dialog.stated.connect(lambda form: self._concepts.split(current.concept, form))
        dialog.open()

    def show_history(self) -> None:
        """Show what was done to the concept at hand, the newest first."""
        current = self.current
        if current is None:
            return
        number = current.concept.id
        concepts = {int(use.concept.id): use for use in self._concepts.all()}
        done = self._session.archive.history.of_concept(number)[-LATEST:]
        sections = [(heading(each), lines(each, number, concepts)) for each in reversed(done)]
        title = self.tr("History of “{concept}”").format(concept=current.concept.label)
        TableDialog("concept-history", title, sections, self.window()).open()

    def retire(self) -> None:
        """Offer the concept at hand no longer, or again."""
        current = self.current
        if current is None:
            return
        concept = current.concept
        act = partial(self._concepts.retire, concept, retired=not concept.retired)
        if concept.retired:
            act()
            return
        title = self.tr("Retire “{concept}”?").format(concept=concept.label)
        self._questions.ask(title, self._effect(concept.id), self.tr("&Retire"), act)

    def delete(self) -> None:
        """Delete the concept at hand, after a question where it is used."""
        current = self.current
        if current is None:
            return
        concept = current.concept
        title = self.tr("Delete “{concept}”?").format(concept=concept.label)
        effect, verb = self._effect(concept.id, below=True), self.tr("&Delete")
        self._questions.ask(title, effect, verb, partial(self._concepts.delete, concept))

    def _open_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("codebook-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions((self.search_action,))
        menu.addSeparator()
        menu.addActions((self.new_action, self.below_action))
        menu.addSeparator()
        menu.addActions((self.rename_action, self.edit_action, self.top_action))
        menu.addSeparator()
        menu.addActions((self.merge_action, self.split_action, self.retire_action))
        menu.addActions((self.delete_action, self.history_action))
        menu.popup(self.tree.viewport().mapToGlobal(position))
