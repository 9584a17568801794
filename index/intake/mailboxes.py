"""Look into mailboxes message by message, so that one may be larger than a file that is held whole.

https://www.rfc-editor.org/rfc/rfc4155
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from index.errors import InputTooLarge
from index.intake.members import Member
from index.limits import MEGABYTE
from index.parsers.mail import envelope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.limits import Limits

_CHUNK = 1 << 16
"""Of a longer line, so much is read at a time."""
_STRETCH = 32 * MEGABYTE
"""Passed over before a sign of life is given."""
_EMPTY = (b"\n", b"\r\n")


def recognises(head: bytes) -> bool:
    """Tell from its first bytes whether a file is a mailbox."""
    return envelope.is_mailbox(head)


def messages(file: IO[bytes], limits: Limits) -> Iterator[Member]:
    """Yield each message as it stands in the file, its envelope line included.

    They are called ``#1``, ``#2`` …; one that is alone bears no name.
    """
    message, number = _Message(limits.file_bytes), 1
    for piece, opens in _pieces(file):
        if opens and message.size:
            yield message.member(f"#{number}")
            message, number = _Message(limits.file_bytes), number + 1
        message.add(piece)
        if message.stretched():
            yield Member(f"#{number}", None)
    yield message.member(f"#{number}" if number > 1 else "")


def _pieces(file: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield the lines, long ones in parts, each with whether it opens a message."""
    begins = below_empty = True
    while piece := file.readline(_CHUNK):
        yield piece, begins and below_empty and envelope.is_envelope(piece)
        below_empty = begins and piece in _EMPTY
        begins = piece.endswith(b"\n")


class _Message:
    """What has been read of a message; of one over the limit only its size is kept."""

    def __init__(self, limit: int) -> None:
        self._limit, self._pieces, self._told = limit, list[bytes](), 0
        self.size = 0
        """In bytes."""

    def add(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size <= self._limit:
            self._pieces.append(piece)
        else:
            self._pieces.clear()

    def stretched(self) -> bool:
        """Tell, once each time, whether a sign of life is due."""
        due = self.size >= self._told + _STRETCH
        if due:
            self._told = self.size
        return due

    def member(self, name: str) -> Member:
        if self.size <= self._limit:
            return Member(name, b"".join(self._pieces))
        megabytes = f"{self.size / MEGABYTE:.1f}"
        return Member(name, InputTooLarge(megabytes=megabytes, limit=self._limit // MEGABYTE))
