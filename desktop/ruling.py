"""Rules in the window: saved from a search, looked at, run, and offered after an import."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.commands.together import together
from desktop.dialogs.rule import RuleDialog
from desktop.dialogs.rule_preview import RulePreviewDialog
from desktop.dialogs.rules import RulesDialog
from desktop.panels.frame.message_bar import Tone
from desktop.query_words import query_words
from desktop.workers.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.dialogs.rule import RuleForm
    from desktop.session import Session
    from desktop.window import Window
    from index import Change, ConceptUse, Query, Rule, RulePreview

RULES = frozenset({"rule", "concept"})
"""Tables on which a list of rules depends."""


class Ruling(QObject):
    """Owns the dialogs of rules; every edit is one entry of the undo stack."""

    def __init__(self, window: Window, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._session = window, session
        self._worker = Worker("rules", self)
        self._worker.failed.connect(session.fail)
        self.list: RulesDialog | None = None
        """The list of rules while it is open."""
        session.changed.connect(self._follow)

    def shut_down(self) -> None:
        """Stop the thread."""
        self._worker.close()

    @property
    def _concepts(self) -> dict[int, ConceptUse]:
        return {use.concept.id: use for use in self._session.archive.codebook.all()}

    # --- the list ---------------------------------------------------------------------------

    def open(self) -> None:
        """Show the rules."""
        writable = not self._session.archive.read_only
        dialog = self.list = RulesDialog(writable=writable, parent=self._window)
        dialog.new_wanted.connect(self.save_present)
        dialog.renamed.connect(self._rename)
        dialog.deleted.connect(self._delete)
        dialog.run_wanted.connect(self.look)
        dialog.destroyed.connect(self._forget)
        self._show()
        dialog.open()

    def _show(self) -> None:
        if self.list is not None:
            self.list.show_rules(self._session.archive.rules.all(), self._concepts)

    def _forget(self) -> None:
        self.list = None

    def _follow(self, change: Change) -> None:
        if any(row.table in RULES for row in change.rows):
            self._show()

    # --- edits ------------------------------------------------------------------------------

    def save_present(self) -> None:
        """Ask for the name and the concept of a rule that looks for the present search."""
        session, query = self._session, self._session.query
        names = [rule.name for rule in session.archive.rules.all()]
        uses = session.archive.codebook.all()
        finds = query_words(query, self._concepts)
        dialog = RuleDialog(finds, uses, names, self.list or self._window)
        dialog.stated.connect(partial(self._save, query))
        dialog.open()

    def _save(self, query: Query, form: RuleForm) -> None:
        text = self.tr("Save rule “{name}”").format(name=form.name)
        rules = self._session.archive.rules
        self._session.perform(text, lambda: rules.add(form.name, form.concept.id, query)[1])
        if self.list is None:
            told = self.tr("The rule “{name}” is saved").format(name=form.name)
            message = self._window.messages.say(Tone.INFO, told, passing=True)
            message.offer("look-at-rules", self.tr("Look at the rules…"), self.open)

    def _rename(self, rule: Rule, name: str) -> None:
        text = self.tr("Rename rule “{name}”").format(name=rule.name)
        rules = self._session.archive.rules
        self._session.perform(text, lambda: rules.rename(rule.id, name))

    def _delete(self, rule: Rule) -> None:
        text = self.tr("Delete rule “{name}”").format(name=rule.name)
        rules = self._session.archive.rules
        self._session.perform(text, lambda: rules.delete(rule.id))

    # --- running ----------------------------------------------------------------------------

    def look(self, rules: Sequence[Rule]) -> None:
        """Find out what rules would tag, then show it."""
        archive = self._session.archive

        def search() -> list[RulePreview]:
            return [archive.preview_rule(rule.id) for rule in rules]

        self._worker.forget()
        self._worker.ask(search, self._show_previews)

    def _show_previews(self, previews: list[RulePreview]) -> None:
        dialog = RulePreviewDialog(previews, self._concepts, self.list or self._window)
        dialog.confirmed.connect(partial(self._run, previews))
        dialog.open()

    def _run(self, previews: Sequence[RulePreview]) -> None:
        text = self.tr("Run %n rules", "", len(previews))
        if len(previews) == 1:
            text = self.tr("Run rule “{name}”").format(name=previews[0].rule.name)
        archive = self._session.archive
        self._session.perform(text, lambda: together("run-rule", archive.run_rules(previews)))

    def offer(self, taken_in: int) -> None:
        """After an import, offer to look at what the rules would tag; nothing runs by itself."""
        rules = self._session.archive.rules.all()
        if not taken_in or not rules or self._session.archive.read_only:
            return
        told = self.tr("Your rules have not run on what was just imported")
        message = self._window.messages.say(Tone.INFO, told)
        look = partial(self.look, rules)
        message.offer("run-rules", self.tr("Look at what they would tag…"), look)
