"""The parent's end of the process that writes the index."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

from index import spawning
from index.errors import ArchiveError
from index.indexing import child
from index.reports import Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

    from index.indexing.child import Order, Outcome
    from index.store import Address

_TICK = 0.1
"""Seconds between two looks at whether to stop."""


class Stopped(Exception):
    """The work was asked to stop before its end."""


class BuilderDied(Exception):
    """The child process ended by itself."""


class IndexingProcess:
    """Starts with the first order or before, ends with :meth:`close`.

    Stopping means killing: the index on the disk is whole at any moment, and killing is sure to
    be over within the second that a user waits.
    """

    def __init__(self, archive: Address) -> None:
        self._archive = archive
        self._index: Path | None = None
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def carry_out(
        self,
        order: Order,
        index: Path,
        tell: Callable[[Progress], None],
        stop_asked: Callable[[], bool],
    ) -> Outcome:
        """Have an order carried out; blocks.

        Raises:
            Stopped: ``stop_asked`` said so.
            BuilderDied: the process ended by itself.
            StorageFull: the index could not be written.
        """
        connection = self.start(index)
        try:
            connection.send(order)
            return self._await(connection, tell, stop_asked)
        except (EOFError, OSError) as error:
            self.close()
            raise BuilderDied from error

    def start(self, index: Path) -> Connection:
        """Have a process for the index in this folder; return the line to it."""
        if index != self._index:
            self.close()
        if self._connection is None:
            ours, theirs = multiprocessing.get_context("spawn").Pipe()
            self._process = spawning.spawn(
                "dispatch-reader-indexer", child.serve, theirs, self._archive, index
            )
            theirs.close()
            self._connection, self._index = ours, index
        return self._connection

    @property
    def is_running(self) -> bool:
        """Whether there is a process now."""
        return self._process is not None

    def close(self) -> None:
        """End the process."""
        if self._process is not None and self._connection is not None:
            spawning.stop(self._process)
            self._connection.close()
        self._process = self._connection = None

    def _await(
        self,
        connection: Connection,
        tell: Callable[[Progress], None],
        stop_asked: Callable[[], bool],
    ) -> Outcome:
        while True:
            if stop_asked():
                self.close()
                raise Stopped
            if not connection.poll(_TICK):
                continue
            answer: child.Answer = connection.recv()
            if isinstance(answer, Progress):
                tell(answer)
            elif isinstance(answer, ArchiveError):
                self.close()
                raise answer
            else:
                return answer
