"""``layer`` and ``agreement``: the work of two coders side by side."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import note_plain, to_edit, to_read, to_search
from index.cli.texts import plural
from index.codebook import PATH_SEPARATOR

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from index.agreement import Agreement, ConceptAgreement
    from index.layers import Layer

_NO_ALPHA = "undefined: all said the same of every dispatch"


def _declare_layer(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=[*_ACTIONS], help="what is to be done")
    parser.add_argument(
        "what", nargs="?", metavar="WHAT", help="the file to import, or the coder to remove"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="export: the file, written anew")
    parser.add_argument("--coder", metavar="NAME", help="export: who you are to others")
    parser.add_argument(
        "--query", metavar="Q", help="export: finds what you have coded, with or without a concept"
    )


def _layer(call: Call) -> Exit:
    options = call.options
    exports, lists = options.action == "export", options.action == "list"
    if exports and not (options.output and options.coder):
        return call.misused("layer export needs -o FILE and --coder NAME")
    if bool(options.what) == (exports or lists):
        return call.misused("layer import takes a file, layer remove a coder; others take neither")
    return _ACTIONS[options.action](call)


def _export(call: Call) -> Exit:
    path, query = call.options.output, call.options.query
    with to_read(call) if query is None else to_search(call) as archive:
        count = archive.export_layer(path, call.options.coder, query)
        note_plain(archive, call, path)
    told = f"coding of {plural(count, 'dispatch', 'dispatches')} written to {path}"
    call.console.tell(told, {"path": path, "dispatches": count})
    return Exit.OK


def _import(call: Call) -> Exit:
    with to_edit(call) as archive:
        report, _ = archive.import_layer(call.options.what)
    for name in report.layer.missing:
        call.console.note(f"not in this archive: {name}")
    for lost in report.lost:
        call.console.note(f"not found in dispatch {lost.dispatch}: “{lost.selector.exact}”")
    done = "replaced" if report.replaced else "added"
    call.console.tell(f"{done}: {_told(report.layer)}", {
        **_fields(report.layer),
        "replaced": report.replaced,
        "lost": [{"dispatch": each.dispatch, "exact": each.selector.exact} for each in report.lost],
    })  # fmt: skip
    return Exit.INPUTS_FAILED if report.layer.missing or report.lost else Exit.OK


def _list(call: Call) -> Exit:
    with to_read(call) as archive:
        layers = archive.layers.all()
    for layer in layers:
        call.console.tell(_told(layer), _fields(layer))
    return Exit.OK


def _remove(call: Call) -> Exit:
    with to_edit(call) as archive:
        layer = archive.layers.find(call.options.what)
        archive.layers.remove(layer.id)
    call.console.tell(f"removed: {_told(layer)}", _fields(layer))
    return Exit.OK


_ACTIONS = {"export": _export, "import": _import, "list": _list, "remove": _remove}


def _told(layer: Layer) -> str:
    counts = (
        plural(layer.dispatches, "dispatch", "dispatches"),
        plural(layer.tags, "tag", "tags"),
        plural(layer.passages, "annotation", "annotations"),
    )
    return f"{layer.coder}: {', '.join(counts)}"


def _fields(layer: Layer) -> dict[str, object]:
    moment = layer.imported.isoformat()
    return {**asdict(layer), "imported": moment, "missing": list(layer.missing)}


LAYER = Command(
    "layer",
    "exchange tags and annotations with another coder",
    "Export what you have coded, or import what another coder has, beside your own and never\n"
    "mixed with it. Dispatches are known again by what they say, concepts by their paths. What is\n"
    "not in this archive, or cannot be found in its text, is named (exit code 1). A second import\n"
    "of the same coder replaces the first.",
    (
        "layer export -o ada.jsonl --coder Ada --query 'filed:2025'",
        "layer import ada.jsonl",
        "layer list",
        "layer remove Ada",
    ),
    _declare_layer,
    _layer,
)


def _declare_agreement(parser: ArgumentParser) -> None:
    parser.add_argument("coder", metavar="LAYER", help="the coder's name, as layer list prints it")
    parser.add_argument(
        "--query", metavar="Q", help="finds what you have coded, with or without a concept"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="a table as well (CSV)")


def _agreement(call: Call) -> Exit:
    options = call.options
    with to_read(call) if options.query is None else to_search(call) as archive:
        looked_at = None if options.query is None else archive.matches(options.query)
        agreement = archive.agreement(archive.layers.find(options.coder), looked_at)
        if options.output:
            archive.export_agreement(agreement, options.output)
            note_plain(archive, call, options.output)
    for each in agreement.concepts:
        call.console.tell(_line(each), asdict(each))
    call.console.note(_total(agreement))
    return Exit.OK


def _line(each: ConceptAgreement) -> str:
    alpha = _NO_ALPHA if each.alpha is None else f"{each.alpha:.3f}"
    counts = f"{each.both:>5} {each.mine:>5} {each.theirs:>5} {each.neither:>5}"
    return f"{counts}  {alpha:<6}  {PATH_SEPARATOR.join(each.concept)}"


def _total(agreement: Agreement) -> str:
    shared = plural(len(agreement.dispatches), "dispatch", "dispatches")
    return (
        f"columns: both, only you, only {agreement.coder}, neither, alpha, concept; over {shared} "
        f"that both coded ({agreement.only_mine} only you, {agreement.only_theirs} only they)"
    )


AGREEMENT = Command(
    "agreement",
    "compare your coding with another coder's",
    "Print for each concept on how many dispatches both of you, only you, only the other and\n"
    "neither put it, and Krippendorff's alpha (nominal data, two coders). Only dispatches that\n"
    "both have coded count: yours are those with a tag or an annotation, unless --query says.\n"
    "Alpha is undefined (null in JSON) where both said the same of every dispatch.",
    (
        "agreement Ada",
        "agreement Ada --query 'filed:2025' -o agreement.csv",
    ),
    _declare_agreement,
    _agreement,
)
