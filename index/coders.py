"""The part of the facade that sets the work of other coders beside the user's own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from index.agreement import compare_coders

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.agreement import Agreement
    from index.changes import Change
    from index.dispatch import AccessionNumber
    from index.layers import Layer, LayerReport
    from index.query import Query
    from index.store import Layers, Store


class Coders(ABC):
    """Part of :class:`index.archive.Archive`."""

    _store: Store

    @abstractmethod
    def _every_match(self, query: Query | str) -> Sequence[AccessionNumber]:
        """Return what a query finds."""

    @property
    def layers(self) -> Layers:
        """The work of other coders: all, find, coded, passages, coding, remove."""
        return self._store.layers

    def export_layer(self, path: Path | str, coder: str, query: Query | str | None = None) -> int:
        """Write one's own tags and annotations for another coder; return of how many dispatches.

        Args:
            path: of the file, JSON lines.
            coder: the name under which they are known elsewhere.
            query: finds the dispatches that have been coded, those without a concept included;
                None for those with a tag or an annotation.

        Raises:
            LayerRefused: the coder has no name.
            ExportRefused: the file cannot be written; one that was there is unchanged.
        """
        from index.exports import layers  # rarely needed

        chosen = None if query is None else frozenset(self._every_match(query))
        return layers.write(self._store, Path(path).expanduser(), coder, chosen)

    def import_layer(self, path: Path | str) -> tuple[LayerReport, Change]:
        """Add another coder's layer, in the place of an earlier one; one edit, all or nothing.

        Raises:
            LayerRefused: the file is none.
            ReadOnlyArchive, StorageFull: nothing was added.
        """
        from index.exports import layers  # rarely needed

        return layers.load(self._store, Path(path).expanduser())

    def agreement(
        self, layer: Layer, looked_at: Collection[AccessionNumber] | None = None
    ) -> Agreement:
        """Compare one's own coding with a layer.

        Args:
            layer: the other coder's.
            looked_at: the dispatches that the user has coded, those without a concept included;
                None for those with a tag or an annotation.
        """
        mine, layers = self._store.layers.mine(), self._store.layers
        coded = mine.keys() if looked_at is None else looked_at
        there = layers.coded(layer.id) & frozenset(self._store.dispatches.ids())
        return compare_coders(layer.coder, mine, layers.coding(layer.id), (coded, there))

    def export_agreement(self, agreement: Agreement, path: Path | str) -> int:
        """Write an agreement as a table (CSV); return how many concepts.

        Raises:
            ExportRefused: the file cannot be written.
        """
        from index.exports import agreements  # rarely needed

        return agreements.write(agreement, Path(path).expanduser())
