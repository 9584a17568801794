"""Walk the files and folders that the user named, in an order that is the same every time."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import InputRefused, UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set
    from pathlib import Path

RECORD = "archive.sqlite3"
"""A folder that holds it is an archive itself and is not imported."""

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "icon\r"})
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_COMPANIONS = ("_files", "_fichiers", "_dosyalar", "_archivos", "-dateien", "_file", "_arquivos")
"""Browsers put a saved page's pictures and scripts into a folder named so beside it."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read; ``path`` as the user named it, or below a folder named so."""

    path: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An entry that could not be looked at."""

    path: str
    error: InputRefused


def expand(paths: Iterable[Path | str]) -> Iterator[Input | Unreadable]:
    """Yield every file of ``paths`` once, folders in the order of their names.

    Hidden files, lock files and the companion folders of saved pages are left out, unless named
    themselves. Links are followed, but no folder is entered twice.
    """
    walk = Walk()
    for path in paths:
        yield from walk.enter(os.fspath(path))


def in_archive(folder: Path) -> bool:
    """Tell whether a folder is that of an archive, or lies in one."""
    place = folder.resolve()
    return any((each / RECORD).exists() for each in (place, *place.parents))


class Walk:
    """Remembers the folders entered, by device and inode, so that link loops end."""

    def __init__(self) -> None:
        self._entered: set[tuple[int, int]] = set()
        self.folders: list[str] = []
        """Those whose files were listed; archives are not among them."""

    def enter(self, path: str) -> Iterator[Input | Unreadable]:
        """Yield a file, or every file below a folder that was not entered before."""
        try:
            status = os.stat(path)  # noqa: PTH116 - asked of each file, and a Path costs more
        except OSError as error:
            yield Unreadable(path, unreadable(error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._folder(path, (status.st_dev, status.st_ino))
        elif stat.S_ISREG(status.st_mode):
            yield Input(path)
        else:
            yield Unreadable(path, UnreadableInput(detail="it is no ordinary file"))

    def _folder(self, path: str, identity: tuple[int, int]) -> Iterator[Input | Unreadable]:
        if identity in self._entered:
            return
        self._entered.add(identity)
        try:
            names = sorted(os.listdir(path))  # noqa: PTH208 - names only, without Path objects
        except OSError as error:
            yield Unreadable(path, unreadable(error))
            return
        if RECORD in names:
            return
        self.folders.append(path)
        for name in _worthwhile(names):
            yield from self.enter(os.path.join(path, name))  # noqa: PTH118 - keeps the user's spelling


def unreadable(error: OSError) -> UnreadableInput:
    """Say in the user's words why the system refused."""
    return UnreadableInput(detail=error.strerror or type(error).__name__)


def printable(path: str) -> str:
    """Return a path that can be stored and printed; bytes that are no UTF-8 show as hex."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _worthwhile(names: list[str]) -> list[str]:
    pages = frozenset(
        stem.casefold() for stem, suffix in map(os.path.splitext, names)
        if suffix.lower() in _PAGE_SUFFIXES
    )  # fmt: skip
    return [name for name in names if not _passed_over(name.casefold(), pages)]


def _passed_over(name: str, pages: Set[str]) -> bool:
    if name.startswith((".", "~$")) or name.endswith("~") or name in _SYSTEM_FILES:
        return True
    if not name.endswith(_COMPANIONS):
        return False
    return any(name.endswith(end) and name.removesuffix(end) in pages for end in _COMPANIONS)
