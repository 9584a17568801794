"""Versions of a story in the reader: switching, comparing, carrying annotations over."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor

from desktop import version_text
from desktop.panels.reader.changed_text import apart
from desktop.version_text import details, version_name, version_names
from index import (
    Accession,
    AccessionNumber,
    Dispatch,
    Provenance,
    Revision,
    Span,
    Timestamp,
    changed_words,
    compare,
)  # fmt: skip
from tests.pages.coding_window import CodingWindow
from tests.pages.reader import ReaderPage
from tests.pages.small_archive import Desk, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.panels.reader.story import Story

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
FIRST = Dispatch(
    "Regulator 𝔸 publishes guidance",
    "The regulator published its guidance on Monday.\n\nServices must assess the risk before "
    "July.\n\nA second consultation opens in autumn.",
    agency="Reuters",
    filed=Timestamp.on(2024, 10, 18),
)
SECOND = replace(
    FIRST,
    body=FIRST.body.replace("on Monday", "late on Tuesday").replace("before July", "before June"),
    revision=Revision(label="UPDATE 1"),
)
THIRD = replace(
    SECOND, body=SECOND.body.replace("A second consultation", "No further hearing is planned; none")
)
ELSEWHERE = replace(FIRST, agency="AFP", headline="Guidance is out")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "archive", [FIRST, SECOND, THIRD, ELSEWHERE]) as opened:
        dispatches = opened.archive.dispatches
        dispatches.put_in_order(opened.ids[:3])
        dispatches.join([opened.ids[0], opened.ids[3]])
        yield opened


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ReaderPage:
    window = CodingWindow(desk.session, qtbot)
    desk.session.open_dispatch(desk.ids[1])
    page = ReaderPage(window.reader, qtbot)
    page.take_keyboard()
    return page


def look(story: Story, words: str) -> QTextCharFormat:
    text = story.comparison.text
    cursor = QTextCursor(text.document())
    before = text.toPlainText().split(words)[0]
    cursor.setPosition(len(before.encode("utf-16-le")) // 2 + 1)
    return cursor.charFormat()


def annotate(desk: Desk, at: int, quote: str) -> None:
    body = desk.archive.dispatches.get(desk.ids[at]).dispatch.body
    span = Span(body.index(quote), body.index(quote) + len(quote))
    desk.archive.annotations.add(desk.ids[at], span.start, span.end, note=quote)


def test_the_switcher_names_version_label_date_and_changed_words(page: ReaderPage) -> None:
    box = page.reader.header.versions.box
    names = [box.itemText(row) for row in range(box.count())]
    assert names[0].startswith("1 of 3  ·  ")
    assert "UPDATE 1" in names[1]
    assert names[1].endswith("±5 words")
    assert names[-1].startswith("AFP")
    assert names[-1].endswith("Guidance is out")
    assert box.currentIndex() == 1


def test_the_keyboard_leads_from_version_to_version(page: ReaderPage, desk: Desk) -> None:
    page.press(Key.Key_Left, ALT)
    assert desk.session.current is not None
    assert desk.session.current.id == desk.ids[0]
    assert not page.reader.story.older_action.isEnabled()
    page.press(Key.Key_Right, ALT)
    page.press(Key.Key_Right, ALT)
    assert desk.session.current.id == desk.ids[2]


def test_what_changed_can_be_told_without_colour(page: ReaderPage) -> None:
    story = page.reader.story
    page.press(Key.Key_V)
    assert story.comparing
    removed, added, same = (look(story, words) for words in ("Monday", "Tuesday", "Services"))
    assert removed.fontStrikeOut()
    assert not removed.fontUnderline()
    assert added.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    assert not added.fontStrikeOut()
    assert (same.fontStrikeOut(), same.fontUnderline()) == (False, False)
    assert re.findall(r"\d+", story.comparison.count.text()) == ["2", "3"]


def test_changes_are_stepped_through_by_keyboard(page: ReaderPage) -> None:
    story = page.reader.story
    page.press(Key.Key_V)
    steps, text = story.comparison.steps, story.comparison.text
    assert steps.place == "1/3"
    assert page.keys.focus is text
    page.press(Key.Key_F7)
    page.press(Key.Key_F7)
    assert steps.place == "3/3"
    assert text.textCursor().selectedText() == "July\u2009June"
    page.press(Key.Key_F7, SHIFT)
    assert steps.place == "2/3"
    page.press(Key.Key_Escape)
    assert not story.comparing
    assert page.keys.focus is page.body


def test_the_comparison_follows_the_story_and_ends_with_it(page: ReaderPage, desk: Desk) -> None:
    story = page.reader.story
    page.press(Key.Key_V)
    page.press(Key.Key_Right, ALT)
    assert story.comparing
    assert "No further hearing is planned" in story.comparison.text.toPlainText()
    desk.archive.dispatches.separate([desk.ids[3]])
    desk.session.open_dispatch(desk.ids[3])
    assert not story.comparing
    assert not story.compare_action.isEnabled()


def test_the_direction_of_a_comparison_is_told(page: ReaderPage, desk: Desk) -> None:
    comparison = page.reader.story.comparison
    page.press(Key.Key_V)
    assert comparison.label.text() == "&Changes since:"
    page.press(Key.Key_Left, ALT)
    assert comparison.label.text() == "&Changes until:"
    assert comparison.box.currentText().startswith("2 of 3")
    assert look(page.reader.story, "Tuesday").fontUnderline()


def test_words_that_changed_do_not_touch() -> None:
    pieces = apart(compare("قال الوزير أمس.", "قال المتحدث أمس."))
    shown = "".join(piece.text for piece in pieces)
    assert shown == "قال الوزير\u2009المتحدث أمس."


def test_details_that_changed_stand_above_the_text(page: ReaderPage, desk: Desk) -> None:
    later = replace(
        SECOND,
        byline=("Jane Roe", "John Doe"),
        filed=Timestamp.on(2024, 10, 19),
        city="Leeds",
    )
    before = replace(SECOND, byline=("Jane Roe",), city="Leeds")
    pieces = details(before, later)
    assert "".join(piece.text for piece in apart(pieces)) == (
        "Byline: Jane Roe\u2009Jane Roe; John Doe\nFiled: 18 October 2024\u200919 October 2024\n\n"
    )
    story = page.reader.story
    newer = replace(story.versions[2], dispatch=replace(later, body=SECOND.body))
    story.comparison.show_versions(story.versions[1], newer)
    assert look(story, "19 October").fontUnderline()
    assert story.comparison.count.text() == "The words are the same"
    assert story.comparison.steps.place == "1/3"


def test_details_leave_the_direction_of_the_text(page: ReaderPage) -> None:
    story = page.reader.story
    first = replace(
        story.versions[0], dispatch=replace(FIRST, headline="قواعد", body="نشرت الهيئة.")
    )
    second = replace(first, dispatch=replace(first.dispatch, city="London"))
    story.comparison.show_versions(first, second)
    option = story.comparison.text.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft


def test_equal_versions_say_that_nothing_changed(page: ReaderPage) -> None:
    story = page.reader.story
    story.comparison.show_versions(story.versions[0], story.versions[0])
    assert story.comparison.count.text() == "The words are the same"
    assert story.comparison.steps.place == ""


def test_long_versions_are_compared_off_the_window(page: ReaderPage, qtbot: QtBot) -> None:
    story, comparison = page.reader.story, page.reader.story.comparison
    body = "\n\n".join(f"Point {n} was read and put to the vote on Monday." for n in range(6000))
    first = replace(story.versions[0], dispatch=replace(FIRST, body=body))
    second = replace(first, dispatch=replace(FIRST, body=body.replace("Point 7 was", "Point 7 is")))
    comparison.show_versions(first, second)
    assert comparison.count.text() == "Comparing…"
    comparison.show_versions(second, second)
    comparison.show_versions(first, second)
    qtbot.waitUntil(lambda: comparison.steps.place == "1/1")
    assert re.findall(r"\d+", comparison.count.text()) == ["1", "1"]
    assert look(story, "is read").fontUnderline()
    comparison.shut_down()


def test_a_second_comparison_bears_no_marks_of_the_first(page: ReaderPage, desk: Desk) -> None:
    story = page.reader.story
    page.press(Key.Key_V)
    page.press(Key.Key_Right, ALT)
    same, added = look(story, "Services"), look(story, "No further hearing")
    assert (same.fontStrikeOut(), same.fontUnderline()) == (False, False)
    assert added.fontUnderline()


def test_any_other_telling_can_be_compared(page: ReaderPage) -> None:
    comparison = page.reader.story.comparison
    page.press(Key.Key_V)
    assert comparison.box.currentText().startswith("1 of 3")
    row = comparison.box.count() - 1
    comparison.box.setCurrentIndex(row)
    comparison.box.activated.emit(row)
    assert comparison.box.currentText().startswith("AFP")
    assert comparison.label.text() == "&Compared with:"
    assert look(page.reader.story, "Guidance is out").fontStrikeOut()


def test_annotations_of_the_version_before_are_offered_and_carried_over(
    page: ReaderPage, desk: Desk, qtbot: QtBot
) -> None:
    annotate(desk, 1, "Services must assess the risk before June")
    annotate(desk, 1, "A second consultation opens")
    desk.session.open_dispatch(desk.ids[2])
    offer = page.reader.story.offer
    qtbot.waitUntil(offer.isVisible)
    assert re.findall(r"\d+", offer.label.text()) == ["1", "1"]
    page.take_keyboard()
    page.press(Key.Key_A, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.notes == ["Services must assess the risk before June"])
    assert not offer.isVisible()
    orphan = next(a for a in desk.archive.annotations.of(desk.ids[1]) if a.orphaned)
    assert orphan.note == "A second consultation opens"
    page.press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: page.notes == [])
    assert offer.isVisible()
    assert not any(a.orphaned for a in desk.archive.annotations.all())
    page.press(Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(page.notes) == 1)


def test_a_lone_dispatch_has_no_switcher_and_no_offer(page: ReaderPage, desk: Desk) -> None:
    desk.archive.dispatches.separate([desk.ids[3]])
    annotate(desk, 3, "Services must assess the risk before July")
    desk.session.open_dispatch(desk.ids[3])
    assert not page.reader.header.versions.isVisible()
    assert not page.reader.story.offer.isVisible()


def test_a_label_that_reads_from_the_right_leaves_the_name_of_a_version_in_order() -> None:
    day = Timestamp.on(2025, 7, 14)
    first = Dispatch("Act", "Body.", filed=day)
    second = replace(first, revision=Revision(label="تحديث"))
    versions = [
        Accession(AccessionNumber(at + 1), each, Provenance("a.txt"))
        for at, each in enumerate((first, second))
    ]
    assert "\u2068تحديث\u2069" in version_name(versions, 1)


def test_words_are_counted_around_the_open_version_of_many(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = [
        Accession(
            AccessionNumber(at + 1),
            replace(FIRST, body=f"Step {at} of the procedure. " * 40),
            Provenance("a.txt"),
        )
        for at in range(50)
    ]
    pair = 2 * len(version_text.telling(versions[30].dispatch))
    monkeypatch.setattr(version_text, "COUNTED", 5 * pair)
    names = version_names(versions, 30)
    assert len(names) == 50
    assert [at for at, name in enumerate(names) if "words" in name] == [28, 29, 30, 31, 32]
    assert names[49].startswith("50 of 50")


@pytest.fixture
def english_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("english_numbers")
def test_a_thousand_changed_words_are_written_as_numbers_are_elsewhere() -> None:
    old, new = (replace(FIRST, body=f"{word} " * 1148) for word in ("before", "after"))
    versions = [
        Accession(AccessionNumber(at), each, Provenance("a.txt"))
        for at, each in enumerate((old, new), 1)
    ]
    count = changed_words(compare(version_text.telling(old), version_text.telling(new)))
    assert count > 1000
    assert f"±{count:,} words" in version_name(versions, 1)
