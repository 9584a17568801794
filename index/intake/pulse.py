"""The line on which a child tells what it is about to do, often and so as cheaply as can be.

Where the system has pipes, beats are written and read past :class:`Connection`, which would frame
each of them and read it in two steps; all that have come since the last look are read at once.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from struct import Struct
from typing import TYPE_CHECKING

from index.intake.reading import Beat

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_BEAT = Struct("=qqqdd")
_AT_ONCE = 1024
"""Beats; they are written whole, so that as many are read whole."""
_HAS_PIPES = sys.platform != "win32"


def pulse() -> tuple[Pulse, Connection]:
    """Return the end that listens, and the one to give to a child."""
    listening, telling = multiprocessing.get_context("spawn").Pipe(duplex=False)
    return Pulse(listening), telling


def tell(line: Connection, beat: Beat) -> None:
    """Send a beat; OSError where nobody listens any more."""
    packed = _BEAT.pack(*beat)
    if _HAS_PIPES:
        os.write(line.fileno(), packed)
    else:
        line.send_bytes(packed)


class Pulse:
    """The end that listens, and the last beat that it has heard."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._last: Beat | None = None
        if _HAS_PIPES:
            os.set_blocking(line.fileno(), False)

    def latest(self) -> Beat | None:
        """Return the last beat; a child whose beats nobody takes would come to a halt."""
        try:
            packed = self._read()
        except (EOFError, OSError):
            return self._last  # it has died, or the line is closed
        if packed:
            self._last = Beat._make(_BEAT.unpack(packed[-_BEAT.size :]))
        return self._last

    def close(self) -> None:
        """Listen no more; again is fine."""
        self._line.close()

    def _read(self) -> bytes:
        read = b""
        if _HAS_PIPES:
            while more := _available(self._line.fileno()):
                read = more
        else:
            while self._line.poll():
                read = self._line.recv_bytes()
        return read


def _available(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _AT_ONCE * _BEAT.size)
    except BlockingIOError:
        return b""
