"""JSON Lines: one object a dispatch, with its tags and annotations."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.annotation import Annotation
    from index.exports.entries import Entry


def write(entries: Iterator[Entry], file: IO[str]) -> int:
    """Write one line each; return how many."""
    count = 0
    for count, entry in enumerate(entries, 1):  # noqa: B007 - the last count is the answer
        file.write(json.dumps(_line(entry), ensure_ascii=False) + "\n")
    return count


def _line(entry: Entry) -> dict[str, Any]:
    annotations = [_annotation(each, entry) for each in entry.annotations]
    return {**entry.fields, "tags": list(entry.tags), "annotations": annotations}


def _annotation(annotation: Annotation, entry: Entry) -> dict[str, Any]:
    selector = annotation.selector
    return {
        "id": annotation.id,
        "exact": selector.exact,
        "start": selector.start,
        "end": selector.end,
        "colour": str(annotation.colour),
        "note": annotation.note,
        "concepts": [entry.concepts[each] for each in annotation.concepts],
    }
