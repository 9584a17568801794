"""Look into zip files without ever writing a member to disk.

A zip that is itself a document (Word, OpenDocument, EPUB, a web archive) is left to its parser.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from index.errors import (
    BrokenInput,
    EmptyInput,
    InputRefused,
    InputTooLarge,
    LockedInput,
    SuspiciousArchive,
)
from index.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.limits import Limits

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_DOCUMENT_MARKS = frozenset(
    {"[Content_Types].xml", "mimetype", "datapackage.json", "META-INF/container.xml"}
)
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises on damaged or unknown contents, by its documentation and its source."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a container, or the reason why it is not read."""

    name: str
    content: bytes | InputRefused
    modified: datetime | None = None


def recognises(file: BinaryIO) -> bool:
    """Tell whether the file is a zip that is no document; the position stays at its start."""
    signature = file.read(4)
    file.seek(0)
    return signature in _SIGNATURES and not _is_document(file)


def members(file: BinaryIO, limits: Limits) -> Iterator[Member]:
    """Yield the members in the order of the directory, those of zips inside included.

    Raises:
        InputRefused: the container as a whole is damaged, or built to hurt.
    """
    yield from _Unpacking(limits).unpack(file, "", limits.depth)


def _is_document(file: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(file) as opened:
            return not _DOCUMENT_MARKS.isdisjoint(opened.namelist())
    except _BROKEN:
        return False
    finally:
        file.seek(0)


class _Unpacking:
    """Adds up what has been unpacked, over all levels."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._unpacked = limits, 0

    def unpack(self, file: BinaryIO, prefix: str, depth: int) -> Iterator[Member]:
        try:
            with zipfile.ZipFile(file) as opened:
                entries = [entry for entry in opened.infolist() if not _passed_over(entry)]
                self._check_whole(entries)
                for entry in entries:
                    yield from self._member(opened, entry, prefix, depth)
        except _BROKEN as error:
            raise BrokenInput(format="zip", detail=str(error)) from error

    def _check_whole(self, entries: list[zipfile.ZipInfo]) -> None:
        if not entries:
            raise EmptyInput
        if len(entries) > self._limits.members:
            raise SuspiciousArchive(detail=f"it has {len(entries)} members")
        packed = sum(entry.compress_size for entry in entries)
        unpacked = sum(entry.file_size for entry in entries)
        if self._swells(packed, unpacked) or unpacked > self._limits.container_bytes:
            raise SuspiciousArchive(detail=f"it unpacks to {unpacked // MEGABYTE} MB")

    def _member(
        self, opened: zipfile.ZipFile, entry: zipfile.ZipInfo, prefix: str, depth: int
    ) -> Iterator[Member]:
        name = prefix + entry.filename
        try:
            raw = self._read(opened, entry)
            inner = BytesIO(raw)
            if recognises(inner):
                yield from self._inner(inner, name, depth)
            else:
                yield Member(name, raw, _modified(entry))
        except InputRefused as refusal:
            yield Member(name, refusal)
        except _BROKEN as error:
            yield Member(name, BrokenInput(format="zip", detail=str(error)))

    def _inner(self, file: BinaryIO, name: str, depth: int) -> Iterator[Member]:
        if depth <= 1:
            raise SuspiciousArchive(detail="containers are nested too deeply")
        yield from self.unpack(file, f"{name}/", depth - 1)

    def _read(self, opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
        self._check(entry)
        with opened.open(entry) as member:
            raw = member.read(self._limits.member_bytes + 1)
        self._unpacked += len(raw)
        if self._unpacked > self._limits.container_bytes:
            raise SuspiciousArchive(detail=f"it unpacks to {self._unpacked // MEGABYTE} MB")
        return raw

    def _check(self, entry: zipfile.ZipInfo) -> None:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise SuspiciousArchive(detail="a member's name leads out of the container")
        if entry.flag_bits & _ENCRYPTED:
            raise LockedInput(format="zip")
        if self._swells(entry.compress_size, entry.file_size):
            raise SuspiciousArchive(detail=f"a member unpacks to {entry.file_size // MEGABYTE} MB")
        if entry.file_size > self._limits.member_bytes:
            megabytes = f"{entry.file_size / MEGABYTE:.1f}"
            raise InputTooLarge(megabytes=megabytes, limit=self._limits.member_bytes // MEGABYTE)

    def _swells(self, packed: int, unpacked: int) -> bool:
        limits = self._limits
        return unpacked > limits.ratio_floor and unpacked > packed * limits.ratio


def _passed_over(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    return entry.is_dir() or hidden or not parts or parts[0] == "__MACOSX"


def _modified(entry: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*entry.date_time, tzinfo=UTC)
    except ValueError:
        return None
