"""Proof that this user's program wrote an index: a seal made with a key that never leaves here.

An archive folder can be sent to somebody, its index with it. That index may have been made to hide
dispatches or to show wrong ones, so it is believed only if its manifest is sealed with the key in
the reader's own settings folder.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import uuid
from contextlib import suppress
from pathlib import Path

FILE = "index.key"
_BYTES = 32


def seal(content: str) -> str:
    """Return the seal of a text: HMAC-SHA-256 in hexadecimal digits."""
    return hmac.new(_own_key(), content.encode(), hashlib.sha256).hexdigest()


def is_ours(content: str, found: object) -> bool:
    """Tell whether a seal is the one that we would put on a text."""
    return isinstance(found, str) and hmac.compare_digest(found.encode(), seal(content).encode())


def _own_key() -> bytes:
    path = _key_path()
    try:
        return _read(path) or _make(path)
    except OSError:
        return _makeshift()


def _key_path() -> Path:
    from platformdirs import user_config_path  # loads with the first index

    return user_config_path("dispatch-reader", appauthor=False) / FILE


def _read(path: Path) -> bytes:
    """Return the key; empty where there is none of the right length."""
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return b""
    return found if len(found) == _BYTES else b""


def _make(path: Path) -> bytes:
    """Make a key that nobody else can read; the first of two programs wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{FILE}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
        if path.exists():  # cut short, or there would have been no need
            fresh.replace(path)
        else:
            with suppress(FileExistsError):
                os.link(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    return _read(path)


def _makeshift() -> bytes:
    """Return what a stranger does not know, where the settings folder cannot be written."""
    machine = f"dispatch-reader {uuid.getnode()} {Path.home()}"
    return hashlib.sha256(machine.encode()).digest()
