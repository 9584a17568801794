"""Read many inputs with as many children as they are worth, and hand the readings on in order."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from multiprocessing.connection import wait
from operator import length_hint
from typing import TYPE_CHECKING, NamedTuple

from index.intake.reading import Entry, Job, Reading
from index.intake.sources import Input, printable
from index.intake.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from index.intake.sources import Unreadable
    from index.intake.worker import Setup

_TICK = 0.05
"""Seconds between two looks at the clock and, for the caller, at the cancel switch."""
_FEW, _MANY = 8, 96
"""Jobs handed to a worker at a time; while it has as many left, it is not short of work."""
_PORTION_SECONDS = 0.05
"""Work that is handed over at a time where inputs are quick, so that nobody waits for anybody."""
_AHEAD = 6
"""Portions read before the input that holds up the order has come back, and some inputs more."""
_MANY_INPUTS = 256
"""So many are worth a second child from the start, which loads while the first one does …"""
_SECOND_SECONDS = 0.3
"""… and fewer after so much work: one child alone cannot keep the recorder busy."""
_SLOW_PACE = 0.01
"""Seconds of work an input; yet another child is worth its memory from here on. Waiting for a busy
machine is no work, and another child would only make it busier."""
_TRIAL_SECONDS = 1.0


class Step(NamedTuple):
    """What has come back since the last step, in the order of the inputs; possibly nothing."""

    readings: Sequence[Reading]
    ended: int
    """Inputs that are finished, over all steps."""


class Crew:
    """Workers that share one queue.

    The second one starts when there proves to be work for it, later ones when inputs prove slow.
    """

    def __init__(self, setup: Setup, most: int = 1) -> None:
        """``most`` workers at a time."""
        self._setup, self._most = setup, most
        self._workers: list[Worker] = []

    def read(self, inputs: Iterable[Input | Unreadable]) -> Generator[Step]:
        """Yield steps until every input is read; close the iterator to stop at once."""
        queue, order = _Queue(inputs), _InOrder()
        try:
            at_once = 2 if length_hint(inputs) >= _MANY_INPUTS else 1
            self._workers += [Worker(self._setup) for _ in range(min(at_once, self._most))]
            while True:
                self._feed(queue, order)
                if order.complete(queue.given):
                    yield order.step()
                    return
                self._listen(order)
                yield order.step()
        finally:
            for worker in self._workers:
                worker.close()
            self._workers.clear()

    def _feed(self, queue: _Queue, order: _InOrder) -> None:
        portion = self._portion(order.head)
        # one that is not ready would hold up all that comes after its first jobs
        ready = [worker for worker in self._workers if worker.is_ready] or self._workers[:1]
        for worker in ready:
            while worker.load <= portion and queue.given - order.head < _AHEAD * portion + _AHEAD:
                jobs = list(islice(queue.jobs(order), portion))
                if not jobs:
                    return
                worker.give(jobs)
        if len(self._workers) < self._most and self._is_short_handed(order.head):
            self._workers.append(Worker(self._setup))

    def _listen(self, order: _InOrder) -> None:
        ready = wait([worker.connection for worker in self._workers], _TICK)
        for worker in self._workers:
            entries = worker.collect() if worker.connection in ready else worker.watch()
            for entry in entries:
                order.put(entry)

    def _portion(self, ended: int) -> int:
        """Return how many inputs to hand over at a time."""
        worked = self._worked()
        return min(_MANY, max(_FEW, int(ended * _PORTION_SECONDS / worked))) if worked else _FEW

    def _is_short_handed(self, ended: int) -> bool:
        worked = self._worked()
        if len(self._workers) == 1:
            return worked > _SECOND_SECONDS
        return worked > _TRIAL_SECONDS * len(self._workers) and worked > ended * _SLOW_PACE

    def _worked(self) -> float:
        return sum(worker.worked for worker in self._workers)


class _Queue:
    """Numbers the inputs as they are taken."""

    def __init__(self, inputs: Iterable[Input | Unreadable]) -> None:
        self._inputs = iter(inputs)
        self.given = 0

    def jobs(self, order: _InOrder) -> Iterator[Job]:
        """Yield what is to be read; what cannot be is put into the order at once."""
        for entry in self._inputs:
            number = self.given
            self.given += 1
            if isinstance(entry, Input):
                yield Job(number, entry.path)
            else:
                refused = Reading(printable(entry.path), "", entry.error)
                order.put(Entry(number, 0, refused))
                order.put(Entry(number))


class _InOrder:
    """Holds entries back until those of earlier inputs have come."""

    def __init__(self) -> None:
        self.head = 0
        """The first input that has not ended."""
        self._readings: defaultdict[int, list[Reading]] = defaultdict(list)
        self._ended: set[int] = set()

    def put(self, entry: Entry) -> None:
        if entry.reading is None:
            self._ended.add(entry.job)
        else:
            self._readings[entry.job].append(entry.reading)

    def step(self) -> Step:
        ready: list[Reading] = []
        while True:
            ready += self._readings.pop(self.head, ())
            if self.head not in self._ended:
                return Step(ready, self.head)
            self._ended.remove(self.head)
            self.head += 1

    def complete(self, given: int) -> bool:
        """Tell whether everything given out has ended."""
        return self.head + len(self._ended) == given
