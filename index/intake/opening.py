"""Open one input: a file gives one source, a container gives one for each of its members."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

from index.errors import EmptyInput, InputRefused, InputTooLarge, UnreadableInput
from index.intake import containers
from index.intake.sources import printable, unreadable
from index.limits import MEGABYTE
from index.parsers import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.intake.members import Member
    from index.limits import Limits


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or member that cannot be handed to a parser."""

    path: str
    error: InputRefused
    member: str = ""


Opened = Source | Refused | None
"""None: nothing to read so far, but the container is being gone through."""


def open_input(path: str, limits: Limits) -> Iterator[Opened]:
    """Yield the sources in ``path``; whatever goes wrong is yielded too, never raised."""
    try:
        with _ordinary(path) as file:
            yield from _contents(path, file, limits)
    except OSError as error:
        yield Refused(printable(path), unreadable(error))
    except InputRefused as error:
        yield Refused(printable(path), error)


def _ordinary(path: str) -> BinaryIO:
    """Open a regular file; anything else might never come to an end."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    file = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise UnreadableInput(detail="it is no ordinary file")
    return file


def _contents(path: str, file: BinaryIO, limits: Limits) -> Iterator[Opened]:
    status = os.fstat(file.fileno())
    name, modified = printable(path), datetime.fromtimestamp(status.st_mtime, UTC)
    if containers.recognises(file):
        outer = Source(b"", name, modified=modified)
        yield from _members(outer, file, limits)
        return
    raw = file.read(min(status.st_size, limits.file_bytes) + 1)
    yield _sized(Source(raw, name, modified=modified), limits.file_bytes, status.st_size)


def _members(outer: Source, file: BinaryIO, limits: Limits) -> Iterator[Opened]:
    for member in containers.members(file, limits):
        if member.content is None:
            yield None
        elif isinstance(member.content, InputRefused):
            yield Refused(outer.path, member.content, member.name)
        else:
            source = _source(outer.path, member, member.content)
            yield _sized(source, limits.member_bytes, len(member.content))


def _source(path: str, member: Member, content: bytes) -> Source:
    return Source(
        content,
        path,
        member.name,
        member.modified,
        member.charset,
        member.url,
        member.captured,
        member.warnings,
    )


def _sized(source: Source, limit: int, size: int) -> Source | Refused:
    if len(source.raw) > limit:
        megabytes = f"{max(size, len(source.raw)) / MEGABYTE:.1f}"
        refusal = InputTooLarge(megabytes=megabytes, limit=limit // MEGABYTE)
        return Refused(source.path, refusal, source.member)
    if not source.raw.strip():
        return Refused(source.path, EmptyInput(), source.member)
    return source
