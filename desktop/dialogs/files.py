"""Asks for files and folders; remembers where the user was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.settings import Settings

translate = QCoreApplication.translate
FIGURES = {"SVG (*.svg)": ".svg", "PNG (*.png)": ".png", "CSV (*.csv)": ".csv"}
EXPORTS = {
    "csv": ("csv", "CSV"),
    "jsonl": ("jsonl", "JSON Lines"),
    "ris": ("ris", "RIS"),
    "bib": ("bibtex", "BibTeX"),
    "json": ("csl", "CSL-JSON"),
    "qdpx": ("qdpx", "REFI-QDA"),
}
"""Ending of a file's name -> format, and what it is called."""


def ask_files(parent: QWidget, settings: Settings) -> list[Path]:
    """Return the files to import; none when the user cancels."""
    title = translate("files", "Import files")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, settings.now.last_folder)
    paths = [Path(path) for path in chosen]
    if paths:
        settings.change(last_folder=str(paths[0].parent))
    return paths


def ask_folder(parent: QWidget, settings: Settings, title: str = "") -> Path | None:
    """Return the folder to import, or to do with what the title says; None on a cancel."""
    title = title or translate("files", "Import a folder")
    chosen = QFileDialog.getExistingDirectory(parent, title, settings.now.last_folder)
    if chosen:
        settings.change(last_folder=chosen)
    return Path(chosen) if chosen else None


def ask_archive(parent: QWidget, present: str) -> Path | None:
    """Return the folder of an archive, or of one to be made; None when the user cancels."""
    title = translate("files", "Folder of the archive")
    chosen = QFileDialog.getExistingDirectory(parent, title, present)
    return Path(chosen) if chosen else None


def ask_export(parent: QWidget, settings: Settings) -> tuple[str, Path] | None:
    """Return format and file of an export; None when the user cancels."""
    title = translate("files", "Export the results")
    patterns = {f"{text} (*.{end})": end for end, (_, text) in EXPORTS.items()}
    start = str(Path(settings.now.last_folder) / "dispatches.csv")
    chosen, pattern = QFileDialog.getSaveFileName(parent, title, start, ";;".join(patterns))
    if not chosen:
        return None
    path = Path(chosen)
    settings.change(last_folder=str(path.parent))
    stated = path.suffix.removeprefix(".").lower()
    ending = stated if stated in EXPORTS else patterns.get(pattern, "csv")
    return EXPORTS[ending][0], path if path.suffix else path.with_suffix(f".{ending}")


def ask_backup(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file of a backup; None when the user cancels."""
    title = translate("files", "Back up the archive")
    start = str(Path(settings.now.last_folder) / "dispatches-backup.sqlite3")
    pattern = translate("files", "Backups (*.sqlite3)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, pattern)
    return Path(chosen) if chosen else None


def ask_search_log(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file for the log of searches; None when the user cancels."""
    title = translate("files", "Export the log of searches")
    start = str(Path(settings.now.last_folder) / "searches.csv")
    pattern = "CSV (*.csv);;JSON Lines (*.jsonl)"
    chosen, picked = QFileDialog.getSaveFileName(parent, title, start, pattern)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".jsonl" if "jsonl" in picked else ".csv")


def ask_figure(parent: QWidget, settings: Settings, name: str) -> Path | None:
    """Return the file for a figure; its ending says as what. None when the user cancels."""
    title = translate("files", "Save the figure")
    start = str(Path(settings.now.last_folder) / f"{name}.svg")
    chosen, picked = QFileDialog.getSaveFileName(parent, title, start, ";;".join(FIGURES))
    if not chosen:
        return None
    path = Path(chosen)
    settings.change(last_folder=str(path.parent))
    return path if path.suffix.lower() in FIGURES.values() else Path(chosen + FIGURES[picked])


def ask_vocabulary(parent: QWidget, settings: Settings) -> Path | None:
    """Return the vocabulary to import; None when the user cancels."""
    title = translate("files", "Import a vocabulary")
    pattern = translate("files", "SKOS vocabularies (*.ttl *.nt *.n3 *.rdf *.xml *.owl)")
    start = settings.now.last_folder
    chosen, _ = QFileDialog.getOpenFileName(parent, title, start, pattern)
    return Path(chosen) if chosen else None
