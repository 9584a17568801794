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
    body = _words(dispatch.body)
    head = [*_words(dispatch.headline), "\n", *_words(dispatch.agency), "\n"]
    digest = hashlib.sha256(" ".join(head + body).encode())
    return digest.hexdigest(), _sketch(body)


def _words(text: str) -> list[str]:
    return _WORDS.findall(unicodedata.normalize("NFC", text).casefold())


def _sketch(words: list[str]) -> tuple[int, ...]:
    runs = map(" ".join, zip(words, words[1:], words[2:], strict=False))
    return tuple(sorted({zlib.crc32(run.encode()) for run in runs})[:SKETCH_SIZE])
