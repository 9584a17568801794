"""Tagging by key: the palette, the last concept again, and the concepts with a digit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.commands.concepts import created
from desktop.commands.together import together
from desktop.dialogs.tag_palette import TagPalette
from desktop.models.concept_match import path_parts
from index import UnknownConcept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.models.concept_choices import Choice
    from desktop.session import Session
    from index import AccessionNumber, Change, Concept, ConceptId, ConceptUse

Tick = Qt.CheckState


class PassageCoder(Protocol):
    """Whoever holds a selected passage: while there is one, the keys code it instead."""

    @property
    def has_passage(self) -> bool:
        """Whether a passage is selected and has the keyboard."""
        ...

    def code_passage(self, concept: Concept) -> None:
        """Put a concept on the passage."""
        ...

    def ask_concepts(self) -> None:
        """Open the palette for the passage."""
        ...


class Tagging(QObject):
    """Tags the dispatches chosen in the results, or the open one where none is chosen.

    The window puts ``actions`` into its menu; their keys are already set.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent
        self._last: Concept | None = None
        self._palette: TagPalette | None = None
        self._coder: PassageCoder | None = None
        self.palette_action = self._action("tag", self.tr("&Tag…"), "T", self.open_palette)
        self.repeat_action = self._action("tag-again", self.tr("Tag &again"), "Q", self.repeat)
        self.digit_actions = tuple(self._digit_action(digit) for digit in range(1, 10))
        self.actions = (self.palette_action, self.repeat_action, *self.digit_actions)
        session.opened.connect(self._enable)
        session.selected.connect(self._enable)
        session.changed.connect(self._follow)
        self._enable()

    def _action(self, name: str, text: str, key: str, slot: object) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(slot)
        return action

    def _digit_action(self, digit: int) -> QAction:
        text = self.tr("Tag with concept {digit}").format(digit=digit)
        return self._action(f"tag-{digit}", text, str(digit), partial(self.press, digit))

    def name_digits(self) -> None:
        """Say in the menu which concept each digit stands for."""
        labels = {use.concept.digit: use.concept.label for use in self._concepts()}
        for digit, action in enumerate(self.digit_actions, 1):
            text = self.tr("Tag with concept {digit}").format(digit=digit)
            if digit in labels:
                label = labels[digit].replace("&", "&&")
                text = self.tr("Tag with “{concept}”").format(concept=label)
            action.setText(text)

    def attach(self, coder: PassageCoder) -> None:
        """Let the keys code the passage that is selected there."""
        self._coder = coder

    # --- what is tagged ---------------------------------------------------------------------

    @property
    def targets(self) -> tuple[AccessionNumber, ...]:
        """The dispatches that a tag would go to."""
        current = self._session.current
        return self._session.selection or ((current.id,) if current else ())

    @property
    def last(self) -> Concept | None:
        """The concept that was given last, while it is in the codebook."""
        return self._last

    def ticks(self) -> Mapping[ConceptId, Tick]:
        """Tell which concepts all or some of the targets bear."""
        targets = self.targets
        counts = self._session.archive.tags.counts(targets)
        whole = len(targets)
        return {
            concept: Tick.Checked if count == whole else Tick.PartiallyChecked
            for concept, count in counts.items()
        }

    def _concepts(self) -> Sequence[ConceptUse]:
        return self._session.archive.codebook.all()

    # --- tagging ----------------------------------------------------------------------------

    def toggle(self, concept: Concept) -> None:
        """Put a concept on every target, or take it off where every one bears it."""
        if self.ticks().get(concept.id) == Tick.Checked:
            self.remove(concept)
        else:
            self.add(concept)

    def add(self, concept: Concept) -> None:
        """Put a concept on every target."""
        self._last = concept
        tags, targets = self._session.archive.tags, self.targets
        self._session.perform(self._adds(concept.label), lambda: tags.add(targets, (concept.id,)))
        self._enable()

    def remove(self, concept: Concept) -> None:
        """Take a concept off every target."""
        tags, targets = self._session.archive.tags, self.targets
        text = self._removes(concept.label)
        self._session.perform(text, lambda: tags.remove(targets, (concept.id,)))

    def remove_from_current(self, concept: Concept) -> None:
        """Take a concept off the open dispatch alone."""
        current = self._session.current
        if current:
            text = self.tr("Take tag “{concept}” off").format(concept=concept.label)
            tags = self._session.archive.tags
            self._session.perform(text, lambda: tags.remove((current.id,), (concept.id,)))

    def add_new(self, path: tuple[str, ...]) -> None:
        """Create a concept and put it on every target, in one step."""
        self._session.perform(self._adds(path[-1]), partial(self._create_and_add, path))
        self._enable()

    def _create_and_add(self, path: tuple[str, ...]) -> Change:
        archive = self._session.archive
        concept, change = created(archive, path)
        tagged = archive.tags.add(self.targets, (concept,))
        self._last = archive.codebook.get(concept)
        return together("tag", (change, tagged))

    def repeat(self) -> None:
        """Put the last concept on the targets."""
        if self._last and self._coder and self._coder.has_passage:
            self._coder.code_passage(self._last)
        elif self._last and self.targets:
            self.add(self._last)

    def press(self, digit: int) -> None:
        """Put the concept with this digit on the targets, or take it off."""
        meant = (use.concept for use in self._concepts() if use.concept.digit == digit)
        concept = next(meant, None)
        if concept and self._coder and self._coder.has_passage:
            self._last = concept
            self._coder.code_passage(concept)
        elif concept and self.targets:
            self.toggle(concept)

    def _adds(self, label: str) -> str:
        count = len(self.targets)
        if count == 1:
            return self.tr("Tag with “{concept}”").format(concept=label)
        return self.tr("Tag %n dispatches with “{concept}”", "", count).format(concept=label)

    def _removes(self, label: str) -> str:
        count = len(self.targets)
        if count == 1:
            return self.tr("Take tag “{concept}” off").format(concept=label)
        text = self.tr("Take tag “{concept}” off %n dispatches", "", count)
        return text.format(concept=label)

    # --- the palette ------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Ask for concepts."""
        if self._coder and self._coder.has_passage:
            self._coder.ask_concepts()
        elif self.targets:
            self._open_palette()

    def _open_palette(self) -> None:
        self._palette = TagPalette(self._title(), parent=self._window)
        self._palette.chosen.connect(self._take)
        self._palette.destroyed.connect(self._forget_palette)
        self._palette.show_concepts(self._concepts(), self.ticks())
        self._palette.open()

    def _title(self) -> str:
        count = len(self.targets)
        if count == 1:
            return self.tr("Tag this dispatch")
        return self.tr("Tag %n dispatches", "", count)

    def _take(self, choice: Choice) -> None:
        if choice.use:
            self.toggle(choice.use.concept)
        else:
            self.add_new(path_parts(choice.path))

    def _forget_palette(self) -> None:
        self._palette = None

    def _follow(self, change: Change) -> None:
        if self._palette and self._palette.isVisible():
            self._palette.show_concepts(self._concepts(), self.ticks())
        if self._last and self._last.id in change.concepts:
            self._last = self._again(self._last.id)
            self._enable()

    def _again(self, concept: ConceptId) -> Concept | None:
        try:
            return self._session.archive.codebook.get(concept)
        except UnknownConcept:
            return None

    def _enable(self) -> None:
        some = bool(self.targets)
        for action in self.actions:
            action.setEnabled(some)
        self.repeat_action.setEnabled(some and self._last is not None)
        if self._last:
            text = self.tr("Tag &again with “{concept}”").format(concept=self._last.label)
            self.repeat_action.setText(text)
