"""What running rules would tag, before anything is tagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.parts.plain_label import plain_label
from desktop.short_text import number
from desktop.theme import GAP, scaled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index import ConceptUse, RulePreview


class RulePreviewDialog(QDialog):
    """Counts and first headlines by rule; the button says how many dispatches it tags."""

    confirmed = Signal()

    def __init__(
        self,
        previews: Sequence[RulePreview],
        concepts: Mapping[int, ConceptUse],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rule-preview")
        self.setWindowTitle(self.tr("Run rules") if len(previews) > 1 else self.tr("Run the rule"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._concepts = concepts
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP // 2)
        for preview in previews:
            self._add(preview)
        if any(preview.behind for preview in previews):
            late = self.tr("The search index is being built; some dispatches cannot be found yet.")
            warning = plain_label("preview-behind", late)
            warning.setProperty("tone", "warning")
            self._column.addWidget(warning)
        self._column.addStretch(1)
        fresh = len({number for preview in previews for number in preview.fresh})
        self._lay_out(fresh)
        self.resize(560, 420)

    @property
    def texts(self) -> list[str]:
        """Everything that is said."""
        return [label.text() for label in self.findChildren(QLabel)]

    def _add(self, preview: RulePreview) -> None:
        use = self._concepts.get(preview.rule.concept)
        title = self.tr("{rule} → {concept}").format(
            rule=preview.rule.name, concept=use.full_path if use else ""
        )
        heading = plain_label("preview-rule", title)
        heading.setFont(scaled(self.font(), 1.05, bold=True))
        self._column.addWidget(heading)
        self._column.addWidget(plain_label("preview-counts", self._counts(preview)))
        for headline in preview.headlines:
            line = plain_label("preview-headline", headline or "–")
            line.setProperty("tone", "muted")
            line.setContentsMargins(2 * GAP, 0, 0, 0)
            self._column.addWidget(line)
        more = len(preview.fresh) - len(preview.headlines)
        if more:
            line = plain_label("preview-more", self.tr("and %n more", "", more))
            line.setProperty("tone", "muted")
            line.setContentsMargins(2 * GAP, 0, 0, GAP)
            self._column.addWidget(line)

    def _counts(self, preview: RulePreview) -> str:
        found, fresh = len(preview.found), len(preview.fresh)
        counts = self.tr("Finds {found}: {held} tagged already, {fresh} to be tagged.")
        return counts.format(
            found=self.tr("%n dispatches", "", found),
            held=number(found - fresh),
            fresh=number(fresh),
        )

    def _lay_out(self, fresh: int) -> None:
        page = QWidget()
        page.setLayout(self._column)
        area = QScrollArea()
        area.setObjectName("preview-area")
        area.setAccessibleName(self.tr("What would be tagged"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        verb = self.tr("&Tag %n dispatches", "", fresh)
        self.button = box.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setObjectName("preview-run")
        self.button.setProperty("primary", "true")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        column.addWidget(area, 1)
        column.addWidget(box)
        cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAutoDefault(False)
        self.button.setEnabled(fresh > 0)
        self.button.setDefault(fresh > 0)  # only now does the button know its dialog

    def accept(self) -> None:
        """Close, then tell."""
        super().accept()
        self.confirmed.emit()
