"""``backups``, ``recover`` and ``repair``: what to do when something is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import Archive
from index.cli.command import Call, Command, no_arguments
from index.cli.console import Exit
from index.cli.opening import to_edit
from index.cli.texts import plural
from index.dispatch import AccessionNumber
from index.errors import ArchiveMissing

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.reports import Backup


def _declare_backups(parser: ArgumentParser) -> None:
    parser.add_argument("--make", action="store_true", help="make one first, if something is new")


def _backups(call: Call) -> Exit:
    if call.options.make:
        with to_edit(call) as archive:
            archive.keep_backup()
    for backup in Archive.backups(call.folder, call.passphrases.of(call.folder)):
        call.console.tell(_line(backup), _fields(backup))
    return Exit.OK


def _line(backup: Backup) -> str:
    held = plural(backup.dispatches, "dispatch", "dispatches")
    state = "locked" if backup.locked else "sound" if backup.verified else "DAMAGED"
    made = f"{backup.made:%Y-%m-%d %H:%M} UTC"
    return f"{made}  {backup.size:>12} bytes  {held:>18}  {state:<7}  {backup.path.name}"


def _fields(backup: Backup) -> dict[str, object]:
    return {
        "path": str(backup.path),
        "made": backup.made.isoformat(),
        "bytes": backup.size,
        "dispatches": backup.dispatches,
        "verified": backup.verified,
        "locked": backup.locked,
    }


BACKUPS = Command(
    "backups",
    "list the backups that the archive keeps",
    "Read and check the backups beside the archive, the newest first. An open window makes one a\n"
    "day and keeps the newest of three days, three weeks and three months.",
    ("backups", "backups --make"),
    _declare_backups,
    _backups,
)


def _recover(call: Call) -> Exit:
    known = call.passphrases.of(call.folder)
    sound = Archive.recoverable(call.folder, known)
    if not sound:
        raise ArchiveMissing(folder=Path(call.folder, "backups"))
    kept = Archive.recover(call.folder, sound[0], known)
    aside = f"; what was there is kept as {kept}" if kept else ""
    call.console.tell(
        f"recovered {_line(sound[0])}{aside}",
        {**_fields(sound[0]), "kept": str(kept) if kept else None},
    )
    return Exit.OK


RECOVER = Command(
    "recover",
    "put the newest sound backup in the archive's place",
    "For an archive whose record is damaged: the damaged file is renamed, and the newest backup\n"
    "that passes every check takes its place. The search index is built anew.",
    ("recover",),
    no_arguments,
    _recover,
)


def _declare_repair(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", type=int, metavar="ID", help="as verify names it")


def _repair(call: Call) -> Exit:
    with to_edit(call) as archive:
        for number in call.options.ids:
            backup = archive.repair(AccessionNumber(number))
            told = f"dispatch {number} taken from the backup of {backup.made:%Y-%m-%d %H:%M} UTC"
            call.console.tell(told, {"id": number, "backup": _fields(backup)})
    return Exit.OK


REPAIR = Command(
    "repair",
    "put a damaged dispatch right from a backup",
    "Replace a dispatch that verify has named by its copy in the newest backup that holds it\n"
    "whole. Its tags and annotations stay; corrections become those of the backup.",
    ("repair 12",),
    _declare_repair,
    _repair,
)
