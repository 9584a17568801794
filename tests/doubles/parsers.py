"""A registry of one obedient parser, for tests of what happens around parsers.

Each line of an input is an order: ``crash``, ``hang``, ``hog``, ``recurse`` and ``fail`` do harm;
any other line is the headline of a dispatch, whose body is that line twenty times over.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from index.dispatch import Dispatch
from index.errors import NoTextFound, NotText
from index.parsers import RecordRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.parsers import Parser, Source


class ObedientParser:
    """Does what the input says."""

    format = "orders"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Take everything."""
        return bool(source.raw)

    def parse(self, source: Source) -> Iterator[Dispatch | RecordRefused]:
        """Carry out the orders line by line."""
        for line in source.raw.decode().splitlines():
            if line.startswith("refuse"):
                yield RecordRefused(line, NoTextFound(format=self.format))
            else:
                yield _obey(line)


def choose(source: Source) -> Parser:
    """Return the obedient parser, for anything but ``not text``."""
    if source.raw == b"not text":
        raise NotText(kind="binary")
    if source.raw == b"bug in choosing":
        raise KeyError("choose")
    return ObedientParser()


def _obey(line: str) -> Dispatch:
    _HARMS.get(line, str)()
    return Dispatch(line, "\n\n".join([line] * 20), "orders")


def _crash() -> None:
    os._exit(3)


def _hang() -> None:
    while True:
        sum(range(1000))


def _hog() -> None:
    held = []
    while True:
        held.append(bytes(1 << 26))  # room that is never filled: quick on a busy machine, too


def _recurse() -> None:
    _recurse()


def _fail() -> None:
    raise ValueError("the parser has a fault")


def _toil() -> None:
    end = time.process_time() + 0.2
    while time.process_time() < end:
        sum(range(1000))


_HARMS: dict[str, Callable[[], object]] = {
    "crash": _crash,
    "hang": _hang,
    "hog": _hog,
    "recurse": _recurse,
    "fail": _fail,
    "slow": _toil,
}
