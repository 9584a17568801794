"""``annotations``: notes on passages in files of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import note_plain, to_edit, to_read, to_search
from index.cli.texts import plural

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=["export", "import"], help="write or read the file")
    parser.add_argument("file", metavar="FILE", help="ends in .jsonld, .csv, .md or .html")
    parser.add_argument("--query", metavar="Q", help="only on dispatches that this search finds")
    parser.add_argument(
        "--language", choices=["en", "fr"], default="en", help="of the words of a report"
    )


def _annotations(call: Call) -> Exit:
    if call.options.action == "import":
        return _import(call)
    path, query = call.options.file, call.options.query
    with to_read(call) if query is None else to_search(call) as archive:
        count = archive.export_annotations(path, query, language=call.options.language)
        note_plain(archive, call, path)
    told = f"{plural(count, 'annotation', 'annotations')} written to {path}"
    call.console.tell(told, {"path": path, "annotations": count})
    return Exit.OK


def _import(call: Call) -> Exit:
    with to_edit(call) as archive:
        report, _ = archive.import_annotations(call.options.file)
    for name in report.missing:
        call.console.note(f"not in this archive: {name}")
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(report.added.items()))
    fields = {"added": dict(report.added), "missing": list(report.missing)}
    call.console.tell(f"added: {counts or 'nothing'}", fields)
    return Exit.INPUTS_FAILED if report.missing else Exit.OK


ANNOTATIONS = Command(
    "annotations",
    "write annotations to a file of another program, or read some",
    "Export annotations as W3C Web Annotations (.jsonld), as a table (.csv), or as a report\n"
    "grouped by concept (.md, .html; the window also writes .pdf), each with its citation. Web\n"
    "Annotations can be imported: those that are not there are added; dispatches that are missing\n"
    "are named (exit code 1).",
    (
        "annotations export notes.md --query 'concept:encryption'",
        "annotations export report.html --language fr",
        "annotations export notes.jsonld",
        "annotations import notes.jsonld",
    ),
    _declare,
    _annotations,
)
