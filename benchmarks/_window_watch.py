"""A real window in a process of its own, driven from within: prints what it took as JSON.

``python -m benchmarks._window_watch FOLDER TRIAL [ARGUMENTS]``
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from benchmarks import _large_archive
from desktop.app import Program
from desktop.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk import Desk

_TICK = 10
QUERIES = (
    "regulator", "duty platform", '"regulator platform"', "w12*", "encryption OR guidance",
    "agency:reuters filed:2020", "regulater", "tag:concept", "law -minors", "",
)  # fmt: skip


class Watch:
    """The longest that the window's own thread was kept from a timer of 10 ms."""

    def __init__(self) -> None:
        self._clock, self._timer = QElapsedTimer(), QTimer()
        self.longest = 0
        self._timer.timeout.connect(self._note)
        self._timer.start(_TICK)
        self._clock.start()

    def _note(self) -> None:
        self.longest = max(self.longest, self._clock.restart() - _TICK)

    def begin(self) -> None:
        """Forget what was."""
        self.longest = 0
        self._clock.restart()


def _wait(until: Callable[[], object]) -> None:
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if until() else None)
    timer.start(_TICK)
    loop.exec()


def _memory(field: str) -> float:
    """Return a line of the system's account of this process, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (found,) = [line for line in lines if line.startswith(field)]
    return int(found.split()[1]) / 1024


def _used(desk: Desk, _watch: Watch, _rest: list[str]) -> dict[str, float]:
    """Search, scroll, read and look at the facets as somebody does for a while."""
    session = desk.session
    for text in QUERIES:
        session.ask(replace(session.query, text=text))
        _wait(lambda: session.answer and session.answer.query == session.query)
        table = desk.workspace.results.table
        for _ in range(20):
            table.verticalScrollBar().setValue(table.verticalScrollBar().value() + 50)
            QApplication.sendPostedEvents()
            table.grab()
        for number in list(session.answer.ids)[:10] if session.answer else ():
            session.open_dispatch(number)
            desk.workspace.reader.grab()
    return {}


def _dropped(desk: Desk, watch: Watch, rest: list[str]) -> dict[str, float]:
    """Take in every file of a folder as one drop of single files."""
    paths = sorted(Path(rest[0]).iterdir())
    watch.begin()
    began = time.perf_counter()
    desk.importing.take_in(paths)
    _wait(lambda: desk.jobs.running is None)
    imported = time.perf_counter() - began
    late = float(watch.longest)
    desk.session.archive.settle()
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"files": len(paths), "seconds": imported, "latest timer, ms": late,
            "worker's peak MB": children}  # fmt: skip


def _read(desk: Desk, watch: Watch, _rest: list[str]) -> dict[str, float]:
    """Open the one large dispatch, and go to its end."""
    (number,) = desk.session.archive.dispatches.ids()
    desk.session.ask(replace(desk.session.query, text="regulator"))
    _wait(lambda: desk.session.answer and desk.session.answer.query == desk.session.query)
    watch.begin()
    began, used = time.perf_counter(), time.process_time()
    desk.session.open_dispatch(number)
    desk.workspace.reader.grab()
    opened, processor = time.perf_counter() - began, time.process_time() - used
    began = time.perf_counter()
    desk.workspace.reader.text.body.moveCursor(QTextCursor.MoveOperation.End)
    desk.workspace.reader.grab()
    return {"opened, ms": opened * 1000, "processor, ms": processor * 1000,
            "to its end, ms": (time.perf_counter() - began) * 1000}  # fmt: skip


TRIALS: dict[str, Callable[[Desk, Watch, list[str]], dict[str, float]]] = {
    "used": _used, "dropped": _dropped, "read": _read,
}  # fmt: skip


def main(arguments: list[str]) -> None:
    """Open the window, run one trial, print what it took."""
    folder, trial, *rest = arguments
    app = QApplication([])
    program = Program(app, Settings(Path(os.environ["XDG_CONFIG_HOME"]) / "s.json"), Path(folder))
    watch = Watch()
    program.window.resize(1280, 800)
    program.start()
    _wait(lambda: program.desk or program.window.pages.currentWidget() is program.window.unlock)
    if program.desk is None:
        program.window.unlock.field.line.setText(_large_archive.PASSPHRASE)
        program.window.unlock.field.entered.emit()
    _wait(lambda: program.desk and program.desk.session.answer)
    if program.desk is None:
        raise RuntimeError("no archive was opened")
    told = TRIALS[trial](program.desk, watch, rest)
    told |= {"window's peak MB": _memory("VmHWM"), "window's MB now": _memory("VmRSS")}
    print(json.dumps(told))
    program.close()


if __name__ == "__main__":
    main(sys.argv[1:])
