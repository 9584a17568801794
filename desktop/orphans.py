"""Says why an annotation that is jumped to has no passage, and what can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.commands.annotating import Annotating
from desktop.panels.frame.message_bar import Tone
from index import locate

if TYPE_CHECKING:
    from desktop.panels.frame.message_bar import Message, MessageBar
    from desktop.session import Session
    from desktop.workspace import Workspace
    from index import Accession, Annotation, Change

LONGEST = 160
"""Characters of a quotation in a message."""


class Orphans(QObject):
    """One message at most, taken away once it is about nothing any more."""

    def __init__(self, bar: MessageBar, session: Session, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._bar, self._session, self._workspace = bar, session, workspace
        self._annotating = Annotating(session, self)
        self._shown: Message | None = None
        workspace.annotations.chosen.connect(self.tell)
        session.changed.connect(self._follow)

    def tell(self, annotation: Annotation) -> None:
        """Say what is to be said of an annotation whose dispatch has just been opened."""
        self._dismiss()
        if not annotation.orphaned:
            return
        versions = self._session.archive.dispatches.versions(annotation.dispatch)
        at = [each.id for each in versions].index(annotation.dispatch)
        if locate(versions[at].dispatch.body, annotation.selector) is None:
            self._tell_gone(annotation)
        elif at < len(versions) - 1:
            self._tell_outdated(annotation, versions, at)

    def _tell_outdated(
        self, annotation: Annotation, versions: tuple[Accession, ...], at: int
    ) -> None:
        text = self.tr("This passage stands in version {number} of {count}, not in a newer one")
        self._say(text.format(number=at + 1, count=len(versions)), "").offer(
            "orphan-newest",
            self.tr("Open the newest version"),
            partial(self._open, annotation, versions[-1]),
        )

    def _open(self, annotation: Annotation, newest: Accession) -> None:
        self._session.open_dispatch(newest.id)
        self._workspace.read()
        self._tell_gone(annotation)

    def _tell_gone(self, annotation: Annotation) -> None:
        quote = " ".join(annotation.selector.exact.split())
        quote = quote if len(quote) <= LONGEST else f"{quote[:LONGEST].rstrip()}…"
        text = self.tr("“{quote}” is not found in this text").format(quote=quote)
        remedy = self.tr(
            "Select the passage that took its place and press {key}, or delete the annotation."
        ).format(key=self._workspace.annotations.attaching.key)
        writable = not self._session.archive.read_only
        message = self._say(text, remedy if writable else "")
        if writable:
            deed = partial(self._annotating.trash, [annotation])
            message.offer("orphan-delete", self.tr("Delete annotation"), deed)

    def _say(self, text: str, remedy: str) -> Message:
        self._shown = message = self._bar.say(Tone.INFO, text, remedy)
        message.dismissed.connect(partial(self._forget, message))
        return message

    def _forget(self, message: Message) -> None:
        if self._shown is message:
            self._shown = None

    def _dismiss(self) -> None:
        if self._shown is not None:
            self._shown.dismiss()

    def _follow(self, change: Change) -> None:
        if change.annotations:
            self._dismiss()
