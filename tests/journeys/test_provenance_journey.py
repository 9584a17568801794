"""Where the open dispatch came from, asked with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.dialogs.provenance import ProvenanceDialog
from index import Timestamp

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages.window import WindowPage

TEXT = (
    "Panel asks for clearer figures\n\nVIENNA, 3/4/2024 (AP) - A panel asked ministries to "
    "publish figures in one format, so that researchers can compare them over the years.\n"
)


def dialogs(window: WindowPage) -> list[ProvenanceDialog]:
    return window.window.findChildren(ProvenanceDialog)


def test_the_provenance_of_the_open_dispatch_is_a_key_away(
    window: WindowPage, tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "panel.txt").write_text(TEXT, encoding="utf-8")
    window.import_paths([saved]).close()
    session = window.desk.session
    (number,) = session.archive.dispatches.ids()
    session.open_dispatch(number)
    held = session.archive.dispatches.get(number)
    session.perform("Correct", lambda: session.archive.dispatches.correct(number, "city", "Wien"))
    window.window.activateWindow()
    window.until(window.window.isActiveWindow)
    window.bot.keyClick(window.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = dialogs(window)
    shown = "\n".join(dialog.texts)
    assert str(saved / "panel.txt") in shown
    assert held.provenance.sha256 in shown
    assert held.provenance.parser in shown
    assert "the source says “Vienna”" in shown
    dialog.activateWindow()
    window.until(dialog.isActiveWindow)
    reached = set()
    for _ in range(40):
        window.bot.keyClick(dialog, Qt.Key.Key_Tab)
        focus = dialog.focusWidget()
        reached.add(focus.accessibleName() if focus else "")
    assert any(held.provenance.sha256 in name for name in reached)
    window.bot.keyClick(dialog, Qt.Key.Key_Escape)
    window.bot.waitUntil(lambda: not dialogs(window))


def test_a_doubtful_date_is_told_above_the_text(window: WindowPage, tmp_path: Path) -> None:
    (tmp_path / "panel.txt").write_text(TEXT, encoding="utf-8")
    window.import_paths([tmp_path / "panel.txt"]).close()
    session = window.desk.session
    (number,) = session.archive.dispatches.ids()
    session.open_dispatch(number)
    doubts = window.desk.workspace.reader.header.doubts
    assert isinstance(session.archive.dispatches.get(number).dispatch.filed, Timestamp)
    assert doubts.isVisible()
    assert "the other way round" in doubts.text()
