"""Look into zip and gzip files, web archives and mailboxes without ever writing a member to disk.

A zip that is itself a document (Word, OpenDocument, EPUB) is left to its parser; of one that is
a web archive (WACZ), only the captured pages are members.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from gzip import BadGzipFile, GzipFile
from io import SEEK_END, BytesIO
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from index.errors import (
    BrokenInput,
    EmptyInput,
    InputRefused,
    InputTooLarge,
    LockedInput,
    SuspiciousArchive,
)
from index.intake import mailboxes, web_archives
from index.intake.members import Member
from index.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.limits import Limits

_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP = b"\x1f\x8b"
_DOCUMENT_MARKS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/container.xml"})
_WACZ_MARK = "datapackage.json"
_HEAD = 8192
"""Bytes that are enough to recognise a container."""
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises on damaged or unknown contents, by its documentation and its source."""


def recognises(file: IO[bytes]) -> bool:
    """Tell whether the file holds other files; a document does not, nor is its place changed."""
    head = _head(file)
    return _is_stream(head) or head.startswith(_GZIP) or _is_zip(file, head)


def members(file: IO[bytes], limits: Limits) -> Iterator[Member]:
    """Yield the members in their order, those of containers inside included.

    Raises:
        InputRefused: the container as a whole is damaged, or built to hurt.
    """
    yield from _Unpacking(limits).unpack(file, "", limits.depth)


def _is_zip(file: IO[bytes], head: bytes) -> bool:
    return head.startswith(_SIGNATURES) and not _is_document(file)


def _is_document(file: IO[bytes]) -> bool:
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

    def unpack(self, file: IO[bytes], prefix: str, depth: int) -> Iterator[Member]:
        head = _head(file)
        if _is_stream(head):
            for member in _streamed(file, head, self._limits):
                yield replace(member, name=(prefix + member.name).rstrip("/"))
        elif head.startswith(_GZIP):
            yield from self._gunzip(file, prefix, depth)
        else:
            yield from self._unzip(file, prefix, depth)

    def _gunzip(self, file: IO[bytes], prefix: str, depth: int) -> Iterator[Member]:
        """Yield the one file that is packed, or what it contains."""
        packed = file.seek(0, SEEK_END)
        file.seek(0)
        try:
            raw = self._bounded(GzipFile(fileobj=file))
        except (*_BROKEN, BadGzipFile) as error:
            raise BrokenInput(format="gzip", detail=str(error)) from error
        if self._swells(packed, len(raw)):
            raise SuspiciousArchive(detail="it unpacks to far more than its size")
        if recognises(inner := BytesIO(raw)):
            yield from self._inner(inner, prefix.rstrip("/"), depth)
        else:
            yield Member(prefix.rstrip("/"), raw)

    def _unzip(self, file: IO[bytes], prefix: str, depth: int) -> Iterator[Member]:
        try:
            with zipfile.ZipFile(file) as opened:
                entries = _worthwhile(opened.infolist())
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
            self._check(entry)
            with opened.open(entry) as packed:
                if _is_stream(_head(packed)):
                    # read as it is unpacked: it may be larger than a member that is held whole
                    yield from self._inner(packed, name, depth)
                    return
                raw = self._read(packed, entry)
            inner = BytesIO(raw)
            if recognises(inner):
                yield from self._inner(inner, name, depth)
            else:
                yield Member(name, raw, _modified(entry))
        except InputRefused as refusal:
            yield Member(name, refusal)
        except _BROKEN as error:
            yield Member(name, BrokenInput(format="zip", detail=str(error)))

    def _inner(self, file: IO[bytes], name: str, depth: int) -> Iterator[Member]:
        if depth <= 1:
            raise SuspiciousArchive(detail="containers are nested too deeply")
        yield from self.unpack(file, f"{name}/" if name else "", depth - 1)

    def _read(self, packed: IO[bytes], entry: zipfile.ZipInfo) -> bytes:
        limit = self._limits.member_bytes
        if entry.file_size > limit:
            megabytes = f"{entry.file_size / MEGABYTE:.1f}"
            raise InputTooLarge(megabytes=megabytes, limit=limit // MEGABYTE)
        return self._bounded(packed)

    def _bounded(self, packed: IO[bytes] | GzipFile) -> bytes:
        """Read a member whole."""
        raw = packed.read(self._limits.member_bytes + 1)
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

    def _swells(self, packed: int, unpacked: int) -> bool:
        limits = self._limits
        return unpacked > limits.ratio_floor and unpacked > packed * limits.ratio


def _head(file: IO[bytes]) -> bytes:
    head = file.read(_HEAD)
    file.seek(0)
    return head


def _is_stream(head: bytes) -> bool:
    """Tell whether a file is read from its start to its end, and may be of any size."""
    return web_archives.recognises(head) or mailboxes.recognises(head)


def _streamed(file: IO[bytes], head: bytes, limits: Limits) -> Iterator[Member]:
    if mailboxes.recognises(head):
        return mailboxes.messages(file, limits)
    return web_archives.pages(file, limits)


def _worthwhile(entries: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the entries to read; of a packed web archive, its records without its indexes."""
    records = [entry for entry in entries if entry.filename.lower().endswith(web_archives.NAMES)]
    if records and any(entry.filename == _WACZ_MARK for entry in entries):
        return records
    return [entry for entry in entries if not _passed_over(entry)]


def _passed_over(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    hidden = any(part.startswith(".") and part != ".." for part in parts)
    return entry.is_dir() or hidden or not parts or parts[0] == "__MACOSX"


def _modified(entry: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*entry.date_time, tzinfo=UTC)
    except ValueError:
        return None
