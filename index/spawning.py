"""Start a child process that cannot be surprised by how this program was started.

Children are always spawned, never forked: a fork of a program with threads (Qt, SQLite) may hang
on a lock that no thread is left to release.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import SpawnProcess

_launch = threading.Lock()
_LONGEST_NAME = 15
"""Characters that Linux keeps: ``comm`` in proc(5)."""


def spawn(name: str, target: Callable[..., None], *args: object) -> SpawnProcess:
    """Start ``target(*args)`` in a new interpreter that ends with this one; return its process.

    The child does not import the program's main module, so it works from a script without a
    ``__main__`` guard, from standard input and from a window, and starts as fast from each.
    """
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=target, args=args, name=name, daemon=True)
    with _launch, _hidden_main(), _blocked_interrupt():
        process.start()
    return process


def stop(process: SpawnProcess) -> None:
    """End a child at once, whatever it is doing, and free what it held."""
    process.kill()
    process.join()
    process.close()


def worked(process: SpawnProcess) -> float | None:
    """Return the seconds of processor time a child has had; None where nobody tells."""
    try:
        stat = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii")
    except OSError:
        return None
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def detach() -> None:
    """Leave, in a child, Ctrl-C to the parent, keep its standard output clean, and end with it.

    Where the system allows it, the child also shows under its own name in lists of processes.
    """
    with suppress(OSError):
        name = multiprocessing.current_process().name.removeprefix("dispatch-")
        Path("/proc/self/comm").write_text(name[:_LONGEST_NAME], encoding="ascii")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, name="follow-parent", daemon=True).start()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _hidden_main() -> Iterator[None]:
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _blocked_interrupt() -> Iterator[None]:
    """Keep Ctrl-C from a child that has not come to :func:`detach` yet: it inherits the mask."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # otherwise the start does it, and lifts the mask again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
