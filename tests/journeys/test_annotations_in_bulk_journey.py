"""Annotations by the dozen: all occurrences, one of several, narrowed by day, out of the trash."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt

from desktop.dialogs.occurrences import OccurrencesDialog
from desktop.dialogs.trash import TrashDialog
from desktop.panels.annotations.date_filter import BetweenDialog, Days
from index import Span
from tests.pages.annotations import AnnotationsPage
from tests.pages.keyboard import Keyboard
from tests.pages.reader import ReaderPage
from tests.pages.tag_palette import TagPalettePage

if TYPE_CHECKING:
    from index import Archive
    from tests.pages.window import WindowPage

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def reader_of(window: WindowPage) -> ReaderPage:
    return ReaderPage(window.desk.workspace.reader, window.bot)


def archive_of(window: WindowPage) -> Archive:
    archive: Archive = window.desk.session.archive
    return archive


def panel_of(window: WindowPage) -> AnnotationsPage:
    window.trigger("show-annotations")
    return AnnotationsPage(window.desk.workspace.annotations, window.bot)


def test_all_occurrences_in_all_results_as_one_step(filled: WindowPage) -> None:
    archive, before = archive_of(filled), archive_of(filled).codebook.all()
    filled.type_query("platforms")
    filled.open_row(0)
    page = reader_of(filled)
    word = next(each for each in page.text.split() if each.casefold() == "platforms")
    page.select(word)
    page.press(Key.Key_N, SHIFT)
    dialog = filled.dialog("occurrences-dialog")
    assert isinstance(dialog, OccurrencesDialog)
    keys = Keyboard(dialog, filled.bot)
    filled.until(lambda: bool(dialog.mentions))
    here = len(dialog.mentions)
    assert {each.dispatch for each in dialog.mentions} == {filled.current}
    keys.press(Key.Key_Down)
    assert dialog.everywhere.isChecked()
    filled.until(lambda: len({each.dispatch for each in dialog.mentions}) > 1)
    wanted = dialog.mentions
    assert len(wanted) > here
    assert dialog.count.text().startswith(f"{len(wanted)} passages in ")
    dialog.note.setFocus()
    keys.type("who?")
    keys.press(Key.Key_Return, CTRL)
    held = archive.annotations.all()
    assert sorted((each.dispatch, each.selector.span.start) for each in held) == sorted(
        (each.dispatch, each.span.start) for each in wanted
    )
    assert {each.note for each in held} == {"who?"}
    assert {each.selector.exact.casefold() for each in held} == {"platforms"}
    page.press(Key.Key_Z, CTRL)
    assert archive.annotations.all() == ()
    assert archive.codebook.all() == before


def test_nothing_is_annotated_before_it_is_counted(filled: WindowPage) -> None:
    filled.open_row(0)
    page = reader_of(filled)
    page.select(page.text.split()[0])
    page.press(Key.Key_N, SHIFT)
    dialog = filled.dialog("occurrences-dialog")
    assert isinstance(dialog, OccurrencesDialog)
    dialog.accept()
    assert dialog.isVisible()
    Keyboard(dialog, filled.bot).press(Key.Key_Escape)
    assert archive_of(filled).annotations.all() == ()


def two_that_touch(window: WindowPage) -> tuple[str, str]:
    """Annotate the first two words of a dispatch, one after the other."""
    window.open_row(0)
    page, archive = reader_of(window), archive_of(window)
    first, second = page.text.split()[:2]
    current = window.current
    assert current is not None
    for word in (first, second):
        start = page.text.index(word)
        archive.annotations.add(current, start, start + len(word), note=word)
    window.until(lambda: len(page.notes) == 2)
    return first, second


def test_annotations_that_touch_are_merged_where_they_are_read(filled: WindowPage) -> None:
    first, second = two_that_touch(filled)
    page, archive = reader_of(filled), archive_of(filled)
    page.take_keyboard()
    page.press(Key.Key_F4)
    page.press(Key.Key_G, CTRL)
    (merged,) = archive.annotations.all()
    assert merged.note == f"{first}\n\n{second}"
    assert page.reader.text.at_hand == merged
    # an annotation added elsewhere is no step of this window's; the merge is
    page.press(Key.Key_Z, CTRL)
    assert len(archive.annotations.all()) == 2


def test_annotations_are_merged_in_the_list_and_come_out_of_the_trash(filled: WindowPage) -> None:
    two_that_touch(filled)
    archive, panel = archive_of(filled), panel_of(filled)
    filled.until(lambda: len(panel.quotes) == 2)
    panel.choose(*panel.quotes)
    panel.press(Key.Key_G, CTRL)
    assert len(archive.annotations.all()) == 1
    kinds = panel.panel.kinds
    kinds.setFocus()
    panel.press(Key.Key_End)
    filled.until(lambda: len(panel.quotes) == 1)
    assert not panel.panel.merge_action.isEnabled()
    panel.choose(panel.quotes[0])
    panel.press(Key.Key_Insert)
    assert len(archive.annotations.all()) == 2
    assert panel.quotes == []
    kinds.setFocus()
    panel.press(Key.Key_Up)
    assert panel.panel.empty.title.text() == "Every annotation stands in its text"
    annotation = archive.annotations.all()[0]
    archive.annotations.place(annotation.id, None)
    filled.until(lambda: len(panel.quotes) == 1)


def test_what_is_apart_is_not_merged(filled: WindowPage) -> None:
    filled.open_row(0)
    archive, current = archive_of(filled), filled.current
    assert current is not None
    for span in (Span(0, 3), Span(40, 44)):
        archive.annotations.add(current, span.start, span.end)
    panel = panel_of(filled)
    filled.until(lambda: len(panel.quotes) == 2)
    panel.choose(*panel.quotes)
    panel.press(Key.Key_G, CTRL)
    filled.until(lambda: any("not on one stretch" in text for text in filled.messages))
    assert len(archive.annotations.all()) == 2


def test_annotations_are_narrowed_by_day(filled: WindowPage) -> None:
    two_that_touch(filled)
    panel = panel_of(filled)
    filled.until(lambda: len(panel.quotes) == 2)
    dates, today = panel.panel.dates, date.today()
    dates.setFocus()
    panel.press(Key.Key_Down)
    assert dates.days == Days(today)
    assert len(panel.quotes) == 2
    long_ago = today - timedelta(days=400)
    dates.setCurrentIndex(dates.count() - 1)
    dates.activated.emit(dates.count() - 1)
    dialog = filled.dialog("between-dialog")
    assert isinstance(dialog, BetweenDialog)
    for edit in (dialog.since, dialog.until):
        edit.setDate(QDate(long_ago.year, long_ago.month, long_ago.day))
    Keyboard(dialog, filled.bot).press(Key.Key_Return)
    assert dates.days == Days(long_ago, long_ago)
    assert panel.quotes == []
    dates.setFocus()
    panel.press(Key.Key_Home)
    assert len(panel.quotes) == 2


def test_dispatches_come_out_of_the_trash(filled: WindowPage) -> None:
    archive, doomed = archive_of(filled), filled.ids[:2]
    total = filled.total
    archive.dispatches.trash(doomed)
    filled.trigger("show-trash")
    dialog = filled.dialog("trash-dialog")
    assert isinstance(dialog, TrashDialog)
    keys = Keyboard(dialog, filled.bot)
    keys.press(Key.Key_A, CTRL)
    keys.press(Key.Key_Return)
    assert archive.dispatches.ids(trashed=True) == ()
    assert dialog.hint.text() == "The trash is empty."
    keys.press(Key.Key_Escape)
    filled.settle()
    assert filled.total == total
    Keyboard(filled.window, filled.bot).press(Key.Key_Z, CTRL)
    assert set(archive.dispatches.ids(trashed=True)) == set(doomed)


def test_a_concept_is_put_on_all_occurrences(filled: WindowPage) -> None:
    archive = archive_of(filled)
    concept = archive.codebook.all()[0].concept
    filled.open_row(0)
    page = reader_of(filled)
    page.select(page.text.split()[0])
    page.press(Key.Key_N, SHIFT)
    dialog = filled.dialog("occurrences-dialog")
    assert isinstance(dialog, OccurrencesDialog)
    filled.until(lambda: bool(dialog.mentions))
    dialog.choose_concepts()
    palette = TagPalettePage(filled.bot)
    palette.take(concept.label)
    palette.press(Key.Key_Escape)
    dialog.note.setFocus()
    Keyboard(dialog, filled.bot).press(Key.Key_Return, CTRL)
    assert {each.concepts for each in archive.annotations.all()} == {(concept.id,)}
