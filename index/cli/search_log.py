"""``searches export``: the log of searches as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import note_plain, to_read
from index.cli.texts import plural

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("deed", choices=["export"], metavar="export")
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="ends in .csv or .jsonl"
    )


def _run(call: Call) -> Exit:
    path = call.options.output
    with to_read(call) as archive:
        count = archive.export_searches(path)
        note_plain(archive, call, path)
    told = f"{plural(count, 'search', 'searches')} written to {path}"
    call.console.tell(told, {"path": path, "searches": count})
    return Exit.OK


SEARCHES = Command(
    "searches",
    "write the log of searches to a file",
    "Write the searches made in the window to a CSV or JSON Lines file, the oldest first: when,\n"
    "query, filters, dates, order, how many were found and by which version of the program.",
    ("searches export -o searches.csv",),
    _declare,
    _run,
)
