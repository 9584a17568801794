"""The panel of all annotations: filter, jump, edit, delete."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.annotations import AnnotationsModel, Wanted
from index import Annotation, AnnotationId, Colour, Dispatch
from tests.pages.annotations import AnnotationsPage
from tests.pages.coding_window import CodingWindow
from tests.pages.reader import ReaderPage
from tests.pages.small_archive import BODY, Desk, open_desk

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "archive") as opened:
        opened.session.open_dispatch(opened.ids[0])
        yield opened


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> CodingWindow:
    return CodingWindow(desk.session, qtbot)


@pytest.fixture
def page(window: CodingWindow, qtbot: QtBot) -> ReaderPage:
    return ReaderPage(window.reader, qtbot)


@pytest.fixture
def panel(window: CodingWindow, qtbot: QtBot) -> AnnotationsPage:
    return AnnotationsPage(window.annotations, qtbot)


def annotate(
    desk: Desk, quote: str, colour: Colour = Colour.YELLOW, note: str = ""
) -> AnnotationId:
    start = BODY.index(quote)
    made, _ = desk.archive.annotations.add(
        desk.ids[0], start, start + len(quote), colour=colour, note=note
    )
    return made


def held(desk: Desk) -> list[Annotation]:
    return list(desk.archive.annotations.of(desk.ids[0]))


@pytest.fixture
def noted(desk: Desk) -> Desk:
    law, _ = desk.archive.codebook.create("Law")
    below, _ = desk.archive.codebook.create("Encryption", broader=law)
    annotate(desk, "chiffrement", Colour.RED, "Où exactement ?")
    annotate(desk, "risk", Colour.BLUE, "Whose risk?")
    desk.archive.annotations.add(desk.ids[1], 0, 9, note="Who?", concepts=[below])
    return desk


def test_all_annotations_are_listed_newest_first(noted: Desk, panel: AnnotationsPage) -> None:
    assert panel.quotes == ["Ministers", "risk", "chiffrement"]
    assert panel.summary == "3 annotations"
    assert panel.spoken(0).startswith("Yellow; Ministers; Who?; Encryption; Ministers agree on age")


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("ou exactement", ["chiffrement"]),
        ("RISK whose", ["risk"]),
        ("messageries", ["risk", "chiffrement"]),
        ("zebra", []),
    ],
)
def test_words_are_found_in_quote_note_and_headline(
    noted: Desk, panel: AnnotationsPage, words: str, quotes: list[str]
) -> None:
    panel.filter(words)
    assert panel.quotes == quotes
    assert panel.panel.empty.isVisible() is not bool(quotes)


def test_colour_and_concept_narrow_the_list(noted: Desk, panel: AnnotationsPage) -> None:
    panel.filter_colour("Red")
    assert panel.quotes == ["chiffrement"]
    panel.filter_colour("")
    panel.filter_concept("law")
    assert panel.quotes == ["Ministers"]
    panel.drop_concept()
    assert len(panel.quotes) == 3


def test_enter_jumps_to_the_passage(noted: Desk, panel: AnnotationsPage, page: ReaderPage) -> None:
    panel.choose("Ministers")
    panel.press(Key.Key_Return)
    assert page.headline == "Ministers agree on age verification"
    at_hand = page.reader.text.at_hand
    assert at_hand is not None
    assert at_hand.note == "Who?"
    assert panel.keys.focus is page.body


def test_several_are_deleted_in_one_step(noted: Desk, panel: AnnotationsPage) -> None:
    panel.choose("Ministers", "risk")
    panel.press(Key.Key_Delete)
    assert panel.quotes == ["chiffrement"]
    assert noted.session.undo.undoText() == "Delete 2 annotations"
    panel.press(Key.Key_Z, CTRL)
    assert panel.quotes == ["Ministers", "risk", "chiffrement"]


def test_f2_edits_in_the_list(
    noted: Desk, panel: AnnotationsPage, page: ReaderPage, qtbot: QtBot
) -> None:
    panel.choose("risk")
    panel.press(Key.Key_F2)
    note = page.note_dialog().note
    note.selectAll()
    qtbot.keyClicks(note, "Risk to users")
    qtbot.keyClick(note, Key.Key_Return, CTRL)
    assert "Risk to users" in panel.spoken(panel.quotes.index("risk"))
    assert panel.at_hand == "risk"


def test_without_annotations_the_panel_says_what_to_do(panel: AnnotationsPage) -> None:
    assert panel.panel.empty.isVisible()
    assert panel.panel.empty.accessibleName() == "No annotations yet"


def test_a_menu_offers_what_the_keys_do(noted: Desk, panel: AnnotationsPage) -> None:
    panel.choose("risk")
    panel.panel.list.customContextMenuRequested.emit(QPoint(4, 4))
    menu = panel.panel.findChild(QMenu, "annotations-menu")
    assert menu is not None
    names = [action.objectName() for action in menu.actions()]
    assert names == [
        f"annotations-{name}" for name in ("jump", "edit", "attach", "merge", "delete", "restore")
    ]
    menu.close()


def test_a_long_list_is_read_as_one_scrolls(tmp_path: Path, qtbot: QtBot) -> None:
    with open_desk(tmp_path / "many", [Dispatch("Long", "word " * 500)]) as desk:
        for at in range(450):
            colour = Colour.RED if at % 10 == 0 else Colour.GREEN
            desk.archive.annotations.add(desk.ids[0], at * 5, at * 5 + 4, colour=colour)
        model = AnnotationsModel(desk.archive)
        tester = QAbstractItemModelTester(model)
        tester.setUseFetchMore(False)
        model.show(Wanted())
        counts = [model.rowCount()]
        while model.canFetchMore(model.index(-1, 0)):
            model.fetchMore(model.index(-1, 0))
            counts.append(model.rowCount())
        assert counts == [200, 400, 450]
        model.show(Wanted(colour=Colour.RED))
        assert (model.rowCount(), model.complete) == (45, True)


def test_every_stop_of_the_panel_has_a_name(noted: Desk, panel: AnnotationsPage) -> None:
    stops = [
        widget
        for widget in panel.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(stops) >= 4
    assert [stop for stop in stops if not stop.accessibleName()] == []
