"""The dispatches on record together with those that a rehearsed import would have recorded."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from index.dispatch import Accession, AccessionNumber, Provenance
from index.intake.fingerprint import SHARED_ENOUGH
from index.store import Telling, pack_sketch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.dispatch import Dispatch
    from index.intake.recording import Fresh
    from index.store import Dispatches, Reference
    from index.store.sketches import SketchIndex

_FIRST = 1 << 31
"""Numbers from here on stand for dispatches that would be on record."""
_SOME = 10_000
"""Sketches read at a time."""


class _Expected(NamedTuple):
    """What is kept of one that would be on record."""

    path: str
    dispatch: Dispatch
    sketch: bytes


class Foreseen:
    """Answers what a recogniser asks as the store would after an import."""

    def __init__(self, record: Dispatches) -> None:
        self._record = record
        self._expected: list[_Expected] = []
        self._content: dict[str, AccessionNumber] = {}
        self._guids: defaultdict[str, tuple[AccessionNumber, ...]] = defaultdict(tuple)
        self._families: dict[int, int] = {}
        """Of dispatches that are, or would be, of another one than on record."""
        self._merged: dict[int, int] = {}
        """Families that would be of another."""

    # --- what would be recorded -----------------------------------------------------------------

    def add(self, batch: Iterable[Fresh]) -> None:
        """Take a batch for recorded."""
        for reading, found, verdict in batch:
            number = AccessionNumber(_FIRST + len(self._expected))
            sketch = pack_sketch(found.sketch)
            self._expected.append(_Expected(reading.path, found.dispatch, sketch))
            self._content[found.content_hash] = number
            guid = found.dispatch.revision.guid if found.dispatch.revision else None
            if guid:
                self._guids[guid] += (number,)
            self._unite(number, [self._number(each) for each in verdict.kin])

    def _number(self, reference: Reference) -> AccessionNumber:
        return self._content[reference] if isinstance(reference, str) else reference

    def _unite(self, number: int, kin: Sequence[AccessionNumber]) -> None:
        """Put dispatches, and the families that they belong to, into one."""
        if not kin:
            return
        families = {telling.family for telling in self.tellings(kin)} - {0}
        family = min(families, default=number)
        self._merged |= dict.fromkeys(families - {family}, family)
        self._families |= dict.fromkeys((number, *kin), family)

    def _family(self, telling: Telling) -> int:
        family = self._families.get(telling.id, telling.family)
        while family in self._merged:
            family = self._merged[family]
        return family

    # --- what a recogniser asks -----------------------------------------------------------------

    def with_content(self, hashes: Iterable[str]) -> dict[str, AccessionNumber]:
        """Return which content hashes are held, and where."""
        asked = list(hashes)
        expected = {each: self._content[each] for each in asked if each in self._content}
        return expected | self._record.with_content(asked)

    def with_guid(self, guids: Iterable[str]) -> dict[str, tuple[AccessionNumber, ...]]:
        """Return which story identifiers are held, and by which dispatches."""
        asked = list(guids)
        held = self._record.with_guid(asked)
        return {each: (*held.get(each, ()), *self._guids.get(each, ())) for each in asked}

    def each_akin(
        self, sketches: Sequence[Sequence[int]], shared: int = SHARED_ENOUGH
    ) -> list[list[tuple[AccessionNumber, int]]]:
        """Return (dispatch, hashes shared) of those that share enough, for each sketch."""
        held = self._record.each_akin(sketches, shared)
        expected = self._sketches.akin(sketches, shared)
        for akin, more in zip(held, expected, strict=True):
            akin += [(AccessionNumber(number), count) for number, count in more]
            akin.sort(key=lambda pair: (-pair[1], pair[0]))
        return held

    def tellings(self, ids: Iterable[AccessionNumber]) -> list[Telling]:
        """Read what is compared of dispatches, but for those that the user set apart."""
        asked = list(ids)
        tellings = self._record.tellings([each for each in asked if each < _FIRST])
        for number in asked:
            if number >= _FIRST:
                dispatch = self._expected[number - _FIRST].dispatch
                tellings.append(Telling(number, dispatch.agency, dispatch.body, 0))
        return [each._replace(family=self._family(each)) for each in tellings]

    def each(self, ids: Iterable[AccessionNumber]) -> Iterator[Accession]:
        """Yield accessions in any order."""
        asked = list(ids)
        yield from self._record.each(each for each in asked if each < _FIRST)
        for number in asked:
            if number >= _FIRST:
                path, dispatch, _ = self._expected[number - _FIRST]
                yield Accession(number, dispatch, Provenance(path))

    @cached_property
    def _sketches(self) -> SketchIndex:
        # numpy loads with it, while the first child of an import starts
        from index.store.sketches import SketchIndex

        return SketchIndex(self._sketches_after)

    def _sketches_after(self, number: int) -> list[tuple[int, bytes]]:
        """Read the next sketches above a number, in order."""
        start = max(number + 1 - _FIRST, 0)
        some = self._expected[start : start + _SOME]
        return [(_FIRST + start + at, each.sketch) for at, each in enumerate(some)]
