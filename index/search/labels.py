"""Values that documents bear, such as agencies or concepts: counted and filtered on arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.search.batch import Numbers


def distinct(numbers: Numbers) -> Numbers:
    """Return each number once, in order; numpy's own way through a hash is slower."""
    ordered = np.sort(numbers)
    found: Numbers = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return found


@dataclass(frozen=True)
class LabelledDocuments:
    """Pairs of document and value."""

    names: Sequence[str]
    documents: Numbers
    codes: Numbers
    """Index into ``names``, pair by pair; ordered by code."""
    total: int
    """Documents there are, with and without a value."""

    @classmethod
    def of(cls, names: Sequence[str], documents: Numbers, codes: Numbers, total: int) -> Self:
        """Order the pairs by value."""
        order = np.argsort(codes, kind="stable")
        return cls(names, documents[order], codes[order], total)

    @cached_property
    def number(self) -> dict[str, int]:
        """Name -> code."""
        return {name: at for at, name in enumerate(self.names)}

    def bearing(self, codes: Iterable[int]) -> Numbers:
        """Return, for each document, whether it bears one of the values."""
        mask = np.zeros(self.total, dtype=bool)
        for code in codes:
            low, high = np.searchsorted(self.codes, [code, code + 1])
            mask[self.documents[low:high]] = True
        return mask

    def named(self, names: Iterable[str]) -> Numbers:
        """Return, for each document, whether it bears one of the named values."""
        return self.bearing(self.number[name] for name in names if name in self.number)

    @cached_property
    def labelled(self) -> Numbers:
        """Whether each document bears a value at all."""
        mask = np.zeros(self.total, dtype=bool)
        mask[self.documents] = True
        return mask

    @cached_property
    def _only(self) -> Numbers | None:
        """The code of each document, plus 1; None where a document may bear several values."""
        if len(self.documents) and np.bincount(self.documents).max() > 1:
            return None
        codes = np.zeros(self.total, dtype=np.int32)
        codes[self.documents] = self.codes + 1
        return codes

    def counts(self, mask: Numbers, rows: Numbers) -> Numbers:
        """Return how many documents bear each value, given both as a mask and as rows."""
        if self._only is not None:
            return np.bincount(self._only[rows], minlength=len(self.names) + 1)[1:]
        return np.bincount(self.codes[mask[self.documents]], minlength=len(self.names))
