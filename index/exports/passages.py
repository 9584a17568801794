"""Annotated passages with all that is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.exports.citation import Citation, cite
from index.exports.entries import describe
from index.selectors import locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.annotation import Annotation
    from index.dispatch import Accession, AccessionNumber
    from index.store import Store

_CHUNK = 200


@dataclass(frozen=True, slots=True)
class About:
    """What a file of annotations is about."""

    archive_id: str
    language: str = "en"
    """Of the words that a report adds of its own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One annotation, its dispatch and the paths of its concepts."""

    annotation: Annotation
    accession: Accession
    concepts: tuple[tuple[str, ...], ...]

    @property
    def stands(self) -> bool:
        """Tell whether its own dispatch holds the passage, though perhaps no later version."""
        return locate(self.accession.dispatch.body, self.annotation.selector) is not None

    @property
    def citation(self) -> Citation:
        """Return how its dispatch is cited."""
        held = self.accession
        return cite(describe(held.dispatch, held.provenance, held.id))


def passages(store: Store, ids: Sequence[AccessionNumber]) -> Iterator[Passage]:
    """Yield the annotations of dispatches in the order asked, and of their passages."""
    paths = {use.concept.id: use.path for use in store.codebook.all()}
    for start in range(0, len(ids), _CHUNK):
        for accession in store.dispatches.each(ids[start : start + _CHUNK]):
            for annotation in store.annotations.of(accession.id):
                concepts = tuple(paths[each] for each in annotation.concepts)
                yield Passage(annotation, accession, concepts)
