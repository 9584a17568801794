"""``codebook``: the codebook in files of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import note_plain, to_edit, to_read
from index.cli.texts import plural

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.reports import ConceptDetail


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=["export", "import"], help="write or read the file")
    parser.add_argument(
        "file", metavar="FILE", help="ends in .ttl, .jsonld or .csv; to write also in .qdc"
    )


def _codebook(call: Call) -> Exit:
    if call.options.action == "import":
        return _import(call)
    path = call.options.file
    with to_read(call) as archive:
        count = archive.export_codebook(path)
        note_plain(archive, call, path)
    told = f"{plural(count, 'concept', 'concepts')} written to {path}"
    call.console.tell(told, {"path": path, "concepts": count})
    return Exit.OK


def _import(call: Call) -> Exit:
    with to_edit(call) as archive:
        report, _ = archive.import_codebook(call.options.file)
    lines = [f"   added  {path}" for path in report.added]
    lines += [f"  filled  {each.concept}: {each.name} = {each.there}" for each in report.filled]
    lines += [
        f"    kept  {each.concept}: {each.name} = {each.here or '(none)'}, not {each.there}"
        for each in report.kept
    ]
    call.console.tell("\n".join(lines) or "nothing was missing", {
        "added": list(report.added),
        "filled": [_fields(each) for each in report.filled],
        "kept": [_fields(each) for each in report.kept],
    })  # fmt: skip
    return Exit.OK


def _fields(detail: ConceptDetail) -> dict[str, str]:
    return {
        "concept": detail.concept,
        "name": detail.name,
        "here": detail.here,
        "there": detail.there,
    }


CODEBOOK = Command(
    "codebook",
    "write the codebook to a file of another program, or read one",
    "Export the codebook as SKOS (Turtle or JSON-LD), as a CSV table or as a REFI-QDA\n"
    "codebook (.qdc), or import one of the first three. An import\n"
    "adds concepts, and what concepts lack that are there: they are known again by their URI, or\n"
    "by their path. Nothing is replaced; what the file states otherwise is named.",
    ("codebook export codebook.ttl", "codebook import vocabulary.jsonld"),
    _declare,
    _codebook,
)
