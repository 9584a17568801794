"""Layers: what another coder said of the same dispatches, kept apart from the user's own work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

    from index.annotation import Colour
    from index.dispatch import AccessionNumber
    from index.selectors import TextSelector

LayerId = NewType("LayerId", int)
ConceptPath = tuple[str, ...]
"""Labels from the root; by them, folded, two codebooks know the same concept."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The work of one coder, as it was imported."""

    id: LayerId
    coder: str
    imported: datetime
    sha256: str
    """Of the file it came in."""
    dispatches: int
    """Those that were coded, and are held here."""
    tags: int
    passages: int
    orphaned: int
    """Passages of these that could not be found."""
    missing: tuple[str, ...] = ()
    """Dispatches that were coded and are not held here, by path and headline."""


@dataclass(frozen=True, slots=True)
class LayerPassage:
    """What another coder said of a passage; ``selector`` points into the body held here."""

    dispatch: AccessionNumber
    selector: TextSelector
    colour: Colour
    note: str = ""
    concepts: tuple[ConceptPath, ...] = ()
    created: datetime | None = None
    orphaned: bool = False
    """It could not be found; the selector is that of the file."""


@dataclass(frozen=True, slots=True)
class LayerReport:
    """What came of importing a layer."""

    layer: Layer
    replaced: bool
    """An earlier layer of the same coder has made room."""
    lost: tuple[LayerPassage, ...] = ()
    """Passages that could not be found; they are kept and listed."""
