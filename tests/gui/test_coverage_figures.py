"""Figures of coverage: built from counts, planned, drawn, walked through and saved."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.coverage.building import PERIODS, figures_of
from desktop.coverage.drawing import draw
from desktop.coverage.figure import HEAD, Bears, Figure, Filed, Kind, Spot, counted, narrowed
from desktop.coverage.files import WIDTH, Sheet
from desktop.coverage.look import Look, contrast
from desktop.coverage.plan import Plan
from desktop.coverage.view import FigureView
from index import (
    Axis,
    Concept,
    ConceptId,
    ConceptUse,
    Coverage,
    CrossTable,
    ExportRefused,
    Facet,
    FacetValue,
    Filter,
    Pair,
    Query,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LAW, BILL, MEDIA = "1", "2", "3"
USES = {
    1: ConceptUse(Concept(ConceptId(1), "Law"), ("Law",)),
    2: ConceptUse(Concept(ConceptId(2), "Bill", ConceptId(1)), ("Law", "Bill")),
    3: ConceptUse(Concept(ConceptId(3), "<b>Media</b>"), ("<b>Media</b>",)),
}


def axis(facet: Facet, counts: dict[str, int], **more: int) -> Axis:
    labels = {str(number): use.full_path for number, use in USES.items()}
    values = (FacetValue(each, labels.get(each, each), n) for each, n in counts.items())
    return Axis(facet, tuple(values), **more)


def spread(months: int = 4) -> Coverage:
    """Return the coverage of 40 dispatches since November 2024, two of them without a date."""
    names = [f"{(2024 * 12 + 10 + at) // 12}-{(10 + at) % 12 + 1:02}" for at in range(months)]
    by_month = axis(Facet.MONTH, {name: 12 if at % 3 else 0 for at, name in enumerate(names)})
    by_month = Axis(Facet.MONTH, (*by_month.values, FacetValue("", "", 2)))
    agencies = axis(Facet.AGENCY, {"AFP": 30, "=dpa": 10, "Reuters": 0}, left_out=2, silent=1)
    concepts = axis(Facet.CONCEPT, {LAW: 20, BILL: 9, MEDIA: 0, "": 20}, silent=7)
    in_time = tuple(value.count for value in by_month.values)
    silence = (0,) * len(in_time)
    return Coverage(
        40,
        {Facet.LANGUAGE: axis(Facet.LANGUAGE, {"fr": 30, "en": 10})},
        {
            (Facet.AGENCY, Facet.MONTH): CrossTable(
                agencies, by_month, (in_time, silence, silence)
            ),
            (Facet.CONCEPT, Facet.AGENCY): CrossTable(
                concepts, agencies, ((15, 5, 0), (9, 0, 0), (0, 0, 0), (15, 5, 0))
            ),
            (Facet.CONCEPT, Facet.MONTH): CrossTable(
                concepts, by_month, (in_time, silence, silence, silence)
            ),
        },
        (Pair(FacetValue(BILL, "Law / Bill", 9), FacetValue(MEDIA, "<b>Media</b>", 6), 3, 40),),
    )


@pytest.fixture
def figures(qapp: QApplication) -> dict[str, Figure]:
    return {figure.name: figure for figure in figures_of(spread(), USES)}


# --- built ------------------------------------------------------------------------------------


def test_every_count_finds_its_figure(figures: dict[str, Figure]) -> None:
    assert list(figures) == [
        "agencies-months", "concepts-agencies", "concepts-months", "concept-pairs", "languages"
    ]  # fmt: skip
    in_time = figures["agencies-months"]
    assert [row.text for row in in_time.rows] == ["All agencies", "AFP", "=dpa", "Reuters"]
    assert [column.full for column in in_time.columns] == [
        "Nov 2024", "Dec 2024", "Jan 2025", "Feb 2025"
    ]  # fmt: skip
    assert in_time.counts[0] == in_time.counts[1] == (0, 12, 12, 0)
    assert in_time.counts[3] == (0, 0, 0, 0), "a silent agency has its row"
    assert "Agency: 2 more occur. Agency: 1 more do not occur." in in_time.note
    assert re.search(r"2 dispatch\S* without a date", in_time.note)  # with plural forms or without


def test_concepts_stand_below_broader_ones(figures: dict[str, Figure]) -> None:
    rows = figures["concepts-agencies"].rows
    assert [(row.text, row.depth, row.full) for row in rows] == [
        ("Law", 0, "Law"),
        ("Bill", 1, "Law / Bill"),
        ("<b>Media</b>", 0, "<b>Media</b>"),
        ("no concept", 0, "no concept"),
    ]


@pytest.mark.parametrize(
    ("months", "columns", "first", "iso"),
    [
        (4, 4, "Nov 2024", "2024-11"),
        (PERIODS, PERIODS, "Nov 2024", "2024-11"),
        (60, 21, "Oct 2024 – Dec 2024", "2024-10/2024-12"),
        (240, 21, "2024", "2024-01/2024-12"),
        (720, 13, "2020–2024", "2020-01/2024-12"),
    ],
)
def test_many_months_are_put_together_and_none_is_lost(
    qapp: QApplication, months: int, columns: int, first: str, iso: str
) -> None:
    figure = figures_of(spread(months), USES)[0]
    assert len(figure.columns) == columns
    assert figure.columns[0].full == first
    assert figure.table[0][1] == iso
    table = spread(months).tables[Facet.AGENCY, Facet.MONTH]
    assert sum(figure.counts[1]) == sum(table.counts[0]) - 2


def test_an_archive_without_concepts_has_no_figure_of_them(qapp: QApplication) -> None:
    whole = spread()
    none = axis(Facet.CONCEPT, {})
    tables = {
        pair: CrossTable(none, table.columns, ()) if pair[0] is Facet.CONCEPT else table
        for pair, table in whole.tables.items()
    }
    made = figures_of(Coverage(40, whole.axes, tables), USES)
    assert [figure.name for figure in made] == ["agencies-months", "languages"]


# --- what a cell asks for ---------------------------------------------------------------------


def test_a_cell_asks_for_its_row_and_its_column(figures: dict[str, Figure]) -> None:
    matrix = figures["concepts-agencies"]
    asked = narrowed(Query("law"), matrix.conditions(Spot(1, 0)))
    assert asked == Query("law", (Filter(Facet.CONCEPT, BILL), Filter(Facet.AGENCY, "AFP")))
    assert matrix.conditions(Spot(1, HEAD)) == (Bears(Facet.CONCEPT, BILL),)
    assert matrix.conditions(Spot(HEAD, 2)) == (Bears(Facet.AGENCY, "Reuters"),)
    assert narrowed(Query(), matrix.conditions(Spot(3, HEAD))).filters == (
        Filter(Facet.CONCEPT, ""),
    ), "those without a concept"


def test_a_month_asks_for_its_days_within_those_chosen_before(figures: dict[str, Figure]) -> None:
    conditions = figures["agencies-months"].conditions(Spot(0, 1))
    assert conditions == (Filed(date(2024, 12, 1), date(2024, 12, 31)),)
    before = Query(filed_from=date(2024, 12, 10), filed_to=date(2025, 6, 1))
    asked = narrowed(before, conditions)
    assert (asked.filed_from, asked.filed_to) == (date(2024, 12, 10), date(2024, 12, 31))


def test_a_pair_asks_for_both_concepts_beside_what_was_chosen(figures: dict[str, Figure]) -> None:
    conditions = figures["concept-pairs"].conditions(Spot(0, 0))
    assert narrowed(Query(), conditions).filters == (Filter(Facet.CONCEPT, "2+3"),)
    before = Query(filters=(Filter(Facet.CONCEPT, LAW),))
    assert narrowed(before, conditions).filters == (Filter(Facet.CONCEPT, "1+2+3"),)


# --- planned and drawn ------------------------------------------------------------------------

NAMES = ["agencies-months", "concepts-agencies", "concepts-months", "concept-pairs", "languages"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [360, 900, 1480])
def test_every_place_is_found_again_and_inside(
    figures: dict[str, Figure], name: str, width: int
) -> None:
    plan = Plan(figures[name], Look.of(QApplication.font()), float(width))
    whole = QRectF(0, 0, width, plan.height)
    rows, columns = plan.spots
    for row in rows:
        for column in columns:
            if row != HEAD or column != HEAD:
                place = plan.place(Spot(row, column))
                assert whole.contains(place)
                assert plan.spot_at(place.center()) == Spot(row, column) or (
                    plan.figure.kind is Kind.BARS
                )
    assert plan.spot_at(QPointF(width - 1, plan.height + 5)) is None


def painted(plan: Plan, worn: theme.Theme) -> QImage:
    image = QImage(int(plan.width), int(plan.height) + 2, QImage.Format.Format_RGB32)
    image.fill(worn.base)
    painter = QPainter(image)
    draw(painter, plan, at=Spot(0, 0))
    painter.end()
    return image


@pytest.mark.parametrize("worn", theme.THEMES)
def test_silences_are_drawn_as_such(figures: dict[str, Figure], worn: str) -> None:
    """The middle of an empty cell is hollow inside a ring; that of a count is shaded."""
    look = Look.of(QApplication.font(), theme.load(worn))
    plan = Plan(figures["concepts-agencies"], look, 900.0)
    image = painted(plan, look.theme)
    silent, counted_cell = plan.cell(2, 0), plan.cell(1, 0)
    middle = silent.center().toPoint()
    around = [image.pixelColor(middle + QPoint(x, y)) for x in range(-4, 5) for y in range(-4, 5)]
    assert max(contrast(ink, look.theme.base) for ink in around) > 3, "the ring can be seen"
    corner = counted_cell.topLeft().toPoint() + QPoint(6, 6)
    assert image.pixelColor(corner) == look.shade(9, plan.figure.highest)
    assert image.pixelColor(silent.topLeft().toPoint() + QPoint(6, 6)) == look.theme.alternate


@pytest.mark.parametrize("worn", theme.THEMES)
def test_numbers_can_be_read_on_every_shade(qapp: QApplication, worn: str) -> None:
    look = Look.of(QApplication.font(), theme.load(worn))
    for count in range(1, 101):
        ground = look.shade(count, 100)
        assert contrast(look.ink_on(ground), ground) >= 4.5


# --- on the screen ----------------------------------------------------------------------------


@pytest.fixture
def view(qtbot: QtBot, figures: dict[str, Figure]) -> FigureView:
    made = FigureView(figures["concepts-agencies"])
    qtbot.addWidget(made)
    made.resize(900, 10)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_keys_walk_from_cell_to_cell_and_onto_headings(qtbot: QtBot, view: FigureView) -> None:
    def press(
        *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Spot:
        for key in keys:
            qtbot.keyClick(view, key, modifier)
        return view.at

    assert press(Qt.Key.Key_Down, Qt.Key.Key_Right) == Spot(1, 1)
    assert press(Qt.Key.Key_Home) == Spot(1, 0)
    assert press(Qt.Key.Key_Left) == Spot(1, HEAD)
    assert press(Qt.Key.Key_Left) == Spot(1, HEAD), "there is nothing beyond"
    assert press(Qt.Key.Key_Up, Qt.Key.Key_Up) == Spot(0, HEAD), "the corner is no cell"
    assert press(Qt.Key.Key_End, Qt.Key.Key_Up) == Spot(HEAD, 2)
    assert press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier) == Spot(3, 2)
    assert press(Qt.Key.Key_Home, modifier=Qt.KeyboardModifier.ControlModifier) == Spot(0, 0)


def test_what_the_keyboard_is_on_is_spoken(qtbot: QtBot, view: FigureView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.accessibleName() == "Concepts by agency. Law / Bill, AFP: 9 dispatch(es)"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleName().endswith("Law / Bill, =dpa: no dispatch")


def test_enter_and_a_click_ask_for_the_same(qtbot: QtBot, view: FigureView) -> None:
    asked = QSignalSpy(view.asked)
    wanted = (Bears(Facet.CONCEPT, BILL), Bears(Facet.AGENCY, "AFP"))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    place = view.plan.cell(1, 0).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert [asked.at(at)[0] for at in range(asked.count())] == [wanted, wanted]


def test_other_counts_keep_the_place_as_far_as_it_is_there(
    view: FigureView, figures: dict[str, Figure], qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    view.show_figure(figures["languages"])
    assert view.at == Spot(1, 0)
    assert view.height() == round(view.plan.height) + 2


def test_a_tip_is_plain_text(view: FigureView) -> None:
    assert view.tip_at(view.plan.cell(2, 0).center()) == (
        "&lt;b&gt;Media&lt;/b&gt;, AFP: no dispatch"
    )
    assert view.tip_at(QPointF(1, 1)) == ""


def test_a_count_has_the_separators_of_the_language(qapp: QApplication) -> None:
    assert counted(0) == "no dispatch"
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    try:
        assert counted(12_345).startswith("12,345 ")
    finally:
        QLocale.setDefault(before)


# --- saved ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_holds_every_heading_and_no_picture(
    figures: dict[str, Figure], tmp_path: Path, name: str
) -> None:
    figure = figures[name]
    path = tmp_path / "figure.svg"
    Sheet(figure, "law · 40 dispatches", QFont("DejaVu Sans", 10)).write(path)
    root = ET.parse(path).getroot()  # noqa: S314 - written here
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    texts = {(element.text or "").strip() for element in root.iter()}
    assert "image" not in tags
    assert {row.text for row in figure.rows} <= texts
    assert {figure.title, "law · 40 dispatches"} <= texts
    assert root.get("viewBox", "").startswith(f"0 0 {WIDTH + 48} ")


def test_a_picture_is_drawn_on_white_whatever_the_screen_wears(
    figures: dict[str, Figure], tmp_path: Path
) -> None:
    QApplication.instance().setProperty("theme", "dark")  # type: ignore[union-attr]
    try:
        sheet = Sheet(figures["concepts-months"], "law", QFont("DejaVu Sans", 10))
        sheet.write(tmp_path / "figure.png")
    finally:
        QApplication.instance().setProperty("theme", None)  # type: ignore[union-attr]
    image = QImage(str(tmp_path / "figure.png"))
    assert image.size() == sheet.size * 2
    assert image.pixelColor(1, 1) == QColor("#ffffff")
    shades = {image.pixelColor(x, image.height() // 4).name() for x in range(image.width())}
    assert len(shades) > 3


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    figures: dict[str, Figure], tmp_path: Path
) -> None:
    sheet = Sheet(figures["languages"], "", QFont())
    with pytest.raises(ExportRefused):
        sheet.write(tmp_path / "nowhere" / "figure.svg")
    assert list(tmp_path.iterdir()) == []


def test_tables_are_whole(figures: dict[str, Figure]) -> None:
    assert figures["concepts-agencies"].table[:2] == (
        ("Concept", "AFP", "=dpa", "Reuters"), ("Law", 15, 5, 0)
    )  # fmt: skip
    assert figures["concept-pairs"].table[1] == ("Law / Bill", "<b>Media</b>", 3, 0.25, 2.2222)
    for figure in figures.values():
        assert len({len(line) for line in figure.table}) == 1


def test_a_table_written_and_read_again_is_the_same(
    figures: dict[str, Figure], tmp_path: Path
) -> None:
    from index import Archive

    with Archive.open(tmp_path / "archive", create=True, upkeep=False) as archive:
        for figure in figures.values():
            archive.write_table(tmp_path / "t.csv", figure.table)
            lines = list(csv.reader((tmp_path / "t.csv").open(encoding="utf-8", newline="")))
            wanted = [[str(cell) for cell in line] for line in figure.table]
            assert [[cell.removeprefix("'") for cell in line] for line in lines] == wanted
            assert not any(cell.startswith(("=", "@")) for line in lines for cell in line)
