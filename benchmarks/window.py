"""What a person waits for in the window: ``python -m benchmarks window``.

Prints the start of the program to its first painted window, and in a running one the opening of
a dispatch with 1,000 annotations, tagging 1,000 dispatches in a codebook of 5,000 concepts with
100,000 tags, the opening of its panel and of the palette over all 1,000, and whether any of this
had a dispatch indexed again. Each figure is the median of several runs in milliseconds: first of
the clock, then of the processor, which other work on the machine disturbs less.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from index import Dispatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.session import Session

_START = """
import sys, time
began = time.time()
from pathlib import Path
from PySide6.QtWidgets import QApplication
import desktop.app as program
window = program.Window
shown = window.show
def show(self):
    self.painted.connect(lambda: (print(time.time(), flush=True), QApplication.exit(0)))
    shown(self)
window.show = show
program.run(Path(sys.argv[1]))
"""


def _start_up(folder: Path) -> float:
    """Return milliseconds from the start of the interpreter to the first painted window."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _START, str(folder)], capture_output=True, text=True, check=False
    )
    return (float(done.stdout.split()[0]) - began) * 1000


class Took(NamedTuple):
    """Milliseconds."""

    clock: float
    processor: float


def _median(work: Callable[[], object], prepare: Callable[[], object], runs: int = 7) -> Took:
    took = []
    for _ in range(runs):
        prepare()
        began, used = time.perf_counter(), time.process_time()
        work()
        used = time.process_time() - used
        took.append(((time.perf_counter() - began) * 1000, used * 1000))
    return Took(*(statistics.median(each) for each in zip(*took, strict=True)))


def _in_session(folder: Path) -> dict[str, Took]:
    from PySide6.QtWidgets import QApplication

    from desktop.session import Session
    from index import Archive
    from tests.pages.small_archive import fill

    app = QApplication.instance() or QApplication([])
    fill(folder, _stories(1_000))
    _code(folder)
    with Archive.open(folder, upkeep=False) as archive:
        session = Session(archive)
        generation = _generation(folder)
        try:
            took = {**_annotated(session), **_tagged(session), **_palette(session)}
            if _generation(folder) != generation:
                raise RuntimeError("a tag or an annotation had a dispatch indexed again")
            return took
        finally:
            session.close()
            del app


def _stories(count: int) -> list[Dispatch]:
    text = "The regulator published its guidance on age assurance. " * 60
    return [Dispatch(f"Story {at}", f"{text}{at}") for at in range(count)]


def _generation(folder: Path) -> int:
    """Return the counter that grows with every change of indexed text."""
    from index.store import Store

    with Store.open(folder, read_only=True) as store:
        return store.corpus.generation


def _annotated(session: Session) -> dict[str, Took]:
    from desktop.panels.reader.reader import Reader

    first, second, *_ = session.archive.dispatches.ids()
    for at in range(1_000):
        session.archive.annotations.add(first, at * 3, at * 3 + 20, note=f"Note {at}")
    reader = Reader(session)
    reader.resize(640, 760)
    reader.show()

    def open_annotated() -> None:
        session.open_dispatch(first)
        reader.grab()

    opened = _median(open_annotated, lambda: session.open_dispatch(second))
    reader.close()
    return {"open a dispatch with 1,000 annotations, painted": opened}


def _code(folder: Path) -> None:
    """Fill the codebook with 5,000 concepts and put 100 of them on each dispatch."""
    from index.store import Store

    with Store.open(folder) as store, store.together():
        parents = [store.codebook.create(f"Group {at}")[0] for at in range(70)]
        concepts = [
            store.codebook.create(f"Concept {at}", broader=parents[at % 70])[0]
            for at in range(4_930)
        ]
        store.tags.add(store.dispatches.ids(), concepts[::49][:100])


def _tagged(session: Session) -> dict[str, Took]:
    from desktop.panels.codebook.codebook import CodebookPanel

    ids = session.archive.dispatches.ids()
    spare = session.archive.codebook.create("Spare")[0]
    tagging = _median(
        lambda: session.perform("Tag", lambda: session.archive.tags.add(ids, [spare])),
        lambda: session.undo.undo(),
    )
    panels: list[CodebookPanel] = []

    def open_panel() -> None:
        panels.append(CodebookPanel(session))
        panels[-1].show()
        panels[-1].grab()

    opening = _median(open_panel, lambda: [panel.close() for panel in panels])
    return {
        "tag 1,000 dispatches in a codebook of 5,000 concepts and 100,000 tags": tagging,
        "open the codebook of 5,000 concepts, painted": opening,
    }


def _palette(session: Session) -> dict[str, Took]:
    """Press T with 1,000 dispatches selected, and type the name of a concept."""
    from PySide6.QtWidgets import QWidget

    from desktop.commands.tagging import Tagging
    from desktop.dialogs.tag_palette import TagPalette

    window = QWidget()
    tagging = Tagging(session, window)
    session.select(session.archive.dispatches.ids())

    def palette() -> TagPalette:
        return window.findChildren(TagPalette)[-1]

    def open_palette() -> None:
        tagging.open_palette()
        palette().grab()

    def narrow() -> None:
        palette().field.textEdited.emit("concept 49")
        palette().grab()

    opening = _median(open_palette, lambda: [p.close() for p in window.findChildren(TagPalette)])
    typing = _median(narrow, lambda: palette().field.textEdited.emit(""))
    window.deleteLater()
    return {
        "open the palette over 1,000 dispatches with 100,000 tags, painted": opening,
        "narrow its 5,000 concepts by a typed name, painted": typing,
    }


def _in_window(folder: Path) -> dict[str, Took]:
    """Tag what is chosen in the whole window, with every panel following."""
    from PySide6.QtWidgets import QApplication

    from desktop.app import Program
    from desktop.settings import Settings

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no application")
    program = Program(app, Settings(folder / "settings.json"), folder)
    program.start()
    _wait(lambda: program.desk is not None and program.desk.session.answer is not None)
    if program.desk is None:
        raise RuntimeError("the archive was not opened")
    space, session = program.desk.workspace, program.desk.session
    space.show_side(1)
    space.results.table.selectAll()
    concept = session.archive.codebook.get(session.archive.codebook.create("In the window")[0])

    def undo() -> None:
        if session.archive.tags.of(session.selection[:1]).get(session.selection[0], ())[-1:] == (
            concept.id,
        ):
            session.undo.undo()
        _wait(lambda: session.answer is not None and session.answer.query == session.query)

    tagged = _median(lambda: space.tagging.add(concept), undo)
    program.window.hide()
    program.close()
    return {"tag 1,000 dispatches in the whole window with its codebook open": tagged}


def _wait(until: Callable[[], bool], milliseconds: int = 10) -> None:
    """Let the window work until a condition holds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, clock = QEventLoop(), QTimer()
    clock.timeout.connect(lambda: loop.quit() if until() else None)
    clock.start(milliseconds)
    loop.exec()


def main(arguments: list[str]) -> int:
    """Print one line a figure."""
    _ = arguments
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ["XDG_CONFIG_HOME"] = str(folder / "settings")
        started = [_start_up(folder / "new") for _ in range(6)]
        print(f"{statistics.median(started[1:]):8.0f} ms  start to the first painted window, warm")
        print(f"{started[0]:8.0f} ms  the same, first start")
        full = folder / "full"
        for name, took in {**_in_session(full), **_in_window(full)}.items():
            print(f"{took.clock:8.0f} ms  ({took.processor:.0f} of the processor)  {name}")
    return 0
