"""Two ways to see that dispatches are the same: exactly, or nearly.

The content hash is equal for the same words in the same order, whatever the file they came in.
The sketch is the 48 smallest CRC-32 values over all runs of three words; two texts that share
ten or more of them tell the same story (Broder, On the resemblance and containment of documents,
1997).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.dispatch import Dispatch

SKETCH_SIZE = 48
SHARED_ENOUGH = 10

_WORDS = re.compile(r"\w+")


def fingerprint(dispatch: Dispatch) -> tuple[str, tuple[int, ...]]:
    """Return (content hash in 64 hex digits, sketch in ascending order)."""
    head = [*_words(dispatch.headline), b"\n", *_words(dispatch.agency), b"\n"]
    body = _words(dispatch.body)
    return hashlib.sha256(b" ".join(head + body)).hexdigest(), _sketch(body)


def _words(text: str) -> list[bytes]:
    words = _WORDS.findall(unicodedata.normalize("NFC", text).casefold())
    return " ".join(words).encode().split()


def _sketch(words: list[bytes]) -> tuple[int, ...]:
    runs = map(b" ".join, zip(words, words[1:], words[2:], strict=False))
    return tuple(sorted(set(map(zlib.crc32, runs)))[:SKETCH_SIZE])
