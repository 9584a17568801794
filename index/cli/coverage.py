"""``coverage``: how what a query finds is spread over agencies, months, concepts and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.cli.command import Call, Command
from index.cli.console import Exit
from index.cli.opening import note_plain, to_search
from index.cli.texts import plural
from index.coverage import CoverageRequest
from index.query import Facet

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator, Sequence

    from index.coverage import Axis, Coverage, CrossTable, Pair
    from index.results import FacetValue

    Line = tuple[str | int | float, ...]

_UNSTATED = "not stated"
_PAIRS = ("concept", "other concept", "dispatches", "jaccard", "lift")


def _declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "query", metavar="QUERY", nargs="?", default="", help="as for search; without: everything"
    )
    parser.add_argument(
        "--by",
        metavar="FACET[,FACET]",
        default=Facet.MONTH.value,
        help=f"rows, and columns where there are two: {', '.join(Facet)} (default: month)",
    )
    parser.add_argument(
        "--pairs", type=int, metavar="N", help="instead: the N pairs of concepts that meet most"
    )
    parser.add_argument(
        "--limit", type=int, default=0, metavar="N", help="values of a facet at most; not of month"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write the table as CSV")


def _run(call: Call) -> Exit:
    options = call.options
    facets = _facets(options.by)
    if not 1 <= len(facets) <= 2:
        return call.misused(f"--by takes one or two different facets of {', '.join(Facet)}.")
    with to_search(call) as archive:
        coverage = archive.coverage(options.query, _request(call, facets))
        if options.output:
            count = archive.write_table(options.output, _table(coverage))
            note_plain(archive, call, options.output)
            told = f"{plural(count, 'line', 'lines')} written to {options.output}"
            call.console.tell(told, {"path": options.output, "lines": count})
            return Exit.OK
    _print(call, coverage)
    return Exit.OK


def _facets(named: str) -> tuple[Facet, ...]:
    """Return the facets named, or none where one is unknown."""
    names = dict.fromkeys(name.strip() for name in named.split(","))
    known = {facet.value: facet for facet in Facet}
    return tuple(known[name] for name in names) if names.keys() <= known.keys() else ()


def _request(call: Call, facets: Sequence[Facet]) -> CoverageRequest:
    options = call.options
    if options.pairs is not None:
        return CoverageRequest(pairs=max(options.pairs, 0))
    most = dict.fromkeys(Facet, max(options.limit, 0))
    if len(facets) == 1:
        return CoverageRequest(tuple(facets), most=most)
    return CoverageRequest(crossed=((facets[0], facets[1]),), most=most)


def _print(call: Call, coverage: Coverage) -> None:
    console = call.console
    if console.as_json:
        for fields in _objects(coverage):
            console.record(fields)
        return
    lines = [tuple(map(str, line)) for line in _table(coverage)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        numbers = (text.rjust(wide) for text, wide in zip(line[1:], widths[1:], strict=True))
        console.line("  ".join([line[0].ljust(widths[0]), *numbers]).rstrip())
    console.note(f"{plural(coverage.total, 'dispatch', 'dispatches')}")


# --- as a table -------------------------------------------------------------------------------


def _table(coverage: Coverage) -> Iterator[Line]:
    for table in coverage.tables.values():
        yield from _crossed(table)
    for axis in coverage.axes.values() if not coverage.tables else ():
        yield (axis.facet.value, "dispatches")
        yield from ((_name(value), value.count) for value in axis.values)
    if not coverage.axes:
        yield _PAIRS
        yield from map(_pair, coverage.pairs)


def _crossed(table: CrossTable) -> Iterator[Line]:
    columns = [_name(value) for value in table.columns.values]
    yield (f"{table.rows.facet} / {table.columns.facet}", *columns)
    for value, counts in zip(table.rows.values, table.counts, strict=True):
        yield (_name(value), *counts)


def _pair(pair: Pair) -> Line:
    numbers = (pair.together, round(pair.jaccard, 4), round(pair.lift, 4))
    return (_name(pair.one), _name(pair.other), *numbers)


def _name(value: FacetValue) -> str:
    return value.label or _UNSTATED


# --- as objects -------------------------------------------------------------------------------


def _objects(coverage: Coverage) -> Iterator[dict[str, object]]:
    for table in coverage.tables.values():
        yield from _cells(table)
    for axis in coverage.axes.values() if not coverage.tables else ():
        yield from _values(axis)
    for pair in coverage.pairs:
        yield {
            "concepts": [pair.one.label, pair.other.label],
            "count": pair.together,
            "jaccard": round(pair.jaccard, 4),
            "lift": round(pair.lift, 4),
        }


def _values(axis: Axis) -> Iterator[dict[str, object]]:
    for value in axis.values:
        yield {axis.facet.value: value.label, "count": value.count}


def _cells(table: CrossTable) -> Iterator[dict[str, object]]:
    for row, line in zip(table.rows.values, table.counts, strict=True):
        for column, count in zip(table.columns.values, line, strict=True):
            yield {
                table.rows.facet.value: row.label,
                table.columns.facet.value: column.label,
                "count": count,
            }


COVERAGE = Command(
    "coverage",
    "count what a query finds by agency, month, concept and the like",
    "Count the dispatches that a query finds by one facet, or cross two. What does not occur is\n"
    "a zero: months without a dispatch, concepts and agencies of the archive that are silent\n"
    "here. A dispatch counts for its concepts and all broader ones, so that each count is what\n"
    "a search for it finds. With --json one object a count; an empty name means: not stated.",
    (
        "coverage --by month",
        "coverage 'age verification' --by concept,agency --json",
        "coverage filed:2025 --by concept,month -o silences.csv",
        "coverage --pairs 20",
    ),
    _declare,
    _run,
)
