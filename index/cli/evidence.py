"""``cite`` and ``verify-citation``: passages that others can check."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import note_plain, to_read, to_search
from index.dispatch import AccessionNumber
from index.reports import CitationStyle

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _declare_cite(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", type=int, metavar="ID", help="as search prints it")
    parser.add_argument("--exact", metavar="TEXT", help="a passage, as it stands in the body")
    parser.add_argument(
        "--occurrence", type=int, default=1, metavar="N", help="if it stands there several times"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="a small file for verify-citation")
    parser.add_argument("--style", choices=[*CitationStyle], help="print what a bibliography would")
    parser.add_argument(
        "--language", choices=["en", "fr"], default="en", help="of the words between the fields"
    )
    parser.add_argument("--query", metavar="Q", help="with --style: cite all that this finds")


def _cite(call: Call) -> Exit:
    options = call.options
    if options.style:
        return _refer(call)
    if len(options.ids) != 1 or not options.exact:
        return call.misused("a passage is cited with one ID and --exact; dispatches with --style")
    number = AccessionNumber(options.ids[0])
    with to_read(call) as archive:
        span = archive.passage(number, options.exact, occurrence=options.occurrence)
        evidence = archive.cite(number, span.start, span.end)
        if options.output:
            archive.write_citation(evidence, options.output)
            note_plain(archive, call, options.output)
    call.console.tell(evidence.text, asdict(evidence))
    return Exit.OK


def _refer(call: Call) -> Exit:
    """Print dispatches as a bibliography does."""
    options = call.options
    if options.exact or options.output or bool(options.ids) == bool(options.query):
        return call.misused("--style takes either IDs or --query, and no passage")
    with to_search(call) if options.query else to_read(call) as archive:
        found = archive.matches(options.query) if options.query else options.ids
        ids = [archive.dispatches.get(AccessionNumber(number)).id for number in found]
        told = archive.references(ids, CitationStyle(options.style), options.language)
    for number, text in zip(ids, told, strict=True):
        call.console.tell(text, {"id": number, "style": options.style, "text": text})
    return Exit.OK


CITE = Command(
    "cite",
    "quote a passage with its citation, or print a bibliography",
    "Print a passage of a dispatch's body with headline, agency, city, dates, accession number,\n"
    "SHA-256 of the original and position. With -o, write all of it to a file as well, which\n"
    "verify-citation checks.\n"
    "With --style, print dispatches as a bibliography does, one a line: iso690 (author and date),\n"
    "apa, or chicago (notes and bibliography).",
    (
        "cite 12 --exact 'double anonymat'",
        "cite 12 --exact DSA --occurrence 2 -o dsa.json",
        "cite 12 13 --style apa",
        "cite --query 'concept:encryption' --style iso690 --language fr",
    ),
    _declare_cite,
    _cite,
)


def _declare_verify(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="as cite writes it")


def _verify(call: Call) -> Exit:
    with to_read(call) as archive:
        check = archive.verify_citation(call.options.file)
    lines = [
        f"{each.name}: cited “{each.cited}”, the archive has “{each.held}”"
        for each in check.differences
    ]
    told = f"confirmed: dispatch {check.dispatch}" if check.confirmed else "not confirmed"
    call.console.tell("\n".join([told, *lines]), {
        "confirmed": check.confirmed,
        "dispatch": check.dispatch,
        "differences": [asdict(each) for each in check.differences],
    })  # fmt: skip
    return Exit.OK if check.confirmed else Exit.INPUTS_FAILED


VERIFY_CITATION = Command(
    "verify-citation",
    "check a citation against the archive",
    "Confirm, offline, that the archive holds the dispatch that a file of cite names, and that\n"
    "the passage stands where it says (exit code 0); otherwise say what differs (exit code 1).",
    ("verify-citation dsa.json",),
    _declare_verify,
    _verify,
)
