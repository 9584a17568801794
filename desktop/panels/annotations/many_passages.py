"""What is done to several passages of a text at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from desktop.commands.annotating import Remark
from desktop.dialogs.occurrences import OccurrencesDialog
from desktop.panel_action import panel_action
from index import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.commands.annotating import Annotating
    from desktop.panels.annotations.margin import Placed
    from desktop.panels.reader.reader_body import ReaderBody
    from desktop.session import Session
    from index import Annotation


class Marked(NamedTuple):
    """The annotations of a text that are marked, and the one that is worked on."""

    placed: Sequence[Placed]
    at_hand: Annotation | None


class ManyPassages(QObject):
    """Annotates all occurrences of the words selected; merges annotations that touch."""

    merged = Signal(object)
    """AnnotationId of the one that is left."""

    def __init__(
        self,
        session: Session,
        panel: QWidget,
        body: ReaderBody,
        annotating: Annotating,
        marked: Callable[[], Marked],
    ) -> None:
        """``panel`` holds the body, and is where the keys work."""
        super().__init__(panel)
        self._session, self._panel = session, panel
        self._body, self._annotating, self._marked = body, annotating, marked
        self.everywhere_action = panel_action(
            panel,
            "annotate-all",
            self.tr("Annotate &all occurrences…"),
            "Shift+N",
            self.annotate_all,
        )
        self.merge_action = panel_action(
            panel, "merge-annotations", self.tr("&Merge with what it touches"), "Ctrl+G", self.merge
        )
        # The list of annotations has the same key for the lines selected there
        around = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.merge_action.setShortcutContext(around)
        self.actions = (self.everywhere_action, self.merge_action)
        body.passage_selected.connect(lambda _span: self.enable())
        self.enable()

    def enable(self) -> None:
        """Offer what can be done now."""
        self.everywhere_action.setEnabled(self._body.passage is not None)
        self.merge_action.setEnabled(len(self.touching) > 1)

    def annotate_all(self) -> None:
        """Ask what to say of every place where the selected words stand."""
        passage, here = self._body.passage, self._session.current
        if passage is None or here is None:
            return
        dialog = OccurrencesDialog(
            self._body.text_of(whole_words(here.dispatch.body, passage)),
            Remark(self._annotating.colour),
            self._session.archive.codebook.all(),
            self._session,
            here.id,
            self._panel.window(),
        )
        dialog.wanted.connect(self._annotating.add_each)
        dialog.open()

    def merge(self) -> None:
        """Make one of the annotation at hand and those that its passage touches."""
        kept = self._annotating.merge([each.annotation for each in self.touching])
        if kept is not None:
            self.merged.emit(kept)

    @property
    def touching(self) -> list[Placed]:
        """The annotation at hand, and those that overlap it or stand right beside it."""
        placed, at_hand = self._marked()
        own = [each for each in placed if at_hand and each.annotation.id == at_hand.id]
        return [each for each in placed if own and self._touch(own[0], each)]

    def _touch(self, one: Placed, other: Placed) -> bool:
        first, last = sorted((one.span, other.span), key=lambda span: (span.start, span.end))
        if last.start <= first.end:
            return True
        between = Span(first.end, last.start)
        return not self._body.text_of(between).strip()


def whole_words(body: str, span: Span) -> Span:
    """Return a passage widened to the words that it begins and ends in."""
    start, end = span.start, span.end
    while start > 0 and body[start - 1].isalnum() and body[start].isalnum():
        start -= 1
    while end < len(body) and body[end - 1].isalnum() and body[end].isalnum():
        end += 1
    return Span(start, end)
