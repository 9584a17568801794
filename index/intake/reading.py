"""What crosses between the program and the children that read files: jobs out, readings back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from index.dispatch import Dispatch
    from index.errors import InputRefused


NO_JOB = -1
"""Of a child that has only got ready."""


@dataclass(frozen=True, slots=True)
class Fatal:
    """Where a child died: the next one is led up to that place, but not beyond."""

    place: int
    records: int
    """Dispatches of that member that were read without harm."""
    reason: InputRefused


class Job(NamedTuple):
    """One file to read, possibly for the second time after a child died over it."""

    number: int
    path: str
    place: int = 0
    """The member of the container to go on with; 0 for a plain file."""
    seen: int = 0
    """How many readings of that member have come back already."""
    fatal: Fatal | None = None


class Fixity(NamedTuple):
    """What the input was, as far as the child can tell; the parent makes the provenance of it."""

    sha256: str
    size: int
    media_type: str
    parser: str


class Found(NamedTuple):
    """A dispatch that was read, and measured so that the parent only has to record it."""

    dispatch: Dispatch
    fixity: Fixity
    original: bytes | None
    """With the first dispatch of an input only, and only where it is text."""
    content_hash: str
    sketch: tuple[int, ...]


class Known(NamedTuple):
    """The same bytes were imported before; they were not read again."""

    sha256: str


class Reading(NamedTuple):
    """A dispatch, or the reason why there is none (here, or from here on)."""

    path: str
    member: str
    result: Found | Known | InputRefused


class Entry(NamedTuple):
    """One line of a child's report; without a reading, the job has ended."""

    job: int
    place: int = 0
    reading: Reading | None = None


class Beat(NamedTuple):
    """What a child is about to do, told before it may never come back."""

    job: int
    place: int
    records: int
    """Dispatches of the member at ``place`` that are read already."""
    since: float
    """``time.monotonic()``, which all processes of a machine share."""
    worked: float = 0.0
    """Seconds of processor time that the child has had so far."""
