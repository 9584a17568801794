"""One writer a folder: an advisory lock that names who holds it."""

from __future__ import annotations

import errno
import os
import platform
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from index.errors import ArchiveHeld, ReadOnlyArchive, StorageFull

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_NAME = "archive.lock"

if sys.platform == "win32":
    import msvcrt

    _BEYOND_TEXT = 1 << 20
    """Locked bytes cannot be read by others on Windows, so the one locked lies past the text."""

    def _seize(lock: IO[str]) -> None:
        lock.seek(_BEYOND_TEXT)
        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)

    def _free(lock: IO[str]) -> None:
        lock.seek(_BEYOND_TEXT)
        msvcrt.locking(lock.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _seize(lock: IO[str]) -> None:
        fcntl.flock(lock.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _free(lock: IO[str]) -> None:
        fcntl.flock(lock.fileno(), fcntl.LOCK_UN)


class FolderLock:
    """Held from construction to :meth:`release`, or to the end of the process, however it ends.

    Raises:
        ArchiveHeld: somebody else holds it.
        ReadOnlyArchive: the folder cannot be written to.
        StorageFull: there is no room for the lock file.
    """

    def __init__(self, folder: Path) -> None:
        self._file = _open(folder)
        try:
            _seize(self._file)
            self._sign()
        except (BlockingIOError, PermissionError):
            holder = read_holder(folder)
            self._file.close()
            raise ArchiveHeld(folder=folder, holder=holder) from None
        except OSError as error:
            self._file.close()
            raise StorageFull(folder=folder, detail=error.strerror) from error

    def release(self) -> None:
        """Let others in; the file stays, because removing it would race with them.

        Closing alone would not do: a child that is just being started holds the file, too.
        """
        if not self._file.closed:
            _free(self._file)
        self._file.close()

    def _sign(self) -> None:
        self._file.seek(0)
        self._file.truncate()
        self._file.write(f"{os.getpid()}\n{platform.node()}\n")
        self._file.flush()


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Keep others out of a folder for a while.

    Raises:
        ArchiveHeld, ReadOnlyArchive, StorageFull: as :class:`FolderLock` does.
    """
    lock = FolderLock(folder)
    try:
        yield
    finally:
        lock.release()


def read_holder(folder: Path) -> str:
    """Name the process that signed the lock file, in words for a message."""
    try:
        pid, host, *_ = (folder / LOCK_NAME).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return "another program"
    return f"Dispatch Reader (process {pid} on {host})"


def _open(folder: Path) -> IO[str]:
    try:
        return (folder / LOCK_NAME).open("a+", encoding="utf-8")
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise ReadOnlyArchive(folder=folder) from error
        raise StorageFull(folder=folder, detail=error.strerror) from error
