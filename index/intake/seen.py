"""The watched files that were read already, remembered in a file beside the record.

The file is derived and may be lost: each watched file is read once more then, and recognised. What
it says of a file counts only while the record holds the import that read the file; so a record that
was restored from a backup misses nothing.
"""

from __future__ import annotations

import os
from collections import defaultdict
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from pathlib import Path

NAME = "watched.seen"
FORMAT = "dispatch-reader watched files 1"
"""First line. Below it, lines with the start of an import alone, each followed by the files that
it read: a hash of the path, and the mark."""


class _Sight(NamedTuple):
    mark: str
    started: str
    """Of the import that read the file."""


class SeenFiles:
    """Path -> mark that the file had when it was read."""

    def __init__(self, folder: Path, imports: Container[str]) -> None:
        """Read what is remembered in the folder of an archive that holds these imports."""
        self._path = folder / NAME
        self._sights: dict[str, _Sight] = {}
        self._load(imports)

    def mark(self, path: str) -> str | None:
        """Return the mark with which a file was read last; None where it never was."""
        sight = self._sights.get(hashed(path))
        return sight.mark if sight else None

    def add(self, marks: Mapping[str, str], started: str) -> None:
        """Remember files that an import has read; a disk that refuses costs only time."""
        self._sights |= {hashed(path): _Sight(mark, started) for path, mark in marks.items()}
        draft = self._path.with_suffix(".new")
        with suppress(OSError):
            draft.write_text("\n".join([FORMAT, *self._lines(), ""]), encoding="ascii")
            draft.replace(self._path)

    def _load(self, imports: Container[str]) -> None:
        try:
            first, *lines = self._path.read_text(encoding="ascii").splitlines() or [""]
        except (OSError, UnicodeDecodeError):
            return
        started = ""
        for line in lines if first == FORMAT else ():
            key, _, mark = line.partition(" ")
            if not mark:
                started = key
            elif started in imports:
                self._sights[key] = _Sight(mark, started)

    def _lines(self) -> Iterator[str]:
        imports: defaultdict[str, list[str]] = defaultdict(list)
        for key, (mark, started) in self._sights.items():
            imports[started].append(f"{key} {mark}")
        for started, lines in imports.items():
            yield started
            yield from lines


def hashed(path: str) -> str:
    """Return a hash: paths need not be readable beside an encrypted record."""
    return blake2b(os.fsencode(path), digest_size=16).hexdigest()
