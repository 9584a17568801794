"""The open dispatch: header, tags, text with its marks, and the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.annotating import Aim
from desktop.concept_labels import ConceptLabels
from desktop.panel_action import panel_action
from desktop.panels.annotations.annotated_text import AnnotatedText
from desktop.panels.parts.empty_state import EmptyState
from desktop.panels.reader.dispatch_tags import DispatchTags
from desktop.panels.reader.find_bar import FindBar
from desktop.panels.reader.hits import Hits, HitSteps
from desktop.panels.reader.reader_header import ReaderHeader
from desktop.panels.reader.story import Story
from desktop.panels.reader.suggestions import Suggestions
from desktop.text_find import FoldedText
from index import Facet, Filter, Highlights

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QResizeEvent

    from desktop.commands.tagging import Tagging
    from desktop.session import Session
    from index import Accession, Annotation, Change, Concept, Suggestion

STORY_EDITS = ("join-stories", "separate-story", "order-versions", "link", "import")
"""Kinds of changes after which a dispatch may have other versions or kin."""
HEADER_SHARE = 0.42
"""Of the window's height that the header may take before it scrolls."""


class Reader(QStackedWidget):
    """Follows the session: what is opened, what is asked, what is changed."""

    tag_asked = Signal()
    """The button beside the tags was pressed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName(self.tr("Reader"))
        self._session = session
        self._shown: Accession | None = None
        self._folded: FoldedText | None = None
        self.hits = Hits()
        self.found: Hits | None = None
        """What find in text met, while its bar is open."""
        self._make_actions()
        self.header = ReaderHeader()
        self.tags = DispatchTags()
        self.steps = HitSteps(self.back_action, self.on_action)
        self.find_bar = FindBar()
        self._labels = ConceptLabels(session, self)
        self.text = AnnotatedText(session, self._labels)
        self.story = Story(session, self.text, self)
        self.suggestions = Suggestions(session)
        self.empty = EmptyState("reader-empty", "sheet")
        self.empty.say(
            self.tr("No dispatch is open"),
            self.tr("Choose one in the results to read, tag and annotate it here."),
        )
        self._lay_out()
        self._connect()
        self.show_dispatch(session.current)

    def _make_actions(self) -> None:
        self.on_action = self._action("next-hit", self.tr("&Next hit"), "F3", self.next_hit)
        self.back_action = self._action(
            "previous-hit", self.tr("&Previous hit"), "Shift+F3", self.previous_hit
        )
        self.find_action = self._action(
            "find-in-text", self.tr("&Find in this dispatch…"), "Ctrl+F", self.find_in_text
        )
        self.suggest_action = self._action(
            "suggest", self.tr("&Suggestions"), "S", lambda: self.suggestions.toggle()
        )

    def _action(self, name: str, text: str, key: str, slot: Callable[[], None]) -> QAction:
        return panel_action(self, name, text, key, slot)

    @property
    def reading_actions(self) -> tuple[QAction, ...]:
        """What a menu offers while reading; keys are set and work in the whole window."""
        return (self.find_action, self.on_action, self.back_action, *self.story.reading_actions)

    @property
    def annotation_actions(self) -> tuple[QAction, ...]:
        """What a menu offers on passages and annotations."""
        return (*self.text.actions_of_annotations, self.story.carry_action, self.suggest_action)

    @property
    def aim(self) -> Aim | None:
        """The passage that is selected in the open dispatch, while its text is on top."""
        passage, shown = self.text.body.passage, self._shown
        if passage is None or shown is None or self.story.comparing:
            return None
        return Aim(shown.id, frozenset(each.id for each in self.story.versions), passage)

    def attach(self, tagging: Tagging) -> None:
        """Let the tag button open the palette, and the tagging keys code a selected passage."""
        self.tag_asked.connect(tagging.open_palette)
        self.tags.removed.connect(tagging.remove_from_current)
        tagging.attach(self.text)

    # --- building ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = _Top(self.header)
        page = QWidget()
        page.setObjectName("reader-page")
        page.setProperty("surface", "base")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._tag_row())
        column.addWidget(self.find_bar)
        column.addWidget(_rule())
        column.addWidget(self.story.offer)
        column.addWidget(self.story, 1)
        column.addWidget(self.suggestions)
        self.addWidget(self.empty)
        self.addWidget(page)
        self.setFocusProxy(self.story)
        self.addActions((*self.story.reading_actions, self.story.carry_action))
        self.header.versions.add_button(self.story.compare_action)

    def _tag_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(18, 0, 12, 6)
        line.addWidget(self.tags, 1)
        line.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        self.header.version_chosen.connect(self._session.open_dispatch)
        self.tags.wanted.connect(self.tag_asked)
        self.tags.pressed.connect(self._search_concept)
        self.find_bar.sought.connect(self._seek)
        self.find_bar.stepped.connect(self._step_found)
        self.find_bar.closed.connect(self._end_find)
        self.suggestions.pointed.connect(self._point_out)
        self.suggestions.closed.connect(self.text.setFocus)
        self._session.opened.connect(self.show_dispatch)
        self._session.answered.connect(self._follow_query)
        self._session.changed.connect(self._follow_change)

    # --- what is shown ----------------------------------------------------------------------

    def show_dispatch(self, accession: Accession | None) -> None:
        """Show a dispatch from its first hit on, or that nothing is open."""
        self._shown, self._folded = accession, None
        self.setCurrentIndex(0 if accession is None else 1)
        self.find_action.setEnabled(accession is not None)
        self.suggest_action.setEnabled(accession is not None)
        self.story.show_dispatch(accession)
        self.suggestions.show_dispatch(accession)
        if accession is None:
            self.hits = Hits()
            self._enable()
            return
        self.header.show_dispatch(accession, self.story.versions, self.story.kin)
        self.text.show_dispatch(accession)
        self._show_tags(accession)
        self.hits = Hits()
        self._read_hits(accession)
        self.hits.step(1)
        if self.find_bar.isHidden():
            self._show_hits()
        else:
            self._seek(self.find_bar.field.text())

    def reveal(self, annotation: Annotation) -> None:
        """Open the dispatch of an annotation, at its passage."""
        if self._shown is None or self._shown.id != annotation.dispatch:
            self._session.open_dispatch(annotation.dispatch)
        self.story.show_text()
        self.text.reveal(annotation.id)
        self.text.setFocus()

    def _show_tags(self, accession: Accession) -> None:
        uses = self._labels.uses
        tags = self._session.archive.tags.of((accession.id,)).get(accession.id, ())
        self.tags.show_concepts([uses[concept] for concept in tags if concept in uses])

    def _read_hits(self, accession: Accession) -> bool:
        """Ask for the hits; tell whether they are others than before."""
        query = self._session.searched
        asked = bool(query.text.strip())
        archive = self._session.archive
        highlights = archive.highlights(query, accession.id) if asked else Highlights()
        self.header.show_hits(highlights)
        if highlights.body == self.hits.spans:
            return False
        self.hits = Hits(highlights.body)
        return True

    def _follow_query(self, _answer: object) -> None:
        if self._shown and self._read_hits(self._shown) and self.find_bar.isHidden():
            self._show_hits()

    def _follow_change(self, change: Change) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.id in change.reindex:
            self._session.open_dispatch(shown.id)
        elif shown.id in change.dispatches or change.concepts:
            self._show_tags(shown)
            self.text.refresh()
        self._follow_story(shown, change)

    def _follow_story(self, shown: Accession, change: Change) -> None:
        """Follow what joins and parts stories, and what is annotated on other versions."""
        if change.kind.removeprefix("revert-") in STORY_EDITS or change.annotations:
            self.story.refresh()
            self.header.versions.show_versions(shown, self.story.versions, self.story.kin)

    def _search_concept(self, concept: Concept) -> None:
        chosen = Filter(Facet.CONCEPT, str(concept.id))
        self._session.ask(self._session.query.with_filter(chosen))

    # --- hits -------------------------------------------------------------------------------

    def next_hit(self) -> None:
        """Go to the next hit, of find in text while that is open."""
        self._step_hit(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._step_hit(-1)

    def _step_hit(self, by: int) -> None:
        if self.found is not None:
            self._step_found(by)
        elif self.hits.step(by):
            self.story.show_text()
            self._show_hits()

    def _show_hits(self) -> None:
        self.text.show_hits(self.hits.spans, self.hits.current)
        self.steps.show_hits(self.hits)
        self._enable()

    def _enable(self) -> None:
        some = bool((self.hits if self.found is None else self.found).spans)
        self.on_action.setEnabled(some)
        self.back_action.setEnabled(some)

    def _point_out(self, suggestion: Suggestion | None) -> None:
        """Mark the places of a suggestion instead of the hits, while there is one at hand."""
        if suggestion is None:
            self._show_hits()
        else:
            self.story.show_text()
            self.text.show_hits(suggestion.spans, suggestion.span)

    # --- find in text -----------------------------------------------------------------------

    def find_in_text(self) -> None:
        """Open the find bar, with the selected words where there are any."""
        if self._shown is None:
            return
        self.story.show_text()
        passage = self.text.body.passage
        words = self.text.body.text_of(passage) if passage else ""
        self.find_bar.open_bar(words if "\n" not in words else "")

    def _seek(self, typed: str) -> None:
        if self._shown is None:
            return
        if self._folded is None:
            self._folded = FoldedText(self._shown.dispatch.body)
        self.found = Hits(self._folded.find(typed))
        self.found.meet(self.text.body.caret)
        self._show_found()

    def _step_found(self, by: int) -> None:
        if self.found:
            self.found.step(by)
            self._show_found()

    def _show_found(self) -> None:
        if self.found is not None:
            self.text.show_hits(self.found.spans, self.found.current)
            self.find_bar.show_hits(self.found)
            self._enable()

    def _end_find(self) -> None:
        self.found = None
        self._show_hits()
        self.text.setFocus()


class _Top(QScrollArea):
    """As high as what it holds, up to a share of the window; scrolls beyond that."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self.setObjectName("reader-top")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._held = held
        self.setWidget(held)
        held.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        held.installEventFilter(self)

    def _fit(self) -> None:
        by_width = self._held.heightForWidth(self.viewport().width())
        wanted = max(by_width, self._held.minimumSizeHint().height())
        self.setFixedHeight(min(wanted, int(self.window().height() * HEADER_SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A height set while the area is being resized would not reach its viewport.
        QTimer.singleShot(0, self, self._fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.HLine)
    rule.setFrameShadow(QFrame.Shadow.Plain)
    rule.setForegroundRole(rule.palette().ColorRole.Mid)
    rule.setFixedHeight(1)
    return rule
