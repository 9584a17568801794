"""What is said when a file has been written for use elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.panels.frame.message_bar import Tone

if TYPE_CHECKING:
    from desktop.window import Window
    from index import Archive


def say_written(window: Window, archive: Archive, text: str) -> None:
    """Say what was written, and that it is readable where the archive is not."""
    plain = archive.encrypted
    warning = QCoreApplication.translate("written", "The archive is encrypted, this file is not.")
    window.messages.say(Tone.INFO, text, warning if plain else "", passing=not plain)
