"""Asks for files of codebooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.settings import Settings

translate = QCoreApplication.translate
WRITTEN = {
    "SKOS Turtle (*.ttl)": ".ttl",
    "SKOS JSON-LD (*.jsonld)": ".jsonld",
    "CSV (*.csv)": ".csv",
    "REFI-QDA (*.qdc)": ".qdc",
}
"""What a codebook is written as, and the ending of each."""


def ask_codebook(parent: QWidget, settings: Settings) -> Path | None:
    """Return the codebook to import; None when the user cancels."""
    title = translate("book_files", "Import a codebook")
    pattern = translate("book_files", "Codebooks (*.ttl *.jsonld *.csv)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, settings.now.last_folder, pattern)
    return _remembered(chosen, settings) if chosen else None


def ask_codebook_target(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file for the codebook; its ending says as what. None when the user cancels."""
    title = translate("book_files", "Export the codebook")
    start = str(Path(settings.now.last_folder) / "codebook.ttl")
    chosen, picked = QFileDialog.getSaveFileName(parent, title, start, ";;".join(WRITTEN))
    if not chosen:
        return None
    path = _remembered(chosen, settings)
    known = path.suffix.lower() in WRITTEN.values()
    return path if known else Path(chosen + WRITTEN.get(picked, ".ttl"))


def _remembered(chosen: str, settings: Settings) -> Path:
    path = Path(chosen)
    settings.change(last_folder=str(path.parent))
    return path
