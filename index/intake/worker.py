"""Supervise the children that read files: feed them, time them, replace those that die.

A child that is silent for longer than the limit, or that has died, is replaced by a new one; the
input it was at becomes a failure with a reason, and everything else goes on where it was.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index import spawning
from index.errors import TookTooLong, TookTooMuchMemory
from index.intake import child
from index.intake.pulse import pulse
from index.intake.reading import Beat, Entry, Fatal, Job, Reading
from index.intake.sources import printable
from index.limits import STANDARD, Limits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from index.errors import InputRefused
    from index.store import Address

REGISTRY = "index.parsers.registry"

_START_SECONDS = 60.0
"""Until the first sign of life: loading the parsers on a busy machine."""
_PATIENCE = 4
"""Times the limit that a child gets on a machine too busy to give it half of the limit's work."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What every child of one import is told."""

    limits: Limits = STANDARD
    registry: str = REGISTRY
    """Module whose ``choose`` finds the parser of a source."""
    archive: Address | None = None
    """Its dispatches need not be read again."""


class WorkerBroken(RuntimeError):
    """A child cannot even start: a bug or a broken installation, never a bad file."""


class Worker:
    """One child at a time, and the jobs that it has not ended yet."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._open: OrderedDict[int, Job] = OrderedDict()
        self._process: SpawnProcess | None = None
        self._ready: Beat | None = None
        self._early_deaths = 0
        self._start()

    @property
    def connection(self) -> Connection:
        """Becomes readable when there is something to :meth:`collect`."""
        return self._connection

    @property
    def load(self) -> int:
        """How many jobs it still has to end."""
        return len(self._open)

    @property
    def worked(self) -> float:
        """Seconds of processor time that the child has had since it was ready."""
        beat = self._latest()
        return beat.worked - self._ready.worked if beat and self._ready else 0.0

    @property
    def is_ready(self) -> bool:
        """Whether the child has loaded what it needs; jobs given before have to wait for it."""
        return self._ready is not None or self._latest() is not None

    def give(self, jobs: Sequence[Job]) -> None:
        """Queue jobs."""
        if not self._open:
            self._busy_since = time.monotonic()
        self._open.update((job.number, job) for job in jobs)
        self._send(jobs)

    def collect(self) -> list[Entry]:
        """Return what has come in; if the child has died, what that means for its jobs."""
        try:
            entries: list[Entry] = self._connection.recv() if self._connection.poll() else []
        except (EOFError, OSError):
            return self._succeed(TookTooMuchMemory())
        for entry in entries:
            self._note(entry)
        self._latest()  # a child whose beats nobody takes would come to a halt
        return entries

    def watch(self) -> list[Entry]:
        """Replace the child if it is over the time limit; call it when nothing has come in."""
        beat = self._latest()
        if not self._open or self._connection.poll() or not self._is_overdue(beat):
            return []
        return self._succeed(TookTooLong(seconds=f"{self._setup.limits.seconds:g}"))

    def close(self) -> None:
        """Stop the child at once; again is fine."""
        if self._process is not None:
            spawning.stop(self._process)
        self._process = None
        self._connection.close()
        self._pulse.close()

    def _latest(self) -> Beat | None:
        beat = self._pulse.latest()
        self._ready = self._ready or beat
        return beat

    def _start(self) -> None:
        self._ready = None
        context = multiprocessing.get_context("spawn")
        self._connection, far_end = context.Pipe()
        self._pulse, far_pulse = pulse()
        self._process = spawning.spawn(
            "dispatch-reader-parser",
            child.serve,
            far_end,
            far_pulse,
            self._setup.limits,
            self._setup.registry,
            self._setup.archive,
        )
        far_end.close()
        far_pulse.close()
        self._busy_since = time.monotonic()

    def _send(self, jobs: Sequence[Job]) -> None:
        try:
            self._connection.send(jobs)
        except OSError:
            return  # it has just died; the next collect sees that and hands them to its successor

    def _note(self, entry: Entry) -> None:
        """Remember how far the job is, for a child that may have to take it over."""
        self._early_deaths = 0
        if entry.reading is None:
            del self._open[entry.job]
            return
        job = self._open[entry.job]
        seen = job.seen + 1 if entry.place == job.place else 1
        if job.fatal and entry.place == job.fatal.place and seen > job.fatal.records:
            self._open[entry.job] = job._replace(place=entry.place + 1, seen=0, fatal=None)
        else:
            self._open[entry.job] = job._replace(place=entry.place, seen=seen)

    def _succeed(self, reason: InputRefused) -> list[Entry]:
        """Bury the child and start one in its place; return what it leaves as lost."""
        beat = self._latest()
        self.close()
        culprit = self._open.get(beat.job) if beat else None
        lost = self._charge(culprit, beat, reason) if culprit and beat else self._early_death()
        self._start()
        if self._open:
            self._send(list(self._open.values()))
        return lost

    def _charge(self, job: Job, beat: Beat, reason: InputRefused) -> list[Entry]:
        """Have the next child led up to where this one died; give the file up if that kills it."""
        fatal = Fatal(beat.place, beat.records, reason)
        if job.fatal and job.fatal.place == beat.place and job.fatal.records <= beat.records:
            if job.fatal.records == 0:
                del self._open[job.number]
                refused = Reading(printable(job.path), "", reason)
                return [Entry(job.number, beat.place, refused), Entry(job.number)]
            fatal = Fatal(beat.place, 0, reason)
        self._open[job.number] = job._replace(fatal=fatal)
        return []

    def _is_overdue(self, beat: Beat | None) -> bool:
        """Tell whether the limit has passed; a child that others keep from working has longer."""
        silent = time.monotonic() - max(self._busy_since, beat.since if beat else 0.0)
        if beat is None or self._process is None:
            return silent > _START_SECONDS
        seconds = self._setup.limits.seconds
        if silent <= seconds or silent > seconds * _PATIENCE:
            return silent > seconds
        worked = spawning.worked(self._process)
        return worked is None or worked - beat.worked > seconds / 2

    def _early_death(self) -> list[Entry]:
        self._early_deaths += 1
        if self._early_deaths > 1:
            raise WorkerBroken("the process that reads files does not start")
        return []
