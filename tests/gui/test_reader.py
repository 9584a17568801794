"""Reading: header, text, hits, find in text, the way by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.date_text import stamp_text
from desktop.inks import present_inks
from index import Dispatch, Facet, Filter, Precision, Query, Timestamp, Zone
from tests.pages.coding_window import CodingWindow
from tests.pages.keyboard import PATIENCE
from tests.pages.reader import ReaderPage
from tests.pages.small_archive import BODY, BOILERPLATE, PARAGRAPHS, Desk, open_desk

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "archive") as opened:
        yield opened


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> CodingWindow:
    return CodingWindow(desk.session, qtbot)


@pytest.fixture
def page(window: CodingWindow, qtbot: QtBot) -> ReaderPage:
    return ReaderPage(window.reader, qtbot)


def ask(desk: Desk, text: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.session.answered, timeout=PATIENCE):
        desk.session.ask(Query(text))


# --- what is shown ---------------------------------------------------------------------------


def test_without_a_dispatch_the_reader_says_so(page: ReaderPage) -> None:
    assert page.reader.currentWidget() is page.reader.empty
    assert "No dispatch" in page.reader.empty.accessibleName()


def test_a_dispatch_is_shown_with_everything_known_of_it(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[0])
    header = page.reader.header
    assert page.headline == "Chiffrement : le Conseil épargne les messageries"
    assert header.standfirst.text.startswith("Age verification stays")
    assert page.says("reader-filing") == "Agence France-Presse  ·  Claire Vasseur  ·  Bruxelles"
    assert page.says("reader-dates").startswith("Filed 18 October 2024  ·  Imported")
    assert "Politique, Monde" in page.says("reader-source")
    assert "dispatch-0.txt" in page.says("reader-source")
    assert page.text == f"{BODY}\n\n{BOILERPLATE}"


def test_what_is_not_known_takes_no_room(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[1])
    assert page.reader.header.standfirst.isHidden()
    assert page.says("reader-filing") == "Reuters"


def test_boilerplate_stands_apart_and_is_no_passage(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[0])
    assert page.format_at("All rights").fontItalic()
    assert not page.format_at("Le Conseil").fontItalic()
    page.take_keyboard()
    page.press(Key.Key_A, CTRL)
    passage = page.body.passage
    assert passage is not None
    assert page.body.text_of(passage) == BODY


def test_the_text_cannot_be_changed(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[1])
    page.take_keyboard()
    before = page.text
    page.press(Key.Key_X)
    page.press(Key.Key_Backspace)
    QApplication.clipboard().setText("pasted")
    page.press(Key.Key_V, CTRL)
    assert page.text == before


def test_selected_text_is_copied_by_keyboard(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[0])
    page.select("𝔸 will publish")
    page.press(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "𝔸 will publish"


def test_the_headline_can_be_copied(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[1])
    (copy,) = page.reader.header.actions()
    copy.trigger()
    assert QApplication.clipboard().text() == "Ministers agree on age verification"


@pytest.mark.parametrize("name", theme.THEMES)
def test_selected_text_is_no_annotation_by_its_looks(
    page: ReaderPage, name: str, qapp: QApplication
) -> None:
    before = qapp.property("theme")
    qapp.setProperty("theme", name)
    qapp.sendEvent(page.body, QEvent(QEvent.Type.PaletteChange))
    selected = page.body.palette().highlight().color()
    assert selected == theme.load(name).accent
    grounds = present_inks().annotations.values()
    assert selected.name() not in grounds
    qapp.setProperty("theme", before)


def test_arabic_reads_right_to_left(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[2])
    option = page.body.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft
    assert option.alignment() & Qt.AlignmentFlag.AlignRight
    desk.session.open_dispatch(desk.ids[0])
    option = page.body.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.LeftToRight


def test_lines_keep_a_readable_measure(desk: Desk, window: CodingWindow, page: ReaderPage) -> None:
    window.resize(1900, 900)
    desk.session.open_dispatch(desk.ids[0])
    line = page.body.document().firstBlock().layout().lineAt(0)
    assert 60 <= line.textLength() <= 90


def test_a_click_between_two_lines_lands_on_one(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    desk.session.open_dispatch(desk.ids[0])
    first = page.body.rect_of(0)
    gap = QPoint(first.left() + 60, first.bottom() + 2)
    qtbot.mouseClick(page.body.viewport(), Qt.MouseButton.LeftButton, pos=gap)
    inside = page.body.rect_of(page.body.caret)
    assert abs(inside.left() - gap.x()) < 20


@pytest.mark.parametrize(
    ("stamp", "text"),
    [
        (Timestamp.on(2024, 10, 18), "18 October 2024"),
        (Timestamp(datetime(2024, 10, 1), Precision.MONTH), "October 2024"),
        (Timestamp(datetime(2024, 1, 1), Precision.YEAR), "2024"),
        (
            Timestamp(
                datetime(2024, 10, 18, 15, 4, tzinfo=timezone(timedelta(hours=2))),
                Precision.MINUTE,
                Zone.STATED,
            ),
            "18 October 2024, 15:04 (UTC+2)",
        ),
        (
            Timestamp(
                datetime(2024, 10, 18, 15, 4, tzinfo=timezone(timedelta(hours=5, minutes=30))),
                Precision.SECOND,
                Zone.ASSUMED,
            ),
            "18 October 2024, 15:04 (UTC+5:30 assumed)",
        ),
        (
            Timestamp(datetime(2024, 10, 18, 15, 4), Precision.MINUTE),
            "18 October 2024, 15:04 (zone unknown)",
        ),
        (
            Timestamp(datetime(2024, 4, 3), Precision.DAY, ambiguous=True),
            "3 April 2024 (day and month uncertain)",
        ),
    ],
)
def test_dates_are_no_finer_than_their_source(stamp: Timestamp, text: str) -> None:
    assert stamp_text(stamp, QLocale("en_GB")) == text


# --- hits ------------------------------------------------------------------------------------


def test_a_dispatch_opens_at_its_first_hit(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    ask(desk, "chiffrement", qtbot)
    desk.session.open_dispatch(desk.ids[0])
    assert page.hit_place == "1/2"
    assert [s.start for s in page.reader.header.headline.hits] == [0]
    first = page.format_at("chiffrement").background().color()
    second = page.format_at("chiffrement »").background().color()
    plain = page.format_at("Conseil")
    assert first != second
    assert not plain.hasProperty(QTextCharFormat.Property.BackgroundBrush)


def test_f3_goes_through_the_hits_and_round(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    ask(desk, "chiffrement", qtbot)
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    seen = []
    for key, modifier in (
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, SHIFT),
    ):
        page.press(key, modifier)
        seen.append(page.hit_place)
    assert seen == ["2/2", "1/2", "2/2"]


def test_a_hit_far_below_is_brought_into_view(tmp_path: Path, qtbot: QtBot) -> None:
    body = "\n\n".join(["Nothing of interest was said here."] * 200 + ["The derogation lapses."])
    with open_desk(tmp_path / "long", [Dispatch("Long", body)]) as desk:
        page = ReaderPage(CodingWindow(desk.session, qtbot).reader, qtbot)
        ask(desk, "derogation", qtbot)
        desk.session.open_dispatch(desk.ids[0])
        view = page.body.visible_span
        assert view.start <= body.index("derogation") <= view.end


def test_another_query_marks_its_own_hits(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    desk.session.open_dispatch(desk.ids[0])
    assert page.hit_place == ""
    ask(desk, "regulator", qtbot)
    assert page.hit_place == "–/1"
    page.take_keyboard()
    page.press(Key.Key_F3)
    assert page.hit_place == "1/1"


def test_the_same_answer_again_keeps_the_place(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    ask(desk, "chiffrement", qtbot)
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.press(Key.Key_F3)
    with qtbot.waitSignal(desk.session.answered, timeout=PATIENCE):
        desk.session.refresh()
    assert page.hit_place == "2/2"


def test_the_next_dispatch_begins_with_its_own_first_hit(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    ask(desk, "verification", qtbot)
    desk.session.open_dispatch(desk.ids[0])
    assert page.hit_place == "1/1"
    desk.session.open_dispatch(desk.ids[2])
    assert page.hit_place == ""
    desk.session.open_dispatch(desk.ids[1])
    assert page.hit_place == "1/1"


# --- find in text ----------------------------------------------------------------------------


def test_find_in_text_folds_accents_and_counts(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.find("detection")
    assert page.find_place == "1/1"
    page.find("E")
    count = int(page.find_place.split("/")[1])
    assert count == sum(fold_e in "eéèêæœ" for fold_e in BODY.lower())


def test_enter_goes_on_and_escape_gives_the_text_back(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.find("chiffrement")
    page.press(Key.Key_Return)
    assert page.find_place == "2/2"
    page.press(Key.Key_Return, SHIFT)
    assert page.find_place == "1/2"
    page.press(Key.Key_Escape)
    assert page.reader.find_bar.isHidden()
    assert QApplication.focusWidget() is page.body
    assert page.body.caret == BODY.index("chiffrement")


def test_what_is_not_there_is_said_to_be_so(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[1])
    page.take_keyboard()
    page.find("zebra")
    assert page.find_place == "Not found"


def test_the_hits_of_the_search_come_back_after_finding(
    desk: Desk, page: ReaderPage, qtbot: QtBot
) -> None:
    ask(desk, "chiffrement", qtbot)
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.find("regulator")
    assert page.find_place == "1/1"
    page.press(Key.Key_Escape)
    assert page.hit_place == "1/2"
    assert page.format_at("chiffrement").hasProperty(QTextCharFormat.Property.BackgroundBrush)


def test_finding_goes_on_in_the_next_dispatch(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.find("age verification")
    desk.session.open_dispatch(desk.ids[1])
    assert page.find_place == "1/1"


# --- keyboard --------------------------------------------------------------------------------


def test_the_reader_can_be_left_with_tab_and_every_stop_has_a_name(
    desk: Desk, page: ReaderPage
) -> None:
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    stops: list[QWidget] = []
    for _ in range(60):
        page.press(Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        stops.append(stop)
        if stop is page.body:
            break
    assert page.body in stops
    assert [s for s in stops if not s.objectName() or not s.accessibleName()] == []
    assert not page.reader.isAncestorOf(stops[0])


def test_undo_is_the_window_s_and_not_the_text_s(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[0])
    book = desk.archive.codebook
    desk.session.perform("Create concept", lambda: book.create("Law")[1])
    page.take_keyboard()
    page.press(Key.Key_Z, CTRL)
    assert book.all() == ()


def test_shift_down_selects_only_once_something_is_selected(
    desk: Desk, window: CodingWindow, page: ReaderPage
) -> None:
    steps: list[int] = []
    action = window.addAction("next dispatch", QKeySequence("Shift+Down"))
    action.triggered.connect(lambda: steps.append(1))
    desk.session.open_dispatch(desk.ids[0])
    page.take_keyboard()
    page.press(Key.Key_Down, SHIFT)
    assert (len(steps), page.selected) == (1, "")
    page.press(Key.Key_Right, SHIFT)
    page.press(Key.Key_Down, SHIFT)
    assert len(steps) == 1
    assert len(page.selected) > 1


def test_a_chip_asks_for_its_concept(desk: Desk, page: ReaderPage, qtbot: QtBot) -> None:
    law, _ = desk.archive.codebook.create("Law")
    desk.archive.tags.add(desk.ids[:1], [law])
    desk.session.open_dispatch(desk.ids[0])
    with qtbot.waitSignal(desk.session.queried, timeout=PATIENCE) as asked:
        page.reader.tags.chips.chip("Law").pressed.emit()
    assert asked.args == [Query(filters=(Filter(Facet.CONCEPT, str(law)),))]


def test_versions_are_offered_where_there_are_any(desk: Desk, page: ReaderPage) -> None:
    desk.session.open_dispatch(desk.ids[0])
    assert page.reader.header.versions.isHidden()
    accession = desk.archive.dispatches.get(desk.ids[0])
    other = desk.archive.dispatches.get(desk.ids[1])
    page.reader.header.versions.show_versions(accession, (other, accession))
    assert not page.reader.header.versions.isHidden()
    assert page.reader.header.versions.box.currentData() == accession.id
    page.reader.header.versions.box.activated.emit(0)
    assert desk.session.current == other


def test_of_a_thousand_annotations_those_in_view_have_cards(desk: Desk, qtbot: QtBot) -> None:
    text = PARAGRAPHS[0]
    for at in range(1_000):
        start = at % (len(text) - 10)
        desk.archive.annotations.add(desk.ids[0], start, start + 8, note=f"Note {at}")
    window = CodingWindow(desk.session, qtbot)
    desk.session.open_dispatch(desk.ids[0])
    page = ReaderPage(window.reader, qtbot)
    assert page.notes
    assert set(page.notes) < {f"Note {at}" for at in range(1_000)}
