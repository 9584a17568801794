"""Cells of a table that no spreadsheet runs, and back."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so may be run as a formula (OWASP, CSV Injection)."""


def harmless(text: str) -> str:
    """Put an apostrophe before what would be a formula; spreadsheets then show it as text."""
    return f"'{text}" if _runs(text) else text


def read_back(cell: str) -> str:
    """Take the apostrophe of :func:`harmless` away."""
    return cell[1:] if cell.startswith("'") and _runs(cell) else cell


def _runs(text: str) -> bool:
    """Tell whether a text begins a formula, also behind apostrophes, so that one can be undone."""
    return text.lstrip("'").startswith(_FORMULA)
