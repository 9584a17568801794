"""How far two coders agree: per dispatch, and per concept as Krippendorff's alpha.

A concept is on a dispatch where it is tagged or codes a passage. Only dispatches that both have
coded count, and for each concept each coder has said yes or no of each of them.

Source: K. Krippendorff, Content Analysis (4th ed., 2018), chapter 12; nominal data, two coders.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from index.dispatch import AccessionNumber
    from index.layers import ConceptPath

    Coding = Mapping[AccessionNumber, Collection[ConceptPath]]
    """Concepts by dispatch; a dispatch without any may be missing."""


@dataclass(frozen=True, slots=True)
class ConceptAgreement:
    """Counts of dispatches for one concept."""

    concept: ConceptPath
    both: int
    mine: int
    """Only I."""
    theirs: int
    """Only they."""
    neither: int
    alpha: float | None
    """Nominal, 1 = perfect, 0 = as by chance; None where all said the same of every dispatch."""


@dataclass(frozen=True, slots=True)
class DispatchAgreement:
    """What two coders said of one dispatch."""

    dispatch: AccessionNumber
    both: tuple[ConceptPath, ...] = ()
    mine: tuple[ConceptPath, ...] = ()
    theirs: tuple[ConceptPath, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """The user's own coding beside that of a layer."""

    coder: str
    dispatches: tuple[DispatchAgreement, ...]
    """Those that both have coded."""
    concepts: tuple[ConceptAgreement, ...]
    """Those that either has used there, by their paths."""
    only_mine: int = 0
    """Dispatches that only the user has coded."""
    only_theirs: int = 0


def compare_coders(
    coder: str,
    mine: Coding,
    theirs: Coding,
    looked_at: tuple[Collection[AccessionNumber], Collection[AccessionNumber]],
) -> Agreement:
    """Compare two codings.

    Args:
        coder: whose the other coding is.
        mine: concepts that the user put on dispatches.
        theirs: concepts that the other coder did.
        looked_at: the dispatches that each has coded, those without a concept included.
    """
    one, other = map(frozenset, looked_at)
    shared = sorted(one & other)
    names: dict[ConceptPath, ConceptPath] = {}
    own = {number: _folded(mine.get(number, ()), names) for number in shared}
    foreign = {number: _folded(theirs.get(number, ()), names) for number in shared}
    lines = [_line(number, own[number], foreign[number], names) for number in shared]
    counted = _counted(names, len(shared), [(own[number], foreign[number]) for number in shared])
    return Agreement(coder, tuple(lines), counted, len(one - other), len(other - one))


def _folded(
    paths: Iterable[ConceptPath], names: dict[ConceptPath, ConceptPath]
) -> frozenset[ConceptPath]:
    """Return what makes two paths the same, and note how the first one met is written."""
    held = {tuple(fold(label) for label in path): path for path in paths}
    for key, path in held.items():
        names.setdefault(key, path)
    return frozenset(held)


def _line(
    number: AccessionNumber,
    own: frozenset[ConceptPath],
    foreign: frozenset[ConceptPath],
    names: Mapping[ConceptPath, ConceptPath],
) -> DispatchAgreement:
    parts = (own & foreign, own - foreign, foreign - own)
    both, mine, theirs = (tuple(names[key] for key in sorted(part)) for part in parts)
    return DispatchAgreement(number, both, mine, theirs)


def _counted(
    names: Mapping[ConceptPath, ConceptPath],
    total: int,
    said: Iterable[tuple[frozenset[ConceptPath], frozenset[ConceptPath]]],
) -> tuple[ConceptAgreement, ...]:
    """Count each concept over the dispatches where it was said at all."""
    both: Counter[ConceptPath] = Counter()
    mine: Counter[ConceptPath] = Counter()
    theirs: Counter[ConceptPath] = Counter()
    for own, foreign in said:
        both.update(own & foreign)
        mine.update(own - foreign)
        theirs.update(foreign - own)
    found = []
    for key in sorted(names):
        counts = (both[key], mine[key], theirs[key])
        neither = total - sum(counts)
        agreed = ConceptAgreement(names[key], *counts, neither, alpha(*counts, neither))
        found.append(agreed)
    return tuple(found)


def alpha(both: int, mine: int, theirs: int, neither: int) -> float | None:
    """Return Krippendorff's alpha for two coders; None where all said the same.

    Args:
        both: dispatches of which both said yes.
        mine: of which only the first did.
        theirs: of which only the second did.
        neither: of which none did.
    """
    disputed = mine + theirs
    if not disputed and not (both and neither):
        return None
    import krippendorff  # numpy is slow to load, and nothing else here needs it

    counts = (both, mine, theirs, neither)
    answers = [
        [answer for answer, count in zip(said, counts, strict=True) for _ in range(count)]
        for said in ((1, 1, 0, 0), (1, 0, 1, 0))
    ]
    return float(krippendorff.alpha(answers, level_of_measurement="nominal"))
