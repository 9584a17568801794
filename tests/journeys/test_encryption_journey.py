"""A user keeps an archive to herself: makes it, opens it again, changes the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from index import Archive
from tests.doubles.secret_archive import PASSPHRASE, leaks

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage

OTHER = "seven quiet umbrellas sing"


def type_into(place: QWidget, name: str, text: str) -> QLineEdit:
    """Type a passphrase as a user does, over what is there."""
    line = place.findChild(QLineEdit, name)
    assert line is not None
    assert line.echoMode() is QLineEdit.EchoMode.Password
    line.clear()
    line.insert(text)
    return line


def choose_new(window: WindowPage, passphrase: str, present: str = "") -> None:
    """Fill in the dialog that asks for a new passphrase."""
    dialog = window.dialog("passphrase-dialog")
    if present:
        type_into(dialog, "present-passphrase", present)
    type_into(dialog, "new-passphrase", passphrase)
    type_into(dialog, "new-passphrase-again", passphrase)
    window.press(dialog, "passphrase-ok")


def unlock(window: WindowPage, passphrase: str) -> None:
    """Type the passphrase on the page that asks for it."""
    window.until(lambda: window.window.pages.currentWidget() is window.window.unlock)
    type_into(window.window.unlock, "unlock-passphrase", passphrase)
    window.press(window.window.unlock, "unlock-open")


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    with Archive.open(tmp_path / "mine", create=True, passphrase=PASSPHRASE) as archive:
        archive.import_samples()
        archive.settle(timeout=60)
    return tmp_path / "mine"


def test_a_wrong_passphrase_is_said_where_it_was_typed_and_the_right_one_opens(
    open_window: OpenWindow, encrypted: Path
) -> None:
    window = open_window(encrypted)
    assert window.window.pages.currentWidget() is window.window.unlock
    assert any("encrypted" in text for text in window.page_texts)
    unlock(window, OTHER)
    window.until(lambda: any("does not open" in text for text in window.page_texts))
    unlock(window, PASSPHRASE)
    window.until(lambda: window.program.desk is not None)
    window.settle()
    window.type_query("encryption")
    assert window.total > 0


def test_what_is_typed_can_be_shown_and_is_hidden_again(
    open_window: OpenWindow, encrypted: Path
) -> None:
    window = open_window(encrypted)
    page = window.window.unlock
    line = type_into(page, "unlock-passphrase", OTHER)
    box = page.findChild(QCheckBox, "unlock-show-passphrase")
    assert box is not None
    box.click()
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    window.press(page, "unlock-open")
    window.until(lambda: any("does not open" in text for text in window.page_texts))
    assert line.text() == ""
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_a_new_archive_is_made_encrypted(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    folder = tmp_path / "new"
    monkeypatch.setattr("desktop.dialogs.files.ask_archive", lambda *_: folder)
    window.trigger("new-encrypted")
    dialog = window.dialog("passphrase-dialog")
    button = dialog.findChild(QPushButton, "passphrase-ok")
    assert button is not None
    type_into(dialog, "new-passphrase", "short")
    assert not button.isEnabled()
    choose_new(window, PASSPHRASE)
    window.until(
        lambda: folder.joinpath("archive.sqlite3").exists() and window.program.desk is not None
    )
    window.import_samples()
    window.settle()
    window.close()
    assert Archive.is_encrypted(folder)
    plain = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"regulator" not in plain.lower()


def test_the_open_archive_is_copied_encrypted_and_the_copy_opened(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.import_samples()
    copy = tmp_path / "copy"
    monkeypatch.setattr("desktop.dialogs.files.ask_archive", lambda *_: copy)
    window.trigger("copy-encrypted")
    choose_new(window, PASSPHRASE)
    window.until(lambda: any("encrypted copy is made" in text for text in window.messages))
    assert not Archive.is_encrypted(window.folder)
    window.press(window.window.messages, "open-copy")
    unlock(window, PASSPHRASE)
    window.until(lambda: window.program.desk is not None)
    assert window.desk.session.archive.folder == copy
    window.settle()
    assert window.total == 16
    assert list(leaks(copy)) == []


def test_a_folder_with_an_archive_is_not_overwritten(
    open_window: OpenWindow, encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr("desktop.dialogs.files.ask_archive", lambda *_: encrypted)
    window.trigger("new-encrypted")
    assert any("already an archive" in text for text in window.messages)


def test_the_passphrase_is_changed_and_removed(open_window: OpenWindow, encrypted: Path) -> None:
    window = open_window(encrypted)
    unlock(window, PASSPHRASE)
    window.until(lambda: window.program.desk is not None)
    window.trigger("passphrase")
    choose_new(window, OTHER, present=PASSPHRASE)
    window.until(lambda: window.program.desk is not None)
    window.settle()
    Archive.open(encrypted, passphrase=OTHER, read_only=True, upkeep=False).close()
    window.trigger("passphrase")
    dialog = window.dialog("passphrase-dialog")
    type_into(dialog, "present-passphrase", OTHER)
    removed = dialog.findChild(QCheckBox, "passphrase-removed")
    assert removed is not None
    removed.click()
    window.press(dialog, "passphrase-ok")
    window.until(lambda: window.program.desk is not None and not Archive.is_encrypted(encrypted))
    window.settle()
    window.type_query("encryption")
    assert window.total > 0


def test_an_export_from_an_encrypted_archive_says_that_it_is_readable(
    open_window: OpenWindow, encrypted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(encrypted)
    unlock(window, PASSPHRASE)
    window.until(lambda: window.program.desk is not None)
    window.settle()
    out = tmp_path / "out.csv"
    monkeypatch.setattr("desktop.dialogs.files.ask_export", lambda *_: ("csv", out))
    window.trigger("export")
    window.until(lambda: any("exported to" in text for text in window.messages))
    shown = window.window.messages.findChildren(QLabel)
    assert any("this file is not" in label.text() for label in shown)


def test_so_does_the_codebook_of_one(
    open_window: OpenWindow, encrypted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(encrypted)
    unlock(window, PASSPHRASE)
    window.until(lambda: window.program.desk is not None)
    window.settle()
    target = tmp_path / "book.csv"
    monkeypatch.setattr("desktop.codebook_files.book_files.ask_codebook_target", lambda *_: target)
    window.trigger("export-codebook")
    window.until(lambda: any("written to" in text for text in window.messages))
    shown = window.window.messages.findChildren(QLabel)
    assert any("this file is not" in label.text() for label in shown)


def test_a_plain_archive_has_no_passphrase_to_change(open_window: OpenWindow) -> None:
    window = open_window()
    window.trigger("passphrase")
    assert "This archive has no passphrase" in window.messages
