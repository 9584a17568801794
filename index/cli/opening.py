"""Open the archive as a command needs it, beside a window if there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.archive import Archive
from index.errors import ArchiveHeld, ReadOnlyArchive

if TYPE_CHECKING:
    from index.cli.command import Call
    from index.reports import Progress


def to_read(call: Call) -> Archive:
    """Open for reading; only an archive of an older format is opened for writing, to convert it."""
    known = call.passphrases.of(call.folder)
    try:
        return Archive.open(call.folder, read_only=True, upkeep=False, passphrase=known)
    except ReadOnlyArchive:
        return Archive.open(call.folder, upkeep=False, passphrase=known)


def to_edit(call: Call, *, create: bool = False) -> Archive:
    """Open for writing."""
    known = call.passphrases.of(call.folder)
    return Archive.open(call.folder, create=create, upkeep=False, passphrase=known)


def to_search(call: Call) -> Archive:
    """Open with an index that is in step; whoever holds the archive keeps it so otherwise."""
    try:
        archive = to_edit(call)
    except (ArchiveHeld, ReadOnlyArchive):
        archive = to_read(call)
    try:
        settle(archive, call)
    except BaseException:
        archive.close()
        raise
    return archive


def note_plain(archive: Archive, call: Call, path: str) -> None:
    """Say that what was written is readable, where the archive is not."""
    if archive.encrypted:
        call.console.note(f"the archive is encrypted, {path} is not")


def settle(archive: Archive, call: Call) -> None:
    """Wait for the index, showing how far it has come.

    Raises:
        StorageFull: it cannot be written.
    """

    def show(state: Progress | None) -> None:
        if state is not None:
            call.console.progress(state)

    stop = archive.on_progress(show)
    try:
        archive.settle()
    finally:
        stop()
