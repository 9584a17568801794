"""What two coders said, read for the window: by concept, by dispatch, by passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from index import PATH_SEPARATOR, AccessionNumber, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index import Agreement, Archive, ConceptPath, Layer, LayerPassage


class Place(NamedTuple):
    """Where a line leads."""

    dispatch: AccessionNumber
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What one coder said of one passage."""

    place: Place
    quote: str
    mine: bool
    concepts: str
    note: str
    orphaned: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A layer beside one's own work."""

    layer: Layer
    agreement: Agreement
    headlines: Mapping[AccessionNumber, str]
    passages: tuple[Said, ...]
    """Of the dispatches that both have coded, in the order of the texts."""
    lost: tuple[Said, ...]
    """Passages of the layer that could not be found, of all its dispatches."""


def compare_with(archive: Archive, layer: Layer, *, all_of_it: bool) -> Comparison:
    """Read both codings.

    Args:
        archive: holds them.
        layer: the other coder's.
        all_of_it: the user has coded every dispatch of the layer, those without a concept included.
    """
    looked_at = archive.layers.coded(layer.id) if all_of_it else None
    agreement = archive.agreement(layer, looked_at)
    shared = [each.dispatch for each in agreement.dispatches]
    theirs = [_theirs(each) for each in archive.layers.passages(layer.id)]
    both = frozenset(shared)
    passages = [each for each in theirs if each.place.dispatch in both and not each.orphaned]
    passages += _mine(archive, shared)
    lost = tuple(each for each in theirs if each.orphaned)
    named = both | {each.place.dispatch for each in lost}
    headlines = {each.id: each.dispatch.headline for each in archive.dispatches.each(sorted(named))}
    ordered = sorted(passages, key=_in_order)
    return Comparison(layer, agreement, headlines, tuple(ordered), lost)


def told(paths: Sequence[ConceptPath]) -> str:
    """Return concepts as one text."""
    return "; ".join(PATH_SEPARATOR.join(path) for path in paths)


def _theirs(said: LayerPassage) -> Said:
    span = None if said.orphaned else said.selector.span
    place = Place(said.dispatch, span)
    return Said(place, said.selector.exact, False, told(said.concepts), said.note, said.orphaned)


def _mine(archive: Archive, shared: Sequence[AccessionNumber]) -> list[Said]:
    paths = {use.concept.id: use.path for use in archive.codebook.all()}
    return [
        Said(
            Place(number, each.selector.span),
            each.selector.exact,
            True,
            told([paths[concept] for concept in each.concepts if concept in paths]),
            each.note,
            each.orphaned,
        )
        for number in shared
        for each in archive.annotations.of(number)
    ]


def _in_order(said: Said) -> tuple[int, int, int, bool]:
    span = said.place.span
    return said.place.dispatch, span.start if span else 0, span.end if span else 0, not said.mine
