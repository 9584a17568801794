"""Language, theme and text size change while one works, and nothing is lost."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QToolButton, QWidget

from desktop import theme
from index import Progress
from tests.pages.dispatches import write_dispatches
from tests.pages.window import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage


def test_the_window_speaks_french_at_once_and_the_session_goes_on(filled: WindowPage) -> None:
    filled.type_query("encryption")
    session = filled.desk.session
    session.perform("x", lambda: session.archive.searches.save("Kept", session.query)[1])
    filled.program.settings.change(language="fr")
    assert filled.window.menuBar().actions()[0].text() == "&Fichier"
    assert filled.desk.session is session
    assert session.undo.canUndo()
    assert filled.desk.workspace.saved.list.item(0).text() == "Kept"
    filled.until(lambda: filled.desk.workspace.results.count.text() == "1 dépêche")
    assert filled.desk.workspace.search.text.text() == "encryption"
    filled.program.settings.change(language="en")
    assert filled.window.menuBar().actions()[0].text() == "&File"


@pytest.mark.parametrize("name", theme.THEMES)
def test_a_theme_is_chosen_in_the_menu(window: WindowPage, name: str) -> None:
    chosen = [a for m in window.window.menuBar().actions() for a in m.menu().actions()]  # type: ignore[attr-defined]
    themes = next(a.menu() for a in chosen if a.menu() and a.menu().objectName() == "menu-theme")
    entry = next(a for a in themes.actions() if a.objectName() == f"theme-{name}")
    entry.trigger()
    assert theme.present().name == name
    assert window.program.settings.now.theme == name


def test_the_settings_dialog_takes_effect_at_once(window: WindowPage) -> None:
    window.trigger("settings")
    dialog = window.dialog("settings-dialog")
    size = dialog.findChild(QComboBox, "setting-text-size")
    assert isinstance(size, QComboBox)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.font().pointSizeF()
    place = size.findData(150)
    size.setCurrentIndex(place)
    size.activated.emit(place)
    assert app.font().pointSizeF() == pytest.approx(before * 1.5)
    dialog.close()
    window.trigger("normal-text")
    assert app.font().pointSizeF() == pytest.approx(before)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [100, 150])
def test_no_text_is_cut_off(filled: WindowPage, language: str, size: int) -> None:
    filled.type_query("encryption")
    filled.open_row(0)
    filled.program.settings.change(language=language, text_size=size)
    filled.until(lambda: filled.total == 1)
    filled.desk.workspace.results.step(1)
    filled.until(lambda: filled.current is not None)
    for place in range(3):
        filled.desk.workspace.show_side(place)
        filled.until(lambda: not cut_off(filled.window))
    for offer, name in (("settings", "settings-dialog"), ("shortcuts", "shortcuts")):
        filled.trigger(offer)
        dialog = filled.dialog(name)
        filled.until(lambda dialog=dialog: not cut_off(dialog))  # type: ignore[misc]
        dialog.close()


def cut_off(root: QWidget) -> list[str]:
    """Return the texts of labels and buttons that have less room than they need."""
    labels = [each for each in root.findChildren(QLabel) if not each.wordWrap()]
    buttons = [each for each in root.findChildren(QAbstractButton) if not _is_picture(each)]
    shown: list[QLabel | QAbstractButton] = [*labels, *buttons]
    return [each.text() for each in shown if each.isVisible() and _lacks_room(each)]


def _lacks_room(widget: QLabel | QAbstractButton) -> bool:
    needed = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
    return needed > widget.contentsRect().width() + 1


def _is_picture(button: QAbstractButton) -> bool:
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() is style


def test_a_window_closed_while_it_opens_lets_go_of_the_archive(open_window: OpenWindow) -> None:
    hasty = open_window()
    hasty.program.open_archive(hasty.folder)
    hasty.close()
    again = open_window()
    assert again.program.desk is not None


def test_the_status_bar_tells_how_far_the_index_is(window: WindowPage) -> None:
    status = window.window.status
    status.show_index(Progress("index", 3, 15))
    assert "3 / 15" in status.index.text.text()
    status.show_index(Progress("stalled", 3, 15, "No space left on device"))
    assert status.index.text.text() == "The search index cannot be written"
    assert status.index.text.toolTip() == "No space left on device"
    status.show_index(None)
    assert not status.index.isVisible()


def test_a_window_with_its_frame_fits_the_screen(
    window: WindowPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, room = window.window, QRect(0, 0, 1280, 800)
    shown.setGeometry(10, 40, 1280, 800)
    monkeypatch.setattr(shown, "screen", lambda: SimpleNamespace(availableGeometry=lambda: room))
    shown.fit()
    assert shown.height() == 800  # it has no title: nobody manages windows here
    framed = shown.geometry().adjusted(-1, -22, 1, 5)
    monkeypatch.setattr(shown, "frameGeometry", lambda: framed)
    shown.fit()
    assert (shown.width(), shown.height()) == (1278, 773)


def test_a_box_that_is_not_ticked_is_seen_in_high_contrast(
    window: WindowPage, tmp_path: Path
) -> None:
    window.program.settings.change(theme="contrast")
    with window.bot.waitSignal(window.desk.importing.previewed, timeout=LONG) as opened:
        window.desk.importing.preview([write_dispatches(tmp_path / "saved")])
    table, model = opened.args[0].table, opened.args[0].model
    line = model.index(1, 0)
    model.setData(line, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    cell = table.visualRect(line)
    image = table.viewport().grab(cell).toImage()
    middle = [image.pixelColor(x, cell.height() // 2).lightness() for x in range(18)]
    assert max(middle) > 200
    opened.args[0].reject()
