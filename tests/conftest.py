"""What every test stands on: no display needed, nothing of the user's own touched."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says more of what else the machine is doing than of the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# Offscreen windows have no window manager that could be told about size hints.
OFFSCREEN = r"This plugin does not support (propagateSizeHints|raise|grabbing)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a window, and let Qt say what only offscreen windows say.

    A window of an earlier test may still say it while a test without a window runs.
    """
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN, extend=True))
        if "qapp" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.gui)


@pytest.fixture(scope="session", autouse=True)
def common_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give what outlives one test folders too, so that nothing reaches the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        _point_to(tmp_path_factory.mktemp("common"), patch)
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test folders of its own for settings and archives; return where they are."""
    home = tmp_path / "home"
    _point_to(home, monkeypatch)
    return home


def _point_to(home: Path, patch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE"):
        patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    patch.setenv("DISPATCH_READER_ARCHIVE", str(home / "archive"))
