"""A store with a little of everything in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from index.query import Query
from index.store import Store
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.dispatch import AccessionNumber
    from index.keys import AnnotationId, ConceptId
    from index.store import SavedSearchId


class Coded(NamedTuple):
    """A store with a little of everything in it."""

    store: Store
    ids: tuple[AccessionNumber, ...]
    law: ConceptId
    bill: ConceptId
    draft: ConceptId
    note: AnnotationId
    search: SavedSearchId


@contextmanager
def coded_store(folder: Path) -> Iterator[Coded]:
    """Open a new store and fill it."""
    with Store.open(folder, create=True) as store:
        ids = tuple(store.dispatches.add([accession(f"Story {at}") for at in range(4)]))
        law, _ = store.codebook.create("Law", digit=1, colour="#aa0000")
        bill, _ = store.codebook.create("Bill", broader=law, aliases=("draft law",), digit=2)
        store.codebook.create("Amendment", broader=bill)
        draft, _ = store.codebook.create("Draft", labels={"fr": "Projet"}, scope_note="Not yet law")
        store.codebook.create("amendment", broader=draft, aliases=("change",))
        store.tags.add(ids[:3], [law, draft])
        note, _ = store.annotations.add(ids[0], 4, 13, note="who?", concepts=[bill, draft])
        search, _ = store.searches.save("Laws", Query("law"))
        yield Coded(store, ids, law, bill, draft, note, search)
