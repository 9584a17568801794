"""Messages in the window: said once, few at a time, with a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.panels.frame.message_bar import MessageBar, Tone
from index import StorageFull

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_a_failure_is_shown_with_what_to_do(bar: MessageBar) -> None:
    message = bar.fail(StorageFull(folder="/archive", detail="no space"))
    assert bar.texts == ["Nothing could be written in /archive: no space"]
    assert "Free some space" in message.accessibleDescription()


def test_the_same_text_is_shown_once_and_few_at_a_time(bar: MessageBar) -> None:
    for text in ("one", "two", "two", "three", "four"):
        bar.say(Tone.INFO, text)
    assert bar.texts == ["two", "three", "four"]


def test_a_button_acts_and_takes_the_message_away(qtbot: QtBot, bar: MessageBar) -> None:
    done: list[bool] = []
    message = bar.say(Tone.WARNING, "Careful")
    message.offer("act", "Act", lambda: done.append(True))
    act = message.findChild(QPushButton, "act")
    assert act is not None
    act.click()
    assert (done, bar.texts) == ([True], [])
