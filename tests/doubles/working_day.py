"""Edits of every kind in an order drawn by lot, and what the archive holds after each."""

from __future__ import annotations

import hashlib
import random
from itertools import count
from typing import TYPE_CHECKING

from index.query import Query
from index.store import by_coder
from tests.strategies.accessions import BODY, USER_TABLES, accession

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.keys import ConceptId
    from index.store import Store

PASSAGE = 20
"""Characters of a body that an annotation marks."""


class WorkingDay:
    """Somebody who imports, codes, annotates, corrects and takes back, without end."""

    def __init__(self, store: Store, seed: int) -> None:
        self._store = store
        self._chance = random.Random(seed)  # noqa: S311 - no secret, but to be repeated
        self._turns = count(1)
        self._last: Change | None = None

    def edits(self) -> Iterator[None]:
        """Make one edit after the other; each is acknowledged when the iterator yields."""
        self._file()
        yield
        self._coin()
        yield
        kinds = (self._file, self._tag, self._annotate, self._coin, self._describe,
                 self._trash, self._search, self._rule, self._run, self._reject, self._split,
                 self._exchange, self._take_back)  # fmt: skip
        while True:
            self._chance.choice(kinds)()
            yield

    def _file(self) -> None:
        turn, body = next(self._turns), BODY + " and so on" * self._chance.randrange(900)
        self._store.dispatches.add([accession(f"Story {turn}.{part}", body) for part in range(3)])

    def _tag(self) -> None:
        self._last = self._store.tags.add(self._dispatches(), self._concepts())

    def _annotate(self) -> None:
        start = self._chance.randrange(len(BODY) - PASSAGE)
        _, self._last = self._store.annotations.add(
            self._dispatches()[0],
            start,
            start + PASSAGE,
            note=f"note {next(self._turns)}",
            concepts=self._concepts(),
        )

    def _coin(self) -> None:
        _, self._last = self._store.codebook.create(f"Concept {next(self._turns)}")

    def _describe(self) -> None:
        headline = f"Headline {next(self._turns)}"
        self._last = self._store.dispatches.correct(self._dispatches()[0], "headline", headline)

    def _trash(self) -> None:
        trashed = self._store.dispatches.ids(trashed=True)
        dispatches = self._store.dispatches
        doomed = self._dispatches()[:1]
        self._last = dispatches.restore(trashed) if trashed else dispatches.trash(doomed)

    def _search(self) -> None:
        query = Query(f"safety {next(self._turns)}")
        _, self._last = self._store.searches.save(f"Search {self._chance.randrange(5)}", query)

    def _rule(self) -> None:
        concepts = self._concepts()
        if concepts:
            turn = next(self._turns)
            _, self._last = self._store.rules.add(f"Rule {turn}", concepts[0], Query("safety"))

    def _run(self) -> None:
        rules = self._store.rules.all()
        if rules:
            self._last = self._store.rules.apply(rules[0].id, self._dispatches())

    def _reject(self) -> None:
        text = f"{next(self._turns)} per cent"
        self._last = self._store.rejections.add(self._dispatches()[0], "figure", text)

    def _split(self) -> None:
        concepts = self._concepts()
        if concepts:
            uses = self._store.codebook.uses(concepts[0])
            _, self._last = self._store.codebook.split(
                concepts[0],
                f"Concept {next(self._turns)}",
                dispatches=uses.dispatches[::2],
                annotations=uses.annotations[::2],
            )

    def _exchange(self) -> None:
        coder = f"Coder {self._chance.randrange(2)}"
        own = by_coder(self._store.layers.own(), coder)
        _, self._last = self._store.layers.add(coder, f"{next(self._turns)}", own)

    def _take_back(self) -> None:
        if self._last is not None:
            self._last = self._store.revert(self._last)

    def _dispatches(self) -> list[AccessionNumber]:
        held = self._store.dispatches.ids()
        return self._chance.sample(held, min(len(held), 1 + self._chance.randrange(3)))

    def _concepts(self) -> list[ConceptId]:
        held = [use.concept.id for use in self._store.codebook.all()]
        return self._chance.sample(held, min(len(held), self._chance.randrange(3)))


def fingerprint(store: Store) -> str:
    """Return a hash of every row that the user's edits make."""
    total = hashlib.sha256()
    with store._connections.reading() as connection:
        for table, columns in USER_TABLES.items():
            rows = connection.execute(f"SELECT {columns} FROM {table}")  # noqa: S608 - of our own
            total.update(repr(sorted(map(tuple, rows), key=repr)).encode())
    return total.hexdigest()
