"""A screen of its own (Xvfb) and real key presses (xdotool), for programs run as processes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

NEEDED = ("Xvfb", "xdotool")
SIZE = "1280x800x24"


def lacking() -> list[str]:
    """Return which of the programs needed are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def screen() -> Iterator[str]:
    """Start an X server on a display that is free; yield the display's name.

    It must not start anew when its last client leaves, as each xdotool does: a program that
    connects at that moment would be thrown out.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp",
         "-noreset"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()  # blocks until the server is ready, or ends
        assert number, "the X server did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=30)


class Keyboard:
    """Hands on a program that runs in another process.

    There is no window manager: each window is given the keyboard when it has come up.
    """

    def __init__(self, display: str, until: Callable[[Callable[[], bool]], None]) -> None:
        self.display = display
        self._environment = {**os.environ, "DISPLAY": display}
        self._until = until

    def wait_for(self, title: str) -> None:
        """Wait for a window whose title matches a pattern, and give it the keyboard."""
        self._until(lambda: bool(self._windows(title)))
        window = self._windows(title)[-1]
        self._until(lambda: self._do("windowfocus", window) and self._focus() == window)

    def wait_until_gone(self, title: str) -> None:
        """Wait until no such window is left."""
        self._until(lambda: not self._windows(title))

    def press(self, *keys: str) -> None:
        """Press keys one after another, such as ``ctrl+l``."""
        assert self._do("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        assert self._do("type", "--delay", "20", text)

    def _windows(self, title: str) -> list[str]:
        found = self._ask("search", "--onlyvisible", "--name", ".")
        return [
            each for each in found if re.search(title, " ".join(self._ask("getwindowname", each)))
        ]

    def _focus(self) -> str:
        return " ".join(self._ask("getwindowfocus", "-f"))

    def _do(self, *command: str) -> bool:
        return self._run(command).returncode == 0

    def _ask(self, *command: str) -> list[str]:
        return self._run(command).stdout.split()

    def _run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *command], env=self._environment, capture_output=True, text=True,
            timeout=30, check=False,
        )  # fmt: skip


@contextmanager
def running(
    command: Sequence[str], display: str, home: Path, **more: str
) -> Iterator[subprocess.Popen[str]]:
    """Run a program on a display with folders of its own; end it if it has not ended itself."""
    process = subprocess.Popen(
        command, env=_environment(display, home) | more, text=True, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=30)
        if process.stderr is not None:
            process.stderr.close()


def _environment(display: str, home: Path) -> dict[str, str]:
    desktop = ("XDG_CURRENT_DESKTOP", "WAYLAND_DISPLAY", "QT_QPA_PLATFORMTHEME")
    kept = {name: value for name, value in os.environ.items() if name not in desktop}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    return {
        **kept, **folders, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8",
        "HOME": str(home),
    }  # fmt: skip
