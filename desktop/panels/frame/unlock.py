"""The page of an encrypted archive that waits for its passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.panels.parts.empty_state import EmptyState
from desktop.panels.parts.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class UnlockPage(EmptyState):
    """Asks in the window itself; a wrong passphrase is said there, and can be mended at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("unlock", "lock", parent)
        self.field = PassphraseField("unlock", self.tr("Passphrase"))
        self.field.entered.connect(self._enter)
        self.field.changed.connect(self._allow)
        self._take: Callable[[str], object] = str
        self.insert(self.field)

    def ask(self, title: str, text: str, take: Callable[[str], object]) -> None:
        """Say what is wanted; ``take`` gets what is typed, and the page forgets it.

        Other ways are offered below by the caller.
        """
        self._take = take
        self.withdraw()
        self.field.forget()
        self.say(title, text)
        self.offer("unlock-open", self.tr("&Open"), self._enter, primary=True)
        self._allow()

    def take_focus(self) -> None:
        """Let the user type at once."""
        self.field.setFocus()

    def _allow(self) -> None:
        if self.buttons:
            self.buttons[0].setEnabled(bool(self.field.text))

    def _enter(self) -> None:
        text = self.field.text
        if text:
            self.field.forget()
            self._take(text)
