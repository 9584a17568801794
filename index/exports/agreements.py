"""The agreement of two coders as a table, one row a concept."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from index.codebook import PATH_SEPARATOR
from index.exports.files import replaced
from index.exports.formulas import harmless

if TYPE_CHECKING:
    from pathlib import Path

    from index.agreement import Agreement

COLUMNS = ("concept", "both", "only_mine", "only_theirs", "neither", "dispatches", "alpha")


def write(agreement: Agreement, path: Path) -> int:
    """Write a heading and one row each; return how many rows.

    Raises:
        ExportRefused: the file cannot be written; one that was there is unchanged.
    """
    with replaced(path) as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for each in agreement.concepts:
            counts = (each.both, each.mine, each.theirs, each.neither, len(agreement.dispatches))
            alpha = "" if each.alpha is None else f"{each.alpha:.4f}"
            table.writerow([harmless(PATH_SEPARATOR.join(each.concept)), *counts, alpha])
    return len(agreement.concepts)
