"""Wire messages framed by control characters: IPTC 7901 and ANPA 1312.

Both put a header between SOH and STX, the text between STX and ETX, and a clock behind ETX.
See https://iptc.org/std/IPTC7901/ and the ANPA 1312 wire service transmission guidelines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import InputRefused, WrongEncoding
from index.parsers import RecordRefused
from index.parsers.decoding.encoding import decode
from index.parsers.drafting.plain import wire_charset
from index.parsers.standards.anpa import read_anpa
from index.parsers.standards.iptc7901 import read_7901

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.dispatch import Dispatch
    from index.parsers import Source
    from index.parsers.drafting.draft import Draft

_FRAME = re.compile(
    rb"(?:\x01|\A)(?P<header>[^\x01\x02\x03]{0,2000})\x02(?P<text>[^\x01\x02\x03]*)(?P<end>\x03[^\x01\x02]*)?"
)
_OPEN = re.compile(rb"[^\x00-\x08\x0b\x0c\x0e\x0f\x11-\x1b]{3,300}\x02[^\x00-\x08\x0e-\x1b]{20}")
"""A header whose SOH was lost on the way, and text behind its STX."""
_BARE = re.compile(
    rb"(?P<header>)(?P<text>\s*\^[^\r\n^<]{3,200}<\r{0,3}\n\^.*?)"
    rb"(?P<end>\n[A-Z]{2,8}-[A-Z]{2}-\d\d-\d\d-\d\d[^\r\n]*\s*)?\Z",
    re.DOTALL,
)
"""Ruled lines whose frame was lost altogether."""
_ESCAPES = re.compile(rb"\x1b[\x20-\x23\x25-\x2f]+[\x30-\x7e]")
"""Escape sequences of ISO 2022 that name a character set of one byte a sign."""
_LINE_ENDS = re.compile(rb"\r{1,3}\n")
"""Of terminals too, which sent the carriage back twice."""
_SPACES = bytes.maketrans(b"\x10\x1c\x1d\x1e\x1f", b"     ")
_MOST_IDLE = 8
"""One byte in so many may be NUL, by which a line idles."""
_QUIET = bytes((*range(33), 0x7F))
_SILENT = bytes({*range(32), 0x7F} - set(b"\t\n\r"))


@dataclass(frozen=True, slots=True)
class Message:
    """The three parts of one framed message, decoded."""

    header: str
    text: str
    end: str


class WireFramesParser:
    """Reads every message of a file; the two standards differ only inside the frame."""

    format = "wire"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Look for a header closed by STX near the beginning, or for ruled lines there."""
        head = source.head[:1024].lstrip(b"\x16\x00\r\n \x7f")
        if head.count(0) * _MOST_IDLE > len(head):
            return False  # numbers of a program, with a 1 and a 2 among them
        if head[:1] == b"\x01":
            return b"\x02" in source.head
        if b"\x02" in head:
            return b"\x03" in source.raw and _OPEN.match(head) is not None
        return head[:1] == b"^" and _BARE.match(source.raw) is not None

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Yield the messages in order."""
        frames = _frames(_LINE_ENDS.sub(b"\n", source.raw))
        for number, frame in enumerate(frames, 1):
            try:
                yield _read(frame, source).finish()
            except InputRefused as reason:
                if len(frames) == 1:
                    raise
                yield RecordRefused(f"#{number}", reason)


def _frames(raw: bytes) -> list[re.Match[bytes]]:
    """Return the frames that hold something; quiet lines send empty ones, too."""
    found = list((_FRAME if b"\x02" in raw else _BARE).finditer(raw))
    return [frame for frame in found if frame["text"].strip(_QUIET)] or found[:1]


def _read(frame: re.Match[bytes], source: Source) -> Draft:
    message = Message(*(_decoded(frame[part] or b"", source) for part in ("header", "text", "end")))
    lines = message.text.splitlines()
    ruled = sum(1 for line in lines if line[:1] in ("^", "\t"))
    reader = read_anpa if 3 * ruled >= sum(1 for line in lines if line.strip()) else read_7901
    return reader(message.header, message.text, message.end, source)


def _decoded(raw: bytes, source: Source) -> str:
    raw = _ESCAPES.sub(b"", raw).translate(_SPACES, _SILENT)
    try:
        return decode(raw, declared=wire_charset(raw, source.charset)).text if raw.strip() else ""
    except WrongEncoding:
        return raw.decode("cp1252", "replace")
