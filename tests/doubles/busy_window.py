"""The real window, importing, tagging and annotating without a pause, until it is killed."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.settings import Settings
from index import AnnotationId
from tests.doubles import wire

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.dialogs.import_report import ImportReportDialog
    from index import Archive, Change, ConceptId

_BATCH = 4
_PAUSE_MS = 5


class BusyWindow(QObject):
    """Does through the window's own ways what somebody in a hurry does, and tells each thing."""

    def __init__(self, program: Program, inbox: Path, seed: int) -> None:
        super().__init__()
        self._program, self._inbox = program, inbox
        self._chance = random.Random(seed)  # noqa: S311 - no secret, but to be repeated
        self._desk: Desk | None = None
        self._clock = QTimer(self, interval=_PAUSE_MS)
        self._clock.timeout.connect(self._go_on)
        self._clock.start()

    @property
    def _archive(self) -> Archive:
        assert self._desk is not None
        return self._desk.session.archive

    def _go_on(self) -> None:
        if self._desk is None:
            self._sit_down()
        elif self._archive.dispatches.ids():
            self._tag()
            self._annotate()

    def _sit_down(self) -> None:
        self._desk = self._program.desk
        if self._desk is not None:
            self._desk.importing.reported.connect(self._imported)
            self._import()

    def _import(self) -> None:
        assert self._desk is not None
        first = self._chance.randrange(10**9)
        self._desk.importing.take_in([*wire.write(self._inbox, _BATCH, first)])

    def _imported(self, dialog: ImportReportDialog) -> None:
        dialog.close()
        tell("import", *[each.id for each in dialog.report.items if each.id is not None])
        self._import()

    def _tag(self) -> None:
        assert self._desk is not None
        number = self._chance.choice(self._archive.dispatches.ids())
        found = self._archive.codebook.find("Law")
        concept: ConceptId = found.id if found else self._archive.codebook.create("Law")[0]
        self._desk.session.perform("Tag", lambda: self._archive.tags.add([number], [concept]))
        tell("tag", number, concept)

    def _annotate(self) -> None:
        assert self._desk is not None
        number = self._chance.choice(self._archive.dispatches.ids())
        note, made = f"note {self._chance.random()}", list[AnnotationId]()
        archive = self._archive

        def annotate() -> Change:
            identity, change = archive.annotations.add(number, 4, 13, note=note)
            made.append(identity)
            return change

        self._desk.session.perform("Annotate", annotate)
        tell("note", *made, note)


def tell(*words: object) -> None:
    """Say that something is done."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main(folder: str, inbox: str, seed: str, _passphrase: str) -> None:
    """Run until killed."""
    app = QApplication(["dispatch-reader"])
    program = Program(app, Settings(Path(folder).with_name("settings.json")), Path(folder))
    busy = BusyWindow(program, Path(inbox), int(seed))
    program.start()
    app.exec()
    busy.deleteLater()


if __name__ == "__main__":
    main(*sys.argv[1:])
