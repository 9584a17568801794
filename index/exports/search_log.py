"""The log of searches, for the methods section of a paper."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from index.errors import ExportRefused
from index.exports.files import replaced
from index.exports.formulas import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import IO

    from index.query import Filter
    from index.store import PastSearch, Store

FORMATS = ("csv", "jsonl")
Line = dict[str, str | int | bool | list[str] | None]


def write(store: Store, path: Path) -> int:
    """Write every search, the oldest first; return how many.

    Raises:
        ExportRefused: the ending is none of :data:`FORMATS`, or the file cannot be written.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        raise ExportRefused(path=path, detail=f"not one of .{', .'.join(FORMATS)}")
    labels = {str(use.concept.id): use.full_path for use in store.codebook.all()}
    lines = [_line(past, labels) for past in reversed(store.searches.recent(-1))]
    with replaced(path) as file:
        if form == "csv":
            _table(lines, file)
        else:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return len(lines)


def _line(past: PastSearch, labels: dict[str, str]) -> Line:
    query = past.query
    return {
        "searched": past.searched.isoformat(),
        "query": query.text,
        "filters": [_filter(each, labels) for each in query.filters],
        "filed_from": query.filed_from.isoformat() if query.filed_from else None,
        "filed_to": query.filed_to.isoformat() if query.filed_to else None,
        "sort": str(query.sort),
        "one_line_a_story": query.collapse,
        "thesaurus": query.thesaurus,
        "names_left_out": list(query.unwanted),
        "word_forms": query.stems,
        "found": past.total,
        "program": past.program,
    }


def _filter(chosen: Filter, labels: dict[str, str]) -> str:
    value = " + ".join(labels.get(part, part) for part in chosen.parts) or "not stated"
    return f"{'not ' if chosen.exclude else ''}{chosen.facet}: {value}"


def _table(lines: Sequence[Line], file: IO[str]) -> None:
    table = csv.writer(file)
    table.writerow(_line_names())
    for line in lines:
        table.writerow([_cell(value) for value in line.values()])


def _line_names() -> tuple[str, ...]:
    return (
        "searched", "query", "filters", "filed_from", "filed_to", "sort", "one_line_a_story",
        "thesaurus", "names_left_out", "word_forms", "found", "program",
    )  # fmt: skip


def _cell(value: str | int | bool | list[str] | None) -> str:
    if value is None:
        return ""
    return harmless("; ".join(value) if isinstance(value, list) else str(value))
