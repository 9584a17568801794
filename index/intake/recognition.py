"""Tell what a dispatch is to the archive: new, known already, or another version of a story."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from rapidfuzz.distance import Indel

from index.dispatch import APART
from index.intake.fingerprint import SHARED_ENOUGH
from index.intake.lineage import identifiers, revises, same_identifier
from index.reports import Outcome
from index.wire.authority import same_agency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.dispatch import Accession, AccessionNumber, Dispatch
    from index.intake.reading import Found
    from index.store import Reference, Telling

_LIKE, _SAME_STORY = 0.35, 0.5
"""Similarity word for word (Indel). Unrelated texts reach .13; a short first take of a story has
.45 of the whole, which counts if the source calls it a version; a new lead over 70 % of the old
text has .63. Texts that merely share a paragraph stay below .5."""
_CONSIDERED = 24
"""Held dispatches with the most in common that are looked at."""
_CANDIDATES = 8
"""Of these, how many are measured; more of a family that is joined already are passed over."""


class Holdings(Protocol):
    """What is asked of the dispatches that are held: by the store, or foreseen by a rehearsal."""

    def with_content(self, hashes: Iterable[str]) -> Mapping[str, AccessionNumber]:
        """Return which content hashes are held, and where."""
        ...

    def with_guid(self, guids: Iterable[str]) -> Mapping[str, tuple[AccessionNumber, ...]]:
        """Return which story identifiers are held, and by which dispatches."""
        ...

    def each_akin(
        self, sketches: Sequence[Sequence[int]], shared: int = SHARED_ENOUGH
    ) -> list[list[tuple[AccessionNumber, int]]]:
        """Return (dispatch, hashes shared) of those that share enough, for each sketch."""
        ...

    def tellings(self, ids: Iterable[AccessionNumber]) -> list[Telling]:
        """Read what is compared of dispatches, but for those that the user set apart."""
        ...

    def each(self, ids: Iterable[AccessionNumber]) -> Iterator[Accession]:
        """Yield accessions; numbers no longer held are left out."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done with one dispatch; numbers are held, hashes are of the same batch."""

    outcome: Outcome
    same_as: Reference | None = None
    """Of a duplicate."""
    versions: tuple[Reference, ...] = ()
    """Other versions of the story, earlier or later."""
    kin: tuple[Reference, ...] = ()
    """Dispatches of the same story family, versions included."""


class _Relative(NamedTuple):
    """What is looked at first of a dispatch that may be of the same story."""

    reference: Reference
    agency: str
    body: str
    family: int = 0


class Recogniser:
    """Compares batches of dispatches with the record, and with themselves."""

    def __init__(self, dispatches: Holdings) -> None:
        self._dispatches = dispatches

    def get_ready(self) -> None:
        """Load what the first batch would have to wait for."""
        self._dispatches.each_akin([])

    def judge(self, batch: Sequence[Found]) -> list[Verdict]:
        """Return one verdict each; of equal ones within the batch, the first is the original."""
        held = self._dispatches.with_content({found.content_hash for found in batch})
        fresh = [found for found in batch if found.content_hash not in held]
        before, likenesses = _Before(), self._near(fresh)
        alike = dict.fromkeys(number for each in likenesses.values() for number in each.held())
        context = _Context(self._bearing(fresh), self._each(alike), before)
        verdicts = []
        for found in batch:
            same: Reference | None = held.get(found.content_hash)
            if same is None and found.content_hash in before:
                same = found.content_hash
            if same is not None:
                verdicts.append(Verdict(Outcome.DUPLICATE, same_as=same))
                continue
            likeness = likenesses[found.content_hash]
            likeness.measure(before.akin(found.sketch))
            verdicts.append(self._place(found, likeness, context))
            before.add(found)
        return verdicts

    def _place(self, found: Found, likeness: _Likeness, context: _Context) -> Verdict:
        ours = found.dispatch
        named = [
            reference
            for guid in identifiers(ours.revision)
            for reference, other in context.bearing(guid)
            if same_identifier(ours, other)
        ]
        revised = [each for each in likeness.own if revises(ours, context.dispatch(each))]
        kin = [each for each, similarity in likeness.of.items() if similarity >= _SAME_STORY]
        versions = _once([*named, *revised])
        outcome = Outcome.NEW_VERSION if versions else Outcome.IMPORTED
        return Verdict(outcome, versions=versions, kin=_once([*named, *revised, *kin]))

    def _bearing(self, batch: Sequence[Found]) -> dict[str, dict[AccessionNumber, Dispatch]]:
        """Return, by identifier, the held dispatches that bear it; their texts are left out."""
        guids = {each for found in batch for each in identifiers(found.dispatch.revision)}
        numbers = self._dispatches.with_guid(guids) if guids else {}
        return {guid: self._each(held, bare=True) for guid, held in numbers.items()}

    def _near(self, batch: Sequence[Found]) -> dict[str, _Likeness]:
        """Return, by content hash, which held dispatches with enough of a sketch are alike."""
        founds = {found.content_hash: found for found in batch}
        akin = self._dispatches.each_akin([each.sketch for each in founds.values()], SHARED_ENOUGH)
        wanted = [[number for number, _ in each[:_CONSIDERED]] for each in akin]
        asked = dict.fromkeys(number for each in wanted for number in each)
        held = {telling.id: _Relative(*telling) for telling in self._dispatches.tellings(asked)}
        likenesses = {}
        for (content_hash, found), numbers in zip(founds.items(), wanted, strict=True):
            likeness = likenesses[content_hash] = _Likeness(found.dispatch)
            likeness.measure([held[number] for number in numbers if number in held])
        return likenesses

    def _each(
        self, numbers: Iterable[AccessionNumber], *, bare: bool = False
    ) -> dict[AccessionNumber, Dispatch]:
        """Read dispatches, but for those that the user set apart from others."""
        return {
            each.id: replace(each.dispatch, body="") if bare else each.dispatch
            for each in self._dispatches.each(numbers)
            if each.family != APART
        }


