"""Look into WARC files record by record; each page that a crawl or a browser captured is a member.

https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from gzip import GzipFile
from typing import TYPE_CHECKING, cast

from index.errors import BrokenInput, InputTooLarge, NoTextFound, SuspiciousArchive
from index.intake.members import Member
from index.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from warcio.recordloader import ArcWarcRecord

    from index.limits import Limits

FORMAT = "WARC"
NAMES = (".warc", ".warc.gz")
WRONG_DIGEST = "the digest in the web archive does not match this page"

_MARK = b"WARC/"
_GZIP = b"\x1f\x8b"
_ANY_GZIP = 31
"""zlib's ``wbits`` for data with a gzip header."""
_SUCCESS = range(200, 300)
_STRETCH = 32 * MEGABYTE
"""Passed over before a sign of life is given."""
_CHUNK = 1 << 16


def recognises(head: bytes) -> bool:
    """Tell from its first bytes whether a file begins with a record, packed or not."""
    if not head.startswith(_GZIP):
        return head.startswith(_MARK)
    try:
        return zlib.decompressobj(_ANY_GZIP).decompress(head, len(_MARK)) == _MARK
    except zlib.error:
        return False


def pages(file: IO[bytes], limits: Limits) -> Iterator[Member]:
    """Yield the pages in the order of their capture.

    Raises:
        BrokenInput: the archive is damaged or cut short.
        SuspiciousArchive: it unpacks to too much.
        NoTextFound: it holds no page.
    """
    from warcio.archiveiterator import ArchiveIterator  # late: few imports hold web archives
    from warcio.exceptions import ArchiveLoadFailed

    records, told, names = _Records(file, limits), 0, _Names()
    try:
        for number, record in enumerate(ArchiveIterator(records, check_digests=True), 1):
            if _is_page(record):
                yield _page(record, names.of(record, number), limits)
            _drain(record)
            if records.count >= told + _STRETCH:
                told = records.count
                yield Member(f"#{number}", None)
    except (ArchiveLoadFailed, zlib.error, ValueError, EOFError, OSError) as error:
        raise BrokenInput(format=FORMAT, detail=_first_line(error)) from error
    if not names.given:
        raise NoTextFound(format=FORMAT)


class _Counted:
    """Counts the bytes that are read."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read, self.count = read, 0

    def read(self, size: int = -1) -> bytes:
        read = self._read(size)
        self.count += len(read)
        return read


class _Records:
    """The records' bytes, unpacked where need be, within the limits of a container."""

    def __init__(self, file: IO[bytes], limits: Limits) -> None:
        is_packed = file.read(len(_GZIP)) == _GZIP
        file.seek(0)
        self._limits, self._packed = limits, _Counted(file.read)
        # read1: what stands before a damaged place is still handed over
        gzip = GzipFile(fileobj=cast("IO[bytes]", self._packed)) if is_packed else None
        self._unpacked = _Counted(gzip.read1 if gzip else self._packed.read)

    @property
    def count(self) -> int:
        """How many bytes have been read so far."""
        return self._unpacked.count

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes.

        Raises:
            SuspiciousArchive: that is more than the limits allow.
        """
        read, limits = self._unpacked.read(size), self._limits
        swells = self.count > max(limits.ratio_floor, self._packed.count * limits.ratio)
        if swells or self.count > limits.container_bytes:
            raise SuspiciousArchive(detail=f"it unpacks to over {self.count // MEGABYTE} MB")
        return read


class _Names:
    """Names each page by its address; one captured again also by its record's number."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    def of(self, record: ArcWarcRecord, number: int) -> str:
        address = _address(record) or f"#{number}"
        name = f"{address} ({number})" if address in self.given else address
        self.given.add(name)
        return name


def _is_page(record: ArcWarcRecord) -> bool:
    answer = record.http_headers
    if record.rec_type == "response" and answer is not None:
        status = answer.get_statuscode()
        media = answer.get_header("Content-Type", "")
        return "html" in media.lower() and status.isdigit() and int(status) in _SUCCESS
    return record.rec_type == "resource" and "html" in (record.content_type or "").lower()


def _page(record: ArcWarcRecord, name: str, limits: Limits) -> Member:
    raw: bytes = record.content_stream().read(limits.file_bytes + 1)
    if len(raw) > limits.file_bytes:
        megabytes = f"{len(raw) / MEGABYTE:.1f}"
        limit = limits.file_bytes // MEGABYTE
        return Member(name, InputTooLarge(megabytes=megabytes, limit=limit))
    _drain(record)  # the digest is known at the end of the record only
    return Member(
        name,
        raw,
        charset=_charset(record),
        url=_address(record),
        captured=_moment(record.rec_headers.get_header("WARC-Date", "")),
        warnings=() if _is_intact(record) else (WRONG_DIGEST,),
    )


def _drain(record: ArcWarcRecord) -> None:
    while record.raw_stream.read(_CHUNK):
        pass


def _is_intact(record: ArcWarcRecord) -> bool:
    """Tell whether the record's digests, if it has any, agree with its bytes."""
    return record.digest_checker is None or record.digest_checker.passed is not False


def _address(record: ArcWarcRecord) -> str:
    address: str = record.rec_headers.get_header("WARC-Target-URI", "")
    return address.strip("<> \t")


def _charset(record: ArcWarcRecord) -> str:
    media = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
    _, _, charset = media.lower().partition("charset=")
    return charset.partition(";")[0].strip(" \"'")


def _moment(text: str) -> datetime | None:
    try:
        stated = datetime.fromisoformat(text)
    except ValueError:
        return None
    return stated if stated.tzinfo else stated.replace(tzinfo=UTC)


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), "cut short")
