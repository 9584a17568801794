"""``encrypt`` and ``passphrase``: archives that nobody else can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import Archive
from index.cli.command import Call, Command
from index.cli.console import Exit
from index.errors import PassphraseNeeded

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _declare_new(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        help="the first line is the new passphrase (default: ask for it)",
    )


def _declare_encrypt(parser: ArgumentParser) -> None:
    parser.add_argument("target", metavar="DIR", help="a folder without an archive")
    _declare_new(parser)


def _encrypt(call: Call) -> Exit:
    target = Path(call.options.target).expanduser()
    new = call.passphrases.new(call.options.new_passphrase_file)
    known = call.passphrases.of(call.folder) if Archive.is_encrypted(call.folder) else None
    Archive.copy_encrypted(call.folder, target, new, passphrase=known)
    told = f"encrypted copy in {target}; {call.folder} is as it was"
    call.console.tell(told, {"folder": str(target), "copied": str(call.folder)})
    return Exit.OK


ENCRYPT = Command(
    "encrypt",
    "copy the archive to another folder, encrypted with a passphrase",
    "Make an encrypted copy of the archive in another folder and check it. The archive itself\n"
    "stays as it is: delete it yourself once the copy opens. A lost passphrase cannot be\n"
    "recovered. A new archive is encrypted if --passphrase-file is given when it is made.",
    ("encrypt ~/Documents/dispatches-encrypted",),
    _declare_encrypt,
    _encrypt,
)


def _declare_passphrase(parser: ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help="leave the archive unencrypted")
    _declare_new(parser)


def _passphrase(call: Call) -> Exit:
    known = call.passphrases.of(call.folder)
    if known is None:
        raise PassphraseNeeded(folder=call.folder)
    options = call.options
    new = None if options.remove else call.passphrases.new(options.new_passphrase_file)
    left = Archive.change_passphrase(call.folder, known, new)
    done = "removed" if options.remove else "changed"
    fields = {"folder": str(call.folder), "left": [str(path) for path in left]}
    call.console.tell(f"passphrase {done}; the backups beside the archive followed", fields)
    for path in left:
        call.console.note(f"damaged, and still under the old passphrase: {path}")
    return Exit.INPUTS_FAILED if left else Exit.OK


PASSPHRASE = Command(
    "passphrase",
    "change or remove the passphrase of an encrypted archive",
    "Write the record and the backups beside it anew under another passphrase, or under none,\n"
    "and delete what the old one opened. Copies kept elsewhere keep the old passphrase. Exit\n"
    "code 1 if a backup is too damaged to be written anew.",
    ("passphrase", "passphrase --remove"),
    _declare_passphrase,
    _passphrase,
)
