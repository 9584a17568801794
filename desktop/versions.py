"""The versions that matter when something goes wrong."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, qVersion

PARTS = ("dispatch-reader", "PySide6-Essentials", "Whoosh", "numpy", "lxml", "trafilatura")


def versions() -> list[tuple[str, str]]:
    """Return (part, version) of the program, its libraries and the system."""
    found = [(name, _version(name)) for name in PARTS]
    return [
        *found,
        ("Qt", qVersion()),
        ("Python", platform.python_version()),
        (QCoreApplication.translate("about", "System"), platform.platform(terse=True)),
    ]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"
