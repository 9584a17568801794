"""BibTeX, in UTF-8; what LaTeX would read as a command is spelled out."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from index.exports.citation import cite, date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.exports.citation import Citation
    from index.exports.entries import Entry

# BibTeX counts braces whether a backslash stands before them or not, so none may stay
_SPELLED = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_ENCODED = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NO_PERSON = re.compile(r",|\band\b|\bothers\b", re.IGNORECASE)
"""What BibTeX would take apart in a name."""


def write(entries: Iterator[Entry], file: IO[str]) -> int:
    """Write an entry each; return how many."""
    count = 0
    for count, entry in enumerate(entries, 1):  # noqa: B007 - the last count is the answer
        citation = cite(entry.fields)
        fields = [f"  {name} = {value}" for name, value in _fields(citation)]
        file.write(f"@article{{{citation.key},\n" + ",\n".join(fields) + "\n}\n\n")
    return count


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    parts = date_parts(citation.filed)
    date = citation.filed.partition("T")[0]
    given = {
        "title": f"{{{spelled(citation.headline)}}}" if citation.headline else "",
        "author": " and ".join(map(_name, citation.authors)),
        "journal": spelled(citation.agency),
        "publisher": spelled(citation.agency),
        "address": spelled(citation.city),
        "year": date[:4],
        "date": date,
        "entrysubtype": "newspaper",
        "language": spelled(citation.language),
        "keywords": spelled(", ".join(citation.keywords)),
        "abstract": spelled(citation.summary),
        "url": citation.url.translate(_ENCODED),
        "urldate": citation.captured.partition("T")[0],
        "note": spelled(citation.note),
    }
    yield from ((name, f"{{{value}}}") for name, value in given.items() if value)
    if len(parts) > 1:
        yield "month", _MONTHS[parts[1] - 1]


def spelled(text: str) -> str:
    """Return text as LaTeX prints it unchanged."""
    return text.translate(_SPELLED)


def _name(author: str) -> str:
    name = spelled(author)
    return f"{{{name}}}" if _NO_PERSON.search(author) else name
