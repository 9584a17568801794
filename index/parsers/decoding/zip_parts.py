"""Members of documents that are zip files (DOCX, ODT, EPUB), read within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from index.errors import BrokenInput, LockedInput, SuspiciousArchive
from index.limits import STANDARD, Limits

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = b"PK\x03\x04"
_ENCRYPTED = 0x1
_CHUNK = 1 << 16
_DAMAGED = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError)
"""What zipfile raises on a directory that leads astray."""


def is_zip(head: bytes) -> bool:
    """Tell whether bytes begin like a zip file."""
    return head.startswith(_MARK)


def zip_names(raw: bytes) -> frozenset[str]:
    """Return the members' names of a zip file; empty where it has no readable directory."""
    if not is_zip(raw):
        return frozenset()
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(raw)).namelist())
    except _DAMAGED:
        return frozenset()


_PREVIEWS = ("Thumbnails/", "docProps/")


class ZipParts:
    """A zip file in memory whose members are read within limits.

    Raises:
        BrokenInput: the directory or a member is damaged.
        SuspiciousArchive: its members would unpack to more than the limits allow.
    """

    def __init__(self, raw: bytes, form: str, limits: Limits = STANDARD) -> None:
        self._form, self._limits = form, limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except _DAMAGED as error:
            raise BrokenInput(format=form, detail=str(error)) from error
        self._check(len(raw))

    @property
    def names(self) -> list[str]:
        """Every member's name in the order of the directory."""
        return self._zip.namelist()

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """Return one member's bytes; what it claims to hold is not believed."""
        try:
            with self._zip.open(name) as member:
                return self._bounded(iter(lambda: member.read(_CHUNK), b""))
        except KeyError as error:
            raise BrokenInput(format=self._form, detail=f"{name} is missing") from error
        except RuntimeError as error:
            raise LockedInput(format=self._form) from error
        except (*_DAMAGED, zlib.error, EOFError) as error:
            raise BrokenInput(format=self._form, detail=str(error)) from error

    def count(self, *endings: str) -> int:
        """Return how many members have one of these file endings; previews of the file are none."""
        return sum(
            name.lower().endswith(endings) and not name.startswith(_PREVIEWS) for name in self.names
        )

    def _bounded(self, chunks: Iterable[bytes]) -> bytes:
        parts, size = [], 0
        for chunk in chunks:
            size += len(chunk)
            if size > self._limits.member_bytes:
                raise SuspiciousArchive(detail="a part of it unpacks to too much")
            parts.append(chunk)
        return b"".join(parts)

    def _check(self, packed: int) -> None:
        members = self._zip.infolist()
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise LockedInput(format=self._form)
        if len(members) > self._limits.members:
            raise SuspiciousArchive(detail="it has too many parts")
        unpacked = sum(member.file_size for member in members)
        too_dense = unpacked > max(packed, 1) * self._limits.ratio
        if too_dense and unpacked > self._limits.ratio_floor:
            raise SuspiciousArchive(detail="it unpacks to far more than its size")
        if max((member.file_size for member in members), default=0) > self._limits.member_bytes:
            raise SuspiciousArchive(detail="a part of it unpacks to too much")
