"""Tables of counts as CSV."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from index.exports.files import replaced
from index.exports.formulas import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Cell = str | int | float


def write(path: Path, lines: Iterable[Sequence[Cell]]) -> int:
    """Write lines of cells, the first of them the heading; return how many follow it.

    Raises:
        ExportRefused: the file cannot be written; one that was there is unchanged.
    """
    count = -1
    with replaced(path) as file:
        table = csv.writer(file)
        for line in lines:
            table.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in line])
            count += 1
    return max(count, 0)
