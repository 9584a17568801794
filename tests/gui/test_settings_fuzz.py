"""Whatever the bytes of the settings are, the program starts with settings."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from desktop.settings import Settings
from tests.inputs.fuzz import mutant

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

MUTANTS = 60


def test_spoilt_settings_are_reset_and_kept_aside(qapp: QApplication, tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311 - to be repeated
    path = tmp_path / "settings.json"
    made = Settings(path)
    made.change(theme="dark", text_size=120, last_folder="/somewhere")
    raw, reset = path.read_bytes(), 0
    for _ in range(3 * MUTANTS):
        path.write_bytes(mutant(raw, chance))
        read = Settings(path)
        assert read.now.theme
        assert read.now.text_size > 0
        reset += read.broken is not None
    assert reset > MUTANTS
