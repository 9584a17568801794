"""Keeps the collector of reference cycles from holding up the window.

A full collection walks through every object that can hold others, with all threads standing still:
with a large codebook that takes longer than a frame, and Python's standard thresholds ask for one
whenever a list of concepts is read. Cycles are few here, so that they can wait.
"""

from __future__ import annotations

import gc
from functools import cache

THRESHOLDS = (10_000, 10, 10)
"""New objects before a collection of the youngest, and how many of these before the older ones."""


@cache
def collect_rarely() -> None:
    """Let more objects gather before they are looked through."""
    gc.set_threshold(*THRESHOLDS)


@cache
def set_aside() -> None:
    """Never look through what is there now again: modules, the window, what was read at first."""
    gc.freeze()
