"""One import from the first path to the closing report.

The stages are generators: walk the paths, read in child processes, gather into batches, record.
Each batch is one transaction together with its lines of the import log, so whatever has been
reported is on disk, and an import that was cut short goes on where it stopped.
"""

from __future__ import annotations

import os
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from index.intake.crew import Crew, Step
from index.intake.recording import Recorder, Register
from index.intake.rehearsal import Rehearsal
from index.intake.sources import Input, Unreadable, expand, printable
from index.intake.worker import Setup
from index.reports import (
    Cancel,
    ImportItem,
    ImportPlan,
    ImportReport,
    Listener,
    Progress,
    ignore,
)

if TYPE_CHECKING:
    from collections.abc import Container, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from index.intake.reading import Reading
    from index.store import ImportBatch, Store

STAGE = "import"
BATCH_SIZE = 128
BATCH_SECONDS = 0.25
"""A crash costs at most this much work that was not yet reported."""

_MOST_WORKERS = 4
_PROGRESS_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Options:
    """What an import is asked besides the obvious."""

    listen: Listener = ignore
    cancel: Cancel = field(default_factory=Cancel)
    dry_run: bool = False
    """Recognise everything, record nothing."""
    plan: ImportPlan = field(default_factory=ImportPlan)
    setup: Setup = field(default_factory=Setup)


def import_paths(
    store: Store, paths: Iterable[Path | str], options: Options | None = None
) -> ImportReport:
    """Import what lies under ``paths``.

    Raises:
        ReadOnlyArchive, StorageFull: nothing (further) could be recorded.
    """
    options, named = options or Options(), [os.fspath(path) for path in paths]
    if options.dry_run:
        return _Run(store, Rehearsal(store), options).over(named)
    log = store.imports.begin([printable(path) for path in named], options.plan)
    register = Register(store, log, plan=options.plan)
    report = _Run(store, register, options).over(named)
    store.imports.finish(log, cancelled=report.cancelled, seconds=report.seconds)
    return report


def resume_import(store: Store, batch: ImportBatch, options: Options | None = None) -> ImportReport:
    """Go on with an import that was cancelled or cut short; return the report of both parts.

    Inputs that have their outcome are not opened again, except the last one, which may have been
    in the middle of its dispatches. What the user had decided on after a preview still counts.
    """
    options, earlier = options or Options(), store.imports.report(batch.id).items
    paths = list(dict.fromkeys(item.path for item in earlier))
    reported = frozenset((item.path, item.member) for item in earlier)
    register = Register(store, batch.id, reported=reported, plan=batch.plan)
    rest = _Run(store, register, options).over(batch.paths, done=frozenset(paths[:-1]))
    seconds = batch.seconds + rest.seconds
    store.imports.finish(batch.id, cancelled=rest.cancelled, seconds=seconds)
    return replace(rest, items=(*earlier, *rest.items), seconds=seconds)


class _Run:
    """The stages over one list of paths."""

    def __init__(self, store: Store, recorder: Recorder, options: Options) -> None:
        self._store, self._recorder, self._options = store, recorder, options
        self._told, self._walk_cut_short = 0.0, False

    def over(self, paths: Sequence[str], *, done: Container[str] = ()) -> ImportReport:
        began = time.monotonic()
        inputs = self._walk(paths, done)
        items: list[ImportItem] = []
        ended = 0
        for batch in self._batches(inputs):
            items += self._recorder.record(batch.readings)
            ended = batch.ended
            self._tell(ended, len(inputs), batch.readings)
        self._store.dispatches.forget_sketches()
        cancelled = self._options.cancel.asked and (ended < len(inputs) or self._walk_cut_short)
        return ImportReport(
            tuple(items), cancelled, self._options.dry_run, time.monotonic() - began
        )

    def _walk(self, paths: Sequence[str], done: Container[str]) -> list[Input | Unreadable]:
        """List the inputs, so that progress knows its total."""
        inputs: list[Input | Unreadable] = []
        for each in expand(paths):
            if self._options.cancel.asked:
                self._walk_cut_short = True
                break
            if printable(each.path) not in done:
                inputs.append(each)
        return inputs

    def _batches(self, inputs: Sequence[Input | Unreadable]) -> Iterator[Step]:
        if not inputs:
            return
        most = min(_MOST_WORKERS, os.cpu_count() or 1, len(inputs))
        with closing(Crew(self._setup(), most).read(inputs)) as steps:
            first = next(steps)
            self._recorder.get_ready()  # while the children do
            yield from gather(self._until_cancelled(chain([first], steps)))

    def _setup(self) -> Setup:
        """Have the children look for known bytes, unless there can be none."""
        setup = self._options.setup
        return replace(setup, archive=self._store.address) if self._store.corpus.count() else setup

    def _until_cancelled(self, steps: Iterable[Step]) -> Iterator[Step]:
        for step in steps:
            yield step
            if self._options.cancel.asked:
                return

    def _tell(self, ended: int, total: int, readings: Sequence[Reading]) -> None:
        now = time.monotonic()
        if ended == total or now - self._told > _PROGRESS_SECONDS:
            self._told = now
            current = readings[-1].path if readings else ""
            self._options.listen(Progress(STAGE, ended, total, current))


def gather(
    steps: Iterable[Step], size: int = BATCH_SIZE, seconds: float = BATCH_SECONDS
) -> Generator[Step]:
    """Yield readings in batches of ``size`` or a step more, or of what there is after ``seconds``.

    A batch ends with a step, so that what has ended is what is in the batches up to it.
    """
    waiting: list[Reading] = []
    ended, since = 0, time.monotonic()
    for readings, ended in steps:
        since = since if waiting else time.monotonic()
        waiting += readings
        if len(waiting) >= size or (waiting and time.monotonic() - since >= seconds):
            yield Step(waiting, ended)
            waiting = []
    yield Step(waiting, ended)
