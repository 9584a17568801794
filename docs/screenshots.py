"""Draw the pictures of the guide: the real window on the sample dispatches.

``make screenshots`` writes ``docs/images/*.png``; nothing of the user's own is touched. Pictures
are drawn offscreen, at 1280×800 and (``…-large``) 1920×1080, in the light and the dark theme.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import Program
from desktop.settings import Settings
from index import Colour, Facet, Filter, Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk import Desk
    from desktop.dialogs.import_report import ImportReportDialog
    from index import AccessionNumber

IMAGES = Path(__file__).resolve().parent / "images"
SIZES = {"": (1280, 800), "-large": (1920, 1080)}
THEMES = ("light", "dark")
FONTS = ("Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans")
PATIENCE = 30_000
"""Milliseconds to wait for anything."""
TAGS = {
    "age": "Age verification", "âge": "Age verification", "encrypt": "Encryption",
    "flagger": "Hotlines", "signalement": "Reporting duties", "report": "Reporting duties",
    "ofcom": "Regulators", "arcom": "Regulators", "commission": "Regulators",
    "plateformes": "Platform duties", "codes": "Platform duties", "okul": "Media literacy",
    "intelligence": "Generated material", "support": "Survivor support",
}  # fmt: skip
PASSAGES = (
    ("a temporary derogation", Colour.YELLOW, "Extended twice; check the end date."),
    ("detection orders", Colour.BLUE, "Parliament narrower than the Commission."),
)
"""Beginning of a passage of the dispatch on encryption, its colour and note."""


def wait(until: Callable[[], object]) -> None:
    """Let the window work until a condition holds."""
    loop, clock, limit = QEventLoop(), QTimer(), QTimer()
    clock.timeout.connect(lambda: loop.quit() if until() else None)
    limit.setSingleShot(True)
    limit.timeout.connect(lambda: sys.exit("the window did not get there"))
    clock.start(20)
    limit.start(PATIENCE)
    loop.exec()


def rest(milliseconds: int = 250) -> None:
    """Let the window draw what it has."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Studio:
    """One program on one archive, photographed in every theme and size."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._folder = folder
        settings = Settings(folder / "settings.json")
        settings.change(language="en", text_size=110, theme=THEMES[0])
        self._program = Program(app, settings, folder / "archive")
        self._program.start()
        wait(lambda: self._program.desk and self.desk.session.answer)

    @property
    def desk(self) -> Desk:
        """The window at work."""
        desk = self._program.desk
        if desk is None:
            raise RuntimeError("the archive is not open yet")
        return desk

    def take(
        self, name: str, subject: Callable[[], QWidget] | None = None, *, large: bool = True
    ) -> None:
        """Save the window in every theme and size, or a dialog in every theme."""
        window = self._program.window
        for theme in THEMES:
            self._program.settings.change(theme=theme)
            for suffix, size in SIZES.items():
                window.resize(*size)
                rest()
                shown = subject() if subject else window
                shown.grab().save(str(IMAGES / f"{name}-{theme}{suffix}.png"))
                if subject or not large:
                    break

    def close(self) -> None:
        """Let go of everything."""
        self._program.window.hide()
        self._program.close()

    # --- scenes -----------------------------------------------------------------------------------

    def empty(self) -> None:
        """Show a new archive."""
        self.take("empty")

    def report(self) -> None:
        """Import the samples, some of them twice, and two files that cannot be read."""
        inputs = self._folder / "From the press review"
        inputs.mkdir()
        for source in files("resources.welcome").iterdir():
            if source.name.endswith((".txt", ".html")):
                with as_file(source) as path:
                    (inputs / path.name).write_bytes(path.read_bytes())
        first = sorted(inputs.iterdir())[0]
        (inputs / "copy of first.txt").write_bytes(first.read_bytes())
        (inputs / "saved while offline.html").write_bytes(b"")
        (inputs / "table.dat").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(4000))
        dialogs: list[ImportReportDialog] = []
        self.desk.importing.reported.connect(dialogs.append)
        os.chdir(self._folder)  # the report then names short paths
        self.desk.importing.take_in([inputs.relative_to(self._folder)])
        wait(lambda: dialogs)
        self.desk.session.archive.settle(timeout=PATIENCE / 1000)
        dialog = dialogs[0]
        dialog.table.selectRow(dialog.lines.rowCount() - 1)
        self.take("import-report", lambda: dialog)
        dialog.close()

    def results(self) -> None:
        """Search with a filter."""
        self.desk.importing.take_in_samples()  # brings the starter codebook
        wait(lambda: self.desk.jobs.running is None)
        self.desk.session.archive.settle(timeout=PATIENCE / 1000)
        self._tag()
        self._ask(Query("protection online", (Filter(Facet.LANGUAGE, "tr", exclude=True),)))
        self._open("Protection des mineurs")
        self.take("results")

    def reading(self) -> None:
        """Read a dispatch with hits, tags and annotations."""
        self._ask(Query("encryption"))
        number = self._open("Encryption at the heart")
        accession = self.desk.session.archive.dispatches.get(number)
        body = accession.dispatch.body
        for quote, colour, note in PASSAGES:
            start = body.find(quote)
            end = min(body.find(mark, start) for mark in ",." if mark in body[start:])
            self.desk.session.archive.annotations.add(number, start, end, colour=colour, note=note)
        rest()
        self.take("reading")

    def coding(self) -> None:
        """Show the codebook, and every annotation, beside the same dispatch."""
        space = self.desk.workspace
        space.show_side(1)
        space.codebook.tree.expandAll()
        self.take("codebook", large=False)
        space.show_side(2)
        self.take("annotations", large=False)
        space.show_side(0)

    def coverage(self) -> None:
        """Show how the sample dispatches are spread."""
        self._ask(Query())
        desk = self.desk
        desk.coverage.open()
        wait(lambda: desk.coverage.page.panels and not desk.coverage.busy)
        desk.coverage.page.back.setFocus()
        self.take("coverage")
        desk.coverage.leave()

    def nothing_found(self) -> None:
        """Search for a misspelt word."""
        self._ask(Query("encrypton"))
        self.take("no-match")

    def _ask(self, query: Query) -> None:
        session = self.desk.session
        session.ask(query)
        wait(lambda: session.answer and session.answer.query == query)

    def _open(self, headline: str) -> AccessionNumber:
        """Choose the first match whose headline contains a text."""
        desk = self.desk
        top = desk.session.answer.top if desk.session.answer else ()
        row = next(n for n, match in enumerate(top) if headline in match.headline)
        desk.workspace.results.table.selectRow(row)
        wait(lambda: desk.session.current and desk.session.current.id == top[row].id)
        return top[row].id

    def _tag(self) -> None:
        archive = self.desk.session.archive
        numbers = {use.concept.label: use.concept.id for use in archive.codebook.all()}
        for number in archive.dispatches.ids():
            headline = archive.dispatches.get(number).dispatch.headline.casefold()
            wanted = {numbers[label] for word, label in TAGS.items() if word in headline}
            archive.tags.add([number], sorted(wanted))


def main() -> int:
    """Draw everything."""
    app = QApplication(sys.argv[:1])
    installed = set(QFontDatabase.families())
    app.setFont(QFont(next((name for name in FONTS if name in installed), app.font().family())))
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(app, Path(folder))
        scenes = (studio.empty, studio.report, studio.results, studio.reading, studio.coding,
                  studio.coverage, studio.nothing_found)  # fmt: skip
        for scene in scenes:
            scene()
        studio.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
