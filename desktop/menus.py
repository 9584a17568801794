"""The menu bar and the tool bar: which action stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop import icons
from desktop.mnemonics import letter_of, tell_apart
from desktop.theme import SYSTEM, THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QUndoStack
    from PySide6.QtWidgets import QMainWindow

    from desktop.actions import Actions
    from desktop.commands.tagging import Tagging
    from desktop.settings import Settings
    from desktop.workspace import Workspace

translate = QCoreApplication.translate
RULE = "-"
FILE = ("import-files", "import-folder", "preview-files", "preview-folder", "import-samples",
        "resume-import", "watch-folders", RULE, "open-archive", "new-encrypted", "export",
        "export-annotations", "import-annotations", RULE, "settings", RULE, "quit")  # fmt: skip
EDIT = ("correct", "provenance", "trash", "show-trash")
SEARCH = (
    "search",
    "advanced-search",
    "save-search",
    "clear-filters",
    "more-like-this",
    "export-searches",
    RULE,
)
VIEW = ("next-dispatch", "previous-dispatch", "next-pane", RULE, "show-filters", "show-codebook",
        "show-annotations", "coverage", RULE,
        "larger-text", "smaller-text", "normal-text")  # fmt: skip
TOGETHER = ("export-layer", "import-layer", "compare-coders")
CITATION = ("copy-passage", "cite-iso690", "cite-apa", "cite-chicago", RULE, "save-citation",
            "check-citation")  # fmt: skip
TOOLS = ("statistics", "verify", "rebuild", "backup", "copy-encrypted", "passphrase",
         "import-vocabulary")  # fmt: skip
CODING = ("rules", "save-rule", RULE, "import-codebook", "export-codebook", RULE)
HELP = ("shortcuts", "about")
LEFT = ("import-files", "export", "coverage")
RIGHT = ("settings", "shortcuts")
"""The ends of the tool bar; those on the right are icons alone."""


class Menus:
    """Built once with what is always there; :meth:`adopt` adds what a workspace brings."""

    def __init__(self, window: QMainWindow, actions: Actions, settings: Settings) -> None:
        self._window, self._actions, self._settings = window, actions, settings
        self._bar = window.menuBar()
        self._bar.setObjectName("menu-bar")
        self._adopted: list[QAction] = []
        self._menu(translate("menus", "&File"), FILE)
        self.edit = self._menu(translate("menus", "&Edit"), EDIT)
        cited = self._submenu(self.edit, "menu-citation", CITATION)
        cited.setTitle(translate("menus", "Cop&y citation"))
        self.search = self._menu(translate("menus", "&Search"), SEARCH)
        self.coding = self._menu(translate("menus", "&Coding"), CODING)
        self._digits = self._submenu(self.coding, "menu-digits", ())
        self._digits.setTitle(translate("menus", "Tag by &digit"))
        self._digits.menuAction().setEnabled(False)
        view = self._menu(translate("menus", "&View"), VIEW)
        view.addMenu(self._themes(view))
        tools = self._menu(translate("menus", "&Tools"), TOOLS)
        together = self._submenu(tools, "menu-together", TOGETHER)
        together.setTitle(translate("menus", "Coding by t&wo people"))
        self._menu(translate("menus", "&Help"), HELP)
        self.bar = self._tool_bar()

    def _menu(self, title: str, names: Sequence[str]) -> QMenu:
        menu = self._bar.addMenu(title)
        self._fill(menu, names)
        return menu

    def _submenu(self, above: QMenu, name: str, names: Sequence[str]) -> QMenu:
        menu = QMenu(above)
        menu.setObjectName(name)
        above.addMenu(menu)
        self._fill(menu, names)
        return menu

    def _fill(self, menu: QMenu, names: Sequence[str]) -> None:
        for each in names:
            if each == RULE:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[each])
        menu.aboutToShow.connect(lambda: tell_apart(menu.actions()))

    def _themes(self, view: QMenu) -> QMenu:
        names = {
            SYSTEM: translate("menus", "Like the &system"),
            THEMES[0]: translate("menus", "&Light"),
            THEMES[1]: translate("menus", "&Dark"),
            THEMES[2]: translate("menus", "&High contrast"),
        }
        menu = QMenu(translate("menus", "&Theme"), view)
        menu.setObjectName("menu-theme")
        group = QActionGroup(menu)
        for name, text in names.items():
            action = QAction(text, group)
            action.setObjectName(f"theme-{name}")
            action.setCheckable(True)
            action.setChecked(self._settings.now.theme == name)
            action.triggered.connect(lambda _=False, theme=name: self._settings.change(theme=theme))
            menu.addAction(action)
        return menu

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(translate("menus", "Tools"), self._window)
        bar.setObjectName("tool-bar")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._window.addToolBar(bar)
        for name in LEFT:
            bar.addAction(self._actions[name])
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        for name in RIGHT:
            bar.addAction(self._actions[name])
        for name in (*LEFT, *RIGHT):
            _name_button(bar, self._actions[name], bare=name in RIGHT)
        return bar

    @property
    def letters(self) -> frozenset[str]:
        """The letters that open a menu."""
        return frozenset(letter_of(menu.text()) for menu in self._bar.actions())

    def adopt(self, workspace: Workspace, undo: QUndoStack) -> None:
        """Add undo and redo, and what reader, tagging and annotations offer."""
        back, again = self._undo_pair(undo)
        first = self.edit.actions()[0]
        self.edit.insertActions(first, [back, again])
        rule = self.edit.insertSeparator(first)
        self.search.addActions(workspace.reader.reading_actions)
        self._tagging(workspace.tagging)
        line = self.coding.addSeparator()
        self.coding.addActions(workspace.reader.annotation_actions)
        self.coding.addAction(workspace.annotations.attaching.action)
        between = self.coding.addSeparator()
        self.coding.addActions(workspace.stories.actions)
        self.bar.insertActions(self._actions["export"], [back, again])
        for action in (back, again):
            _name_button(self.bar, action, bare=True)
        self._adopted = [back, again, rule, line, between]

    def _tagging(self, tagging: Tagging) -> None:
        tags = (tagging.palette_action, tagging.repeat_action)
        self.coding.insertActions(self._digits.menuAction(), tags)
        self._digits.addActions(tagging.digit_actions)
        self._digits.menuAction().setEnabled(True)
        self.coding.aboutToShow.connect(tagging.name_digits)

    def release(self) -> None:
        """Take away what the last workspace brought."""
        for action in self._adopted:
            action.deleteLater()
        self._adopted = []
        self._digits.menuAction().setEnabled(False)

    def _undo_pair(self, undo: QUndoStack) -> tuple[QAction, QAction]:
        back = undo.createUndoAction(self._window, translate("menus", "&Undo"))
        again = undo.createRedoAction(self._window, translate("menus", "&Redo"))
        for action, name, key in ((back, "undo", "Ctrl+Z"), (again, "redo", "Ctrl+Shift+Z")):
            action.setObjectName(name)
            action.setShortcut(QKeySequence(key))
            icons.dress(action, name)
        return back, again


def _name_button(bar: QToolBar, action: QAction, *, bare: bool) -> None:
    """Name an action's button for tests and screen readers; a bare one is an icon alone."""
    button = bar.widgetForAction(action)
    button.setObjectName(f"tool-{action.objectName()}")
    button.setAccessibleName(action.text().replace("&", ""))
    if bare and isinstance(button, QToolButton):
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
