"""Searches the index of one archive."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from index.folding import fold, tokens
from index.query import Query, Sort
from index.results import Highlights
from index.search.coverage import Spread
from index.search.deadline import BUDGET, PATIENCE, Deadline
from index.search.evaluation import Evaluation
from index.search.likeness import query_like
from index.search.manifest import FILE, Built
from index.search.marks import Marks
from index.search.opened import OpenIndex
from index.search.rows import Rows
from index.search.search import Search, highlighters
from index.search.shelf import Shelf
from index.search.view import View
from index.search.vocabulary import Vocabularies

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from index.corpus import Corpus, Readable
    from index.coverage import Coverage, CoverageRequest
    from index.results import Results

Stamp = tuple[int, int, int] | None
Key = tuple[Stamp, int, int]
"""State of the manifest, and generation and edition of the record."""


class SearchEngine:
    """Answers queries from any thread; follows the index and the record by themselves.

    Opening is lazy. Every method that reads the index may raise
    :class:`~index.search.errors.IndexDamaged`: move the folder aside, rebuild, and ask again;
    without a folder the engine answers from the record's columns alone.
    """

    def __init__(
        self, folder: Path, corpus: Corpus, vocabularies: Vocabularies | None = None
    ) -> None:
        self._folder = folder
        self._corpus = corpus
        self._shelf = Shelf(folder, corpus.index_key)
        self.vocabularies = vocabularies or Vocabularies()
        self._lock = threading.Lock()
        self._opened: tuple[Key, View] | None = None

    @property
    def built_generation(self) -> int:
        """The record's generation up to which the index on the disk is complete; -1: none."""
        built = Built.read(self._folder)
        return built.generation if built else -1

    def search(
        self,
        query: Query,
        *,
        facets: bool = True,
        today: date | None = None,
        strict: bool = False,
        within: float | None = None,
    ) -> Results:
        """Answer a query ``within`` so many seconds of work.

        A ``strict`` answer holds no matches with fewer words, and is worked on until it is whole.

        Raises:
            IndexDamaged: the index cannot be trusted.
        """
        view = self._current()
        thesaurus = self.vocabularies.thesaurus()
        deadline = Deadline(PATIENCE if strict else within or BUDGET)
        asked = Search(view, self._corpus, query, today, thesaurus, deadline)
        return asked.results(facets=facets, strict=strict)

    def highlights(self, query: Query, record: Readable) -> Highlights:
        """Return where a query's words stand in a dispatch, found or not.

        Raises:
            IndexDamaged: the index cannot be trusted.
        """
        view = self._current()
        search = Search(view, self._corpus, query, None, self.vocabularies.thesaurus())
        found = highlighters(search.shown, Evaluation(view, Deadline(), stems=query.stems))
        return Highlights(
            body=found["body"].spans(record.body),
            headline=found["headline"].spans(record.headline),
            standfirst=found["standfirst"].spans(record.standfirst),
        )

    def coverage(
        self, query: Query, request: CoverageRequest, today: date | None = None
    ) -> Coverage:
        """Count how the dispatches that a query finds are spread; one a dispatch, not a story.

        Raises:
            IndexDamaged: the index cannot be trusted.
        """
        view, whole = self._current(), replace(query, collapse=False, sort=Sort.NEWEST)
        thesaurus = self.vocabularies.thesaurus()
        search = Search(view, self._corpus, whole, today, thesaurus, Deadline(PATIENCE))
        rows = search.results(facets=False).rows
        return Spread(view, whole, search.expression, rows, request).coverage()

    def like(self, record: Readable) -> str:
        """Return a query of the words that tell a dispatch from others.

        Raises:
            IndexDamaged: the index cannot be trusted.
        """
        return query_like(record, self._current().index)

    def complete(self, prefix: str, limit: int = 8) -> list[str]:
        """Return the most frequent words that begin like the last word of ``prefix``.

        Raises:
            IndexDamaged: the index cannot be trusted.
        """
        last = "".join(token.folded for token in list(tokens(prefix))[-1:])
        if not last or not fold(prefix).endswith(last):
            return []
        lexicon = self._current().index.lexicon
        return lexicon.frequent(lexicon.beginning(last), limit)

    def reload(self) -> None:
        """Open what was built last and warm it up; the next search finds it ready.

        Raises:
            IndexDamaged: the index cannot be trusted.
        """
        self.search(Query("a")).page(0, 1)

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._opened = None

    def _current(self) -> View:
        """Return the view of now; what has not changed is kept."""
        key = (self._stamp(), self._corpus.generation, self._corpus.edition)
        opened = self._opened
        if opened is None or opened[0] != key:
            with self._lock:
                opened = self._opened
                if opened is None or opened[0] != key:
                    opened = self._opened = (key, self._open(key))
        return opened[1]

    def _stamp(self) -> Stamp:
        try:
            found = (self._folder / FILE).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _open(self, key: Key) -> View:
        stamp, generation, _ = key
        known, view = self._opened or (None, None)
        index = view.index if view and known and known[0] == stamp else self._open_index(view)
        if view and known and known[:2] == key[:2]:
            rows = view.rows
        else:
            rows = Rows.line_up(index.accessions, self._corpus.columns())
        built = index.built.generation if index.built else -1
        # a story that was joined or a dispatch in the trash moves the generation, but no words
        moved = built != generation and index.documents > 0
        behind = bool(rows.unindexed) or (moved and self._corpus.changed_count(built) > 0)
        return View(index, rows, Marks.line_up(self._corpus, rows), behind)

    def _open_index(self, view: View | None) -> OpenIndex:
        built = Built.read(self._folder)
        previous = view.index if view else None
        if built is not None:
            built.belongs_to(self._shelf.owner(self._corpus.archive_id))
            checked = previous.built.checked if previous and previous.built else {}
            built.check(self._folder, but=checked)
        return OpenIndex(self._shelf, built, previous)
