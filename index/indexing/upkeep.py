"""Decides when the index needs work, and tells whoever listens how far it has come."""

from __future__ import annotations

import shutil
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from index.errors import ArchiveError, StorageFull
from index.indexing.building import BuilderDied, IndexingProcess, Stopped
from index.indexing.child import Order, Outcome
from index.reports import Cancel, Listener, Progress, ignore

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.changes import Change
    from index.indexing.places import IndexPlace
    from index.search import SearchEngine
    from index.store import Store

    State = Progress | None

T = TypeVar("T")

STALLED = "stalled"
"""Stage of an index that cannot be written; ``current`` says why. The next change tries again."""

_MOUTHFUL = 100
"""Dispatches that are worth an order to fold them while more of them come."""
_QUIET_SECONDS = 0.3
"""Changes that come in quicker succession, as in an import, are indexed together …"""
_MUCH = 4000
"""… unless so many dispatches have gathered …"""
_SHARE = 0.2
"""… and that share of all: each pass has its fixed cost and leaves a segment behind …"""
_LONG_SECONDS = 5.0
"""… or so much time has passed."""
_IDLE_SECONDS = 3.0
"""After that long without work the child process ends and gives its memory back."""
_PATIENCE_SECONDS = 5.0
"""Left to the program that holds the archive to bring an index up to date, before we make one."""
_DEATHS = 3
"""Of the process over one piece of work, before it counts as impossible."""


