"""Exchanges one's own coding for that of another coder, and sets the two side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop.dialogs import work_files
from desktop.dialogs.coders import CodersDialog
from desktop.dialogs.layer_export import LayerExportDialog
from desktop.panels.frame.message_bar import Tone
from desktop.written import say_written
from index import ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.comparing import Place
    from desktop.panels.reader.reader import Reader
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.window import Window
    from desktop.workers.jobs import Jobs
    from index import Agreement, Cancel, Change, Layer, LayerReport, Listener

MOST = 5
"""Missing dispatches that a message names."""


class CodingTogether(QObject):
    """Exports, imports, compares and removes layers."""

    def __init__(
        self, window: Window, session: Session, jobs: Jobs, reader: Reader, settings: Settings
    ) -> None:
        super().__init__(jobs)
        self._window, self._session, self._jobs = window, session, jobs
        self._reader, self._settings = reader, settings
        self._follow()
        settings.changed.connect(self._follow)

    def _follow(self, _preferences: object = None) -> None:
        """Sign annotations with the name in the settings."""
        self._session.coder = self._settings.now.coder

    # --- handing out ------------------------------------------------------------------------

    def export(self) -> None:
        """Ask what has been coded, and write it to a file that the user chooses."""
        answer = self._session.answer
        found = answer.summary.total if answer else 0
        dialog = LayerExportDialog(self._settings.now.coder, found, self._window)
        dialog.wanted.connect(self._export)
        dialog.open()

    def _export(self, coder: str, all_results: bool) -> None:
        self._settings.change(coder=coder)
        path = work_files.ask_layer_target(self._window, self._settings, coder)
        if path is None:
            return
        archive, query = self._session.archive, self._session.query if all_results else None

        def work(_listen: Listener, _cancel: Cancel) -> int:
            return archive.export_layer(path, coder, query)

        self._jobs.run(self.tr("Exporting my coding"), work, partial(self._exported, path))

    def _exported(self, path: Path, count: object) -> None:
        text = self.tr("Coding of %n dispatch(es) exported to {file}", "", cast("int", count))
        say_written(self._window, self._session.archive, text.format(file=path))

    # --- taking in --------------------------------------------------------------------------

    def take_in(self) -> None:
        """Add the work of another coder from a file that the user chooses; can be undone."""
        path = work_files.ask_layer(self._window, self._settings)
        if path is None:
            return
        archive = self._session.archive

        def work(_listen: Listener, _cancel: Cancel) -> tuple[LayerReport, Change]:
            return archive.import_layer(path)

        self._jobs.run(self.tr("Importing a layer"), work, self._taken_in)

    def _taken_in(self, ended: object) -> None:
        report, change = cast("tuple[LayerReport, Change]", ended)
        layer = report.layer
        self._session.keep(self.tr("Import the layer of {coder}").format(coder=layer.coder), change)
        text = self.tr("%n dispatch(es) coded by {coder} imported", "", layer.dispatches)
        tone = Tone.WARNING if layer.missing or report.lost else Tone.INFO
        said = "\n".join(self._shortcomings(report))
        message = self._window.messages.say(tone, text.format(coder=layer.coder), said)
        message.offer("compare-coders", self.tr("Compare"), partial(self._open, layer))

    def _shortcomings(self, report: LayerReport) -> list[str]:
        """Say what of a layer has no place here."""
        told = []
        if report.lost:
            told.append(self.tr("%n passage(s) could not be found", "", len(report.lost)))
        missing = report.layer.missing
        if missing:
            told.append(self.tr("%n dispatch(es) are not in this archive:", "", len(missing)))
            told += [*missing[:MOST], *(["…"] if len(missing) > MOST else [])]
        return told

    # --- side by side -----------------------------------------------------------------------

    def compare(self) -> None:
        """Set one's own coding beside a layer."""
        layers = self._session.archive.layers.all()
        if layers:
            self._open(layers[0])
        else:
            text = self.tr("No layer of another coder has been imported")
            self._window.messages.say(Tone.INFO, text, passing=True)

    def _open(self, wanted: Layer) -> None:
        layers = self._session.archive.layers.all()
        if not layers:
            return
        dialog = CodersDialog(self._session, layers, self._window)
        numbers = [layer.id for layer in layers]
        if wanted.id in numbers:
            dialog.coder.setCurrentIndex(numbers.index(wanted.id))
        dialog.chosen.connect(self._show)
        dialog.export_wanted.connect(self._export_agreement)
        dialog.removal_wanted.connect(self._remove)
        dialog.show()

    def _show(self, place: Place) -> None:
        """Show what a line of the comparison is about."""
        if self._session.current is None or self._session.current.id != place.dispatch:
            self._session.open_dispatch(place.dispatch)
        self._reader.story.show_text()
        if place.span:
            self._reader.text.body.select(place.span)

    def _export_agreement(self, agreement: Agreement) -> None:
        path = work_files.ask_agreement_target(self._window, self._settings)
        if path is None:
            return
        try:
            self._session.archive.export_agreement(agreement, path)
        except ArchiveError as error:
            self._session.fail(error)
        else:
            text = self.tr("Agreement exported to {file}").format(file=path)
            say_written(self._window, self._session.archive, text)

    def _remove(self, layer: Layer) -> None:
        text = self.tr("Remove the layer of {coder}").format(coder=layer.coder)
        self._session.perform(text, lambda: self._session.archive.layers.remove(layer.id))

    def _say(self, text: str) -> None:
        self._window.messages.say(Tone.INFO, text, passing=True)
