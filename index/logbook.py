"""The program's log: what happened to the archive and when, never a word of a dispatch.

Only this program's own loggers write to it, so that no library quotes a text in it. Of an error
that is no ArchiveError, the log has the type and the places in the code, but not the message: it
may quote what was being read.
"""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import ArchiveError

if TYPE_CHECKING:
    from types import TracebackType

    Caught = (
        tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    )

NAME = "dispatch-reader.log"
OURS = ("index", "desktop")
_BYTES, _KEPT = 256 * 1024, 3
_LAYOUT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


def logbook_path() -> Path:
    """Return the log file: in the user's state folder, beside nothing of the archive."""
    from platformdirs import user_log_path  # loads with the first line

    return user_log_path("dispatch-reader", appauthor=False) / NAME


def open_logbook(path: Path | None = None) -> Path | None:
    """Write the log to its file from now on; again is fine. None where it cannot be written."""
    path = path or logbook_path()
    if any(isinstance(each, _Logbook) for each in logging.getLogger(OURS[0]).handlers):
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _Logbook(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(_Discreet(_LAYOUT))
    for name in OURS:
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    return path


def close_logbook() -> None:
    """Let go of the file."""
    for name in OURS:
        logger = logging.getLogger(name)
        for handler in [each for each in logger.handlers if isinstance(each, _Logbook)]:
            logger.removeHandler(handler)
            handler.close()
        logger.propagate = True


class _Logbook(RotatingFileHandler):
    """The one handler; a full disk costs lines of it, nothing else."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        _ = record


class _Discreet(logging.Formatter):
    """Leaves the messages of unexpected errors out."""

    def formatException(self, ei: Caught) -> str:  # noqa: N802 - the library's name
        kind, error, trace = ei
        places = [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        said = f": {error}" if isinstance(error, ArchiveError) else ""
        return "\n".join([f"{kind.__name__ if kind else 'no error'}{said}", *places])
