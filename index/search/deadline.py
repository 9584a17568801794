"""How long a search may take before it answers with what it has."""

from __future__ import annotations

import time

BUDGET = 0.12
"""Seconds of work; counting, ordering and the first page come on top."""
PATIENCE = 20.0
"""Seconds for an answer that nobody waits for while typing, and that must leave nothing out."""
_WAITING = 5
"""Times the budget that may pass on the clock, waiting for the disk or a busy machine included."""


class Deadline:
    """Counts down from the moment it is made, for the thread that made it."""

    def __init__(self, seconds: float = BUDGET) -> None:
        self._work = time.thread_time() + seconds
        self._end = time.monotonic() + _WAITING * seconds
        self.missed = False
        """Whether anybody was told that the time is up."""

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        self.missed = self.missed or time.thread_time() > self._work or time.monotonic() > self._end
        return self.missed
