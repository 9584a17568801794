"""Where a passphrase comes from: a prompt, a file or a file descriptor; never the command line."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import Archive
from index.errors import PassphraseUnreadable

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

ENVIRONMENT = "DISPATCH_READER_PASSPHRASE_FILE"


def declare(parser: ArgumentParser, default: object) -> None:
    """Declare the options that stand before or behind every command."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        default=default,
        help="its first line opens an encrypted archive, and encrypts a new one",
    )
    parser.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=int,
        default=default,
        help="as --passphrase-file, from an open file descriptor",
    )


class Passphrases:
    """The passphrases of one run of a command; each is asked for once."""

    def __init__(self, options: Namespace) -> None:
        self._file: str | None = options.passphrase_file or os.environ.get(ENVIRONMENT)
        self._descriptor: int | None = options.passphrase_fd
        self._known: dict[Path, str | None] = {}

    def of(self, archive: Path) -> str | None:
        """Return what opens an archive, or a backup; None where nobody says.

        Raises:
            PassphraseUnreadable: the file or the descriptor that is to hold it cannot be read.
        """
        if archive not in self._known:
            self._known[archive] = self._given() or self._asked(archive)
        return self._known[archive]

    def new(self, file: str | None) -> str:
        """Return the passphrase that an archive is to have from now on; empty where nobody says.

        Raises:
            PassphraseUnreadable: the file cannot be read, or the two that were typed differ.
        """
        if file is not None:
            return _first_line(file)
        if not sys.stdin.isatty():
            return ""
        typed = getpass("New passphrase: ")
        if getpass("The same again: ") != typed:
            raise PassphraseUnreadable(source="the prompt", detail="the two differ")
        return typed

    def _given(self) -> str | None:
        if self._descriptor is not None:
            held = self._known.get(Path()) or _first_line(self._descriptor)
            self._known[Path()] = held  # a descriptor is read once
            return held
        return _first_line(self._file) if self._file else None

    def _asked(self, archive: Path) -> str | None:
        if not Archive.is_encrypted(archive) or not sys.stdin.isatty():
            return None
        return getpass(f"Passphrase of {archive}: ")


def _first_line(source: str | int) -> str:
    try:
        path = Path(source).expanduser() if isinstance(source, str) else source
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - may be a descriptor
            return file.readline().rstrip("\r\n")
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise PassphraseUnreadable(source=source, detail=detail) from error
