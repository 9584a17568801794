"""RIS, the tagged format that reference managers take in; a dispatch is of type NEWS."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from index.exports.citation import cite, date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.exports.citation import Citation
    from index.exports.entries import Entry

_END = "\r\n"


def write(entries: Iterator[Entry], file: IO[str]) -> int:
    """Write a record each; return how many."""
    count = 0
    for count, entry in enumerate(entries, 1):  # noqa: B007 - the last count is the answer
        lines = [f"{tag}  - {value}{_END}" for tag, value in _tagged(cite(entry.fields)) if value]
        file.writelines(["TY  - NEWS", _END, *lines, "ER  - ", _END, _END])
    return count


def _tagged(citation: Citation) -> list[tuple[str, str]]:
    return [
        ("ID", citation.key),
        ("TI", citation.headline),
        *(("AU", author) for author in citation.authors),
        ("T2", citation.agency),
        ("PB", citation.agency),
        ("CY", citation.city),
        ("PY", citation.filed[:4]),
        ("DA", _date(citation.filed)),
        ("SE", "; ".join(citation.sections)),
        ("LA", citation.language),
        *(("KW", keyword) for keyword in citation.keywords),
        ("AB", citation.summary),
        ("AN", str(citation.number)),
        ("UR", citation.url),
        ("Y2", _date(citation.captured)),
        ("N1", citation.note),
    ]


def _date(iso: str) -> str:
    """Return ``YYYY/MM/DD/time``, where what is not known stays empty."""
    if not iso:
        return ""
    year, month, day = (*(f"{part:02}" for part in date_parts(iso)), "", "")[:3]
    return f"{year:0>4}/{month}/{day}/{iso.partition('T')[2]}"
