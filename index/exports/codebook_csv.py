"""A codebook as a table: one row a concept, made and read with any spreadsheet.

Labels of a path are joined by `` / `` and aliases by ``; ``. A slash or semicolon within one has a
backslash before it, as has a backslash.
"""

from __future__ import annotations

import csv
import io
import re
from typing import IO, TYPE_CHECKING

from index.codebook import PATH_SEPARATOR, ListedConcept
from index.exports.formulas import harmless, read_back

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PLAIN = ("path", "colour", "digit", "retired", "uri", "scope_note", "aliases")
_LABEL, _ALIASES = "label@", "aliases@"
_BETWEEN_ALIASES = "; "
_ESCAPED = re.compile(r"\\([\\/;])")
_YES = "yes"
_LONGEST_CELL = 1 << 20


def write(concepts: Sequence[ListedConcept], file: IO[str]) -> None:
    """Write a heading and one row each."""
    languages = sorted({language for each in concepts for language in each.labels})
    spoken = sorted({language for each in concepts for language in each.alias_languages.values()})
    table = csv.writer(file)
    labels = [_LABEL + language for language in languages]
    table.writerow([*_PLAIN, *labels, *(_ALIASES + language for language in spoken)])
    for each in concepts:
        cells = [
            PATH_SEPARATOR.join(_escape(label, "/") for label in each.path),
            each.colour,
            "" if each.digit is None else str(each.digit),
            _YES if each.retired else "",
            each.uri,
            each.scope_note,
            _joined(each, ""),
            *(each.labels.get(language, "") for language in languages),
            *(_joined(each, language) for language in spoken),
        ]
        table.writerow(map(harmless, cells))


def _joined(concept: ListedConcept, language: str) -> str:
    """Return the aliases of a language, or those of none, as one cell."""
    spoken = concept.alias_languages
    chosen = (alias for alias in concept.aliases if spoken.get(alias, "") == language)
    return _BETWEEN_ALIASES.join(_escape(alias, ";") for alias in chosen)


def read(text: str) -> list[ListedConcept]:
    """Return the concepts of a table; only the column ``path`` has to be there.

    Raises:
        ValueError: it is no such table; says which line.
    """
    csv.field_size_limit(_LONGEST_CELL)
    table = csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="", strict=True)
    try:
        if "path" not in (table.fieldnames or ()):
            raise ValueError("the table has no column “path”")
        return [_concept(row, table.line_num) for row in table]
    except csv.Error as error:
        raise ValueError(f"line {table.line_num}: {error}") from error


def _concept(row: Mapping[str, str], line: int) -> ListedConcept:
    cells = {name: read_back(cell) for name, cell in row.items() if name}
    digit = cells.get("digit", "").strip()
    spoken = _spoken(cells)
    unspoken = [_plain(alias) for alias in _aliases(cells.get("aliases", ""))]
    path = tuple(map(_plain, cells["path"].split(PATH_SEPARATOR)))
    if not all(label.strip() for label in path):
        raise ValueError(f"line {line}: a concept without a label")
    if digit and (len(digit) != 1 or digit not in "123456789"):
        raise ValueError(f"line {line}: no shortcut key {digit}")
    return ListedConcept(
        path,
        cells.get("colour", "").strip(),
        cells.get("scope_note", ""),
        int(digit) if digit else None,
        cells.get("retired", "").strip().lower() == _YES,
        {
            name.removeprefix(_LABEL): cell
            for name, cell in cells.items()
            if name.startswith(_LABEL) and cell
        },
        tuple(dict.fromkeys([*unspoken, *spoken])),
        cells.get("uri", "").strip(),
        spoken,
    )


def _spoken(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the aliases that stand under a language."""
    return {
        _plain(alias): name.removeprefix(_ALIASES)
        for name, cell in cells.items()
        if name.startswith(_ALIASES)
        for alias in _aliases(cell)
    }


def _aliases(cell: str) -> list[str]:
    """Take aliases apart at semicolons that have no backslash of their own before them."""
    return [each.strip(" ") for each in re.findall(r"(?:\\.|[^;\\]|\\$)+", cell) if each.strip()]


def _escape(text: str, sign: str) -> str:
    return text.replace("\\", "\\\\").replace(sign, f"\\{sign}")


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
