"""Goes over the record in the background while an archive is open, a little every minute."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from index.errors import ArchiveError, DispatchDamaged
from index.reports import Cancel

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.reports import Fault
    from index.store import Store

    Listener = Callable[[ArchiveError], None]

_log = logging.getLogger(__name__)

EVERY_SECONDS = 60.0
_STEPS, _AT_A_TIME = 20, 50
"""1,000 dispatches a minute, about 50 ms of work in pieces of 3 ms; 100,000 in 100 minutes."""
_BREATH_SECONDS = 0.02
"""Between two pieces: the window's own thread comes first."""


class Rounds:
    """Tells of each dispatch that is not what was recorded, once."""

    def __init__(self, store: Store, *, every: float = EVERY_SECONDS) -> None:
        self._store, self._every = store, every
        self._closing, self._cancel = threading.Event(), Cancel()
        self._listeners: list[Listener] = []
        self._told: set[Fault] = set()
        self._thread: threading.Thread | None = None

    def on_damage(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` from a background thread with what is found; returns an undo."""
        self._listeners.append(listener)

        def leave() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return leave

    def start(self) -> None:
        """Begin; the first look is after a while."""
        self._thread = threading.Thread(
            target=self._work, name="dispatch-reader-rounds", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop at once and keep the place."""
        self._closing.set()
        self._cancel()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        try:
            patrol = self._store.patrol()
            while not self._closing.wait(self._every):
                self._go_on(patrol.step)
            patrol.keep_place()
        except ArchiveError as error:
            self._tell(error)

    def _go_on(self, step: Callable[[int, Cancel], tuple[Fault, ...]]) -> None:
        for _ in range(_STEPS):
            for fault in step(_AT_A_TIME, self._cancel):
                self._note(fault)
            if self._closing.wait(_BREATH_SECONDS):
                return

    def _note(self, fault: Fault) -> None:
        if fault.id is not None and fault not in self._told:
            self._told.add(fault)
            _log.error("dispatch %s: %s", fault.id, fault.detail)
            folder = self._store.folder
            self._tell(DispatchDamaged(folder=folder, id=fault.id, detail=fault.detail))

    def _tell(self, error: ArchiveError) -> None:
        for listener in list(self._listeners):
            listener(error)
