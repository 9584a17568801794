"""The files of an index as they lie on the disk: plain, or sealed where the record is encrypted."""

from __future__ import annotations

import hashlib
import hmac
import mmap
from io import BytesIO
from pathlib import Path

from index.search.sealing import Opened, seal
from index.search.stock import FileStorage, StructFile

_FINGERPRINT = 16


class Shelf:
    """One folder of an index, and the key under which its files are sealed, if they are."""

    def __init__(self, folder: Path, key: bytes | None = None) -> None:
        self.folder = folder
        self._key = key

    def at(self, folder: Path) -> Shelf:
        """Return another folder under the same key."""
        return Shelf(folder, self._key)

    def owner(self, archive: str) -> str:
        """Name archive and key: an index under another key is another archive's."""
        if self._key is None:
            return archive
        mark = hmac.new(self._key, b"owner", hashlib.sha256).hexdigest()[:_FINGERPRINT]
        return f"{archive} {mark}"

    def read(self, name: str) -> bytes:
        """Return what was written to a file.

        Raises:
            OSError, ValueError: it cannot be read, or is not what was written.
        """
        raw = (self.folder / name).read_bytes()
        return raw if self._key is None else Opened(self._key, name, raw)[:]

    def view(self, name: str) -> mmap.mmap | bytes | Opened:
        """Return a file of which slices are read as they are asked for."""
        mapped = _map(self.folder / name)
        return mapped if self._key is None else Opened(self._key, name, mapped)

    def packed(self, name: str, content: bytes) -> bytes:
        """Return the bytes to write so that :meth:`read` returns ``content``."""
        return content if self._key is None else seal(self._key, name, content)

    def storage(self) -> FileStorage:
        """Return where Whoosh writes the files of a segment."""
        folder = str(self.folder)
        return FileStorage(folder) if self._key is None else _Sealed(folder, self._key)


class _Sealed(FileStorage):  # type: ignore[misc]
    """Keeps a file in memory until it is closed, so that no word of it reaches the disk."""

    def __init__(self, folder: str, key: bytes) -> None:
        super().__init__(folder)
        self._key = key

    def create_file(self, name: str, **_: object) -> StructFile:
        return StructFile(_Unwritten(Path(self.folder, name), self._key), name=name)


class _Unwritten(BytesIO):
    """A file that is sealed and written when it is closed."""

    def __init__(self, path: Path, key: bytes) -> None:
        super().__init__()
        self._path, self._key = path, key

    def close(self) -> None:
        if not self.closed:
            with self.getbuffer() as content:
                self._path.write_bytes(seal(self._key, self._path.name, content))
        super().close()


def _map(path: Path) -> mmap.mmap | bytes:
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
