"""Tell what a dispatch is to the archive: new, known already, or another version of a story."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from index.dispatch import APART
from index.intake.fingerprint import SHARED_ENOUGH
from index.intake.lineage import identifiers, revises, same_identifier
from index.reports import Outcome

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from index.dispatch import AccessionNumber, Dispatch
    from index.intake.reading import Found
    from index.store import Dispatches

_LIKE, _SAME_STORY = 0.35, 0.5
"""Similarity word for word (Indel). Unrelated texts reach .13; a short first take of a story has
.45 of the whole, which counts if the source calls it a version; a new lead over 70 % of the old
text has .63. Texts that merely share a paragraph stay below .5."""
_CONSIDERED = 24
"""Held dispatches with the most in common that are looked at."""
_CANDIDATES = 8
"""Of these, how many are measured; more of a family that is joined already are passed over."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done with one dispatch; numbers are held, hashes are of the same batch."""

    outcome: Outcome
    same_as: AccessionNumber | str | None = None
    """Of a duplicate."""
    versions: tuple[AccessionNumber | str, ...] = ()
    """Other versions of the story, earlier or later."""
    kin: tuple[AccessionNumber | str, ...] = ()
    """Dispatches of the same story family, versions included."""


@dataclass(frozen=True, slots=True)
class _Relative:
    """A dispatch that may be of the same story."""

    reference: AccessionNumber | str
    dispatch: Dispatch
    family: int = 0
    similarity: float = 0.0


class Recogniser:
    """Compares batches of dispatches with the record, and with themselves."""

    def __init__(self, dispatches: Dispatches) -> None:
        self._dispatches = dispatches

    def judge(self, batch: Sequence[Found], *, seen: Container[str] = ()) -> list[Verdict]:
        """Return one verdict each; of equal ones within the batch, the first is the original.

        Content hashes in ``seen`` count as held, too.
        """
        held = self._dispatches.with_content({found.content_hash for found in batch})
        guids = {each for found in batch for each in identifiers(found.dispatch.revision)}
        by_guid = self._dispatches.with_guid(guids) if guids else {}
        before = _Before()
        near = self._near([found for found in batch if found.content_hash not in held])
        verdicts = []
        for found in batch:
            same: AccessionNumber | str | None = held.get(found.content_hash)
            if same is None and (found.content_hash in before or found.content_hash in seen):
                same = found.content_hash
            if same is not None:
                verdicts.append(Verdict(Outcome.DUPLICATE, same_as=same))
                continue
            like = self._like(found, near.get(found.content_hash, ()), before)
            verdicts.append(self._place(found, by_guid, like, before))
            before.add(found)
        return verdicts

    def _place(
        self,
        found: Found,
        by_guid: dict[str, tuple[AccessionNumber, ...]],
        like: Sequence[_Relative],
        before: _Before,
    ) -> Verdict:
        named = [
            relative
            for guid in identifiers(found.dispatch.revision)
            for relative in (*self._held(by_guid.get(guid, ())), *before.with_guid(guid))
            if same_identifier(found.dispatch, relative.dispatch)
        ]
        revised = [each for each in like if revises(found.dispatch, each.dispatch)]
        kin = [each for each in like if each.similarity >= _SAME_STORY]
        versions = _references([*named, *revised])
        outcome = Outcome.NEW_VERSION if versions else Outcome.IMPORTED
        return Verdict(outcome, versions=versions, kin=_references([*named, *revised, *kin]))

    def _near(self, batch: Sequence[Found]) -> dict[str, list[_Relative]]:
        """Return, by content hash, the held dispatches that share enough of a sketch."""
        sketched = {found.content_hash: found.sketch for found in batch if found.sketch}
        akin = self._dispatches.each_akin(list(sketched.values()), SHARED_ENOUGH)
        wanted = [[number for number, _ in each[:_CONSIDERED]] for each in akin]
        asked = dict.fromkeys(number for each in wanted for number in each)
        held = {relative.reference: relative for relative in self._held(asked)}
        return {
            content_hash: [held[number] for number in each if number in held]
            for content_hash, each in zip(sketched, wanted, strict=True)
        }

    def _like(self, found: Found, near: Iterable[_Relative], before: _Before) -> list[_Relative]:
        """Return the dispatches whose text resembles this one's."""
        like, joined, measured = list[_Relative](), set[int](), 0
        words = found.dispatch.body.split()
        for each in (*near, *before.akin(found.sketch)):
            other_agency = each.dispatch.agency != found.dispatch.agency
            if measured >= _CANDIDATES or (each.family in joined and other_agency):
                continue
            measured += 1
            similarity = _similarity(words, each.dispatch.body.split())
            if similarity >= _LIKE:
                like.append(replace(each, similarity=similarity))
            if similarity >= _SAME_STORY and each.family:
                joined.add(each.family)
        return like

    def _held(self, numbers: Iterable[AccessionNumber]) -> list[_Relative]:
        """Read dispatches, but for those that the user set apart from others."""
        return [
            _Relative(each.id, each.dispatch, each.family)
            for each in self._dispatches.each(numbers)
            if each.family != APART
        ]


def _references(relatives: Iterable[_Relative]) -> tuple[AccessionNumber | str, ...]:
    return tuple(dict.fromkeys(relative.reference for relative in relatives))


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

    def with_guid(self, guid: str) -> list[_Relative]:
        return [self._relative(content_hash) for content_hash in self._guids.get(guid, ())]

    def akin(self, sketch: Sequence[int]) -> list[_Relative]:
        if len(self._hashes.intersection(sketch)) < SHARED_ENOUGH:
            return []  # as nearly always
        ours = frozenset(sketch)
        return [
            self._relative(content_hash)
            for content_hash, found in self._found.items()
            if len(ours.intersection(found.sketch)) >= SHARED_ENOUGH
        ]

    def _relative(self, content_hash: str) -> _Relative:
        return _Relative(content_hash, self._found[content_hash].dispatch)


def _similarity(words: Sequence[str], others: Sequence[str]) -> float:
    return float(Indel.normalized_similarity(words, others, score_cutoff=_LIKE))
