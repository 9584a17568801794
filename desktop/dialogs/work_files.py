"""Asks for the files in which work is handed to others, and taken from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from desktop.settings import Settings

translate = QCoreApplication.translate


def ask_annotations_target(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file for annotations; its ending says which format."""
    patterns = {
        ".html": translate("work-files", "Report as a web page (*.html)"),
        ".pdf": translate("work-files", "Report as PDF (*.pdf)"),
        ".md": translate("work-files", "Report as Markdown (*.md)"),
        ".csv": translate("work-files", "Table (*.csv)"),
        ".jsonld": translate("work-files", "W3C Web Annotations (*.jsonld)"),
    }
    title = translate("work-files", "Export annotations")
    return _save(parent, settings, title, "annotations", patterns)


def ask_annotations(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file of Web Annotations to import."""
    title = translate("work-files", "Import annotations")
    pattern = translate("work-files", "W3C Web Annotations (*.jsonld *.json)")
    return _open(parent, settings, title, pattern)


def ask_layer_target(parent: QWidget, settings: Settings, coder: str) -> Path | None:
    """Return the file for one's own coding."""
    title = translate("work-files", "Export my coding")
    patterns = {".jsonl": translate("work-files", "Coding of one person (*.jsonl)")}
    name = "".join(each for each in coder if each.isalnum()) or "coding"
    return _save(parent, settings, title, name, patterns)


def ask_layer(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file with another coder's work."""
    title = translate("work-files", "Import another coder’s work")
    pattern = translate("work-files", "Coding of one person (*.jsonl)")
    return _open(parent, settings, title, pattern)


def ask_agreement_target(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file for a table of agreement."""
    title = translate("work-files", "Export the agreement")
    patterns = {".csv": translate("work-files", "Table (*.csv)")}
    return _save(parent, settings, title, "agreement", patterns)


def ask_citation_target(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file for a citation that can be checked."""
    title = translate("work-files", "Save the citation")
    patterns = {".json": translate("work-files", "Citation (*.json)")}
    return _save(parent, settings, title, "citation", patterns)


def ask_citation(parent: QWidget, settings: Settings) -> Path | None:
    """Return the file of a citation to check."""
    title = translate("work-files", "Check a citation")
    return _open(parent, settings, title, translate("work-files", "Citation (*.json)"))


def _save(
    parent: QWidget, settings: Settings, title: str, name: str, patterns: Mapping[str, str]
) -> Path | None:
    """Return a file's path, whose ending is one of the patterns'; None when the user cancels."""
    first = next(iter(patterns))
    start = str(Path(settings.now.last_folder) / f"{name}{first}")
    shown = ";;".join(patterns.values())
    chosen, picked = QFileDialog.getSaveFileName(parent, title, start, shown)
    if not chosen:
        return None
    path = Path(chosen)
    settings.change(last_folder=str(path.parent))
    if path.suffix.lower() in patterns:
        return path
    ending = next((end for end, text in patterns.items() if text == picked), first)
    return path.with_name(path.name + ending)


def _open(parent: QWidget, settings: Settings, title: str, pattern: str) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, title, settings.now.last_folder, pattern)
    if not chosen:
        return None
    settings.change(last_folder=str(Path(chosen).parent))
    return Path(chosen)
