"""``verify``, ``rebuild``, ``backup``, ``restore`` and ``stats``: look after the archive."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive import Archive
from index.cli.command import Call, Command, no_arguments
from index.cli.console import Exit, cancelled_by_interrupt
from index.cli.opening import to_edit, to_read
from index.cli.texts import plural

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _verify(call: Call) -> Exit:
    console = call.console
    with to_read(call) as archive, cancelled_by_interrupt() as cancel:
        report = archive.verify(console.progress, cancel)
    for fault in report.faults:
        where = fault.where if fault.id is None else f"{fault.where} {fault.id}"
        fields = {"where": fault.where, "id": fault.id, "detail": fault.detail}
        console.tell(f"{where}: {fault.detail}", fields)
    checked = plural(report.checked, "dispatch", "dispatches")
    console.note(f"{checked} checked, {plural(len(report.faults), 'fault', 'faults')}")
    if cancel.asked:
        return Exit.INTERRUPTED
    return Exit.ARCHIVE if report.faults else Exit.OK


VERIFY = Command(
    "verify",
    "check every dispatch and the index against their hashes",
    "Read and hash everything again. Prints a line per fault; exit code 3 if there is one.",
    ("verify", "verify --json"),
    no_arguments,
    _verify,
)


def _rebuild(call: Call) -> Exit:
    began = time.monotonic()
    with to_edit(call) as archive, cancelled_by_interrupt() as cancel:
        finished = archive.rebuild(call.console.progress, cancel)
        indexed = archive.stats().indexed
    if not finished:
        return Exit.INTERRUPTED
    seconds = round(time.monotonic() - began, 2)
    told = f"{plural(indexed, 'dispatch', 'dispatches')} indexed in {seconds:.1f} s"
    call.console.tell(told, {"indexed": indexed, "seconds": seconds})
    return Exit.OK


REBUILD = Command(
    "rebuild",
    "build the search index anew",
    "Build the search index from the record. The old one is kept until the new one is whole.",
    ("rebuild",),
    no_arguments,
    _rebuild,
)


def _declare_file(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="one file that holds the whole record")


def _backup(call: Call) -> Exit:
    path = Path(call.options.file).expanduser()
    with to_read(call) as archive:
        archive.backup(path)
    size = path.stat().st_size
    call.console.tell(f"{size} bytes written to {path}", {"path": str(path), "bytes": size})
    return Exit.OK


BACKUP = Command(
    "backup",
    "copy the record to one file",
    "Copy dispatches, tags, annotations and searches to one file, which is opened and checked\n"
    "before it counts. Works beside an open window.",
    ("backup ~/dispatches-2025-07.sqlite3",),
    _declare_file,
    _backup,
)


def _restore(call: Call) -> Exit:
    backup = Path(call.options.file).expanduser()
    kept = Archive.restore(backup, call.folder, call.passphrases.of(backup))
    told = f"restored in {call.folder}" + (f"; what was there is kept as {kept}" if kept else "")
    fields = {"folder": str(call.folder), "kept": str(kept) if kept else None}
    call.console.tell(told, fields)
    return Exit.OK


RESTORE = Command(
    "restore",
    "put a backup in the archive's place",
    "Make an archive of a backup. A record that is there already is kept under another name.",
    ("restore ~/dispatches-2025-07.sqlite3", "--archive ~/copy restore backup.sqlite3"),
    _declare_file,
    _restore,
)


def _stats(call: Call) -> Exit:
    with to_read(call) as archive:
        fields = asdict(archive.stats())
    told = [f"{name:>14}  {_told(value)}" for name, value in fields.items()]
    call.console.tell("\n".join(told), {"folder": str(call.folder), **fields})
    return Exit.OK


def _told(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items())
    return str(value)


STATS = Command(
    "stats",
    "count what the archive holds",
    "Print counts over the whole archive, the trash left out.",
    ("stats", "stats --json"),
    no_arguments,
    _stats,
)
