"""The query as a form; the search field and the form always say the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.field_names import sought_name
from desktop.short_text import number
from desktop.theme import GAP, scaled
from index import QueryForm

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.workers.answer import Answer
    from index import Query

FIELDS = (
    "headline", "agency", "standfirst", "city", "body", "section", "byline", "language",
    "concept", "source", "note", "boilerplate",
)  # fmt: skip
"""In two columns, row by row."""
DAYS = ("filed", "updated", "captured", "imported")
THINGS = ("annotation", "note", "tag")
FARTHEST = 999
"""Words that may stand between two of a phrase; as many as the query language knows."""
PAUSE_MS = 150
WIDTH = 720


class AdvancedSearch(QDialog):
    """Stays open beside the window; what is typed here is searched and written there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advanced-search")
        self.setWindowTitle(self.tr("Advanced search"))
        self._session = session
        self._written: str | None = None
        self.lines: dict[str, QLineEdit] = {}
        self.has: dict[str, QCheckBox] = {}
        self.strict = self._check("strict", self.tr("&Only dispatches with all of the words"))
        self.stems = self._check("stems", self.tr("Other &forms of the words, too"))
        self.thesaurus = self._check("thesaurus", self.tr("Other &names of concepts, too"))
        self.unread = QLabel(self)
        self.count = QLabel(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._lay_out()
        session.queried.connect(self._show)
        session.answered.connect(self._answered)
        self._show(session.query)
        if session.answer:
            self._answered(session.answer)

    def shut_down(self) -> None:
        """Search no more; the form is going away."""
        self._pause.stop()

    # --- built once -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(self._title(self.tr("Words")))
        column.addLayout(self._words())
        column.addWidget(self._title(self.tr("Fields")))
        column.addLayout(self._pairs(FIELDS))
        column.addWidget(self._title(self.tr("Dates")))
        column.addLayout(self._pairs(DAYS))
        column.addWidget(self._unread_line())
        column.addLayout(self._options())
        column.addStretch(1)
        column.addLayout(self._foot())
        self.resize(WIDTH, self.sizeHint().height())

    def _words(self) -> QGridLayout:
        grid = self._grid()
        names = {
            "words": self.tr("&All of these words"),
            "phrase": self.tr("This &phrase"),
            "any": self.tr("An&y of these"),
            "none": self.tr("N&one of these"),
            "further": self.tr("F&urther conditions"),
        }
        for row, (name, text) in enumerate(names.items()):
            label = QLabel(text, self)
            label.setBuddy(self._line(name, text.replace("&", "")))
            grid.addWidget(label, row, 0)
            grid.addWidget(self.lines[name], row, 1)
        grid.addLayout(self._nearness(), 1, 2)
        grid.addWidget(self.strict, 0, 2)
        self.lines["further"].setPlaceholderText(
            self.tr("What has no field of its own, such as (DSA OR KOSA -France)")
        )
        return grid

    def _nearness(self) -> QHBoxLayout:
        slop = self._line("slop", self.tr("Words that may stand between two of the phrase"))
        slop.setValidator(QIntValidator(0, FARTHEST, slop))
        slop.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + 3 * GAP)
        label = QLabel(self.tr("&words between"), self)
        label.setBuddy(slop)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(slop)
        row.addWidget(label, 1)
        return row

    def _pairs(self, fields: tuple[str, ...]) -> QGridLayout:
        grid = self._grid()
        grid.setColumnStretch(3, 1)
        for place, field in enumerate(fields):
            row, left = place // 2, place % 2 * 2
            label = QLabel(sought_name(field), self)
            label.setBuddy(self._line(field, sought_name(field)))
            grid.addWidget(label, row, left)
            grid.addWidget(self.lines[field], row, left + 1)
        self._hint(fields)
        return grid

    def _hint(self, fields: tuple[str, ...]) -> None:
        hints = {
            "filed": "2024-01..2024-06",
            "updated": ">2024-10-18",
            "imported": self.tr("last 3 months"),
            "captured": "2024",
            "language": "fr",
        }
        for field in hints.keys() & {*fields}:
            self.lines[field].setPlaceholderText(hints[field])

    @staticmethod
    def _grid() -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _line(self, name: str, text: str) -> QLineEdit:
        line = self.lines[name] = QLineEdit(self)
        line.setObjectName(f"search-{name}")
        line.setAccessibleName(text)
        line.textEdited.connect(self._edited)
        return line

    def _check(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(f"search-{name}")
        box.setAccessibleName(text.replace("&", ""))
        box.clicked.connect(self._edited)
        return box

    def _unread_line(self) -> QLabel:
        self.unread.setObjectName("search-unread")
        self.unread.setTextFormat(Qt.TextFormat.PlainText)
        self.unread.setProperty("tone", "error")
        self.unread.setWordWrap(True)
        self.unread.hide()
        return self.unread

    def _options(self) -> QHBoxLayout:
        texts = {
            "annotation": self.tr("With an annotation"),
            "note": self.tr("With a note"),
            "tag": self.tr("With a tag"),
        }
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        for thing in THINGS:
            self.has[thing] = self._check(f"has-{thing}", texts[thing])
            row.addWidget(self.has[thing])
        row.addStretch(1)
        row.addWidget(self.stems)
        row.addWidget(self.thesaurus)
        return row

    def _foot(self) -> QHBoxLayout:
        self.count.setObjectName("search-count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("tone", "muted")
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        clear = box.addButton(self.tr("C&lear"), QDialogButtonBox.ButtonRole.ResetRole)
        clear.setObjectName("search-clear")
        clear.setAutoDefault(False)
        clear.clicked.connect(self._clear)
        box.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(box)
        return row

    def _title(self, text: str) -> QLabel:
        title = QLabel(text, self)
        title.setFont(scaled(self.font(), 1.0, bold=True))
        return title

    # --- from the form to the query -------------------------------------------------------------

    @property
    def form(self) -> QueryForm:
        """What stands in the form now."""
        said = {name: line.text().strip() for name, line in self.lines.items()}
        return QueryForm(
            words=said["words"],
            phrase=said["phrase"],
            slop=int(said["slop"] or 0),
            any_of=said["any"],
            none_of=said["none"],
            fields={field: said[field] for field in FIELDS if said[field]},
            days={field: said[field] for field in DAYS if said[field]},
            has=frozenset(thing for thing, box in self.has.items() if box.isChecked()),
            further=said["further"],
            strict=self.strict.isChecked(),
        )

    def _edited(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        form = self.form
        self._written = self._session.archive.text_of(form)
        self._complain(form)
        query = replace(
            self._session.query,
            text=self._written,
            stems=self.stems.isChecked(),
            thesaurus=self.thesaurus.isChecked(),
        )
        if query != self._session.query:
            self._session.ask(query)

    def _complain(self, form: QueryForm) -> None:
        """Name the dates that cannot be read; the others are searched."""
        read = self._session.archive.form_of(self._written or "").days
        unread = [field for field in form.days if field not in read]
        named = ", ".join(f"{sought_name(field)}: {form.days[field]}" for field in unread)
        self.unread.setText(
            self.tr(
                "Not understood: {dates}. Days are written like 2024-10-18, 2024-01..2024-06 "
                "or “last 3 months”."
            ).format(dates=named)
        )
        self.unread.setVisible(bool(unread))

    def _clear(self) -> None:
        self._fill(QueryForm())
        self.lines["words"].setFocus()
        self._search()

    # --- from the query to the form -------------------------------------------------------------

    def _show(self, query: Query) -> None:
        self.stems.setChecked(query.stems)
        self.thesaurus.setChecked(query.thesaurus)
        if query.text == self._written:
            return
        self._pause.stop()
        self._written = query.text
        self._fill(self._session.archive.form_of(query.text))

    def _fill(self, form: QueryForm) -> None:
        said = {
            "words": form.words,
            "phrase": form.phrase,
            "slop": str(form.slop or ""),
            "any": form.any_of,
            "none": form.none_of,
            "further": form.further,
            **form.fields,
            **form.days,
        }
        for name, line in self.lines.items():
            line.setText(said.get(name, ""))
            line.setCursorPosition(0)
        for thing, box in self.has.items():
            box.setChecked(thing in form.has)
        self.strict.setChecked(form.strict)
        self.unread.hide()

    def _answered(self, answer: Answer) -> None:
        total = answer.summary.total
        self.count.setText(self.tr("%n dispatch(es)", "", total).replace(str(total), number(total)))
