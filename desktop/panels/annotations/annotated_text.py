"""The text of a dispatch with its annotations: marks, margin, and the bar for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop import theme
from desktop.colour_names import colour_icon, colour_name
from desktop.commands.annotating import Annotating, Remark, remark_of
from desktop.dialogs.note import NoteDialog
from desktop.dialogs.tag_palette import TagPalette
from desktop.models.concept_match import path_parts
from desktop.panel_action import panel_action
from desktop.panels.annotations.many_passages import ManyPassages, Marked
from desktop.panels.annotations.margin import Margin, Placed
from desktop.panels.annotations.passage_bar import PassageBar
from desktop.panels.reader.reader_body import ReaderBody
from desktop.text_marks import Passage, runs_of
from index import Colour, Span, locate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QContextMenuEvent

    from desktop.concept_labels import ConceptLabels
    from desktop.models.concept_choices import Choice
    from desktop.session import Session
    from index import Accession, Annotation, AnnotationId, Concept

READING_SIZE = 1.08
"""Of the text, against the rest of the window."""


class AnnotatedText(QWidget):
    """Shows one dispatch's body; hits come from outside, annotations from the archive."""

    at_hand_changed = Signal(object)
    """AnnotationId or None."""

    def __init__(
        self, session: Session, labels: ConceptLabels, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("annotated-text")
        self._session, self._labels = session, labels
        self.annotating = Annotating(session, self)
        self.body = ReaderBody()
        self.margin = Margin(self.body)
        self.more_actions: tuple[QAction, ...] = ()
        """What the context menu offers beside what is done to passages."""
        self._for_passages: list[QAction] = []
        self._accession: Accession | None = None
        self._placed: list[Placed] = []
        self._at_hand: AnnotationId | None = None
        self._hits: Sequence[Span] = ()
        self._hit: Span | None = None
        self._make_actions()
        self.bar = PassageBar(self.code_action, self.note_action, self.body)
        self.many = ManyPassages(session, self, self.body, self.annotating, self._marked)
        self.many.merged.connect(self.reveal)
        self.at_hand_changed.connect(lambda _id: self.many.enable())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        self.setFocusProxy(self.body)
        self._set_font()
        self._connect()
        self._enable()

    def _make_actions(self) -> None:
        self.note_action = self._action("note", self.tr("&Note…"), "N", self.write_note)
        self.code_action = self._action("code", self.tr("&Concept…"), "", self.ask_concepts)
        self.delete_action = self._action(
            "delete-annotation", self.tr("&Delete annotation"), "Del", self.delete_at_hand
        )
        self.delete_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.on_action = self._action(
            "next-annotation", self.tr("Ne&xt annotation"), "F4", lambda: self.step(1)
        )
        self.back_action = self._action(
            "previous-annotation",
            self.tr("Pre&vious annotation"),
            "Shift+F4",
            lambda: self.step(-1),
        )

    @property
    def actions_of_annotations(self) -> tuple[QAction, ...]:
        """What a menu offers on passages and annotations."""
        return (
            self.note_action, self.code_action, *self.many.actions, self.on_action,
            self.back_action, self.delete_action,
        )  # fmt: skip

    def offer_for_passages(self, action: QAction) -> None:
        """Offer something else to do with a passage, in its bar and in the menu."""
        self._for_passages.append(action)
        self.bar.offer(action)
        action.enabledChanged.connect(lambda _possible: self._move_bar())

    @property
    def placed(self) -> Sequence[Placed]:
        """The annotations that are marked, and where."""
        return self._placed

    def _marked(self) -> Marked:
        return Marked(self._placed, self.at_hand)

    def _action(self, name: str, text: str, key: str, slot: Callable[[], None]) -> QAction:
        return panel_action(self, name, text, key, slot)

    def _connect(self) -> None:
        self.body.passage_selected.connect(self._follow_passage)
        self.body.passage_clicked.connect(self._click)
        self.body.scrolled.connect(self._move_bar)
        self.body.menu_asked.connect(self._open_menu)
        self.margin.chosen.connect(self.choose)
        self.margin.edited.connect(self.edit)
        self.margin.deleted.connect(self.delete)
        self.margin.stepped.connect(self._step_card)
        self.bar.coloured.connect(self.highlight)
        self.bar.left.connect(self.body.setFocus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_font()

    def _set_font(self) -> None:
        self.body.setFont(theme.scaled(self.font(), READING_SIZE))

    # --- what is shown ----------------------------------------------------------------------

    def show_dispatch(self, accession: Accession) -> None:
        """Show another dispatch, without hits."""
        dispatch = accession.dispatch
        self._accession, self._at_hand = accession, None
        self._hits, self._hit = (), None
        self.body.show_text(dispatch.body, dispatch.boilerplate)
        self.refresh()

    def show_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Mark the hits; the current one is brought into view."""
        if (tuple(hits), current) != (tuple(self._hits), self._hit):
            self._hits, self._hit = hits, current
            self._mark()
        if current:
            self.body.reveal(current)

    def refresh(self) -> None:
        """Read the annotations again."""
        if self._accession is None:
            return
        body = self._accession.dispatch.body
        held = self._session.archive.annotations.of(self._accession.id)
        found = ((annotation, locate(body, annotation.selector)) for annotation in held)
        self._placed = [Placed(annotation, span) for annotation, span in found if span]
        if self._at_hand not in {annotation.id for annotation in held}:
            self.choose(None)
        self.margin.show_annotations(self._placed, self._labels.uses)
        self._mark()
        self._enable()

    def _mark(self) -> None:
        passages = (
            Passage(span.start, span.end, annotation.colour, annotation.id)
            for annotation, span in self._placed
        )
        self.body.show_runs(runs_of(passages, self._hits, self._hit, self._at_hand))

    def _enable(self) -> None:
        passage = self.body.passage is not None
        self.code_action.setEnabled(passage)
        self.note_action.setEnabled(passage or self._at_hand is not None)
        self.delete_action.setEnabled(self._at_hand is not None)
        self.on_action.setEnabled(bool(self._placed))
        self.back_action.setEnabled(bool(self._placed))
        self.many.enable()

    # --- the annotation at hand -------------------------------------------------------------

    @property
    def at_hand(self) -> Annotation | None:
        """The annotation whose card is open."""
        return next((a for a, _ in self._placed if a.id == self._at_hand), None)

    def choose(self, annotation: AnnotationId | None) -> None:
        """Put an annotation at hand."""
        if annotation == self._at_hand:
            return
        self._at_hand = annotation
        self.margin.choose(annotation)
        self._mark()
        self._enable()
        self.at_hand_changed.emit(annotation)

    def reveal(self, annotation: AnnotationId) -> None:
        """Put an annotation at hand and its passage into view; none where it has no passage."""
        if annotation not in {each.annotation.id for each in self._placed}:
            self.choose(None)
        for each in self._placed:
            if each.annotation.id == annotation:
                self.choose(annotation)
                self.body.reveal(each.span)

    def step(self, by: int) -> None:
        """Go to the next annotation (or back), from the one at hand or the text cursor."""
        if not self._placed:
            return
        in_order = sorted(self._placed, key=lambda each: (each.span.start, each.annotation.id))
        ids = [each.annotation.id for each in in_order]
        if self._at_hand in ids:
            at = ids.index(self._at_hand) + by
        else:
            caret = self.body.caret
            before = sum(each.span.start < caret for each in in_order)
            at = before if by > 0 else before - 1
        self.reveal(ids[at % len(ids)])

    def _step_card(self, by: int) -> None:
        self.step(by)
        if self._at_hand is not None:
            self.margin.focus_card(self._at_hand)

    def _click(self, offset: int) -> None:
        over = [each for each in self._placed if each.span.start <= offset < each.span.end]
        inner = min(over, key=lambda each: each.span.end - each.span.start, default=None)
        self.choose(inner.annotation.id if inner else None)

    def edit(self, annotation: AnnotationId) -> None:
        """Ask what to say instead."""
        self.choose(annotation)
        at_hand = self.at_hand
        if at_hand:
            dialog = self._note_dialog(at_hand.selector.exact, remark_of(at_hand))
            dialog.noted.connect(lambda remark: self.annotating.edit(at_hand, remark))
            dialog.open()

    def delete(self, annotation: AnnotationId) -> None:
        """Send an annotation to the trash."""
        doomed = [each.annotation for each in self._placed if each.annotation.id == annotation]
        self.annotating.trash(doomed)
        self.body.setFocus()

    def delete_at_hand(self) -> None:
        """Send the annotation at hand to the trash."""
        if self._at_hand is not None:
            self.delete(self._at_hand)

    # --- the passage selected ---------------------------------------------------------------

    @property
    def has_passage(self) -> bool:
        """Whether a passage is selected and the keyboard is in the text or its bar."""
        return self.body.passage is not None and self.isAncestorOf(self.window().focusWidget())

    def highlight(self, colour: Colour) -> None:
        """Annotate the passage with a colour alone."""
        self._say(Remark(colour))

    def write_note(self) -> None:
        """Ask what to say about the passage; without one, edit the annotation at hand."""
        passage = self.body.passage
        if passage:
            quote = self.body.text_of(passage)
            dialog = self._note_dialog(quote, Remark(self.annotating.colour))
            dialog.noted.connect(lambda remark: self._say(remark, passage))
            dialog.open()
        elif self._at_hand is not None:
            self.edit(self._at_hand)

    def code_passage(self, concept: Concept) -> None:
        """Put a concept on the passage: on the annotation that has just it, or a new one."""
        passage, accession = self.body.passage, self._accession
        if passage is None or accession is None:
            return
        there = self._exactly(passage)
        if there:
            self.annotating.toggle(there, concept.id)
        else:
            remark = Remark(self.annotating.colour, concepts=(concept.id,))
            self.choose(self.annotating.add(accession.id, passage, remark))

    def ask_concepts(self) -> None:
        """Open the palette for the passage."""
        if self.body.passage is None:
            return
        palette = TagPalette(self.tr("Code the passage"), parent=self.window())
        palette.chosen.connect(lambda choice: self._take(palette, choice))
        self._offer(palette)
        palette.open()

    def _take(self, palette: TagPalette, choice: Choice) -> None:
        passage, accession = self.body.passage, self._accession
        if choice.use:
            self.code_passage(choice.use.concept)
        elif passage and accession:
            made = self.annotating.code_new(accession.id, passage, path_parts(choice.path))
            self.choose(made)
        self._offer(palette)

    def _offer(self, palette: TagPalette) -> None:
        passage = self.body.passage
        there = self._exactly(passage) if passage else None
        ticks = dict.fromkeys(there.concepts if there else (), Qt.CheckState.Checked)
        palette.show_concepts(self._session.archive.codebook.all(), ticks)

    def _exactly(self, passage: Span) -> Annotation | None:
        return next((a for a, span in self._placed if span == passage), None)

    def _say(self, remark: Remark, passage: Span | None = None) -> None:
        passage = passage or self.body.passage
        if passage and self._accession:
            made = self.annotating.add(self._accession.id, passage, remark)
            self.body.clear_passage()
            self.choose(made)
            self.body.setFocus()

    def _note_dialog(self, quote: str, remark: Remark) -> NoteDialog:
        concepts = self._session.archive.codebook.all()
        return NoteDialog(quote, remark, concepts, self.window())

    def _follow_passage(self, _passage: Span | None) -> None:
        self._enable()
        self._move_bar()

    def _move_bar(self) -> None:
        passage = self.body.passage
        if passage is None or self.body.selecting:
            self.bar.hide()
            return
        view = self.body.viewport().geometry()
        first = self.body.rect_of(passage.start).translated(view.topLeft())
        last = self.body.rect_of(passage.end).translated(view.topLeft())
        self.bar.show_near(first, last, view)

    # --- the menu ---------------------------------------------------------------------------

    def _open_menu(self, event: QContextMenuEvent) -> None:
        menu = self.body.createStandardContextMenu()
        menu.setObjectName("reader-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.body.passage:
            menu.addSeparator()
            menu.addMenu(self._colours(menu))
            menu.addActions((self.code_action, self.note_action, self.many.everywhere_action))
            menu.addActions(self._for_passages)
        elif self._at_hand is not None:
            menu.addSeparator()
            menu.addActions((self.note_action, self.many.merge_action, self.delete_action))
        if self.more_actions:
            menu.addSeparator()
            menu.addActions(self.more_actions)
        menu.popup(event.globalPos())

    def _colours(self, parent: QMenu) -> QMenu:
        colours = QMenu(self.tr("&Highlight"), parent)
        for colour in Colour:
            action = colours.addAction(colour_icon(colour), colour_name(colour))
            action.triggered.connect(lambda _=False, colour=colour: self.highlight(colour))
        return colours
