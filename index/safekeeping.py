"""Makes the day's backup while an archive is open, in a process of its own, and goes its rounds."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index import spawning
from index.errors import ArchiveError
from index.rounds import Rounds

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from index.store import Address, Store

_log = logging.getLogger(__name__)

DELAY_SECONDS = 60.0
"""After opening, so that the window, the index and the first searches come first."""
_LOOK_SECONDS = 3600.0
_TICK_SECONDS = 0.1
_FAILED = 1


class Safekeeping:
    """Looks once an hour whether a backup is due; hashing one would make the window stutter."""

    def __init__(self, store: Store, *, delay: float = DELAY_SECONDS) -> None:
        self._store = store
        self._delay = delay
        self.rounds = Rounds(store)
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to look."""
        self._thread = threading.Thread(
            target=self._work, name="dispatch-reader-safekeeping", daemon=True
        )
        self._thread.start()
        self.rounds.start()

    def close(self) -> None:
        """Stop at once; half a backup is none, and is swept away by the next."""
        self._closing.set()
        self.rounds.close()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        wait = self._delay
        while not self._closing.wait(wait):
            wait = _LOOK_SECONDS
            if self._store.backup_is_due(datetime.now(UTC)):
                self._make()

    def _make(self) -> None:
        process = spawning.spawn("dispatch-reader-backup", make, self._store.address)
        while process.is_alive() and not self._closing.wait(_TICK_SECONDS):
            continue
        if process.exitcode:
            _log.warning("the backup was not made (exit code %s)", process.exitcode)
        _end(process)


def _end(process: SpawnProcess) -> None:
    """Kill it if it still runs, and free what it held."""
    spawning.stop(process)


def make(archive: Address) -> None:
    """Run the child: make one backup."""
    from index.store import Store  # of no use in the parent until an archive is open

    spawning.detach()
    try:
        with Store.read(archive) as store:
            store.keep_backup()
    except ArchiveError:
        raise SystemExit(_FAILED) from None
