"""The program as a process on a real X server, by keyboard alone: import, search, tag, quit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from index import Archive
from tests.pages.dispatches import write_dispatches
from tests.pages.screen import Keyboard, lacking, running, screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    Until = Callable[[Callable[[], bool]], None]

LONG = 60_000
"""Milliseconds after which the test gives up."""
WINDOW = r"Dispatch Reader$"

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(bool(lacking()), reason=f"{' and '.join(lacking())} not installed"),
]


@pytest.fixture
def keys(until: Until) -> Iterator[Keyboard]:
    """A keyboard at a screen of its own."""
    with screen() as display:
        yield Keyboard(display, until)


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Wait for a condition."""
    return lambda condition: qtbot.waitUntil(condition, timeout=LONG)


def test_a_dispatch_is_imported_found_and_tagged_with_keys_alone(
    keys: Keyboard, until: Until, tmp_path: Path
) -> None:
    folder, inbox = tmp_path / "archive", write_dispatches(tmp_path / "saved")
    command = [sys.executable, "-m", "desktop", "--archive", str(folder)]
    with running(command, keys.display, tmp_path / "home") as program:
        keys.wait_for(rf"^archive – {WINDOW}")  # the title names the folder once it is open
        import_a_folder(keys, inbox)
        with Archive.open(folder, read_only=True) as seen:
            assert len(seen.dispatches.ids()) == 3
            assert seen.settle(timeout=LONG / 1000)
            search_and_tag(keys, seen, until)
        keys.press("ctrl+q")
        until(lambda: program.poll() is not None)
        assert program.returncode == 0
        assert program.stderr is not None
        assert "Traceback" not in program.stderr.read()


def import_a_folder(keys: Keyboard, inbox: Path) -> None:
    """Choose a folder in the dialog, and close the report."""
    keys.press("ctrl+shift+o")
    keys.wait_for("^Import a folder")
    keys.type(str(inbox))
    keys.press("Return")
    keys.wait_for("^Import report")
    keys.press("Escape")
    keys.wait_until_gone("^Import report")


def search_and_tag(keys: Keyboard, seen: Archive, until: Until) -> None:
    """Find one dispatch, read it, tag it, and take the tag back."""
    keys.wait_for(WINDOW)
    keys.press("Down", "Return", "t")  # the results have the keyboard, not nothing
    keys.wait_for("^Tag this dispatch")
    keys.press("Escape")
    keys.wait_until_gone("^Tag this dispatch")
    keys.wait_for(WINDOW)
    keys.press("slash")
    keys.type("agency:afp")
    keys.press("Return")
    until(lambda: bool(seen.searches.recent(1)))
    assert seen.searches.recent(1)[0].total == 1
    keys.press("Return", "t")
    keys.wait_for("^Tag this dispatch")
    keys.type("Age verification")
    keys.press("Return")
    keys.wait_until_gone("^Tag this dispatch")
    found = seen.search("agency:afp").ids[:1]
    until(lambda: any(seen.tags.of(found).values()))
    keys.wait_for(WINDOW)
    keys.press("ctrl+z")
    until(lambda: not any(seen.tags.of(found).values()))
