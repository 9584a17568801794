"""What the parts of an input are called that hold no text and are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Mapping

translate = QCoreApplication.translate


def counted_parts(dropped: Mapping[str, int]) -> str:
    """Return how many of each kind were left out: ``2 × image, 1 × script``."""
    return ", ".join(f"{count} × {_part_name(kind)}" for kind, count in sorted(dropped.items()))


def _part_name(kind: str) -> str:
    """Return what the user calls a kind of parts that a parser counts."""
    names = {
        "image": translate("import_report", "image"),
        "media": translate("import_report", "sound or film"),
        "attachment": translate("import_report", "attachment"),
        "embed": translate("import_report", "embedded object"),
        "embedded part": translate("import_report", "embedded part"),
        "script": translate("import_report", "script"),
        "form": translate("import_report", "form"),
    }
    return names.get(kind, kind)
