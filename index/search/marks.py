"""What people added to dispatches: tags and notes, lined up with the documents of the index."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from index.keys import ConceptId
from index.search.labels import LabelledDocuments, distinct

if TYPE_CHECKING:
    from index.codebook import ConceptUse
    from index.corpus import Corpus
    from index.search.batch import Numbers
    from index.search.rows import Rows


@dataclass(frozen=True)
class Marks:
    """Tags, with those of broader concepts, and notes."""

    uses: tuple[ConceptUse, ...]
    tagged_rows: Numbers
    """Rows with tags, in order; one entry a tag."""
    tagged_with: Numbers
    """The concept of each."""
    concepts: LabelledDocuments
    """Named by concept number; a dispatch bears its concepts and all that are broader."""
    note_rows: Numbers
    note_texts: list[str]
    """One entry an annotation; the text is empty where there is no note."""
    total: int

    @classmethod
    def line_up(cls, corpus: Corpus, rows: Rows) -> Marks:
        """Read tags and notes from the record."""
        uses = corpus.concepts()
        tagged, concepts = (np.asarray(part, dtype=np.int64) for part in corpus.tag_pairs())
        at, known = rows.rows_of(tagged)
        at, concepts = at[known], concepts[known]
        order = np.argsort(at, kind="stable")
        notes = corpus.notes()
        noted, has_row = rows.rows_of(np.array([id_ for id_, _ in notes], dtype=np.int64))
        texts = [text for (_, text), there in zip(notes, has_row.tolist(), strict=True) if there]
        return cls(
            uses,
            at[order],
            concepts[order],
            _with_broader(uses, at, concepts, rows.total),
            noted[has_row],
            texts,
            rows.total,
        )

    def direct(self, row: int) -> tuple[ConceptId, ...]:
        """Return the concepts that a dispatch itself is tagged with."""
        low, high = np.searchsorted(self.tagged_rows, [row, row + 1])
        return tuple(ConceptId(concept) for concept in self.tagged_with[low:high].tolist())

    @cached_property
    def labels(self) -> dict[str, str]:
        """Concept number as text -> full path."""
        return {str(use.concept.id): use.full_path for use in self.uses}

    @cached_property
    def annotations(self) -> Numbers:
        """Number of annotations of each document."""
        return np.bincount(self.note_rows, minlength=self.total)

    def having(self, what: str) -> Numbers:
        """Return, for each document, whether it has an annotation, a note or a tag."""
        mask = np.zeros(self.total, dtype=bool)
        if what == "tag":
            mask[self.concepts.documents] = True
        elif what == "note":
            written = np.array([bool(text.strip()) for text in self.note_texts], dtype=bool)
            mask[self.note_rows[written]] = True
        else:
            mask[self.note_rows] = True
        return mask


def _with_broader(
    uses: tuple[ConceptUse, ...], rows: Numbers, concepts: Numbers, total: int
) -> LabelledDocuments:
    broader = {use.concept.id: use.concept.broader for use in uses}
    names = [str(use.concept.id) for use in uses]
    code = {use.concept.id: at for at, use in enumerate(uses)}
    pairs = []
    order = np.argsort(concepts, kind="stable")
    ordered = concepts[order]
    for concept in code:
        low, high = np.searchsorted(ordered, [concept, concept + 1])
        tagged = rows[order[low:high]]
        above: ConceptId | None = concept
        while above is not None and above in code:
            pairs.append((np.int64(code[above]) << 32) | tagged)
            above = broader[above]
    unique = distinct(np.concatenate(pairs)) if pairs else np.empty(0, dtype=np.int64)
    return LabelledDocuments(names, unique & 0xFFFFFFFF, unique >> 32, total)
