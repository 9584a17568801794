"""CSL-JSON, which citation processors read (https://citeproc-js.readthedocs.io/en/latest/csl-json/)."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from index.exports.citation import cite, date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.exports.citation import Citation
    from index.exports.entries import Entry


def write(entries: Iterator[Entry], file: IO[str]) -> int:
    """Write one list of items; return how many."""
    count = 0
    file.write("[")
    for count, entry in enumerate(entries, 1):
        file.write(",\n" if count > 1 else "\n")
        file.write(json.dumps(item(cite(entry.fields)), ensure_ascii=False))
    file.write("\n]\n")
    return count


def item(citation: Citation) -> dict[str, Any]:
    """Return a citation as CSL names its parts."""
    given = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": citation.headline,
        "author": [{"literal": author} for author in citation.authors],
        "container-title": citation.agency,
        "publisher": citation.agency,
        "publisher-place": citation.city,
        "issued": _date(citation.filed),
        "accessed": _date(citation.captured),
        "section": "; ".join(citation.sections),
        "keyword": ", ".join(citation.keywords),
        "abstract": citation.summary,
        "language": citation.language,
        "URL": citation.url,
        "archive_location": str(citation.number),
        "note": citation.note,
    }
    return {name: value for name, value in given.items() if value}


def _date(iso: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[*date_parts(iso)]]} if iso else {}
