"""Turn readings into accessions and report lines, one transaction a batch."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from index.dispatch import Provenance
from index.errors import InputRefused
from index.intake.arranging import arrange
from index.intake.reading import Found, Known, Reading
from index.intake.recognition import Recogniser, Verdict
from index.reports import ImportItem, ImportPlan, Outcome
from index.store import NewAccession

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from index.dispatch import Accession, AccessionNumber
    from index.store import ImportId, Store

IN_TRASH = "the archive holds it already, in the trash"


class Recorder(Protocol):
    """Decides what becomes of a batch of readings."""

    def get_ready(self) -> None:
        """Load what the first batch would have to wait for."""
        ...

    def record(self, readings: Sequence[Reading]) -> list[ImportItem]:
        """Return one report line for each reading."""
        ...


class Register:
    """Takes new dispatches into the archive and keeps the import log."""

    def __init__(
        self,
        store: Store,
        log: ImportId,
        *,
        reported: Container[tuple[str, str]] = (),
        plan: ImportPlan | None = None,
    ) -> None:
        """Leave out what is in the log already: ``reported`` holds (path, member)."""
        self._store, self._log = store, log
        self._reported, self._plan = reported, plan or ImportPlan()
        self._recogniser = Recogniser(store.dispatches)

    def get_ready(self) -> None:
        """Load what the first batch would have to wait for."""
        self._recogniser.get_ready()

    def record(self, readings: Sequence[Reading]) -> list[ImportItem]:
        """Commit the batch; what is returned is on disk.

        Raises:
            StorageFull: nothing of the batch was kept.
        """
        left_out = self._plan.left_out
        wanted = [each for each in readings if (each.path, each.member) not in left_out]
        batch = Batch.of(wanted, self._recogniser, self._store)
        with self._store.together():
            numbers = self._add(batch)
            self._correct(batch, numbers)
            items = [
                item
                for item in batch.items(numbers)
                if (item.path, item.member) not in self._reported
            ]
            self._store.imports.record(self._log, items)
        return items

    def _add(self, batch: Batch) -> dict[str, AccessionNumber]:
        """Record what is new; return content hash -> number."""
        now, fresh = datetime.now(UTC), batch.fresh()
        sample = self._plan.sample
        accessions = [_accession(each, now, sample=sample) for each in fresh]
        numbers = self._store.dispatches.add(accessions)
        hashes = [accession.content_hash for accession in accessions]
        added = dict(zip(hashes, numbers, strict=True))
        versions = [_with_others(each, added) for each in fresh if each.verdict.versions]
        arrange(self._store.dispatches, versions)
        return added

    def _correct(self, batch: Batch, numbers: Mapping[str, AccessionNumber]) -> None:
        """Write what the user put right beforehand; what was recognised stays as the original."""
        for each in batch.fresh() if self._plan.corrections else ():
            values = self._plan.corrections.get((each.reading.path, each.reading.member))
            if values:
                self._store.dispatches.correct_all([numbers[each.found.content_hash]], values)


class Fresh(NamedTuple):
    """A reading that is to become an accession."""

    reading: Reading
    found: Found
    verdict: Verdict


class Batch:
    """Readings with their verdicts; None for those that were refused."""

    def __init__(
        self,
        judged: Sequence[tuple[Reading, Verdict | None]],
        held: Mapping[AccessionNumber, Accession],
    ) -> None:
        self._judged, self._held = judged, held

    @classmethod
    def of(cls, readings: Sequence[Reading], recogniser: Recogniser, store: Store) -> Batch:
        """Judge the readings."""
        found = [each.result for each in readings if isinstance(each.result, Found)]
        known = [each.result.sha256 for each in readings if isinstance(each.result, Known)]
        by_fixity = store.dispatches.with_fixity(known) if known else {}
        verdicts = iter(recogniser.judge(found))
        judged = [(each, _verdict(each, verdicts, by_fixity)) for each in readings]
        repeated = [v.same_as for _, v in judged if v and isinstance(v.same_as, int)]
        held = {each.id: each for each in store.dispatches.each(repeated)} if repeated else {}
        return cls(judged, held)

    def fresh(self) -> list[Fresh]:
        """Return what is new to the archive."""
        return [
            Fresh(reading, reading.result, verdict)
            for reading, verdict in self._judged
            if isinstance(reading.result, Found)
            and verdict
            and verdict.outcome is not Outcome.DUPLICATE
        ]

    def items(
        self, numbers: Mapping[str, AccessionNumber], *, show: bool = False
    ) -> list[ImportItem]:
        """Return the report lines; ``numbers``: content hash -> number of the newly recorded."""
        return [self._item(each, verdict, numbers, show=show) for each, verdict in self._judged]

    def _item(
        self,
        reading: Reading,
        verdict: Verdict | None,
        numbers: Mapping[str, AccessionNumber],
        *,
        show: bool,
    ) -> ImportItem:
        result, path, member = reading.result, reading.path, reading.member
        if isinstance(result, InputRefused) or verdict is None:
            refusal = result if isinstance(result, InputRefused) else None
            return ImportItem(path, Outcome.FAILED, member, error=refusal)
        held = self._held.get(verdict.same_as) if isinstance(verdict.same_as, int) else None
        number = held.id if held else None
        trash = (IN_TRASH,) if held and held.trashed else ()
        if isinstance(result, Known):
            headline = held.dispatch.headline if held else ""
            return ImportItem(path, verdict.outcome, member, number, headline, warnings=trash)
        dispatch = result.dispatch
        return ImportItem(
            path,
            verdict.outcome,
            member,
            number or numbers.get(result.content_hash),
            dispatch.headline,
            dropped=dispatch.dropped,
            warnings=(*dispatch.warnings, *trash),
            dispatch=dispatch if show else None,
        )


def _verdict(
    reading: Reading,
    verdicts: Iterator[Verdict],
    by_fixity: Mapping[str, Sequence[AccessionNumber]],
) -> Verdict | None:
    """Return the next verdict for a dispatch, a duplicate's for known bytes, None for a refusal."""
    match reading.result:
        case Found():
            return next(verdicts)
        case Known(sha256):
            return Verdict(Outcome.DUPLICATE, same_as=by_fixity[sha256][0])
        case _:
            return None


def _with_others(
    fresh: Fresh, added: Mapping[str, AccessionNumber]
) -> tuple[AccessionNumber, list[AccessionNumber]]:
    """Return the number of a new version, and of the others of its story."""
    others = fresh.verdict.versions
    numbers = [added[each] if isinstance(each, str) else each for each in others]
    return added[fresh.found.content_hash], numbers


def _accession(fresh: Fresh, imported: datetime, *, sample: bool) -> NewAccession:
    reading, found, verdict = fresh
    provenance = Provenance(reading.path, reading.member, *found.fixity, imported=imported)
    return NewAccession(
        found.dispatch,
        provenance,
        found.original,
        found.content_hash,
        found.sketch,
        sample,
        kin=verdict.kin,
    )
