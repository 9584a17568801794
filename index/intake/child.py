"""The child process that opens and parses files, so that a bad one cannot hurt the program.

Everything that costs time happens here: reading, hashing, parsing, sketching. A failure costs one
input: what a parser raises becomes a reason, and when the process itself dies or hangs, the
supervisor (``worker``) starts another one behind the place where it happened.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import time
import warnings
from math import inf
from typing import TYPE_CHECKING

from index import spawning
from index.intake.examination import Examiner
from index.intake.pulse import tell
from index.intake.reading import NO_JOB, Beat, Entry, Found

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from index.intake.reading import Reading
    from index.limits import Limits
    from index.store import Address

_POLITENESS = 5
"""Added to the nice value: the window comes first."""
_CPU_SECONDS = 60
"""Left to one step when the program that should have stopped it has been killed itself."""
_BATCH_ENTRIES = 32
_BATCH_BYTES = 256 << 10
_BATCH_SECONDS = 0.05
"""Small enough that unpacking a batch holds up the parent's other threads for a few ms only."""


def serve(
    connection: Connection,
    pulse: Connection,
    limits: Limits,
    registry: str,
    archive: Address | None,
) -> None:
    """Run the child: read jobs until the parent hangs up.

    Args:
        connection: brings lists of jobs, takes pickled lists of entries.
        pulse: takes a Beat before each step that might not come back.
        limits: what one input may cost.
        registry: module whose ``choose`` finds the parser of a source.
        archive: the archive whose dispatches need not be read again.
    """
    choose = importlib.import_module(registry).choose
    known = _held_in(archive) if archive else _nothing_held
    fuse = _Fuse()

    def tell_parent(beat: Beat) -> None:
        fuse.renew(beat.worked)
        tell(pulse, beat)

    examiner = Examiner(limits, choose, known, tell_parent)
    spawning.detach()
    _settle_in(limits)
    tell_parent(Beat(NO_JOB, 0, 0, time.monotonic(), time.process_time()))
    outbox = _Outbox(connection)
    try:
        while True:
            for job in connection.recv():
                for entry in examiner.examine(job):
                    outbox.put(entry)
                    if job.fatal:
                        outbox.flush()  # this file has killed before
                outbox.put(Entry(job.number))
            outbox.flush()
    except (EOFError, OSError):
        return  # the parent has gone, or needs no more


def _settle_in(limits: Limits) -> None:
    logging.disable()
    warnings.simplefilter("ignore")
    if sys.platform == "win32":
        return
    import resource  # not on Windows

    os.nice(_POLITENESS)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = limits.address_space
    resource.setrlimit(
        resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard)
    )


class _Fuse:
    """Has the system end this process after too much work without a beat, even in native code."""

    def __init__(self) -> None:
        self._renewed = -inf

    def renew(self, used: float) -> None:
        """Start counting anew from the seconds used; the limit is moved once in a while only."""
        if sys.platform == "win32" or used - self._renewed < _CPU_SECONDS / 4:
            return
        import resource  # not on Windows

        self._renewed = used
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + _CPU_SECONDS, hard))


class _Outbox:
    """Collects entries into batches."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._entries: list[Entry] = []
        self._bytes, self._flushed = 0, time.monotonic()

    def put(self, entry: Entry) -> None:
        self._entries.append(entry)
        if entry.reading is not None:
            self._bytes += _weight(entry.reading)
        if self._bytes > _BATCH_BYTES or len(self._entries) >= _BATCH_ENTRIES or self._late():
            self.flush()

    def flush(self) -> None:
        if self._entries:
            self._connection.send(self._entries)
        self._entries, self._bytes, self._flushed = [], 0, time.monotonic()

    def _late(self) -> bool:
        return time.monotonic() - self._flushed > _BATCH_SECONDS


def _weight(reading: Reading) -> int:
    result = reading.result
    if not isinstance(result, Found):
        return 0
    return len(result.dispatch.body) + len(result.original or b"")


def _held_in(archive: Address) -> Callable[[str], bool]:
    """Return a function that asks the archive for a SHA-256.

    It tells whether the bytes are held as one dispatch. A file of several is read again even so,
    because an import may have been cut off in the middle of it.
    """
    from index.store import Store  # not needed for a first import, nor for extraction

    dispatches = Store.read(archive).dispatches

    def is_held(sha256: str) -> bool:
        held = dispatches.with_fixity([sha256]).get(sha256, ())
        return bool(held) and all(
            "#" not in each.provenance.member for each in dispatches.each(held)
        )

    return is_held


def _nothing_held(sha256: str) -> bool:
    _ = sha256
    return False
