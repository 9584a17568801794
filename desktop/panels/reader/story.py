"""The open dispatch as one version among others: its text, or what changed in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from desktop.panels.reader.comparison import Comparison, Relation
from desktop.theme import GAP
from desktop.version_text import other_name, version_name

if TYPE_CHECKING:
    from desktop.panels.annotations.annotated_text import AnnotatedText
    from desktop.session import Session
    from index import Accession, AccessionNumber, CarryOver


class Story(QStackedWidget):
    """Holds the text and the comparison, one of them on top; offers to carry annotations over."""

    def __init__(self, session: Session, text: AnnotatedText, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("story")
        self._session, self._text = session, text
        self._shown: Accession | None = None
        self.versions: tuple[Accession, ...] = ()
        """Of the open dispatch, in order, itself included."""
        self.kin: tuple[Accession, ...] = ()
        """Others that tell the same story."""
        self._carried: CarryOver | None = None
        self._make_actions()
        self.comparison = Comparison(self.back_action, self.on_action, self.close_action)
        self.offer = CarryOffer(self.carry_action)
        self.addWidget(text)
        self.addWidget(self.comparison)
        self.setFocusProxy(text)
        self._connect()
        self._enable()

    def _make_actions(self) -> None:
        self.compare_action = self._action("compare", self.tr("Co&mpare versions"), "V")
        self.compare_action.setCheckable(True)
        self.on_action = self._action("next-change", self.tr("Next &change"), "F7")
        self.back_action = self._action("previous-change", self.tr("Previous c&hange"), "Shift+F7")
        self.older_action = self._action("older-version", self.tr("&Older version"), "Alt+Left")
        self.newer_action = self._action("newer-version", self.tr("Ne&wer version"), "Alt+Right")
        self.carry_action = self._action(
            "carry-over", self.tr("Carry annotations &over"), "Ctrl+Shift+A"
        )
        self.close_action = self._action("close-comparison", self.tr("Close the comparison"), "")
        self.reading_actions = (
            self.compare_action, self.on_action, self.back_action, self.older_action,
            self.newer_action,
        )  # fmt: skip

    def _connect(self) -> None:
        self.compare_action.triggered.connect(self._toggle)
        self.on_action.triggered.connect(lambda: self.comparison.step(1))
        self.back_action.triggered.connect(lambda: self.comparison.step(-1))
        self.older_action.triggered.connect(lambda: self._go(-1))
        self.newer_action.triggered.connect(lambda: self._go(1))
        self.carry_action.triggered.connect(self.carry_over)
        self.close_action.triggered.connect(self.show_text)
        self.comparison.other_chosen.connect(self._compare_with)
        self.comparison.failed.connect(self._session.fail)

    def _action(self, name: str, text: str, key: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setToolTip(f"{text.replace('&', '')} ({action.shortcut().toString()})")
        return action

    # --- what is shown ----------------------------------------------------------------------

    def show_dispatch(self, accession: Accession | None) -> None:
        """Follow the reader; a comparison stays open from version to version of one story."""
        self._shown = accession
        self._read()
        if self.comparing:
            others = self._others()
            if accession is not None and others:
                self._compare()
            else:
                self.show_text()

    def refresh(self) -> None:
        """Read versions and annotations again."""
        if self._shown is not None:
            self._read()

    def _read(self) -> None:
        dispatches, shown = self._session.archive.dispatches, self._shown
        self.versions = dispatches.versions(shown.id) if shown else ()
        known = {version.id for version in self.versions}
        family = dispatches.family(shown.id) if shown else ()
        self.kin = tuple(dispatches.each(number for number in family if number not in known))
        writable = not self._session.archive.read_only
        several = shown if writable and len(self.versions) > 1 else None
        self._carried = self._session.archive.annotations.offer(several.id) if several else None
        self.offer.show_offer(self._carried)
        self._enable()

    def _enable(self) -> None:
        at = self._at
        self.compare_action.setEnabled(bool(self._others()))
        self.compare_action.setChecked(self.comparing)
        self.older_action.setEnabled(at > 0)
        self.newer_action.setEnabled(0 <= at < len(self.versions) - 1)
        self.carry_action.setEnabled(bool(self._carried))
        for action in (self.on_action, self.back_action):
            action.setEnabled(self.comparing)

    @property
    def comparing(self) -> bool:
        """Whether the comparison is shown instead of the text."""
        return self.currentWidget() is self.comparison

    @property
    def _at(self) -> int:
        shown = self._shown
        ids = [version.id for version in self.versions]
        return ids.index(shown.id) if shown and shown.id in ids else -1

    def _go(self, by: int) -> None:
        self._session.open_dispatch(self.versions[self._at + by].id)

    # --- comparing --------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self.comparing:
            self.show_text()
        else:
            self._compare()

    def show_text(self) -> None:
        """Show the text itself."""
        if self.comparing:
            self._turn_to(self._text)

    def _turn_to(self, page: QWidget) -> None:
        focused = self.window().focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        if had_keyboard:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()

    def _others(self) -> list[Accession]:
        """Return what the open dispatch can be compared with."""
        shown = self._shown
        return [each for each in (*self.versions, *self.kin) if shown and each.id != shown.id]

    def _compare(self) -> None:
        """Compare with the version before; the first one with what came after it."""
        others = self._others()
        if others:
            self._compare_with(others[max(0, self._at - 1)].id)

    def _compare_with(self, number: AccessionNumber) -> None:
        others, shown = self._others(), self._shown
        other = next((each for each in others if each.id == number), None)
        if other is None or shown is None:
            return
        relation = self._relation(other)
        older, newer = (shown, other) if relation is Relation.LATER else (other, shown)
        named = [(self._name(each), each.id) for each in others]
        self.comparison.offer(named, number, relation)
        self.comparison.show_versions(older, newer)
        self._turn_to(self.comparison)

    def _relation(self, other: Accession) -> Relation:
        if other not in self.versions:
            return Relation.OTHER
        return Relation.LATER if other in self.versions[self._at + 1 :] else Relation.EARLIER

    def _name(self, other: Accession) -> str:
        if other in self.versions:
            return version_name(self.versions, self.versions.index(other))
        return other_name(other)

    # --- annotations of earlier versions ------------------------------------------------------

    def carry_over(self) -> None:
        """Put the annotations of earlier versions on the open one, as one step of undo."""
        shown, session = self._shown, self._session
        if shown is None or not self._carried:
            return
        count = len(self._carried.placed)
        text = self.tr("Carry %n annotation(s) over", "", count)
        if not count:
            text = self.tr("Mark annotations as orphaned")
        session.perform(text, lambda: session.archive.annotations.carry_over(shown.id))


class CarryOffer(QFrame):
    """Says what earlier versions have that this one has not; hidden where there is nothing."""

    def __init__(self, carry: QAction) -> None:
        super().__init__()
        self.setObjectName("carry-offer")
        self.setProperty("tone", "info")
        self.label = QLabel()
        self.label.setObjectName("carry-offer-text")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton()
        self.button.setObjectName("carry-over-button")
        self.button.setToolTip(carry.toolTip())
        self.button.clicked.connect(carry.trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP * 2, GAP // 2, GAP, GAP // 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def show_offer(self, offered: CarryOver | None) -> None:
        """Show what can be done; nothing hides the bar."""
        placed, lost = (len(offered.placed), len(offered.lost)) if offered else (0, 0)
        told = []
        if placed:
            told.append(self.tr("%n annotation(s) of earlier versions fit here", "", placed))
        if lost:
            told.append(self.tr("%n passage(s) of earlier versions are gone", "", lost))
        self.label.setText("  ·  ".join(told))
        self.button.setText(self.tr("Carry over") if placed else self.tr("List as orphaned"))
        self.setVisible(bool(told))
