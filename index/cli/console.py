"""Where commands write: lines for people or objects for scripts, complaints to standard error."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from contextlib import contextmanager
from enum import IntEnum
from typing import IO, TYPE_CHECKING

from index.reports import Cancel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

    from index.errors import ArchiveError
    from index.reports import Progress

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_ERASE = "\r\x1b[K"


class Exit(IntEnum):
    """The documented exit codes; the last two follow the shell's custom of 128 + signal."""

    OK = 0
    INPUTS_FAILED = 1
    USAGE = 2
    ARCHIVE = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class Console:
    """Writes UTF-8 whatever the locale says."""

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json
        self._out, self._err = _utf8(sys.stdout), _utf8(sys.stderr)
        self._shows_progress = self._err.isatty()
        self._marks_hits = self._out.isatty() and not os.environ.get("NO_COLOR")
        self._progress_shown = False

    def line(self, text: str = "") -> None:
        """Write a line for people."""
        self._clear_progress()
        self._out.write(f"{text}\n")

    def record(self, fields: Mapping[str, object]) -> None:
        """Write an object for scripts."""
        self._clear_progress()
        self._out.write(json.dumps(fields, ensure_ascii=False) + "\n")

    def tell(self, text: str, fields: Mapping[str, object]) -> None:
        """Write the one or the other, as asked."""
        if self.as_json:
            self.record(fields)
        else:
            self.line(text)

    def note(self, text: str) -> None:
        """Write what is no result to standard error."""
        self._clear_progress()
        self._err.write(f"{text}\n")

    def complain(self, error: ArchiveError) -> None:
        """Write what happened and what can be done."""
        self.note(f"dispatch-reader: {error}. {error.advice}")

    def progress(self, progress: Progress) -> None:
        """Show how far the work has come, on a terminal only."""
        if self._shows_progress:
            of = f"/{progress.total}" if progress.total else ""
            self._err.write(f"{_ERASE}{progress.stage} {progress.done}{of}")
            self._err.flush()
            self._progress_shown = True

    def strong(self, text: str) -> str:
        """Mark a hit, on a terminal only."""
        return f"{_BOLD}{text}{_PLAIN}" if self._marks_hits else text

    def flush(self) -> None:
        """Hand everything to the system; where nobody reads it any more, this is what raises."""
        self._clear_progress()
        self._out.flush()

    def _clear_progress(self) -> None:
        if self._progress_shown:
            self._err.write(_ERASE)
            self._progress_shown = False


@contextmanager
def cancelled_by_interrupt() -> Iterator[Cancel]:
    """Lend a switch that the first Ctrl-C throws, so that work ends in order; a second one cuts."""
    cancel = Cancel()
    if threading.current_thread() is not threading.main_thread():
        yield cancel
        return

    def throw(number: int, frame: FrameType | None) -> None:
        _ = number, frame
        cancel()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, throw)
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)


def _utf8(stream: IO[str]) -> IO[str]:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
