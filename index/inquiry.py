"""What an archive offers around searching: vocabularies, the log, what is new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ReadOnlyArchive
from index.mentions import Mention, Mentions
from index.query import Query
from index.reports import Progress, ignore

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.coverage import Coverage, CoverageRequest
    from index.dispatch import AccessionNumber
    from index.indexing import Upkeep
    from index.query import QueryForm
    from index.reports import Cancel, Listener
    from index.store import SavedSearch, Store


class Inquiry:
    """Part of :class:`index.archive.Archive`."""

    _store: Store
    _upkeep: Upkeep

    def add_vocabulary(self, path: Path | str) -> int:
        """Import a SKOS file whose concepts queries are to know; return how many there are.

        Raises:
            VocabularyRefused: it is none that can be used.
            ReadOnlyArchive, StorageFull: it cannot be kept beside the record.
        """
        if self._store.read_only:
            raise ReadOnlyArchive(folder=self._store.folder)
        source = Path(path).expanduser()
        return self._upkeep.ask(lambda engine: engine.vocabularies.add(source))

    def coverage(self, query: Query | str, request: CoverageRequest) -> Coverage:
        """Count how the dispatches that a query finds are spread; silences are zeros."""
        asked = Query(query) if isinstance(query, str) else query
        return self._upkeep.ask(lambda engine: engine.coverage(asked, request))

    def form_of(self, text: str) -> QueryForm:
        """Return a query's text as a form; whatever is typed has one."""
        from index.search import take_apart  # numpy and Whoosh come with it

        return take_apart(text)

    def text_of(self, form: QueryForm) -> str:
        """Return a form as a query's text."""
        from index.search import put_together  # numpy and Whoosh come with it

        return put_together(form)

    def like(self, dispatch: AccessionNumber) -> str:
        """Return a query of the most telling words of a dispatch; it finds more of its kind.

        Raises:
            UnknownDispatch: there is no such dispatch.
        """
        record = self._store.dispatches.get(dispatch).dispatch
        return self._upkeep.ask(lambda engine: engine.like(record))

    def mentions(
        self,
        words: str,
        ids: Sequence[AccessionNumber],
        *,
        listen: Listener = ignore,
        cancel: Cancel | None = None,
    ) -> tuple[Mention, ...]:
        """Return every place in the bodies of dispatches where these words follow one another.

        Case, accents and elisions never matter. Once ``cancel`` is asked, no more are read.
        """
        finder, found = Mentions(words), list[Mention]()
        for done, held in enumerate(self._store.dispatches.each(ids), 1):
            if cancel is not None and cancel.asked:
                break
            listen(Progress("mentions", done, len(ids)))
            found += [Mention(held.id, span) for span in finder.find(held.dispatch.body)]
        return tuple(found)

    def unseen(self, saved: SavedSearch) -> int:
        """Return how many dispatches a saved search finds that came since it was looked at."""
        query = replace(saved.query, collapse=False)
        found = self._upkeep.ask(lambda engine: engine.search(query, facets=False))
        return sum(number > saved.seen for number in found.ids)

    def write_table(self, path: Path | str, lines: Iterable[Sequence[str | int | float]]) -> int:
        """Write a table as CSV, its first line the heading; return how many lines follow.

        Raises:
            ExportRefused: the file cannot be written; one that was there is unchanged.
        """
        from index.exports import counts  # rarely needed

        return counts.write(Path(path).expanduser(), lines)

    def export_searches(self, path: Path | str) -> int:
        """Write the log of searches as ``.csv`` or ``.jsonl``; return how many.

        Raises:
            ExportRefused: the ending says no format, or the file cannot be written.
        """
        from index.exports import search_log  # rarely needed

        return search_log.write(self._store, Path(path).expanduser())
