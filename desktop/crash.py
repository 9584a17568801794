"""Catches what nobody expected, once, and shows it without any text of a dispatch."""

from __future__ import annotations

import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from desktop.dialogs.crash import CrashDialog
from desktop.versions import versions

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

QT_LINES = 20
"""Messages of Qt kept for the report."""


class CrashReporter(QObject):
    """Takes the place of Python's and Qt's own last words while the window is open."""

    _seen = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self.dialog: CrashDialog | None = None
        self._qt: list[str] = []
        self._seen.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on, in every thread."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread
        qInstallMessageHandler(self._note)

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report an exception; Ctrl+C in the terminal is none."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        sys.stderr.write(report := report_of(kind, trace, self._qt))
        self._seen.emit(report)

    def _catch_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_type, args.exc_value, args.exc_traceback)

    def _note(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            sys.stderr.write(f"{text}\n")
            self._qt = [*self._qt[-QT_LINES + 1 :], text]

    def _show(self, report: str) -> None:
        """Show the first report; later ones are most likely its consequences."""
        if self.dialog is None:
            self.dialog = CrashDialog(report, self.window)
            self.dialog.destroyed.connect(self._forget)
            self.dialog.show()

    def _forget(self) -> None:
        self.dialog = None


def report_of(
    kind: type[BaseException], trace: TracebackType | None, qt: list[str] | None = None
) -> str:
    """Return versions and the places in the program, without the exception's own message.

    A message may quote the text that could not be worked on, so it is left out.
    """
    lines = [f"{name} {number}" for name, number in versions()]
    lines += ["", f"{kind.__module__}.{kind.__qualname__}"]
    lines += [
        f"  {_module(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([*lines, *(f"Qt: {line}" for line in qt or ()), ""])


def _module(path: str) -> str:
    """Shorten a path to the part that names the module, not the user's folders."""
    parts = path.replace("\\", "/").split("/")
    roots = [at for at, part in enumerate(parts) if part in ("desktop", "index", "site-packages")]
    return "/".join(parts[roots[-1] if roots else -2 :])
