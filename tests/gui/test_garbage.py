"""The collector of cycles is kept from holding up the window."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from desktop import garbage
from desktop.app import Program
from desktop.settings import Settings
from index import Archive

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_an_open_window_is_collected_rarely(
    qapp: QApplication, qtbot: QtBot, own_folders: Path
) -> None:
    Archive.open(own_folders / "archive", create=True, upkeep=False).close()
    program = Program(qapp, Settings(own_folders / "settings.json"), own_folders / "archive")
    program.start()
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    assert gc.get_threshold() == garbage.THRESHOLDS
    assert gc.get_freeze_count() > 0, "what was there at first is not looked through again"
    assert gc.isenabled()
    program.window.hide()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
