"""How long a search may take before it answers with what it has."""

from __future__ import annotations

import time

BUDGET = 0.2
"""Seconds."""


class Deadline:
    """Counts down from the moment it is made."""

    def __init__(self, seconds: float = BUDGET) -> None:
        self._end = time.monotonic() + seconds
        self.missed = False
        """Whether anybody was told that the time is up."""

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        self.missed = self.missed or time.monotonic() > self._end
        return self.missed
