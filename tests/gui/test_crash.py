"""What nobody expected: one dialog, a report to copy, no text of any dispatch."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from desktop.crash import CrashReporter, report_of
from desktop.dialogs.crash import CrashDialog

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

QUOTE = "the minister said on Friday"


def stumble() -> None:
    raise KeyError(QUOTE)


def caught() -> tuple[type[BaseException], BaseException, object]:
    try:
        stumble()
    except KeyError as error:
        return KeyError, error, error.__traceback__
    raise AssertionError


def test_the_report_names_versions_and_places_but_quotes_nothing() -> None:
    kind, _error, trace = caught()
    report = report_of(kind, trace)  # type: ignore[arg-type]
    assert "builtins.KeyError" in report
    assert "test_crash.py" in report
    assert "PySide6-Essentials" in report
    assert "Python" in report
    assert QUOTE not in report


def test_several_mistakes_show_one_dialog(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    reporter = CrashReporter()
    for _ in range(3):
        reporter.catch(*caught())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    dialog = reporter.dialog
    assert isinstance(dialog, CrashDialog)
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    dialog.close()
    qtbot.waitUntil(lambda: reporter.dialog is None)
    assert QUOTE not in capsys.readouterr().err


def test_the_hooks_are_taken_and_threads_are_heard(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("desktop.crash.qInstallMessageHandler", lambda _handler: None)
    reporter = CrashReporter()
    reporter.install()
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    reporter.dialog.close()
