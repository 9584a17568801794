"""Preview, put right, import, put right later, undo: all by keyboard; resume."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.dialogs.correct import CorrectDialog
from desktop.dialogs.import_preview import ImportPreviewDialog
from desktop.dialogs.import_report import ImportReportDialog
from desktop.models.import_preview import Column
from index import Archive, Cancel, Outcome
from tests.pages.dispatches import write_dispatches
from tests.pages.field_form import FieldFormPage
from tests.pages.window import LONG, WindowPage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import OpenWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    saved = write_dispatches(tmp_path / "saved")
    (saved / "nothing.txt").write_bytes(b"")
    return saved


def preview(window: WindowPage, folder: Path) -> ImportPreviewDialog:
    with window.bot.waitSignal(window.desk.importing.previewed, timeout=LONG) as opened:
        window.desk.importing.preview([folder])
    dialog = opened.args[0]
    assert isinstance(dialog, ImportPreviewDialog)
    window.until(dialog.isVisible)
    return dialog


def lines(dialog: ImportPreviewDialog, column: Column) -> list[str]:
    return [str(dialog.model.index(r, column).data()) for r in range(dialog.model.rowCount())]


def go_to(window: WindowPage, dialog: ImportPreviewDialog, file: str) -> None:
    """Walk down the table to a file."""
    dialog.table.setFocus()
    window.bot.keyClick(dialog.table, Key.Key_Home, CTRL)
    for _ in range(lines(dialog, Column.FILE).index(file)):
        window.bot.keyClick(dialog.table, Key.Key_Down)


def confirm(window: WindowPage, dialog: QWidget) -> None:
    """Press Ctrl+Return in a dialog, and be back in the window."""
    dialog.activateWindow()
    window.until(dialog.isActiveWindow)
    window.bot.keyClick(dialog, Key.Key_Return, CTRL)
    window.window.activateWindow()
    window.until(window.window.isActiveWindow)


def reported(window: WindowPage, dialog: QDialog) -> object:
    """Press Ctrl+Return and wait for the report."""
    with window.bot.waitSignal(window.desk.importing.reported, timeout=LONG) as ended:
        confirm(window, dialog)
    window.settle()
    return ended.args[0]


def put_right_later(window: WindowPage, recognised: str) -> None:
    """Open the first result, give it its own headline back and another agency."""
    window.open_row(0)
    window.window.offered["correct"].trigger()
    later = window.dialog("correct-dialog")
    assert isinstance(later, CorrectDialog)
    form = FieldFormPage(later, window.bot)
    assert form.text("filed") == "2024-05-02"
    assert not later.ok.isEnabled()
    form.use_original("headline")
    form.type("agency", "reuters")
    confirm(window, later)
    shown = window.desk.session.current
    assert shown is not None
    window.until(lambda: window.desk.workspace.reader.header.headline.text == recognised)
    changed = window.desk.session.archive.dispatches.get(shown.id).dispatch
    assert (changed.headline, changed.agency) == (recognised, "Reuters")


def test_a_preview_is_put_right_imported_corrected_later_and_undone(
    window: WindowPage, folder: Path
) -> None:
    dialog = preview(window, folder)
    assert "3 new" in dialog.summary.text()
    assert window.desk.session.archive.dispatches.ids() == ()
    form = FieldFormPage(dialog, window.bot)

    go_to(window, dialog, "committee.txt")
    recognised = form.text("headline")
    form.type("headline", "Committee hears the platforms")
    form.type("filed", "soon")
    assert "is not understood" in form.note("filed")
    form.type("filed", "2 May 2024")
    assert "Committee hears the platforms" in lines(dialog, Column.HEADLINE)
    assert form.note("headline") == f"Original: {recognised}"

    report = reported(window, dialog)
    report.close()  # type: ignore[attr-defined]
    window.type_query("committee")
    assert window.headlines == ["Committee hears the platforms"]

    put_right_later(window, recognised)
    shown = window.desk.session.current
    assert shown is not None
    window.bot.keyClick(window.window, Key.Key_Z, CTRL)
    window.until(
        lambda: window.desk.workspace.reader.header.headline.text == "Committee hears the platforms"
    )
    assert window.desk.session.archive.dispatches.get(shown.id).dispatch.agency == "AFP"


def test_what_is_unticked_is_left_out(window: WindowPage, folder: Path) -> None:
    dialog = preview(window, folder)
    go_to(window, dialog, "committee.txt")
    window.bot.keyClick(dialog.table, Key.Key_Space)
    assert dialog.ok.text().replace("&", "") == "Import 2 dispatches"
    report = reported(window, dialog)
    assert report.report.count(Outcome.IMPORTED) == 2  # type: ignore[attr-defined]
    report.close()  # type: ignore[attr-defined]


def test_a_file_that_cannot_be_read_says_why_before_the_import(
    window: WindowPage, folder: Path
) -> None:
    dialog = preview(window, folder)
    row = lines(dialog, Column.FILE).index("nothing.txt")
    assert lines(dialog, Column.HEADLINE)[row].startswith("The file is empty")
    go_to(window, dialog, "nothing.txt")
    assert "The file is empty. Save or download the dispatch again." in dialog.about.text()
    dialog.reject()
    assert window.desk.session.archive.dispatches.ids() == ()


def test_what_was_unticked_stays_out_when_failures_are_tried_again(
    window: WindowPage, folder: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "saved.zip"
    with ZipFile(packed, "w") as container:
        for path in sorted(folder.iterdir()):
            container.write(path, path.name)
    dialog = preview(window, packed)
    go_to(window, dialog, "saved.zip › committee.txt")
    window.bot.keyClick(dialog.table, Key.Key_Space)
    report = reported(window, dialog)
    assert isinstance(report, ImportReportDialog)
    with window.bot.waitSignal(window.desk.importing.reported, timeout=LONG) as again:
        report.retry_button.click()
    assert again.args[0].report.count(Outcome.IMPORTED) == 0
    assert len(window.desk.session.archive.dispatches.ids()) == 2
    again.args[0].close()


def test_fields_that_several_share_are_corrected_at_once(window: WindowPage, folder: Path) -> None:
    window.import_paths([folder]).close()
    window.type_query("")
    table = window.desk.workspace.results.table
    table.setFocus()
    window.bot.keyClick(table, Key.Key_A, CTRL)
    window.window.offered["correct"].trigger()
    dialog = window.dialog("correct-dialog")
    form = FieldFormPage(dialog, window.bot)
    form.type("section", "Law; Youth")
    confirm(window, dialog)
    archive = window.desk.session.archive
    sections = {archive.dispatches.get(each).dispatch.section for each in archive.dispatches.ids()}
    assert sections == {("Law", "Youth")}
    window.bot.keyClick(window.window, Key.Key_Z, CTRL)
    sections = {archive.dispatches.get(each).dispatch.section for each in archive.dispatches.ids()}
    assert ("Law", "Youth") not in sections


def test_a_cancelled_import_goes_on_from_the_menu(
    open_window: OpenWindow, own_folders: Path, folder: Path
) -> None:
    stop = Cancel()
    with Archive.open(own_folders / "archive", create=True, upkeep=False) as archive:
        stop()
        assert archive.import_([folder], cancel=stop).cancelled
    window = open_window()
    with window.bot.waitSignal(window.desk.importing.reported, timeout=LONG) as ended:
        window.trigger("resume-import")
    assert ended.args[0].report.count(Outcome.IMPORTED) == 3
    ended.args[0].close()
    window.until(lambda: window.desk.jobs.running is None)
    window.trigger("resume-import")
    assert window.messages == ["No import is unfinished"]
