"""How late the window's timers are while somebody types: ``python -m benchmarks lateness [N]``.

Opens the real window, off the screen, on an archive of N dispatches (100,000 unless said), types
questions of all kinds key by key, and measures with a timer of its own how much later than due the
event loop comes round to it. Each answer is waited for by the typist only at the end of a question,
as people do. Beside it stands the same measurement at rest, which is what the machine adds.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks._search_corpus import MAKER, make_questions, read_corpus, typed_text
from index.dispatch import Dispatch, Timestamp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLineEdit

    from benchmarks._search_corpus import Paper, Question
    from desktop.app import Program

DISPATCHES = 100_000
OF_EACH = 2
KEY_MS = 90
"""Between two keys: eleven a second is a fast typist."""
TICK_MS = 2
REST_S = 3.0
_BATCH = 5_000


def main(arguments: list[str]) -> int:
    """Print two lines: at rest, and while typing."""
    options = _parse(arguments)
    if not options.maker.exists():
        print(f"{options.maker} is not there; name the script that writes the corpus with --maker")
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="dispatch-reader-bench-") as made:
        folder = options.archive or Path(made)
        os.environ["XDG_CONFIG_HOME"] = str(folder / "settings")
        papers = read_corpus(options.maker, options.dispatches, Path(made))
        if not (folder / "archive" / "archive.sqlite3").exists():
            _fill(folder / "archive", papers)
        questions = make_questions(papers, options.of_each)
        del papers
        _measure(folder, questions)
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks lateness", description=__doc__)
    parser.add_argument("dispatches", nargs="?", type=int, default=DISPATCHES, metavar="N")
    parser.add_argument("--of-each", type=int, default=OF_EACH, help="questions of each kind")
    parser.add_argument(
        "--archive", type=Path, metavar="DIR", help="keep the archive for next time"
    )
    parser.add_argument("--maker", type=Path, default=MAKER, help="script that writes the corpus")
    return parser.parse_args(arguments)


def _fill(folder: Path, papers: Sequence[Paper]) -> None:
    from index.store import Store
    from tests.pages.small_archive import accession

    with Store.open(folder, create=True) as store:
        for first in range(0, len(papers), _BATCH):
            batch = papers[first : first + _BATCH]
            store.dispatches.add(
                [accession(_dispatch(paper), first + at) for at, paper in enumerate(batch)]
            )


def _dispatch(paper: Paper) -> Dispatch:
    filed = Timestamp.on(paper.day.year, paper.day.month, paper.day.day)
    return Dispatch(
        paper.title, paper.body, agency=paper.agency, language=paper.language, filed=filed
    )


def _measure(folder: Path, questions: Sequence[Question]) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop.app import Program
    from desktop.settings import Settings

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)  # noqa: S101 - for the type
    program = Program(app, Settings(folder / "settings.json"), folder / "archive")
    program.start()
    try:
        typist = Typist(program)
        typist.wait_until(typist.ready)
        gc.collect()
        gc.freeze()
        print(f"{'timer lateness, ms':24}{'p50':>8}{'p99':>8}{'max':>8}")
        typist.rest(REST_S)
        print(_row("at rest", typist.clock.lateness()))
        for question in questions:
            typist.type(typed_text(question))
        late = typist.clock.lateness()
        print(_row(f"typing {len(questions)} questions", late))
        answers = sorted(typist.answers)
        print(
            f"last key to answer, ms: p50 {statistics.median(answers):.0f}, max {answers[-1]:.0f}"
        )
    finally:
        program.close()


def _row(name: str, late: Sequence[float]) -> str:
    ordered = sorted(late)
    p99 = ordered[int(len(ordered) * 0.99)]
    return f"{name:24}{statistics.median(ordered):8.1f}{p99:8.1f}{ordered[-1]:8.1f}"


class Clock:
    """Notes how late a timer of the GUI thread fires."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def lateness(self) -> list[float]:
        """Return milliseconds noted so far, and begin anew."""
        late, self._late = self._late, []
        return late


class Typist:
    """Types into the search field of a running program."""

    def __init__(self, program: Program) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        self._program = program
        self._loop = QEventLoop()
        self._pause = QTimer(singleShot=True)
        self._pause.timeout.connect(self._loop.quit)
        self.clock = Clock()
        self.answers: list[float] = []

    def ready(self) -> bool:
        """Tell whether the archive is open, indexed and shown."""
        desk = self._program.desk
        return (
            desk is not None
            and desk.session.answer is not None
            and desk.session.archive.index_state is None
            and desk.session.answer.held > 0
            and not desk.session.answer.summary.notices
        )

    def rest(self, seconds: float) -> None:
        """Let the event loop run."""
        self._pause.start(int(seconds * 1000))
        self._loop.exec()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Let the event loop run until something is so."""
        while not condition():
            self.rest(0.05)

    def type(self, text: str) -> None:
        """Clear the field, type a text key by key, wait for its answer."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        field = self._field
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        for key in text:
            QTest.keyClicks(field, key)
            self.rest(KEY_MS / 1000)
        began = time.perf_counter()
        self.wait_until(lambda: self._is_answered(text))
        self.answers.append((time.perf_counter() - began) * 1000 + KEY_MS)

    def _is_answered(self, text: str) -> bool:
        desk = self._program.desk
        answer = desk.session.answer if desk else None
        return answer is not None and answer.query.text == text

    @property
    def _field(self) -> QLineEdit:
        desk = self._program.desk
        assert desk is not None  # noqa: S101 - it is ready
        return desk.workspace.search.text
