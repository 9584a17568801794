"""A researcher follows one story through its versions, by keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from desktop.models.results import Fold, Role
from index.selectors import describe
from tests.pages.keyboard import Keyboard
from tests.pages.reader import ReaderPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages.window import WindowPage

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
HEADLINE = "Regulator publishes draft rules on age verification"
DATELINE = "LONDON, Oct 18, 2024 (Reuters) - "
LEAD = "The communications regulator published draft rules on Friday that set out how online services should check the age of their users."
METHODS = "The rules name methods that the regulator regards as reliable and ask services to keep no more information about their users than they need."
INDUSTRY = "Industry groups said that smaller services would need more time. Charities welcomed the draft and asked for a firm date."
TELLINGS = {
    "1.txt": f"{HEADLINE}\n\n{DATELINE}{LEAD}\n\n{METHODS}\n\n{INDUSTRY}\n",
    "2.txt": f"UPDATE 1-{HEADLINE}\n\n{DATELINE}{LEAD}\n\n{METHODS}\n\nA consultation runs until January.\n\n{INDUSTRY}\n",
    "3.txt": f"UPDATE 2-{HEADLINE}\n\n{DATELINE}{LEAD}\n\nThe minister declined to comment.\n\n{METHODS}\n\nA consultation runs until March.\n",
    "4.txt": f"Age checks: draft is out\n\nLONDON, Oct 18, 2024 (AFP) - {LEAD}\n\n{METHODS}\n\nNo date is set.\n",
    "5.txt": "Committee hears platforms\n\nBRUSSELS, Nov 4, 2024 (dpa) - A committee heard four platforms on Monday about how they report abuse to the authorities.\n",
}


def take_in(window: WindowPage, folder: Path, *names: str) -> None:
    folder.mkdir()
    for name in names:
        (folder / name).write_text(TELLINGS[name], encoding="utf-8")
    window.import_paths([folder]).close()


def test_a_story_in_three_versions(window: WindowPage, tmp_path: Path) -> None:
    take_in(window, tmp_path / "first", "1.txt")
    window.open_row(0)
    space, session = window.desk.workspace, window.desk.session
    page, story = ReaderPage(space.reader, window.bot), space.reader.story
    page.select("smaller services")
    page.write_note("How small?")
    page.select("regards as reliable")
    page.write_note("Which methods?")
    first = window.current

    take_in(window, tmp_path / "later", "3.txt")
    take_in(window, tmp_path / "between", "2.txt")
    session.open_dispatch(first)
    names = [each.provenance.path.rsplit("/")[-1] for each in story.versions]
    assert names == ["1.txt", "2.txt", "3.txt"]

    page.take_keyboard()
    page.press(Key.Key_Right, ALT)
    page.press(Key.Key_V)
    assert story.comparison.count.text() == "0 words removed  ·  7 words added"
    page.press(Key.Key_Right, ALT)
    assert story.comparing
    page.press(Key.Key_F7)
    assert story.comparison.steps.place.startswith("2/")
    page.press(Key.Key_Escape)
    assert not story.comparing

    assert story.offer.isVisible()
    page.press(Key.Key_A, CTRL | SHIFT)
    window.until(lambda: page.notes == ["Which methods?"])
    orphans = [each for each in session.archive.annotations.all() if each.orphaned]
    assert [(each.note, each.dispatch) for each in orphans] == [("How small?", first)]
    page.press(Key.Key_Z, CTRL)
    window.until(lambda: page.notes == [])
    assert not any(each.orphaned for each in session.archive.annotations.all())
    assert story.offer.isVisible()


def test_an_orphan_is_attached_to_the_passage_that_replaced_its_own(
    window: WindowPage, tmp_path: Path
) -> None:
    take_in(window, tmp_path / "first", "1.txt")
    window.open_row(0)
    space, session = window.desk.workspace, window.desk.session
    page = ReaderPage(space.reader, window.bot)
    page.select("smaller services")
    page.write_note("How small?")
    take_in(window, tmp_path / "later", "3.txt")
    newest = session.archive.dispatches.ids()[-1]
    session.open_dispatch(newest)
    page.press(Key.Key_A, CTRL | SHIFT)
    panel = space.annotations
    page.press(Key.Key_3, CTRL)
    window.bot.keyClicks(panel.kinds, "O")
    window.until(lambda: panel.model.rowCount() == 1)
    line = panel.model.line(0)
    assert line is not None
    assert line.standing == "Stands in version 1 of 2"
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    assert "Ctrl+Shift+T" in panel.summary.text()
    assert not panel.attaching.action.isEnabled()

    page.select("The minister declined to comment")
    assert panel.attaching.action.isEnabled()
    attach = space.reader.text.bar.findChild(QToolButton, "annotations-attach-button")
    assert attach is not None
    assert attach.isVisible()
    assert attach.text() == "Attach"
    attach.click()
    window.until(lambda: page.notes == ["How small?"])
    assert panel.model.rowCount() == 0
    assert not panel.attaching.action.isEnabled()
    page.press(Key.Key_Z, CTRL)
    window.until(lambda: panel.model.rowCount() == 1)
    assert page.notes == []
    page.select("regulator")
    panel.list.clearSelection()
    assert attach.isHidden()


def test_enter_on_an_orphan_says_why_and_what_to_do(window: WindowPage, tmp_path: Path) -> None:
    take_in(window, tmp_path / "first", "1.txt")
    window.open_row(0)
    space, session = window.desk.workspace, window.desk.session
    page, panel = ReaderPage(space.reader, window.bot), space.annotations
    page.select("smaller services")
    page.write_note("How small?")
    first = window.current
    take_in(window, tmp_path / "later", "3.txt")
    session.open_dispatch(session.archive.dispatches.ids()[-1])
    page.press(Key.Key_A, CTRL | SHIFT)
    page.press(Key.Key_3, CTRL)
    window.until(lambda: panel.model.rowCount() == 1)
    panel.field.setFocus()
    window.bot.keyClick(panel.field, Key.Key_Return)
    window.bot.keyClick(panel.list, Key.Key_Return)
    assert window.current == first
    assert window.messages == ["This passage stands in version 1 of 2, not in a newer one"]
    window.press(window.window.messages, "orphan-newest")
    assert window.current != first
    assert space.reader.isAncestorOf(window.window.focusWidget())
    assert window.messages == ["“smaller services” is not found in this text"]
    page.select("The minister declined to comment")
    page.press(Key.Key_T, CTRL | SHIFT)
    window.until(lambda: page.notes == ["How small?"])
    assert window.messages == []


def test_an_orphan_whose_passage_stands_nowhere_is_told_and_can_be_deleted(
    window: WindowPage, tmp_path: Path
) -> None:
    take_in(window, tmp_path / "first", "1.txt")
    window.open_row(0)
    space, session = window.desk.workspace, window.desk.session
    page, panel = ReaderPage(space.reader, window.bot), space.annotations
    page.select("smaller services")
    page.write_note("How small?")
    annotations = session.archive.annotations
    elsewhere = describe("Words that nobody wrote here.", 0, 28)
    for where in (elsewhere, None):
        number = annotations.all()[0].id
        session.perform("Lose", partial(annotations.place, number, where))
    page.press(Key.Key_3, CTRL)
    window.until(lambda: panel.model.rowCount() == 1)
    line = panel.model.line(0)
    assert line is not None
    assert line.standing == "Passage not found"
    panel.field.setFocus()
    window.bot.keyClick(panel.field, Key.Key_Return)
    window.bot.keyClick(panel.list, Key.Key_Return)
    assert window.messages == ["“Words that nobody wrote here” is not found in this text"]
    window.press(window.window.messages, "orphan-delete")
    window.until(lambda: panel.model.rowCount() == 0)
    assert window.messages == []


def test_an_orphan_is_attached_once_and_only_to_what_is_seen(
    window: WindowPage, tmp_path: Path
) -> None:
    take_in(window, tmp_path / "first", "1.txt")
    window.open_row(0)
    space, session = window.desk.workspace, window.desk.session
    page, panel = ReaderPage(space.reader, window.bot), space.annotations
    page.select("smaller services")
    page.write_note("How small?")
    take_in(window, tmp_path / "later", "3.txt")
    session.open_dispatch(session.archive.dispatches.ids()[-1])
    page.press(Key.Key_A, CTRL | SHIFT)
    page.press(Key.Key_3, CTRL)
    window.bot.keyClicks(panel.kinds, "O")
    window.until(lambda: panel.model.rowCount() == 1)
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    tall = panel.list.rowHeight(0)
    panel.kinds.setCurrentIndex(0)
    page.select("The minister declined to comment")
    page.press(Key.Key_V)
    assert not panel.attaching.action.isEnabled()
    page.press(Key.Key_V)
    assert panel.attaching.action.isEnabled()
    page.press(Key.Key_1, CTRL)
    page.take_keyboard()
    page.press(Key.Key_T, CTRL | SHIFT)
    window.until(lambda: page.notes == ["How small?"])
    assert not panel.attaching.action.isEnabled()
    page.press(Key.Key_3, CTRL)
    window.until(lambda: panel.model.rowCount() == 2)
    assert max(panel.list.rowHeight(row) for row in range(2)) < tall


def test_one_line_a_story_hides_nothing(window: WindowPage, tmp_path: Path) -> None:
    take_in(window, tmp_path / "in", *TELLINGS)
    results, bot = window.desk.workspace.results, window.bot
    assert window.total == 5
    bot.keyClick(results.stories, Key.Key_Space)
    window.until(lambda: len(window.ids) == 2)
    assert window.total == 5
    assert results.count.text() == "5 dispatches in 2 stories"

    folds = [results.model.index(row, 0).data(Role.FOLD) for row in range(2)]
    line = folds.index(Fold.FOLDED)
    results.take_focus()
    results.table.selectRow(line)
    bot.keyClick(results.table, Key.Key_Right)
    window.until(lambda: len(window.ids) == 5)
    assert sorted(window.ids) == [1, 2, 3, 4, 5]
    assert [results.model.fold(line + at) for at in range(4)] == [Fold.UNFOLDED, *[Fold.MEMBER] * 3]
    bot.keyClick(results.table, Key.Key_Down)
    wanted = window.ids[line + 1]
    window.until(lambda: window.current == wanted)
    bot.keyClick(results.table, Key.Key_Left)
    assert len(window.ids) == 2
    assert results.table.currentIndex().row() == line

    mark = results.table.visualRect(results.model.index(line, 0))
    place = QPoint(mark.right() - 30, mark.center().y() - 12)
    bot.mouseClick(results.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    window.until(lambda: len(window.ids) == 5)


def test_a_story_is_parted_and_joined_by_hand(window: WindowPage, tmp_path: Path) -> None:
    take_in(window, tmp_path / "in", "1.txt", "4.txt", "5.txt")
    space, session = window.desk.workspace, window.desk.session
    family = session.archive.dispatches.family
    pair = next(family(number) for number in window.ids if len(family(number)) == 2)
    window.open_row(window.ids.index(pair[0]))
    results = space.results
    assert space.stories.separate_action.isEnabled()
    keys = Keyboard(window.window, window.bot)
    keys.press(Key.Key_J, CTRL | SHIFT)
    assert family(pair[0]) == (pair[0],)
    window.until(lambda: not space.stories.separate_action.isEnabled())
    results.table.selectAll()
    keys.press(Key.Key_J, CTRL)
    window.until(lambda: len(family(pair[0])) == 3)
    keys.press(Key.Key_Z, CTRL)
    keys.press(Key.Key_Z, CTRL)
    assert family(pair[0]) == pair
