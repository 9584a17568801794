"""Two ways to see that dispatches are the same: exactly, or nearly.

The content hash is equal for the same words of the same agency in the same order, whatever the file
they came in, whatever it calls the agency, and whether the text opens with the dateline or not.
The sketch is the 48 smallest CRC-32 values over all runs of three words; two texts that share
ten or more of them tell the same story (Broder, On the resemblance and containment of documents,
1997).
"""

from __future__ import annotations

import hashlib
import string
import unicodedata
import zlib
from typing import TYPE_CHECKING

from index.wire.authority import authority_name

if TYPE_CHECKING:
    from index.dispatch import Dispatch

SKETCH_SIZE = 48
SHARED_ENOUGH = 10

_MARKS = (string.punctuation + string.whitespace).encode()
_BLANKS = bytes.maketrans(_MARKS, b" " * len(_MARKS))
_LIKELY = 2 * SKETCH_SIZE
"""So many values are sorted on average; sorting all of them would cost as much as making them."""


def fingerprint(dispatch: Dispatch) -> tuple[str, tuple[int, ...]]:
    """Return (content hash in 64 hex digits, sketch in ascending order)."""
    head = [*_words(dispatch.headline), b"\n", *_words(authority_name(dispatch.agency)), b"\n"]
    body = _words(dispatch.body.removeprefix(dispatch.dateline))
    return hashlib.sha256(b" ".join(head + body)).hexdigest(), _sketch(body)


def _words(text: str) -> list[bytes]:
    """Cut at spaces and ASCII punctuation; as bytes, several times faster than by patterns."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return folded.encode("utf-8", "replace").translate(_BLANKS).split()


def _sketch(words: list[bytes]) -> tuple[int, ...]:
    runs = map(b" ".join, zip(words, words[1:], words[2:], strict=False))
    values = list(map(zlib.crc32, runs))
    bound = (_LIKELY << 32) // (len(values) or 1)
    small = set(filter(bound.__gt__, values))
    return tuple(sorted(small if len(small) >= SKETCH_SIZE else set(values))[:SKETCH_SIZE])
