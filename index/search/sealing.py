"""Seals a file in chunks, each of which can be read and believed by itself.

AES-256-GCM a chunk under a key of the file's own, which is the HMAC-SHA-256 of a random salt and
the file's name under the index's key. A chunk's nonce is its number and whether it is the last, so
that chunks can be neither exchanged nor left out; the construction is the one of Tink's streaming
encryption. Layout: magic, salt, chunks of 32 KiB with a tag each.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import mmap

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

CHUNK = 1 << 15
_MAGIC = b"DspRidx1"
_SALT, _TAG, _NONCE = 24, 16, 12
_HEAD = len(_MAGIC) + _SALT


def seal(key: bytes, name: str, content: bytes | memoryview) -> bytes:
    """Return the sealed form of a file."""
    salt = secrets.token_bytes(_SALT)
    cipher = _cipher(key, name, salt)
    last = max(len(content) - 1, 0) // CHUNK
    view = memoryview(content)
    chunks = (
        cipher.encrypt(_nonce(at, last), view[at * CHUNK : (at + 1) * CHUNK], None)
        for at in range(last + 1)
    )
    return b"".join([_MAGIC, salt, *chunks])


class Opened:
    """A sealed file whose chunks are opened as slices of it are asked for.

    Raises:
        ValueError: it was not sealed under this key and name, or was changed since.
    """

    def __init__(self, key: bytes, name: str, raw: mmap.mmap | bytes) -> None:
        if len(raw) < _HEAD + _TAG or raw[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{name} is not sealed")
        self._name, self._raw = name, raw
        self._cipher = _cipher(key, name, raw[len(_MAGIC) : _HEAD])
        chunks = -(-(len(raw) - _HEAD) // (CHUNK + _TAG))
        self._last = chunks - 1
        self._length = len(raw) - _HEAD - chunks * _TAG
        self._held: tuple[int, bytes] = (-1, b"")

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, wanted: slice) -> bytes:
        start, stop, step = wanted.indices(self._length)
        if step != 1:
            raise ValueError("only whole runs can be read")
        if start >= stop:
            return b""
        first, last = start // CHUNK, (stop - 1) // CHUNK
        run = b"".join([self._chunk(at) for at in range(first, last + 1)])
        return run[start - first * CHUNK : stop - first * CHUNK]

    def _chunk(self, at: int) -> bytes:
        """Open a chunk; the one opened last is at hand, as neighbours are often asked for."""
        held, content = self._held
        if held == at:
            return content
        from cryptography.exceptions import InvalidTag  # loaded with the cipher

        begin = _HEAD + at * (CHUNK + _TAG)
        try:
            content = self._cipher.decrypt(
                _nonce(at, self._last), self._raw[begin : begin + CHUNK + _TAG], None
            )
        except InvalidTag as error:
            raise ValueError(f"{self._name} is not what was sealed") from error
        self._held = (at, content)
        return content


def _cipher(key: bytes, name: str, salt: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # only where there is a key

    return AESGCM(hmac.new(key, salt + name.encode(), hashlib.sha256).digest())


def _nonce(at: int, last: int) -> bytes:
    return at.to_bytes(_NONCE - 1, "big") + bytes([at == last])
