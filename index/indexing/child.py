"""The child process that writes the index, so that the window's timers are never late for it."""

from __future__ import annotations

import os
from enum import Enum
from typing import TYPE_CHECKING

from index import spawning
from index.errors import ArchiveError, StorageFull
from index.reports import Cancel, Progress

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from index.search import IndexBuilder
    from index.store import Address

_POLITENESS = 5
"""Added to the nice value: the window comes first."""


class Order(Enum):
    """What the parent asks for."""

    TAKE_IN = "take-in"
    """Fold what is new, write nothing yet."""
    CATCH_UP = "catch-up"
    REBUILD = "rebuild"


class Outcome(Enum):
    """How it ended."""

    DONE = "done"
    DAMAGED = "damaged"
    FOREIGN = "foreign"


Answer = Progress | Outcome | ArchiveError


def serve(connection: Connection, archive: Address, index: Path) -> None:
    """Run the child: carry out orders until the parent hangs up.

    To each order it answers with any number of Progress and one Outcome or ArchiveError.
    """
    from index.search import IndexBuilder  # heavy, and of no use in the parent
    from index.store import Store

    spawning.detach()
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
    try:
        with Store.read(archive) as store:
            builder = IndexBuilder(index, store.corpus)
            while True:
                order: Order = connection.recv()
                connection.send(_carry_out(order, builder, connection, index))
    except ArchiveError as error:
        connection.send(error)
    except (EOFError, OSError):
        return  # the parent has gone, or needs no more


def _carry_out(order: Order, builder: IndexBuilder, connection: Connection, index: Path) -> Answer:
    from index.search import IndexDamaged, IndexForeign  # loaded already

    def tell(progress: Progress) -> None:
        connection.send(progress)

    try:
        if order is Order.TAKE_IN:
            builder.take_in()
        elif order is Order.CATCH_UP:
            builder.catch_up(tell, Cancel())
        else:
            builder.rebuild(tell, Cancel())
    except IndexForeign:
        return Outcome.FOREIGN
    except IndexDamaged:
        return Outcome.DAMAGED
    except OSError as error:
        return StorageFull(folder=str(index), detail=error.strerror or str(error))
    return Outcome.DONE
