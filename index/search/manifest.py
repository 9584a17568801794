"""``built.json``: what the index folder holds, for which archive, up to which generation.

The manifest is the one authority. Files that it does not name are leftovers; a file that it
names must have the size and the SHA-256 written there, and a seal (see ``authorship``) proves
that nobody else wrote it. A commit writes the new files first and replaces the manifest last, so
that a program killed at any moment leaves the old index or the new one. Nothing is unpickled to
open an index.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from index.search.authorship import is_ours, seal
from index.search.errors import IndexDamaged, IndexForeign
from index.search.schema import VERSION

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from pathlib import Path

FILE = "built.json"


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """One segment of the index."""

    id: str
    documents: int
    lengths: Mapping[str, int] = field(compare=False)
    """Field -> how many words it holds over all documents."""
    deleted: tuple[int, ...] = ()
    """Document numbers within the segment that are no longer valid."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """Size in bytes and SHA-256 of a file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Built:
    """The content of the manifest."""

    archive: str
    generation: int
    """Of the record; every change up to it is in the index."""
    schema: int = VERSION
    commit: int = 0
    """Number of Whoosh's table of contents; grows with every commit."""
    segments: tuple[SegmentEntry, ...] = ()
    files: Mapping[str, FileEntry] | None = None

    @property
    def checked(self) -> Mapping[str, FileEntry]:
        """Every file of the index."""
        return self.files or {}

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Read the manifest; None when there is no index yet.

        Raises:
            IndexForeign: somebody else wrote it.
            IndexDamaged: the manifest cannot be understood.
        """
        try:
            raw = _unsealed((folder / FILE).read_text("utf-8"))
            return cls(
                archive=str(raw["archive"]),
                generation=int(raw["generation"]),
                schema=int(raw["schema"]),
                commit=int(raw["commit"]),
                segments=tuple(_segment(entry) for entry in raw["segments"]),
                files={name: FileEntry(**entry) for name, entry in raw["files"].items()},
            )
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexDamaged(f"{FILE}: {error}") from error

    def write(self, folder: Path) -> None:
        """Put this manifest in the place of the last one, in one step that survives a crash."""
        fresh = folder / f"{FILE}.new"
        content = json.dumps(asdict(self))
        fresh.write_text(f"{content}\n{seal(content)}\n", "utf-8")
        settle([fresh])
        fresh.replace(folder / FILE)
        settle([folder])

    def belongs_to(self, archive: str) -> None:
        """Refuse an index of another archive or of another version of the program.

        Raises:
            IndexForeign: it is one.
        """
        if self.archive != archive:
            raise IndexForeign("built for another archive, or under another key")
        if self.schema != VERSION:
            raise IndexForeign(f"format {self.schema} instead of {VERSION}")

    def check(
        self,
        folder: Path,
        *,
        thorough: bool = True,
        but: Mapping[str, FileEntry] = MappingProxyType({}),
        only: Container[str] | None = None,
    ) -> None:
        """Compare every file, or some, with the manifest; not ``thorough``: by size only.

        Files that were checked before as ``but`` says are not read again.

        Raises:
            IndexDamaged: a file is missing or differs.
        """
        for name, entry in self.checked.items():
            if but.get(name) == entry or (only is not None and name not in only):
                continue
            try:
                size = (folder / name).stat().st_size
                if size != entry.size or (thorough and checksum(folder / name) != entry.sha256):
                    raise IndexDamaged(f"{name} differs from what was written")
            except OSError as error:
                raise IndexDamaged(f"{name}: {error.strerror}") from error

    def with_segments(
        self, folder: Path, segments: Iterable[SegmentEntry], names: Iterable[str], generation: int
    ) -> Self:
        """Return the manifest of the next commit over the files ``names``; hashes the new ones."""
        known = self.checked
        files = {name: known.get(name) or describe(folder / name) for name in sorted(names)}
        return replace(
            self,
            generation=generation,
            commit=self.commit + 1,
            segments=tuple(segments),
            files=files,
        )


def _unsealed(text: str) -> Any:  # noqa: ANN401 - JSON
    """Return the content of a manifest that bears our seal.

    Raises:
        IndexForeign: it does not.
    """
    content, _, found = text.partition("\n")
    if not is_ours(content, found.strip()):
        raise IndexForeign("not written by this user's program")
    return json.loads(content)


def _segment(entry: dict[str, Any]) -> SegmentEntry:
    lengths = {str(name): int(total) for name, total in entry["lengths"].items()}
    deleted = tuple(int(number) for number in entry["deleted"])
    return SegmentEntry(str(entry["id"]), int(entry["documents"]), lengths, deleted)


def describe(path: Path) -> FileEntry:
    """Measure a file."""
    return FileEntry(path.stat().st_size, checksum(path))


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file; a CRC could be kept by whoever changes it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def settle(paths: Iterable[Path]) -> None:
    """Make sure that files, or the names in a folder, are on the disk."""
    for path in paths:
        if path.is_dir() and not hasattr(os, "O_DIRECTORY"):
            continue  # Windows has no way to do this for a folder, and no need
        handle = os.open(path, os.O_RDONLY if hasattr(os, "O_DIRECTORY") else os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
