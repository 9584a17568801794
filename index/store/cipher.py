"""Records encrypted with a passphrase, in SQLCipher 4's own format: any SQLCipher opens them.

The format begins with a salt of 16 bytes, which is ours to choose: four bytes by which the record
is known as one of ours, then twelve by chance. The key is derived here as SQLCipher would, but
once a salt instead of once a connection: https://www.zetetic.net/sqlcipher/design/.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, cast

from index.errors import EncryptionMissing, PassphraseNeeded, PassphraseRefused, PassphraseWrong
from index.store.failures import error_name, failures

if TYPE_CHECKING:
    from pathlib import Path

MARK = b"DspR"
SHORTEST = 10
"""Characters of a passphrase that is chosen."""
_SALT = 16
_ROUNDS, _KEY_BYTES = 256_000, 32
"""PBKDF2-HMAC-SHA-512, as SQLCipher 4 does it."""
_NEAR = 12
"""Bytes of two salts that agree where they were the same before some damage."""


class Passphrase:
    """What opens an encrypted record. It is kept in memory only, and nothing prints it."""

    def __init__(self, text: str) -> None:
        self._text = unicodedata.normalize("NFC", text)
        self._keys: dict[bytes, str] = {}

    @classmethod
    def of(cls, text: str | None) -> Self | None:
        """Return a passphrase; None where there is none, or an empty one."""
        return cls(text) if text else None

    def key(self, salt: bytes) -> str:
        """Return the key of a record as SQLCipher reads it; takes a tenth of a second, once."""
        key = self._keys.get(salt)
        if key is None:
            secret = self._text.encode()
            raw = hashlib.pbkdf2_hmac("sha512", secret, salt, _ROUNDS, _KEY_BYTES)
            key = self._keys[salt] = f"x'{raw.hex()}{salt.hex()}'"
        return key

    def new_key(self) -> str:
        """Return the key of a record that is still to be made."""
        return self.key(MARK + secrets.token_bytes(_SALT - len(MARK)))

    def require_long(self) -> None:
        """Check a passphrase that is chosen for a new record.

        Raises:
            PassphraseRefused: it is too short.
        """
        if len(self._text.strip()) < SHORTEST:
            raise PassphraseRefused(least=SHORTEST)


@dataclass(frozen=True, slots=True)
class Address:
    """What a child process needs to read the record; handed to it through a pipe."""

    folder: Path
    passphrase: Passphrase | None


def salt_of(path: Path) -> bytes:
    """Return the first bytes of a file; empty where there is none."""
    try:
        with path.open("rb") as record:
            return record.read(_SALT)
    except OSError:
        return b""


def is_marked(path: Path) -> bool:
    """Tell from a record's first bytes whether a passphrase opens it."""
    return salt_of(path).startswith(MARK)


def key_of(path: Path, passphrase: Passphrase | None) -> str | None:
    """Return the key that opens a record; None for one that is not encrypted.

    Raises:
        PassphraseNeeded: it is encrypted, and there is no passphrase.
        EncryptionMissing: this installation cannot read encrypted records.
    """
    salt = salt_of(path)
    if not salt.startswith(MARK):
        return None
    require_extra(path.parent)
    if passphrase is None:
        raise PassphraseNeeded(folder=path.parent)
    return passphrase.key(salt)


def same_salt(one: Path, other: Path) -> bool:
    """Tell whether two records were encrypted under one salt, a few bytes of damage aside."""
    pairs = zip(salt_of(one), salt_of(other), strict=False)
    return sum(a == b for a, b in pairs) >= _NEAR


def require_extra(folder: Path) -> None:
    """Check that the optional libraries are there.

    Raises:
        EncryptionMissing: they are not.
    """
    try:
        import cryptography  # noqa: F401 - only encrypted archives need them
        import sqlcipher3  # noqa: F401
    except ImportError as error:
        raise EncryptionMissing(folder=folder) from error


def connect(uri: str, key: str | None, folder: Path, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
    """Open a file by its address, with SQLite or, where there is a key, with SQLCipher.

    Raises:
        PassphraseWrong: the key does not open it.
    """
    if key is None:
        plain: sqlite3.Connection = sqlite3.connect(uri, uri=True, **options)
        return plain
    connection = encrypting(uri, key, **options)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except failures() as error:
        connection.close()
        if error_name(error) == "SQLITE_NOTADB":
            raise PassphraseWrong(folder=folder) from None
        raise
    return connection


def encrypting(uri: str, key: str, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
    """Open a file with SQLCipher and read nothing of it yet; an empty key leaves it plain."""
    from sqlcipher3 import dbapi2  # only encrypted archives need it

    connection = cast("sqlite3.Connection", dbapi2.connect(uri, uri=True, **options))
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
    if key:
        connection.execute(f'PRAGMA key = "{key}"')
    return connection
