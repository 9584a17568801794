"""Everything one search reads, as it stood at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.query import Facet
from index.search.kinship import kinship
from index.search.recent import Recent
from index.search.scoring import Scorer

if TYPE_CHECKING:
    from index.search.batch import Numbers
    from index.search.marks import Marks
    from index.search.opened import OpenIndex
    from index.search.rows import Rows

RECENT = 24
"""Parts of queries whose matches are kept: five bytes a document each."""


@dataclass(repr=False)
class View:
    """The index, the record's columns and the tags and notes, lined up."""

    index: OpenIndex
    rows: Rows
    marks: Marks
    behind: bool
    """The record has dispatches or changes that the index does not know yet."""

    @cached_property
    def scorer(self) -> Scorer:
        """Scores over this index."""
        return Scorer(self.index, self.rows.total)

    @cached_property
    def recent(self) -> Recent:
        """What the words of the last queries were found to match."""
        return Recent(RECENT)

    @cached_property
    def languages(self) -> list[str]:
        """The languages of the dispatches, the most frequent first."""
        labels = self.rows.labels[Facet.LANGUAGE]
        counts = labels.counts(self.rows.present, np.flatnonzero(self.rows.present))
        return [labels.names[at] for at in np.argsort(-counts, kind="stable").tolist()]

    @cached_property
    def _language_codes(self) -> Numbers:
        labels = self.rows.labels[Facet.LANGUAGE]
        codes = np.full(self.rows.total, len(labels.names), dtype=np.int64)
        codes[labels.documents] = labels.codes
        return codes

    def kinship(self, word: str, form: str) -> float:
        """Return what ``form`` counts where ``word`` was asked for."""
        found = self._kinships.get((word, form))
        if found is None:
            one, other = (self.index.postings("body", w).documents for w in (word, form))
            found = kinship(word, form, one, other, self.index.documents)
            self._kinships[word, form] = found
        return found

    @cached_property
    def _kinships(self) -> dict[tuple[str, str], float]:
        return {}

    def profile(self, word: str) -> dict[str, int]:
        """Return language -> number of dispatches whose body holds ``word``."""
        documents = self.index.postings("body", word).documents
        names = self.rows.labels[Facet.LANGUAGE].names
        counts = np.bincount(self._language_codes[documents], minlength=len(names) + 1)
        return {name: int(counts[at]) for at, name in enumerate(names) if counts[at]}
