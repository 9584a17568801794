"""Everything is found again after a restart, whatever happened to the files in between."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.settings import Preferences, Settings

if TYPE_CHECKING:
    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage


def index_folders(archive: Path) -> list[Path]:
    """Return the folders of the derived index."""
    return [path for path in archive.iterdir() if path.is_dir()]


def test_a_restart_finds_dispatches_settings_and_searches(open_window: OpenWindow) -> None:
    first = open_window()
    first.import_samples()
    session = first.desk.session
    session.perform("save", lambda: session.archive.searches.save("All", session.query)[1])
    first.program.settings.change(theme="dark", text_size=125)
    first.window.resize(900, 650)
    first.close()

    again = open_window()
    assert again.total == 16
    assert again.program.settings.now.theme == "dark"
    assert again.desk.workspace.saved.list.item(0).text() == "All"
    app = QApplication.instance()
    assert app is not None
    assert app.property("theme") == "dark"
    assert again.window.size().height() == 650
    again.program.settings.change(theme="light", text_size=100)


@pytest.mark.parametrize("damage", ["deleted", "garbled"])
def test_a_lost_or_damaged_index_is_built_anew(open_window: OpenWindow, damage: str) -> None:
    first = open_window()
    first.import_samples()
    first.close()
    folders = index_folders(first.folder)
    assert folders
    for folder in folders:
        if damage == "deleted":
            shutil.rmtree(folder)
        else:
            for file in folder.iterdir():
                if file.is_file():
                    file.write_bytes(b"\x00 not an index " * 20)

    again = open_window()
    again.settle()
    again.type_query("encryption")
    assert again.total > 0


def test_the_results_have_the_keyboard_from_the_start(open_window: OpenWindow) -> None:
    first = open_window()
    first.import_samples()
    first.close()
    again = open_window()
    table = again.desk.workspace.results.table
    again.until(table.hasFocus)
    assert again.current is None
    again.bot.keyClick(table, Qt.Key.Key_Down)
    again.until(lambda: again.current == again.ids[0])


def test_the_index_can_be_rebuilt_from_the_menu(filled: WindowPage) -> None:
    filled.trigger("rebuild")
    filled.until(lambda: "The search index is rebuilt" in filled.messages)
    filled.type_query("encryption")
    assert filled.total > 0


def test_broken_settings_are_reset_and_kept_aside(
    open_window: OpenWindow, own_folders: Path
) -> None:
    own_folders.mkdir(parents=True)
    (own_folders / "settings.json").write_text('{"theme": "mauve"}', encoding="utf-8")
    window = open_window()
    assert window.program.settings.now == Preferences()
    assert "The settings could not be read and were reset" in window.messages
    assert (own_folders / "settings.broken.json").exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"text_size": "big"}', '{"text_size": 100000}', '{"language": "xx"}']
)
def test_no_settings_file_is_trusted(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    settings = Settings(path)
    assert settings.now == Preferences()
    assert settings.broken is not None


def test_settings_of_a_later_version_do_not_disturb(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "something_new": 1}', encoding="utf-8")
    settings = Settings(path)
    assert settings.now.theme == "dark"
    assert settings.broken is None
