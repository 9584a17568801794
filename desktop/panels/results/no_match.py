"""Why the list of matches is empty, and the ways out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.panels.parts.empty_state import EmptyState
from desktop.short_text import number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session
    from desktop.workers.answer import Answer
    from index import Progress, Query


class NoMatch(EmptyState):
    """Offers a better spelling and fewer conditions; while the index is built, says how far."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("no-match", "search", parent)
        self._session = session

    def explain(self, answer: Answer) -> None:
        """Show the reason for an answer without matches."""
        self.withdraw()
        progress = self._session.archive.index_state
        if progress is not None:
            self._rebuilding(progress)
            return
        self.count_up(0, 0)
        self._nothing_found(answer.query)
        self._ways_out(answer)

    def _rebuilding(self, progress: Progress) -> None:
        done, total = number(progress.done), number(progress.total)
        counted = self.tr("{done} of {total} dispatches").format(done=done, total=total)
        self.say(
            self.tr("The search index is being built"),
            counted if progress.total else self.tr("Counting the dispatches…"),
        )
        self.count_up(progress.done, progress.total)

    def _nothing_found(self, query: Query) -> None:
        text = query.text.strip()
        title = self.tr("No dispatch matches “{query}”").format(query=text)
        self.say(
            title if text else self.tr("No dispatch matches these filters"),
            self.tr("Try another spelling, fewer words, or fewer filters."),
        )

    def _ways_out(self, answer: Answer) -> None:
        query, ask = answer.query, self._session.ask
        if answer.summary.corrected:
            better = replace(query, text=answer.summary.corrected)
            text = self.tr("Search for “{query}”").format(query=better.text)
            self.offer("try-spelling", text, partial(ask, better), primary=True)
        if query.filed_from or query.filed_to:
            undated = replace(query, filed_from=None, filed_to=None)
            self.offer("drop-dates", self.tr("Search all dates"), partial(ask, undated))
        if query.filters:
            unfiltered = replace(query, filters=())
            self.offer("drop-filters", self.tr("Remove all filters"), partial(ask, unfiltered))
        if query.text:
            unworded = replace(query, text="")
            self.offer("drop-words", self.tr("Clear the search field"), partial(ask, unworded))
