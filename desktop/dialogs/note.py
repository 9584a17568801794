"""What is said about a passage: its colour, a note, concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.annotating import Remark
from desktop.dialogs.tag_palette import TagPalette
from desktop.panels.parts.chips import Chips
from desktop.panels.parts.colour_row import ColourRow
from desktop.panels.parts.marked_label import MarkedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.concept_choices import Choice
    from index import Concept, ConceptId, ConceptUse

Tick = Qt.CheckState


class NoteDialog(QDialog):
    """Ctrl+Enter takes what was written."""

    noted = Signal(object)
    """Remark."""

    def __init__(
        self,
        quote: str,
        remark: Remark,
        concepts: Sequence[ConceptUse],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("note-dialog")
        self.setWindowTitle(self.tr("Annotation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._concepts = {use.concept.id: use for use in concepts}
        self._chosen: list[ConceptId] = [c for c in remark.concepts if c in self._concepts]
        self.note = self._note(remark.note)
        self.colours = ColourRow(checkable=True)
        self.colours.choose(remark.colour)
        self.chips = Chips("note-concepts")
        self.chips.removed.connect(self._drop)
        self.chips.follow_with(self._more())
        self._lay_out(quote)
        self._show_chips()
        self.resize(460, 340)
        self.note.setFocus()

    def _note(self, text: str) -> QPlainTextEdit:
        note = QPlainTextEdit(text)
        note.setObjectName("note-text")
        note.setAccessibleName(self.tr("Note"))
        note.setPlaceholderText(self.tr("What do you note about this passage?"))
        note.setProperty("field", "true")
        note.setTabChangesFocus(True)
        note.moveCursor(note.textCursor().MoveOperation.End)
        return note

    def _more(self) -> QPushButton:
        more = QPushButton(self.tr("&Concepts…"))
        more.setObjectName("note-choose-concepts")
        more.setProperty("flat", "true")
        more.setAutoDefault(False)
        more.clicked.connect(self.choose_concepts)
        return more

    def _lay_out(self, quote: str) -> None:
        quoted = MarkedLabel("note-quote", lines=3)
        quoted.show_text(f"“{' '.join(quote.split())}”")
        label = QLabel(self.tr("&Note"))
        label.setBuddy(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (quoted, self.colours, label, self.note, self.chips):
            column.addWidget(part, 1 if part is self.note else 0)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        save = box.button(QDialogButtonBox.StandardButton.Save)
        save.setProperty("primary", "true")
        save.setToolTip(self.tr("Ctrl+Enter"))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.accept)
        return box

    @property
    def remark(self) -> Remark:
        """What is said as it stands in the dialog."""
        note = self.note.toPlainText().strip()
        return Remark(self.colours.colour, note, tuple(self._chosen))

    def accept(self) -> None:
        """Close, then tell what was said."""
        remark = self.remark
        super().accept()
        self.noted.emit(remark)

    def choose_concepts(self) -> None:
        """Ask for concepts."""
        palette = TagPalette(self.tr("Concepts of the annotation"), creating=False, parent=self)
        palette.chosen.connect(lambda choice: self._take(palette, choice))
        palette.show_concepts(self._concepts.values(), self._ticks())
        palette.open()

    def _ticks(self) -> dict[ConceptId, Tick]:
        return dict.fromkeys(self._chosen, Tick.Checked)

    def _take(self, palette: TagPalette, choice: Choice) -> None:
        if choice.use is None:
            return
        concept = choice.use.concept.id
        if concept in self._chosen:
            self._chosen.remove(concept)
        else:
            self._chosen.append(concept)
        self._show_chips()
        palette.show_concepts(self._concepts.values(), self._ticks())

    def _drop(self, concept: Concept) -> None:
        self._chosen.remove(concept.id)
        self._show_chips()

    def _show_chips(self) -> None:
        self.chips.show_concepts([self._concepts[c] for c in self._chosen])
