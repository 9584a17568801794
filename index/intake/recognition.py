"""Tell what a dispatch is to the archive: new, known already, or another version of a story."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from index.folding import fold
from index.intake.fingerprint import SHARED_ENOUGH
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
_CANDIDATES = 5
_CURRENT_DAYS = 3
"""A wire updates a story while it is current; a later look-alike is a regular feature."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done with one dispatch; numbers are held, hashes are of the same batch."""

    outcome: Outcome
    same_as: AccessionNumber | str | None = None
    """Of a duplicate."""
    supersedes: AccessionNumber | str | None = None
    superseded_by: AccessionNumber | None = None
    """A later version came in first."""
    kin: tuple[AccessionNumber | str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Relative:
    """A dispatch that may be of the same story."""

    reference: AccessionNumber | str
    dispatch: Dispatch
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
        guids = {guid for found in batch if (guid := _guid(found.dispatch))}
        by_guid = self._dispatches.with_guid(guids) if guids else {}
        before = _Before()
        verdicts = []
        for found in batch:
            same: AccessionNumber | str | None = held.get(found.content_hash)
            if same is None and (found.content_hash in before or found.content_hash in seen):
                same = found.content_hash
            if same is not None:
                verdicts.append(Verdict(Outcome.DUPLICATE, same_as=same))
                continue
            verdicts.append(self._place(found, by_guid, before))
            before.add(found)
        return verdicts

    def _place(
        self, found: Found, by_guid: dict[str, tuple[AccessionNumber, ...]], before: _Before
    ) -> Verdict:
        guid = _guid(found.dispatch)
        if guid:
            relatives = [*self._held(by_guid.get(guid, ())), *before.with_guid(guid)]
            if relatives:
                return _as_version(found.dispatch, relatives)
        like = self._like(found, before)
        versions = [each for each in like if _revises(found.dispatch, each.dispatch)]
        kin = [each for each in like if each.similarity >= _SAME_STORY]
        if versions:
            return _as_version(found.dispatch, versions, kin)
        return Verdict(Outcome.IMPORTED, kin=tuple(relative.reference for relative in kin))

    def _like(self, found: Found, before: _Before) -> list[_Relative]:
        """Return the dispatches whose text resembles this one's."""
        near = self._dispatches.akin(found.sketch, SHARED_ENOUGH) if found.sketch else []
        numbers = [number for number, _ in near[:_CANDIDATES]]
        candidates = [*self._held(numbers), *before.akin(found.sketch)]
        measured = [
            replace(each, similarity=_similarity(found.dispatch, each.dispatch))
            for each in candidates
        ]
        return [each for each in measured if each.similarity >= _LIKE]

    def _held(self, numbers: Iterable[AccessionNumber]) -> list[_Relative]:
        return [_Relative(each.id, each.dispatch) for each in self._dispatches.each(numbers)]


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
        if guid := _guid(found.dispatch):
            self._guids[guid].append(found.content_hash)

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


def _as_version(
    dispatch: Dispatch, versions: Sequence[_Relative], kin: Sequence[_Relative] = ()
) -> Verdict:
    """Put a dispatch behind the latest version that is older; before the first if none is."""
    references = tuple(dict.fromkeys(relative.reference for relative in (*versions, *kin)))
    in_order = sorted(versions, key=lambda each: _age(each.dispatch))
    older = [each for each in in_order if not _is_older(dispatch, each.dispatch)]
    if older:
        return Verdict(Outcome.NEW_VERSION, supersedes=older[-1].reference, kin=references)
    later = in_order[0].reference
    held = None if isinstance(later, str) else later
    return Verdict(Outcome.NEW_VERSION, superseded_by=held, kin=references)


def _age(dispatch: Dispatch) -> tuple[int, str]:
    number = dispatch.revision.number if dispatch.revision else None
    stamp = dispatch.updated or dispatch.filed
    return (number or 0, stamp.value.isoformat() if stamp else "")


def _is_older(one: Dispatch, other: Dispatch) -> bool:
    """Tell whether the source says so: by revision number, else by date; if in doubt, not."""
    numbers = [each.revision.number if each.revision else None for each in (one, other)]
    if numbers[0] is not None and numbers[1] is not None:
        return numbers[0] < numbers[1]
    first, second = (each.updated or each.filed for each in (one, other))
    if first is None or second is None:
        return False
    return first.value.replace(tzinfo=None) < second.value.replace(tzinfo=None)


def _revises(dispatch: Dispatch, earlier: Dispatch) -> bool:
    """Tell whether one of two tellings of a story replaces the other, not merely resembles it."""
    if fold(dispatch.agency) != fold(earlier.agency):
        return False
    if dispatch.source_url and dispatch.source_url == earlier.source_url:
        return True
    labelled = any(each.revision and each.revision.label for each in (dispatch, earlier))
    return labelled and _days_apart(dispatch, earlier) <= _CURRENT_DAYS


def _days_apart(one: Dispatch, other: Dispatch) -> int:
    if one.filed is None or other.filed is None:
        return 0
    return abs((one.filed.day - other.filed.day).days)


def _similarity(one: Dispatch, other: Dispatch) -> float:
    words = one.body.split(), other.body.split()
    return float(Indel.normalized_similarity(*words, score_cutoff=_LIKE))


def _guid(dispatch: Dispatch) -> str | None:
    return dispatch.revision.guid if dispatch.revision else None