class _Likeness:
    """Measures how far a dispatch resembles its relatives, the most akin first."""

    def __init__(self, dispatch: Dispatch) -> None:
        self._dispatch = dispatch
        self._joined, self._measured = set[int](), 0
        self.of: dict[Reference, float] = {}
        """Similarity of those that do."""
        self.own: list[Reference] = []
        """Those of the same agency, which alone can be versions."""

    def held(self) -> list[AccessionNumber]:
        """Return those of the same agency that are on record."""
        return [each for each in self.own if not isinstance(each, str)]

    def measure(self, relatives: Sequence[_Relative]) -> None:
        """Take further relatives into account."""
        if not relatives:
            return  # as nearly always
        words = self._dispatch.body.split()
        for each in relatives:
            other_agency = not same_agency(each.agency, self._dispatch.agency)
            if self._measured >= _CANDIDATES or (each.family in self._joined and other_agency):
                continue
            self._measured += 1
            similarity = _similarity(words, each.body.split())
            if similarity >= _LIKE:
                self.of[each.reference] = similarity
                self.own += [] if other_agency else [each.reference]
            if similarity >= _SAME_STORY and each.family:
                self._joined.add(each.family)


class _Context(NamedTuple):
    """What a dispatch is placed among."""

    by_guid: Mapping[str, Mapping[AccessionNumber, Dispatch]]
    held: Mapping[AccessionNumber, Dispatch]
    before: _Before

    def bearing(self, guid: str) -> Iterator[tuple[Reference, Dispatch]]:
        """Yield the dispatches that an identifier is known to belong to."""
        yield from self.by_guid.get(guid, {}).items()
        yield from self.before.with_guid(guid)

    def dispatch(self, reference: Reference) -> Dispatch:
        """Return the whole of a dispatch that one of the batch is like."""
        if isinstance(reference, str):
            return self.before.dispatch(reference)
        return self.held[reference]


def _once(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(references))


class _Before:
    """The dispatches of the batch that have been judged new so far."""

    def __init__(self) -> None:
        self._found: dict[str, Found] = {}
        self._guids: defaultdict[str, list[str]] = defaultdict(list)
        self._hashes: set[int] = set()

    def __contains__(self, content_hash: str) -> bool:
        return content_hash in self._found

    def add(self, found: Found) -> None:
        self._found[found.content_hash] = found
        self._hashes.update(found.sketch)
        if found.dispatch.revision and found.dispatch.revision.guid:
            self._guids[found.dispatch.revision.guid].append(found.content_hash)

    def dispatch(self, content_hash: str) -> Dispatch:
        return self._found[content_hash].dispatch

    def with_guid(self, guid: str) -> list[tuple[str, Dispatch]]:
        return [(each, self.dispatch(each)) for each in self._guids.get(guid, ())]

    def akin(self, sketch: Sequence[int]) -> list[_Relative]:
        if len(self._hashes.intersection(sketch)) < SHARED_ENOUGH:
            return []  # as nearly always
        ours = frozenset(sketch)
        return [
            _Relative(content_hash, found.dispatch.agency, found.dispatch.body)
            for content_hash, found in self._found.items()
            if len(ours.intersection(found.sketch)) >= SHARED_ENOUGH
        ]


def _similarity(words: Sequence[str], others: Sequence[str]) -> float:
    return float(Indel.normalized_similarity(words, others, score_cutoff=_LIKE))
