"""The sheet below the search field that shows what one can type."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from desktop.theme import GAP, scaled


class QueryHelp(QFrame):
    """Examples with their meaning; choosing one writes it into the field."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("query-help")
        self.setAccessibleName(self.tr("What one can type in the search field"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setVerticalSpacing(2)
        self._title(self.tr("What one can type"))
        for example, meaning in self._examples():
            self._line(example, meaning)

    def open_below(self, field: QWidget) -> None:
        """Show the sheet at a field's lower edge."""
        self.adjustSize()
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _examples(self) -> tuple[tuple[str, str], ...]:
        return (
            ("age verification", self.tr("both words; accents and capitals never matter")),
            ('"trusted flaggers"', self.tr("the words as a phrase")),
            ('"age platform"~5', self.tr("the words near one another, at most 5 between them")),
            ("regulat*", self.tr("any ending; ? stands for one letter")),
            ("verfication~1", self.tr("words spelt nearly so")),
            ("=platform", self.tr("exactly this form of the word")),
            ("Ofcom OR Arcom", self.tr("either; also AND, NOT, - and ( )")),
            ("agency:anadolu", self.tr("in one field: headline, byline, city, section, source…")),
            ("filed:2024-10", self.tr("filed in a month, on a day, or 2024-01..2024-06")),
            ('concept:"age verification"', self.tr("tagged with a concept or one below it")),
            ("note:urgent", self.tr("in your notes; has:annotation finds all with one")),
        )

    def _title(self, text: str) -> None:
        title = QLabel(text)
        title.setFont(scaled(self.font(), 1.1, bold=True))
        self._grid.addWidget(title, 0, 0, 1, 2)

    def _line(self, example: str, meaning: str) -> None:
        row = self._grid.rowCount()
        button = QPushButton(example)
        button.setProperty("flat", True)
        button.setObjectName(f"example-{row}")
        button.setAccessibleName(f"{example}: {meaning}")
        button.clicked.connect(partial(self._choose, example))
        label = QLabel(meaning)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(label, row, 1)

    def _choose(self, example: str) -> None:
        self.close()
        self.chosen.emit(example)
