"""``import`` and ``extract``: what is in these files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Console, Exit, cancelled_by_interrupt
from index.cli.opening import settle, to_edit
from index.cli.texts import printed
from index.dispatch import Provenance
from index.errors import ArchiveError, InputRefused
from index.exports.entries import background, describe
from index.intake.reading import Found
from index.reports import ImportReport, Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.archive import Archive
    from index.intake.reading import Reading
    from index.reports import Cancel, ImportItem


def _declare_import(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, folder or zip file")
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would be imported, record nothing"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with the last import that was cut short"
    )


def _import(call: Call) -> Exit:
    options = call.options
    if bool(options.paths) == options.resume or (options.resume and options.dry_run):
        return call.misused("Name what to import, or give --resume alone.")
    with to_edit(call, create=not options.resume) as archive, cancelled_by_interrupt() as cancel:
        dry_run: bool = options.dry_run
        report = _report(archive, call, cancel)
        for item in report.items:
            call.console.tell(_line(item), _fields(item))
        call.console.note(_total(report))
        call.console.flush()
        if not dry_run:
            _index(archive, call)
    if report.cancelled:
        return Exit.INTERRUPTED
    return Exit.INPUTS_FAILED if report.count(Outcome.FAILED) else Exit.OK


def _report(archive: Archive, call: Call, cancel: Cancel) -> ImportReport:
    listen = call.console.progress
    if not call.options.resume:
        dry_run: bool = call.options.dry_run
        return archive.import_(call.options.paths, listen=listen, cancel=cancel, dry_run=dry_run)
    unfinished = archive.imports.unfinished()
    if not unfinished:
        call.console.note("No import is unfinished.")
        return ImportReport(())
    return archive.resume_import(unfinished[0].id, listen=listen, cancel=cancel)


def _index(archive: Archive, call: Call) -> None:
    """Wait for the index; what is recorded stays so even if it cannot be written."""
    try:
        settle(archive, call)
    except ArchiveError as error:
        call.console.complain(error)


def _line(item: ImportItem) -> str:
    number = "" if item.id is None else str(item.id)
    where = f"{item.path} {item.member}".rstrip()
    told = [f"{item.outcome:<11}", f"{number:>6}", f"{where}:", _told(item)]
    return " ".join(told)


def _told(item: ImportItem) -> str:
    if item.error is not None:
        return f"{item.error}. {item.error.advice}"
    return "; ".join([item.headline, *item.warnings])


def _fields(item: ImportItem) -> dict[str, object]:
    fields: dict[str, object] = {
        "outcome": str(item.outcome),
        "path": item.path,
        "member": item.member,
        "id": item.id,
        "headline": item.headline,
        "reason": str(item.error) if item.error else None,
        "remedy": item.error.advice if item.error else None,
        "warnings": list(item.warnings),
        "dropped": dict(item.dropped),
    }
    if item.dispatch is not None:
        fields["dispatch"] = describe(item.dispatch, Provenance(item.path, item.member))
    return fields


def _total(report: ImportReport) -> str:
    counts = [f"{report.count(outcome)} {outcome}" for outcome in Outcome]
    ending = " (cancelled)" if report.cancelled else " (dry run)" if report.dry_run else ""
    added = report.count(Outcome.IMPORTED) + report.count(Outcome.NEW_VERSION)
    nothing = "" if added or not report.items else "Nothing was added: "
    return f"{nothing}{', '.join(counts)} in {report.seconds:.1f} s{ending}"


IMPORT = Command(
    "import",
    "take dispatches into the archive",
    "Import files, folders and zip files. Prints a line per input: imported, duplicate,\n"
    "new-version or failed with the reason. Bad input never stops the rest (exit code 1).",
    (
        "import ~/Dispatches",
        "import saved.html export.zip",
        "import --dry-run --json wire/",
        "import --resume",
    ),
    _declare_import,
    _import,
)


def _declare_extract(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, folder or zip file")


def _extract(call: Call) -> Exit:
    from index.intake.extraction import extract  # starts processes

    code = Exit.OK
    with cancelled_by_interrupt() as cancel:
        for reading in extract(call.options.paths, cancel):
            code = max(code, _tell(reading, call.console))
    return Exit.INTERRUPTED if cancel.asked else code


def _tell(reading: Reading, console: Console) -> Exit:
    result = reading.result
    if isinstance(result, InputRefused):
        where = f"{reading.path} {reading.member}".rstrip()
        console.note(f"{where}: {result}. {result.advice}")
        return Exit.INPUTS_FAILED
    if isinstance(result, Found):
        provenance = Provenance(reading.path, reading.member, *result.fixity)
        fields = describe(result.dispatch, provenance)
        console.tell(printed(fields), {**fields, **background(result.dispatch, provenance)})
    return Exit.OK


EXTRACT = Command(
    "extract",
    "show what would be read from files, without an archive",
    "Parse files, folders and zip files and print the records; nothing is stored. Inputs that\n"
    "cannot be read are named on standard error with the reason (exit code 1).",
    ("extract saved.html", "extract --json wire/ > records.jsonl"),
    _declare_extract,
    _extract,
)
