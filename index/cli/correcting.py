"""``correct``: put right what was recognised wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import settle, to_edit
from index.dispatch import AccessionNumber, FieldValue, field_text
from index.store import CORRECTABLE

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.archive import Archive


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", type=int, metavar="ID", help="as search prints it")
    parser.add_argument("--field", required=True, choices=sorted(CORRECTABLE), metavar="NAME",
                        help=f"one of {', '.join(sorted(CORRECTABLE))}")  # fmt: skip
    value = parser.add_mutually_exclusive_group(required=True)
    value.add_argument("--value", metavar="TEXT", help="lists parted by semicolons; dates as ISO")
    value.add_argument("--original", action="store_true", help="back to what the source says")


def _correct(call: Call) -> Exit:
    options, ids = call.options, [AccessionNumber(number) for number in call.options.ids]
    field: str = options.field
    with to_edit(call) as archive:
        if options.original:
            for number in ids:
                archive.dispatches.correct(number, field, _original(archive, number, field))
        else:
            value = archive.read_field(field, options.value)
            archive.dispatches.correct_all(ids, {field: value})
        for number in ids:
            held: FieldValue = getattr(archive.dispatches.get(number).dispatch, field)
            text = field_text(held)
            fields = {"id": number, "field": field, "value": text}
            call.console.tell(f"{number:>6}  {text}", fields)
        settle(archive, call)
    return Exit.OK


def _original(archive: Archive, number: AccessionNumber, field: str) -> FieldValue:
    originals = {each.field: each.original for each in archive.dispatches.corrections(number)}
    present: FieldValue = getattr(archive.dispatches.get(number).dispatch, field)
    return originals.get(field, present)


CORRECT = Command(
    "correct",
    "put right a field that was recognised wrongly",
    "Correct a field of one or more dispatches; what the source says is kept beside it and comes\n"
    "back with --original. Prints the value that the field has then.",
    (
        "correct 12 --field filed --value '2024-10-18 15:04'",
        "correct 12 13 --field section --value 'Law; Youth'",
        "correct 12 --field headline --original",
    ),
    _declare,
    _correct,
)
