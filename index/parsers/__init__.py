"""Parsers: one module a format, all behind one Protocol, chosen by content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from index.dispatch import Dispatch
    from index.errors import InputRefused

HEAD = 8192
"""Bytes of a file that are enough to recognise its format."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one input, and what is known of it from outside."""

    raw: bytes
    path: str
    """As the user named it; a hint for messages, never for choosing a parser."""
    member: str = ""
    """Name inside a container."""
    modified: datetime | None = None
    """Of the file, aware; only a fallback for ``captured``."""
    charset: str = ""
    """Declared by a transport (mail, WARC), where there was one."""
    url: str = ""
    """Capture address from a container (WARC, MHTML), where there was one."""
    captured: datetime | None = None
    """Capture date from a container, aware."""
    warnings: tuple[str, ...] = ()
    """What its container knows to be wrong with the bytes; passed on to each dispatch."""

    @property
    def head(self) -> bytes:
        """The first bytes, for :meth:`Parser.recognises`."""
        return self.raw[:HEAD]


@dataclass(frozen=True, slots=True)
class RecordRefused:
    """One record among several of an input could not be read; the others are not held up."""

    member: str
    """``#3`` for the third record, or the name of a part."""
    reason: InputRefused


class Parser(Protocol):
    """Turns the bytes of one input into the dispatches it holds."""

    @property
    def format(self) -> str:
        """Stable short name: ``text``, ``html``, ``nitf`` …; also shown to the user."""
        ...

    @property
    def version(self) -> int:
        """Grows whenever the same bytes may yield other fields."""
        ...

    def recognises(self, source: Source) -> bool:
        """Tell, from the content alone and in microseconds, whether this parser reads it."""
        ...

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the dispatches in file order, and in its place each record that cannot be read.

        Raises:
            InputRefused: nothing, or nothing further, can be read; says why.
        """
        ...
