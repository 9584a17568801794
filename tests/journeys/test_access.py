"""Everything has a name, a key, and a place in the order of Tab."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QMenuBar,
    QScrollBar,
    QTabBar,
    QWidget,
)

from desktop.mnemonics import letter_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.pages.window import WindowPage


def parts(root: QWidget) -> list[QWidget]:
    """Return the visible widgets that take the keyboard, leaving out Qt's own inner ones."""
    inner = (QScrollBar, QTabBar, QMenuBar)
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not isinstance(widget, inner)
        and not widget.objectName().startswith("qt_")
        and not _is_viewport(widget)
    ]


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_every_part_has_an_object_name_and_a_spoken_one(filled: WindowPage) -> None:
    filled.open_row(0)
    for place in range(3):
        filled.desk.workspace.sides.setCurrentIndex(place)
        nameless = [repr(part) for part in parts(filled.window) if not part.objectName()]
        assert nameless == []
        mute = [part.objectName() for part in parts(filled.window) if not spoken_name(part)]
        assert mute == []


DIALOGS = {
    "settings": "settings-dialog",
    "shortcuts": "shortcuts",
    "about": "about",
    "statistics": "statistics",
    "correct": "correct-dialog",
    "watch-folders": "watched-folders",
}


@pytest.mark.parametrize("offer", DIALOGS)
def test_every_part_of_a_dialog_has_names_too_and_escape_leaves_it(
    filled: WindowPage, offer: str
) -> None:
    filled.open_row(0)
    filled.trigger(offer)
    dialog = filled.dialog(DIALOGS[offer])
    assert dialog.windowTitle()
    reached = [each for each in parts(dialog) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [repr(part) for part in reached if not part.objectName()] == []
    assert [part.objectName() for part in reached if not spoken_name(part)] == []
    filled.until(dialog.isActiveWindow)
    filled.until(lambda: dialog.isAncestorOf(QApplication.focusWidget() or filled.window))
    filled.bot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    filled.until(lambda: not dialog.isVisible())


def test_tab_reaches_every_pane(filled: WindowPage) -> None:
    filled.open_row(0)
    seen: set[QWidget] = set()
    at: QWidget | None = filled.desk.workspace.search.text
    while at is not None and at not in seen:
        seen.add(at)
        at = at.nextInFocusChain()
    space = filled.desk.workspace
    for pane in (space.facets.tree, space.timeline.chart, space.results.table, space.saved.add):
        assert pane in seen
        assert pane.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_no_two_actions_share_a_key(filled: WindowPage) -> None:
    keys = Counter(
        key.toString()
        for menu in filled.window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
        for key in action.shortcuts()
        if not key.isEmpty() and action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
    )
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_every_menu_entry_says_what_it_does(filled: WindowPage) -> None:
    menus = [entry.menu() for entry in filled.window.menuBar().actions()]
    for menu in menus:
        entries = [e for e in menu.actions() if not e.isSeparator()]  # type: ignore[attr-defined]
        assert entries
        assert all(
            (entry.text().strip() and entry.objectName()) or entry.menu() for entry in entries
        )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_entries_share_a_letter(filled: WindowPage, language: str) -> None:
    filled.open_row(0)
    filled.program.settings.change(language=language)
    bar = filled.window.menuBar().actions()
    menus = [entry.menu() for entry in bar]
    assert _shared(entry.text() for entry in bar) == []
    for menu in menus:
        menu.aboutToShow.emit()  # type: ignore[attr-defined]
        entries = menu.actions()  # type: ignore[attr-defined]
        assert _shared(entry.text() for entry in entries) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_button_of_the_welcome_takes_a_letter_of_the_menus(
    window: WindowPage, language: str
) -> None:
    window.program.settings.change(language=language)
    window.until(lambda: bool(window.window.welcome.buttons))
    texts = [button.text() for button in window.window.welcome.buttons]
    assert all(letter_of(text) for text in texts)
    assert _shared([*texts, *(menu.text() for menu in window.window.menuBar().actions())]) == []


def _shared(texts: Iterable[str]) -> list[str]:
    letters = Counter(letter_of(text) for text in texts)
    return [letter for letter, count in letters.items() if letter and count > 1]


def test_f6_goes_round_the_panes(filled: WindowPage) -> None:
    filled.open_row(0)
    space = filled.desk.workspace
    space.search.take_focus()
    met = []
    for _ in range(4):
        filled.window.offered["next-pane"].trigger()
        focus = filled.window.focusWidget()
        panes = (space.sides, space.search, space.results, space.reader)
        met.append(next(place for place, pane in enumerate(panes) if pane.isAncestorOf(focus)))
    assert met == [2, 3, 0, 1]


def test_escape_leads_from_the_side_panes_to_the_results(filled: WindowPage) -> None:
    for place in range(3):
        filled.desk.workspace.show_side(place)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert filled.desk.workspace.sides.isAncestorOf(focus)
        filled.bot.keyClick(focus, Qt.Key.Key_Escape)
        filled.until(filled.desk.workspace.results.table.hasFocus)


def test_the_menu_says_which_concept_a_digit_stands_for(filled: WindowPage) -> None:
    named = {
        use.concept.digit: use.concept.label for use in filled.desk.session.archive.codebook.all()
    }
    assert named[1]
    filled.window.menus.coding.aboutToShow.emit()
    first = filled.desk.workspace.tagging.digit_actions[0]
    assert named[1] in first.text()


def test_the_text_grows_without_cutting_the_tabs(filled: WindowPage) -> None:
    for _ in range(4):
        filled.trigger("larger-text")
    bar = filled.desk.workspace.sides.tabBar()
    filled.until(lambda: filled.desk.workspace.sides.width() >= bar.sizeHint().width())
    filled.trigger("normal-text")
