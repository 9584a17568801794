"""``dump`` and ``load``: everything the user made, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import note_plain, to_edit, to_read
from index.cli.texts import plural

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a text file, one JSON object a line")


def _dump(call: Call) -> Exit:
    path = call.options.file
    with to_read(call) as archive:
        count = archive.dump(path)
        note_plain(archive, call, path)
    call.console.tell(f"{plural(count, 'line', 'lines')} written to {path}", {
        "path": path, "lines": count,
    })  # fmt: skip
    return Exit.OK


DUMP = Command(
    "dump",
    "write everything you made to a text file",
    "Write codebook, tags, annotations, corrections, saved searches and what is in the trash to\n"
    "a text file. The same work gives the same bytes, so that versions can be compared. The\n"
    "dispatches themselves are not in it.",
    ("dump work.jsonl",),
    _declare,
    _dump,
)


def _load(call: Call) -> Exit:
    with to_edit(call) as archive:
        report = archive.load(call.options.file)
    for name in report.missing:
        call.console.note(f"not in this archive: {name}")
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(report.added.items()))
    fields = {"added": dict(report.added), "missing": list(report.missing)}
    call.console.tell(f"added: {counts or 'nothing'}", fields)
    return Exit.INPUTS_FAILED if report.missing else Exit.OK


LOAD = Command(
    "load",
    "add what a text file of “dump” holds",
    "Add codebook, tags, annotations, corrections and saved searches that are not there yet;\n"
    "nothing that is there is changed. Dispatches are known by what they say, so import them\n"
    "first; those that are missing are named (exit code 1).",
    ("load work.jsonl",),
    _declare,
    _load,
)
