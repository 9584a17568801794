"""An import can be stopped at any time; what it had taken in stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.pages.dispatches import write_many

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import OpenWindow
    from tests.pages.window import WindowPage

MANY = 8000
"""Files of an import that is still running when somebody has done three other things."""


def begin(window: WindowPage, folder: Path) -> None:
    """Drop a folder and wait until the import has begun to read it."""
    assert window.drop([folder])
    running = window.desk.jobs.running
    assert running is not None
    with window.bot.waitSignal(running.progressed, timeout=30_000):
        pass


def test_a_cancelled_import_says_so_and_keeps_what_it_has(
    window: WindowPage, tmp_path: Path
) -> None:
    folder = write_many(tmp_path / "many", MANY)
    with window.bot.waitSignal(window.desk.importing.reported, timeout=60_000) as reported:
        begin(window, folder)
        window.press(window.window.status, "job-cancel")
    report = reported.args[0].report
    reported.args[0].close()
    assert report.cancelled
    window.settle()
    held = window.desk.session.archive.dispatches.ids()
    assert len(held) == sum(item.id is not None for item in report.items) < MANY


def test_a_cancel_by_key_leaves_the_keyboard_in_the_results_and_offers_to_go_on(
    window: WindowPage, tmp_path: Path
) -> None:
    window.import_samples()
    folder = write_many(tmp_path / "many", 1500)
    with window.bot.waitSignal(window.desk.importing.reported, timeout=60_000) as reported:
        begin(window, folder)
        stop = window.window.status.job.stop
        stop.setFocus()
        window.bot.keyClick(stop, Qt.Key.Key_Space)
        assert window.desk.workspace.results.table.hasFocus()
    cancelled = reported.args[0]
    assert cancelled.resume_button.isVisible()
    with window.bot.waitSignal(window.desk.importing.reported, timeout=60_000) as ended:
        cancelled.resume_button.click()
    report = ended.args[0].report
    ended.args[0].close()
    assert not report.cancelled
    assert len(window.desk.session.archive.dispatches.ids()) > 1500


def test_the_window_stays_usable_while_it_imports(window: WindowPage, tmp_path: Path) -> None:
    window.import_samples()
    begin(window, write_many(tmp_path / "many", MANY))
    window.type_query("encryption")
    assert window.total > 0
    window.open_row(0)
    assert window.desk.session.current is not None
    window.press(window.window.status, "job-cancel")
    window.until(lambda: window.desk.jobs.running is None)


def test_closing_during_an_import_asks_first(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    begin(window, write_many(tmp_path / "many", MANY))
    window.window.close()
    window.answer_question("stop-job", "keep-working")
    assert window.window.isVisible()
    assert window.desk.jobs.running is not None
    window.window.close()
    window.answer_question("stop-job", "stop-and-close")
    window.until(lambda: not window.window.isVisible())
    taken = len(window.desk.session.archive.dispatches.ids())
    window.program.close()

    again = open_window()
    assert len(again.desk.session.archive.dispatches.ids()) == taken


def test_only_one_long_job_runs_at_a_time(window: WindowPage, tmp_path: Path) -> None:
    begin(window, write_many(tmp_path / "many", MANY))
    window.trigger("verify")
    assert any("Importing" in text for text in window.messages)
    window.press(window.window.status, "job-cancel")
    window.until(lambda: window.desk.jobs.running is None)
