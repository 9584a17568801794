"""``export``: hand dispatches to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index import exports
from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import note_plain, to_read, to_search
from index.cli.texts import plural

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _declare(parser: ArgumentParser) -> None:
    choices = [*exports.FORMATS, exports.BAGIT, exports.REFI]
    parser.add_argument("format", choices=choices, metavar="FORMAT", help=" or ".join(choices))
    parser.add_argument("--query", metavar="Q", help="only what this search finds")
    parser.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="written anew; a folder for bagit"
    )


def _export(call: Call) -> Exit:
    options = call.options
    with to_read(call) if options.query is None else to_search(call) as archive:
        count = archive.export(options.format, options.output, options.query)
        note_plain(archive, call, options.output)
    told = f"{plural(count, 'dispatch', 'dispatches')} written to {options.output}"
    call.console.tell(told, {"path": options.output, "dispatches": count})
    return Exit.OK


EXPORT = Command(
    "export",
    "write dispatches to a file",
    "Write all dispatches, or those that a search finds, to a CSV or JSON Lines file, with their\n"
    "tags and annotations, or as sources for a reference manager (ris, bibtex, csl). A file of\n"
    "that name is replaced when the new one is complete.\n"
    "As bagit, write a new folder with the text originals and everything you made as well, with\n"
    "checksums (RFC 8493), for archives of institutions. As qdpx, write a REFI-QDA project, which\n"
    "programs for qualitative analysis read: texts, codebook, tags, annotations and notes.",
    (
        "export csv -o all.csv",
        "export jsonl --query 'agency:afp filed:2025' -o afp.jsonl",
        "export ris --query '\"age verification\"' -o sources.ris",
        "export qdpx --query concept:encryption -o encryption.qdpx",
        "export bagit -o dispatches-2025",
    ),
    _declare,
    _export,
)
