"""Windows for journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QEvent, QLocale, QTranslator

from tests.pages.window import WindowPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class OpenWindow(Protocol):
    """Starts the program on a folder; without one, on the test's own archive."""

    def __call__(self, folder: Path | None = None) -> WindowPage: ...


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, own_folders: Path) -> Iterator[OpenWindow]:
    """Open windows, all with the same settings, and close at the end those still open."""
    opened: list[WindowPage] = []

    def start(folder: Path | None = None) -> WindowPage:
        page = WindowPage(qtbot, folder or own_folders / "archive", own_folders / "settings.json")
        opened.append(page)
        return page.start()

    look = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield start
    for page in opened:
        page.end()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # no window outlives its style
    qapp.setPalette(look[0])
    qapp.setFont(look[1])
    qapp.setStyleSheet(look[2])
    qapp.setProperty("theme", None)
    for language in qapp.findChildren(QTranslator):
        qapp.removeTranslator(language)
        language.deleteLater()
    QLocale.setDefault(QLocale.system())


@pytest.fixture
def window(open_window: OpenWindow) -> WindowPage:
    """An open window on a new archive."""
    return open_window()


@pytest.fixture
def filled(window: WindowPage) -> WindowPage:
    """A window on an archive that holds the sample dispatches."""
    window.import_samples()
    return window
