"""Text that somebody before us decoded wrongly, and how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SEVERAL = 3
_MISREAD = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]+"
)
_NON_ASCII = re.compile("[^\x00-\x7f]")
_STRAY = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the charset it was in, and what had to be mended."""

    text: str
    charset: str
    warnings: tuple[str, ...] = ()


def mend_strays(raw: bytes) -> Decoded | None:
    """Accept UTF-8 with a few bytes of another charset in it, as in pages put together badly."""
    text = raw.decode("utf-8", errors="surrogateescape")
    strays = _STRAY.findall(text)
    right = len(_NON_ASCII.findall(text)) - len(strays)
    if right < 10 * len(strays):
        return None
    mended = _STRAY.sub(lambda found: _windows(ord(found.group()) & 0xFF), text)
    return Decoded(mended, "utf-8", (f"{len(strays)} bytes were not UTF-8; read as windows-1252",))


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="replace")


def undo_double(text: str) -> Decoded:
    """Undo UTF-8 that was taken for windows-1252 and encoded again."""
    runs = _MISREAD.findall(text)
    if len(runs) < _SEVERAL:
        return Decoded(text, "utf-8")
    if sum(map(len, runs)) < 0.5 * len(_NON_ASCII.findall(text)):
        return Decoded(text, "utf-8", ("some letters seem to have been encoded twice",))
    mended = _MISREAD.sub(lambda found: _again(found.group()), text)
    if mended == text:
        return Decoded(text, "utf-8")
    return Decoded(mended, "utf-8 twice", ("the text had been encoded twice as UTF-8; repaired",))


def _again(run: str) -> str:
    codes = b"".join(_byte(sign) for sign in run)
    try:
        return codes.decode("utf-8")
    except UnicodeDecodeError:
        return run


def _byte(sign: str) -> bytes:
    """Return the byte that windows-1252 has for a character, undefined places included."""
    return sign.encode("latin-1") if ord(sign) < 0x100 else sign.encode("cp1252")
