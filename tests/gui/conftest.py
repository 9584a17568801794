"""Tests of single panels find the application as it was before any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def same_application(qapp: QApplication) -> Iterator[None]:
    """Take back the language, theme and font that a test has given the whole application."""
    look = qapp.palette(), qapp.font(), qapp.styleSheet(), qapp.property("theme")
    spoken = set(qapp.findChildren(QTranslator))
    yield
    for translator in set(qapp.findChildren(QTranslator)) - spoken:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.system())
    qapp.setPalette(look[0])
    qapp.setFont(look[1])
    qapp.setStyleSheet(look[2])
    qapp.setProperty("theme", look[3])
