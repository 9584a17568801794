"""What would make Qt abort is named before Qt is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import preflight

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="displays and libraries of Linux"
)
needs_x11_libraries = pytest.mark.skipif(
    not all(map(preflight._loads, preflight.X11_LIBRARIES)),
    reason="the libraries of Qt's X11 plugin are not all installed",
)


def start(tmp_path: Path, *arguments: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden} | changed
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        pytest.param(
            {"DISPLAY": ":4711"}, "the display :4711 does not answer", marks=needs_x11_libraries
        ),
        ({"QT_QPA_PLATFORM": "papyrus"}, "QT_QPA_PLATFORM=papyrus is none of"),
    ],
)
def test_without_a_display_the_program_says_what_else_there_is(
    tmp_path: Path, changed: dict[str, str], reason: str
) -> None:
    ended = start(tmp_path, **changed)
    assert ended.returncode == 3
    assert reason in ended.stderr
    assert "dispatch-reader --help" in ended.stderr
    assert "QT_QPA_PLATFORM=offscreen" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_commands_need_no_display(tmp_path: Path) -> None:
    ended = start(tmp_path, "--archive", str(tmp_path / "none"), "stats")
    assert ended.returncode == 3
    assert "There is no archive in" in ended.stderr


def test_missing_libraries_are_named_with_the_command_that_installs_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    absent = {"libEGL.so.1", "libxkbcommon.so.0"}
    monkeypatch.setattr(preflight, "_loads", lambda library: library not in absent)
    reason = preflight.obstacle()
    assert "libEGL.so.1, libxkbcommon.so.0" in reason
    assert "sudo apt-get install libegl1 libxkbcommon0" in reason


def test_the_libraries_of_the_x11_plugin_are_looked_for_on_x11_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(preflight, "_loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert "sudo apt-get install libxcb-cursor0" in preflight.obstacle()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert preflight.obstacle() == ""
