"""Tell what an import would do, and show what was recognised; nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.intake.foreseen import Foreseen
from index.intake.recognition import Recogniser
from index.intake.recording import Batch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.intake.reading import Reading
    from index.reports import ImportItem
    from index.store import Store


class Rehearsal:
    """Judges each batch as if those before it had been recorded."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._foreseen = Foreseen(store.dispatches)
        self._recogniser = Recogniser(self._foreseen)

    def get_ready(self) -> None:
        """Load what the first batch would have to wait for."""
        self._recogniser.get_ready()

    def record(self, readings: Sequence[Reading]) -> list[ImportItem]:
        """Return the report lines with their dispatches."""
        batch = Batch.of(readings, self._recogniser, self._store)
        self._foreseen.add(batch.fresh())
        return batch.items({}, show=True)
