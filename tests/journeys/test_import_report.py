"""The report at the end of an import: filtered, saved, retried, opened from."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop import theme
from desktop.models.import_report import Column
from index import ExportRefused, Outcome
from tests.pages.dispatches import write_dispatches

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.dialogs.import_report import ImportReportDialog
    from tests.pages.window import WindowPage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    saved = write_dispatches(tmp_path / "saved")
    (saved / "nothing.txt").write_bytes(b"")
    (saved / "=danger.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(4000))
    return saved


@pytest.fixture
def report(window: WindowPage, folder: Path) -> ImportReportDialog:
    return window.import_paths([folder])


def shown(report: ImportReportDialog) -> list[str]:
    rows = range(report.lines.rowCount())
    return sorted(str(report.lines.index(row, Column.FILE).data()) for row in rows)


def test_lines_can_be_narrowed_to_one_outcome(report: ImportReportDialog) -> None:
    assert len(shown(report)) == 5
    report.outcomes.setCurrentIndex(report.outcomes.findData(Outcome.FAILED.value))
    report.outcomes.activated.emit(report.outcomes.currentIndex())
    assert shown(report) == ["=danger.txt", "nothing.txt"]


def test_a_report_opens_at_its_first_line(report: ImportReportDialog) -> None:
    rows = report.table.selectionModel().selectedRows()
    assert [index.row() for index in rows] == [0]
    assert report.resume_button.isHidden()  # nothing was cancelled


def test_a_failure_is_explained_with_its_remedy(report: ImportReportDialog) -> None:
    row = next(r for r in range(5) if report.lines.index(r, 0).data() == "nothing.txt")
    report.table.selectRow(row)
    assert "The file is empty. Save or download the dispatch again." in report.detail.text()
    assert not report.open_button.isEnabled()


def test_failures_can_be_tried_again(
    window: WindowPage, report: ImportReportDialog, folder: Path
) -> None:
    (folder / "nothing.txt").write_text(
        "Panel asks for clearer figures\n\nVIENNA, Oct 1, 2024 (AP) - A panel asked ministries "
        "to publish figures in one format, so that researchers can compare them over the years.\n",
        encoding="utf-8",
    )
    with window.bot.waitSignal(window.desk.importing.reported, timeout=30_000) as again:
        window.bot.mouseClick(report.retry_button, Qt.MouseButton.LeftButton)
    second = again.args[0].report
    assert second.count(Outcome.IMPORTED) == 1
    assert second.count(Outcome.FAILED) == 1
    again.args[0].close()


def test_an_imported_dispatch_opens_from_the_report(
    window: WindowPage, report: ImportReportDialog
) -> None:
    row = next(r for r in range(5) if report.lines.index(r, 0).data() == "committee.txt")
    report.table.selectRow(row)
    report.open_button.click()
    current = window.desk.session.current
    assert current is not None
    assert current.dispatch.headline == "Committee hears platforms on reporting duties"


def test_the_saved_report_holds_every_line_and_no_formula(
    report: ImportReportDialog, tmp_path: Path
) -> None:
    report.write_csv(tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert len(lines) == 6
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]


def test_a_report_that_cannot_be_saved_says_so(report: ImportReportDialog, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused):
        report.write_csv(tmp_path / "missing" / "report.csv")


def test_importing_twice_adds_nothing_and_says_so(
    window: WindowPage, report: ImportReportDialog, folder: Path
) -> None:
    report.close()
    again = window.import_paths([folder])
    assert again.report.count(Outcome.DUPLICATE) == 3
    assert again.summary.text().startswith("Nothing was added: 3 already held")
    again.close()


def test_the_results_have_the_keyboard_after_the_first_import(
    window: WindowPage, report: ImportReportDialog
) -> None:
    window.settle()
    report.close()
    window.window.activateWindow()
    table = window.desk.workspace.results.table
    window.until(table.hasFocus)
    assert window.desk.session.current is None
    assert not table.currentIndex().isValid()
    corner = table.viewport().grab().toImage().pixelColor(1, 60)
    assert corner == theme.present().accent  # a frame tells where keys go
    window.bot.keyClick(table, Qt.Key.Key_Down)
    window.until(lambda: window.current == window.ids[0])
