"""``suggest``: what could be tagged or noted in dispatches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import to_read
from index.dispatch import AccessionNumber
from index.suggestion import SuggestionKind

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.suggestion import Suggestion

_LONGEST = 72
"""Characters of a passage on a line for people."""


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", type=int, metavar="ID", help="as search prints it")
    parser.add_argument(
        "--kind", action="append", choices=[*SuggestionKind], help="only these; default: all"
    )


def _suggest(call: Call) -> Exit:
    with to_read(call) as archive:
        for number in map(AccessionNumber, call.options.ids):
            for each in archive.suggestions(number):
                if each.kind in (call.options.kind or SuggestionKind):
                    call.console.tell(_line(each), {"id": number, **_fields(each)})
    return Exit.OK


def _line(each: Suggestion) -> str:
    text = " ".join(each.text.split())
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    said = each.note.partition(" · ")[2]
    told = f"  ({said})" if said else ""
    label = f" → {each.label}" if each.term else ""
    return f"{each.kind:>12}  {each.span.start:>5}  {short}{label}{told}"


def _fields(each: Suggestion) -> dict[str, object]:
    return {
        "kind": str(each.kind),
        "exact": each.text,
        "start": each.span.start,
        "end": each.span.end,
        "label": each.label,
        "mentions": len(each.spans),
        "speaker": each.speaker,
        "period": each.period,
        "source": each.source,
    }


SUGGEST = Command(
    "suggest",
    "list what could be tagged or noted in a dispatch",
    "List concepts, topics and laws by any of their names, bodies, news agencies, people, figures\n"
    "and attributed quotations, with the place of each in the body in code points. Nothing is\n"
    "applied; what was rejected, tagged or annotated already is left out.",
    ("suggest 12", "suggest 12 13 --kind figure --kind quotation --json"),
    _declare,
    _suggest,
)
