"""Everything the menus offer: names, keys, icons, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop import icons
from desktop.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Offer:
    """An action before it is made."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs_archive: bool = True
    writes: bool = False
    """Of no use in an archive that is open read-only."""
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut


# Marked for lupdate here, translated where the actions are made.
OFFERS = (
    Offer(
        "import-files",
        QT_TRANSLATE_NOOP("actions", "&Import files…"),
        ("Ctrl+O",),
        "import",
        writes=True,
    ),
    Offer(
        "import-folder",
        QT_TRANSLATE_NOOP("actions", "Import a &folder…"),
        ("Ctrl+Shift+O",),
        "folder",
        writes=True,
    ),
    Offer(
        "preview-files", QT_TRANSLATE_NOOP("actions", "&Preview files…"), ("Ctrl+P",), writes=True
    ),
    Offer(
        "preview-folder",
        QT_TRANSLATE_NOOP("actions", "Pre&view a folder…"),
        ("Ctrl+Shift+P",),
        writes=True,
    ),
    Offer(
        "resume-import", QT_TRANSLATE_NOOP("actions", "&Resume the unfinished import"), writes=True
    ),
    Offer("watch-folders", QT_TRANSLATE_NOOP("actions", "&Watched folders…"), writes=True),
    Offer("correct", QT_TRANSLATE_NOOP("actions", "&Correct fields…"), ("Ctrl+M",), writes=True),
    Offer("provenance", QT_TRANSLATE_NOOP("actions", "Pro&venance…"), ("Ctrl+I",)),
    Offer(
        "import-samples", QT_TRANSLATE_NOOP("actions", "Import the &sample dispatches"), writes=True
    ),
    Offer(
        "open-archive",
        QT_TRANSLATE_NOOP("actions", "Open another &archive…"),
        icon="archive",
        needs_archive=False,
    ),
    Offer(
        "new-encrypted",
        QT_TRANSLATE_NOOP("actions", "&New encrypted archive…"),
        icon="lock",
        needs_archive=False,
    ),
    Offer("export", QT_TRANSLATE_NOOP("actions", "&Export the results…"), ("Ctrl+E",), "export"),
    Offer(
        "export-annotations",
        QT_TRANSLATE_NOOP("actions", "Export a&nnotations…"),
        ("Ctrl+Shift+E",),
    ),
    Offer("import-annotations", QT_TRANSLATE_NOOP("actions", "I&mport annotations…"), writes=True),
    Offer("show-trash", QT_TRANSLATE_NOOP("actions", "Dispatches in the &trash…"), writes=True),
    Offer("export-layer", QT_TRANSLATE_NOOP("actions", "&Export my coding…")),
    Offer(
        "import-layer",
        QT_TRANSLATE_NOOP("actions", "&Import another coder’s work…"),
        writes=True,
    ),
    Offer("compare-coders", QT_TRANSLATE_NOOP("actions", "&Compare coders…"), ("Ctrl+Alt+K",)),
    Offer(
        "copy-passage",
        QT_TRANSLATE_NOOP("actions", "&Passage with its citation"),
        ("Ctrl+Shift+C",),
    ),
    Offer("cite-iso690", QT_TRANSLATE_NOOP("actions", "Dispatch as &ISO 690"), ("Ctrl+Alt+I",)),
    Offer("cite-apa", QT_TRANSLATE_NOOP("actions", "Dispatch as &APA"), ("Ctrl+Alt+A",)),
    Offer("cite-chicago", QT_TRANSLATE_NOOP("actions", "Dispatch as &Chicago"), ("Ctrl+Alt+C",)),
    Offer("save-citation", QT_TRANSLATE_NOOP("actions", "&Save the passage’s citation…")),
    Offer("check-citation", QT_TRANSLATE_NOOP("actions", "Chec&k a citation…")),
    Offer(
        "settings",
        QT_TRANSLATE_NOOP("actions", "Se&ttings…"),
        ("Ctrl+,",),
        "settings",
        needs_archive=False,
    ),
    Offer("quit", QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",), needs_archive=False),
    Offer(
        "trash",
        QT_TRANSLATE_NOOP("actions", "&Move to the trash"),
        ("Del",),
        writes=True,
        context=Qt.ShortcutContext.WidgetShortcut,
    ),
    Offer(
        "search", QT_TRANSLATE_NOOP("actions", "Go to the search &field"), ("Ctrl+L", "/"), "search"
    ),
    Offer(
        "advanced-search",
        QT_TRANSLATE_NOOP("actions", "&Advanced search…"),
        ("Ctrl+Shift+F",),
        "sheet",
    ),
    Offer(
        "save-search",
        QT_TRANSLATE_NOOP("actions", "&Save this search…"),
        ("Ctrl+D",),
        "bookmark",
        writes=True,
    ),
    Offer(
        "clear-filters",
        QT_TRANSLATE_NOOP("actions", "&Remove all filters"),
        ("Ctrl+Shift+L",),
        "filter",
    ),
    Offer("next-dispatch", QT_TRANSLATE_NOOP("actions", "&Next dispatch"), ("Alt+Down",), "down"),
    Offer(
        "previous-dispatch", QT_TRANSLATE_NOOP("actions", "&Previous dispatch"), ("Alt+Up",), "up"
    ),
    Offer("next-pane", QT_TRANSLATE_NOOP("actions", "Go to the next p&ane"), ("F6",)),
    Offer("show-filters", QT_TRANSLATE_NOOP("actions", "&Filters"), ("Ctrl+1",)),
    Offer("show-codebook", QT_TRANSLATE_NOOP("actions", "&Codebook"), ("Ctrl+2",)),
    Offer("show-annotations", QT_TRANSLATE_NOOP("actions", "&Annotations"), ("Ctrl+3",)),
    Offer(
        "coverage",
        QT_TRANSLATE_NOOP("actions", "C&overage of the results"),
        ("Ctrl+4",),
        "coverage",
    ),
    Offer(
        "larger-text",
        QT_TRANSLATE_NOOP("actions", "&Larger text"),
        ("Ctrl++", "Ctrl+="),
        needs_archive=False,
    ),
    Offer(
        "smaller-text",
        QT_TRANSLATE_NOOP("actions", "&Smaller text"),
        ("Ctrl+-",),
        needs_archive=False,
    ),
    Offer(
        "normal-text",
        QT_TRANSLATE_NOOP("actions", "N&ormal text size"),
        ("Ctrl+0",),
        needs_archive=False,
    ),
    Offer("verify", QT_TRANSLATE_NOOP("actions", "&Verify the archive"), icon="check"),
    Offer(
        "rebuild",
        QT_TRANSLATE_NOOP("actions", "&Rebuild the search index"),
        icon="refresh",
        writes=True,
    ),
    Offer("backup", QT_TRANSLATE_NOOP("actions", "&Back up the archive…"), icon="archive"),
    Offer("copy-encrypted", QT_TRANSLATE_NOOP("actions", "&Copy the archive, encrypted…")),
    Offer("passphrase", QT_TRANSLATE_NOOP("actions", "Change the &passphrase…"), writes=True),
    Offer("import-codebook", QT_TRANSLATE_NOOP("actions", "Import a code&book…"), writes=True),
    Offer("export-codebook", QT_TRANSLATE_NOOP("actions", "Export the codeboo&k…")),
    Offer("rules", QT_TRANSLATE_NOOP("actions", "&Rules…"), ("Ctrl+R",)),
    Offer(
        "save-rule",
        QT_TRANSLATE_NOOP("actions", "Make a rule of this searc&h…"),
        ("Ctrl+Shift+R",),
        writes=True,
    ),
    Offer(
        "more-like-this",
        QT_TRANSLATE_NOOP("actions", "More &like this"),
        ("Ctrl+Shift+K",),
    ),
    Offer("export-searches", QT_TRANSLATE_NOOP("actions", "Export the &log of searches…")),
    Offer(
        "import-vocabulary",
        QT_TRANSLATE_NOOP("actions", "Import a &vocabulary…"),
        writes=True,
    ),
    Offer("statistics", QT_TRANSLATE_NOOP("actions", "&What the archive holds"), icon="sheet"),
    Offer(
        "shortcuts",
        QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts"),
        ("?", "Shift+?", "F1"),
        "help",
        needs_archive=False,
    ),
    Offer("about", QT_TRANSLATE_NOOP("actions", "&About Dispatch Reader"), needs_archive=False),
)


class Actions(QObject):
    """The window's actions by name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._acts: dict[str, Callable[[], object]] = {}
        self._made = {offer.name: self._make(offer, window) for offer in OFFERS}
        self.reach(archive=False, writable=False)

    def _make(self, offer: Offer, window: QWidget) -> QAction:
        action = QAction(translate("actions", offer.text), window)
        action.setObjectName(offer.name)
        action.setShortcuts([QKeySequence(key) for key in offer.keys])
        action.setShortcutContext(offer.context)
        action.setToolTip(_tip(offer))
        if offer.icon:
            icons.dress(action, offer.icon)
        action.triggered.connect(lambda _checked=False: self._do(offer.name))
        return action

    def _do(self, name: str) -> None:
        if name in self._acts:
            self._acts[name]()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def on(self, name: str, act: Callable[[], object]) -> None:
        """Say what an action does from now on."""
        self._acts[name] = act

    def on_each(self, acts: Mapping[str, Callable[[], object]]) -> None:
        """Say what several actions do from now on."""
        self._acts |= acts

    def all(self) -> tuple[QAction, ...]:
        """Return every action."""
        return tuple(self._made.values())

    def reach(self, *, archive: bool, writable: bool) -> None:
        """Enable what an open archive, or one open for writing, makes possible."""
        for offer in OFFERS:
            possible = (archive or not offer.needs_archive) and (writable or not offer.writes)
            self._made[offer.name].setEnabled(possible)


def _tip(offer: Offer) -> str:
    text = translate("actions", offer.text).replace("&", "").removesuffix("…")
    if not offer.keys:
        return text
    key = QKeySequence(offer.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({key})"