class Upkeep:
    """Keeps the index in step with the record from a thread of its own, and lends the engine."""

    def __init__(self, store: Store, place: IndexPlace) -> None:
        self._store, self._place = store, place
        self._process = IndexingProcess(store.address)
        self._engine: SearchEngine | None = None
        self._lending = threading.Lock()
        self._news = threading.Condition()
        self._thread: threading.Thread | None = None
        self._listeners: list[Callable[[State], None]] = []
        self._state: State = None
        self._trouble: ArchiveError | None = None
        self._doubtful, self._busy, self._hurry, self._closing = True, False, False, False
        self._unseen = 0
        """Dispatches changed since the last order."""
        self._enough = _MUCH
        self._rebuild: Cancel | None = None
        self._forget = store.on_change(self._note)

    # --- for searches -------------------------------------------------------------------------

    def ask(self, question: Callable[[SearchEngine], T]) -> T:
        """Put a question to the engine; a damaged index is put aside, and the rest answers."""
        from index.search import IndexDamaged  # Whoosh and numpy load with the first search

        try:
            return question(self._lent_engine())
        except IndexDamaged:
            self._put_aside()
            self.look()
            return question(self._lent_engine())

    def look(self) -> None:
        """Check the index against the record, soon."""
        with self._news:
            self._doubtful = True
            self._news.notify_all()
        self.start()

    def indexed(self) -> int:
        """Return how many dispatches the index holds; 0 for one that cannot be trusted."""
        from index.search import IndexBuilder, IndexDamaged  # loads with the first search

        try:
            built = IndexBuilder(self._place.folder, self._store.corpus).built
        except IndexDamaged:
            return 0
        segments = built.segments if built else ()
        return sum(segment.documents - len(segment.deleted) for segment in segments)

    def faults(self) -> list[str]:
        """Check every file of the index; one that is missing, behind or foreign is no fault."""
        from index.search import IndexBuilder, IndexDamaged, IndexForeign  # as above

        try:
            built = IndexBuilder(self._place.folder, self._store.corpus).built
            if built is not None:
                built.check(self._place.folder)
        except IndexForeign:
            return []
        except IndexDamaged as error:
            return [str(error)]
        return []

    # --- for whoever waits ----------------------------------------------------------------------

    def start(self) -> None:
        """Begin to work in the background, if that has not begun."""
        with self._news:
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(
                    target=self._work, name="dispatch-reader-upkeep", daemon=True
                )
                self._thread.start()

    def expect(self) -> None:
        """Have the process that writes the index ready before changes come, if none of them has."""
        with self._news:
            if self._thread is None and not self._closing and self._place.may_write:
                self._process.start(self._place.folder)

    @property
    def state(self) -> State:
        """How far the index has come; None when there is nothing to do."""
        return self._state

    def on_progress(self, listener: Callable[[State], None]) -> Callable[[], None]:
        """Call ``listener`` from the background thread; None means in step."""
        self._listeners.append(listener)

        def leave() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return leave

    def settle(self, timeout: float | None = None) -> bool:
        """Wait until the index is in step; tell whether it is.

        Raises:
            StorageFull: it cannot be written.
        """
        self.start()
        with self._news:
            self._hurry = True
            self._doubtful |= self._trouble is not None
            self._news.notify_all()
            done = self._news.wait_for(self._is_quiet, timeout)
            self._hurry = False
            if self._trouble is not None:
                raise self._trouble
        return done and not self._closing

    def rebuild(self, listen: Listener = ignore, cancel: Cancel | None = None) -> bool:
        """Build the index anew; the old one answers until then. Tells whether it was finished.

        Raises:
            StorageFull: it cannot be written; the old one stays.
        """
        cancel = cancel or Cancel()
        stop_listening = self.on_progress(lambda state: listen(state) if state else None)
        with self._news:
            self._rebuild = cancel
        try:
            return self.settle() and not cancel.asked
        finally:
            stop_listening()

    def close(self) -> None:
        """Stop working, at once; again is fine."""
        forget, self._forget = self._forget, _nothing
        forget()
        with self._news:
            self._closing = True
            self._news.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()
        self._process.close()
        if self._engine is not None:
            self._engine.close()
        self._place.close()

    # --- the thread -----------------------------------------------------------------------------

    def _work(self) -> None:
        try:
            while self._wait_for_work():
                self._bring_in_step()
        finally:
            self._process.close()
            with self._news:
                self._closing = True
                self._news.notify_all()

    def _wait_for_work(self) -> bool:
        with self._news:
            self._busy = False
            self._news.notify_all()
            if not self._news.wait_for(self._has_work, _IDLE_SECONDS):
                self._process.close()
                self._news.wait_for(self._has_work)
            self._busy = True
        self._gather()
        return not self._closing

    def _gather(self) -> None:
        """Wait while changes pour in, and have them folded, so that only the writing is left."""
        began = time.monotonic()
        self._enough = max(_MUCH, int(self._store.corpus.count() * _SHARE))
        seen = self._unseen
        while time.monotonic() - began < _LONG_SECONDS:
            with self._news:
                pressed = self._news.wait_for(self._is_pressed, _QUIET_SECONDS)
                fresh, seen = self._unseen - seen, self._unseen
            if pressed or not fresh:
                return
            if fresh >= _MOUTHFUL:
                self._have_taken_in()

    def _have_taken_in(self) -> None:
        """Do the larger part of the next pass; what goes wrong is dealt with when it comes."""
        with suppress(Stopped, BuilderDied, ArchiveError):
            folder = self._place.folder
            self._process.carry_out(Order.TAKE_IN, folder, ignore, self._stop_asked)

    def _bring_in_step(self) -> None:
        """Work until the index is in step, or cannot be brought there."""
        deaths = 0
        self._trouble = None
        unseen = self._take_unseen()
        while (order := self._next_order(unseen=unseen)) is not None:
            unseen = False
            try:
                outcome = self._process.carry_out(
                    order, self._place.folder, self._tell, self._stop_asked
                )
                self._conclude(order, outcome)
            except Stopped:
                self._place.tidy()
                self._rebuild, self._doubtful = None, True
                if self._closing:
                    return None
            except BuilderDied:
                deaths += 1
                if deaths == _DEATHS:
                    return self._stall(_died(self._place))
                self._doubtful = True
            except ArchiveError as error:
                return self._stall(error)
        return None if self._unseen else self._tell(None)

    def _take_unseen(self) -> bool:
        with self._news:
            unseen, self._unseen = self._unseen, 0
            return unseen > 0

    def _next_order(self, *, unseen: bool) -> Order | None:
        """Return what to do now; None when there is nothing more to do."""
        with self._news:
            doubtful, self._doubtful = self._doubtful, False
        if self._rebuild is not None:
            return Order.REBUILD if self._make_room() else None
        if unseen:
            return Order.CATCH_UP
        if doubtful and not self._is_in_step():
            return Order.CATCH_UP if self._make_room() else None
        return self._open_anew() if doubtful or self._engine is not None else None

    def _open_anew(self) -> Order | None:
        """Open the index as a search would; return what is to be done if that fails."""
        from index.search import IndexDamaged, IndexForeign  # Whoosh and numpy load with it

        try:
            self._lent_engine().reload()
        except IndexForeign:
            return Order.REBUILD if self._make_room() else None
        except IndexDamaged:
            self._put_aside()
            return Order.REBUILD
        return None

    def _conclude(self, order: Order, outcome: Outcome) -> None:
        if outcome is Outcome.DONE:
            self._rebuild = None if order is Order.REBUILD else self._rebuild
            return
        self._doubtful = True
        if outcome is Outcome.DAMAGED:
            self._put_aside()
        else:
            shutil.rmtree(self._place.folder, ignore_errors=True)

    def _make_room(self) -> bool:
        """See to it that the folder can be built in; False when there is no need any more."""
        if self._place.may_write:
            return True
        with self._news:
            self._news.wait_for(lambda: self._closing, self._patience())
        if self._closing or self._is_in_step():
            return False
        self._go_private()
        return True

    def _patience(self) -> float:
        """Somebody else may be building the index that this read-only archive looks at."""
        return _PATIENCE_SECONDS if self._place.folder.exists() else 0.0

    def _is_in_step(self) -> bool:
        """Compare generations; a manifest that cannot be read counts as one that is behind."""
        from index.search import IndexDamaged  # Whoosh and numpy load with it

        corpus = self._store.corpus
        try:
            built = self._lent_engine().built_generation
        except IndexDamaged:
            return False
        return built == corpus.generation or (built < 0 and not corpus.count())

    # --- small things ---------------------------------------------------------------------------

    def _lent_engine(self) -> SearchEngine:
        with self._lending:
            if self._engine is None:
                from index.search import SearchEngine, Vocabularies  # Whoosh and numpy load too

                vocabularies = Vocabularies(self._store.folder, self._store.corpus.index_key)
                self._engine = SearchEngine(self._place.folder, self._store.corpus, vocabularies)
            return self._engine

    def _put_aside(self) -> None:
        if self._place.may_write:
            self._place.set_aside()
        else:
            self._go_private()

    def _go_private(self) -> None:
        with self._lending:
            self._place.go_private()
            self._engine = None

    def _note(self, change: Change) -> None:
        if change.reindex:
            with self._news:
                self._unseen += len(change.reindex)
                self._news.notify_all()
            self.start()

    def _tell(self, state: State) -> None:
        with self._news:
            self._state = state
        for listener in list(self._listeners):
            listener(state)

    def _stall(self, error: ArchiveError) -> None:
        self._rebuild = None
        self._trouble = error
        self._tell(Progress(STALLED, 0, 0, str(error)))

    def _stop_asked(self) -> bool:
        return self._closing or (self._rebuild is not None and self._rebuild.asked)

    def _has_work(self) -> bool:
        return self._doubtful or self._unseen > 0 or self._rebuild is not None or self._closing

    def _is_quiet(self) -> bool:
        return self._closing or not (self._has_work() or self._busy)

    def _is_pressed(self) -> bool:
        """Tell whether there is a reason not to wait for more changes."""
        if self._hurry or self._closing or self._rebuild is not None:
            return True
        return (self._doubtful and not self._unseen) or self._unseen >= self._enough


def _nothing() -> None:
    """Do nothing: there is nobody left to say goodbye to."""


def _died(place: IndexPlace) -> ArchiveError:
    return StorageFull(folder=place.folder, detail="the process that writes the index ends early")
