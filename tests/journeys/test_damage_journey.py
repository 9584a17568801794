"""Damage found while the window is open is said there, and mended from a backup with one press."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from index import Archive, rounds

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.journeys.conftest import OpenWindow


def test_a_round_finds_a_damaged_dispatch_and_its_backup_mends_it(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "archive"
    with Archive.open(folder, create=True) as archive:
        archive.import_samples()
        archive.settle(timeout=60)
        assert archive.keep_backup() is not None
    with closing(sqlite3.connect(folder / "archive.sqlite3")) as connection, connection:
        connection.execute("UPDATE text SET body = 'spoilt' WHERE dispatch = 3")
    monkeypatch.setattr(rounds.Rounds.__init__, "__kwdefaults__", {"every": 0.05})
    window = open_window(folder)
    window.until(lambda: any("Dispatch 3 in" in text for text in window.messages))
    window.press(window.window.messages, "repair")
    window.until(lambda: "The dispatch was repaired from a backup" in window.messages)
    assert window.current == 3
    assert window.desk.session.archive.verify().faults == ()
