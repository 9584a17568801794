"""Where the index of an archive lies, and what happens to one that cannot be trusted."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

NAME = "whoosh"
_DAMAGED = "damaged"
_KEPT = 3
"""Damaged indexes left for whoever wants to find out why; older ones are deleted."""
_MEMORY = Path("/dev/shm")  # noqa: S108 - the folder made in it is readable by the user only


class IndexPlace:
    """The folder of an index; a private one in memory where the archive's own cannot be used.

    An archive that is open read-only is searched with the index beside it. Where that one is
    missing, behind or damaged, nobody here may mend it, so another is built that vanishes when
    the archive is closed.
    """

    def __init__(self, archive: Path, *, read_only: bool = False) -> None:
        self._own = archive / NAME
        self._read_only = read_only
        self._private: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the index is now."""
        return self._private or self._own

    @property
    def may_write(self) -> bool:
        """Whether the folder can be built in."""
        return not self._read_only or self._private is not None

    def go_private(self) -> None:
        """Leave the archive's folder alone from now on."""
        where = _MEMORY if os.access(_MEMORY, os.W_OK) else None
        self._private = Path(tempfile.mkdtemp(prefix="dispatch-reader-", dir=where)) / NAME

    def set_aside(self) -> Path | None:
        """Rename a damaged index to the next free ``whoosh.damaged-…``; None if it has gone."""
        folder = self.folder
        aside = [*_set_aside(folder)]
        number = max((_number(path) for path in aside), default=0) + 1
        target = folder.with_name(f"{folder.name}.{_DAMAGED}-{number}")
        try:
            folder.rename(target)
        except FileNotFoundError:
            return None
        for old in sorted(aside, key=_number)[: len(aside) + 1 - _KEPT]:
            shutil.rmtree(old, ignore_errors=True)
        return target

    def tidy(self) -> None:
        """Remove what a rebuild that was stopped has left behind."""
        shutil.rmtree(self.folder.with_name(f"{self.folder.name}.new"), ignore_errors=True)

    def close(self) -> None:
        """Remove a private index."""
        if self._private is not None:
            shutil.rmtree(self._private.parent, ignore_errors=True)


def _set_aside(folder: Path) -> list[Path]:
    found = folder.parent.glob(f"{folder.name}.{_DAMAGED}-*")
    return [path for path in found if path.suffix.rpartition("-")[2].isdecimal()]


def _number(path: Path) -> int:
    return int(path.suffix.rpartition("-")[2])
