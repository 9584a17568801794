"""Coverage of a query: seen, asked, saved and left, by keyboard alone."""

from __future__ import annotations

import csv
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from desktop import theme
from desktop.coverage.figure import Spot
from index import Facet, Filter
from tests.journeys.test_access import parts, spoken_name
from tests.pages.coverage import CoverageKeys, Key, Modifier

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pages.window import WindowPage


@pytest.fixture
def coded(filled: WindowPage) -> WindowPage:
    """The sample dispatches, those in English tagged with one concept, the first three with two."""
    archive = filled.desk.session.archive
    use = {each.concept.label: each.concept.id for each in archive.codebook.all()}
    english = archive.search("language:en").ids
    archive.tags.add(english, [use["Age verification"]])
    archive.tags.add(english[:3], [use["Encryption"]])
    filled.settle()
    return filled


def test_coverage_opens_and_closes_by_keyboard(coded: WindowPage) -> None:
    keys = CoverageKeys(coded).open()
    assert list(keys.figures) == [
        "agencies-months", "concepts-agencies", "concepts-months", "concept-pairs", "languages"
    ]  # fmt: skip
    assert keys.figures["agencies-months"].count(Spot(0, -1)) == coded.total
    assert keys.keyboard.focus.objectName() == "figure-agencies-months"
    keys.keyboard.press(Key.Key_Escape)
    assert not keys.shown
    assert coded.window.pages.currentWidget() is coded.desk.workspace
    assert keys.keyboard.focus is coded.desk.workspace.results.table


def test_months_without_a_dispatch_have_their_place(coded: WindowPage) -> None:
    figure = CoverageKeys(coded).open().figures["agencies-months"]
    assert [figure.columns[0].full, figure.columns[-1].full] == ["May 2024", "Nov 2025"]
    assert len(figure.columns) == 19
    assert 0 in figure.counts[0]
    silent = [
        row.text for row in CoverageKeys(coded).figures["concepts-months"].rows if not row.count
    ]
    assert silent, "concepts of the codebook that nothing is tagged with"


def test_enter_on_a_cell_becomes_a_query(coded: WindowPage) -> None:
    keys = CoverageKeys(coded).open()
    figure = keys.figures["concepts-agencies"]
    row = next(at for at, each in enumerate(figure.rows) if each.text == "Age verification")
    counts = figure.counts[row]
    column = counts.index(max(counts))
    keys.walk_to("concepts-agencies", row, column)
    keys.keyboard.press(Key.Key_Return)
    coded.answered("")
    assert not keys.shown
    concept, agency = coded.desk.session.query.filters
    assert (concept.facet, agency) == (
        Facet.CONCEPT, Filter(Facet.AGENCY, figure.columns[column].text)
    )  # fmt: skip
    assert coded.total == max(counts) > 0
    assert coded.desk.workspace.chips.texts == [
        "Concept: Age verification", f"Agency: {agency.value}"
    ]  # fmt: skip


def test_a_silence_and_a_month_can_be_asked_too(coded: WindowPage) -> None:
    keys = CoverageKeys(coded).open()
    figure = keys.figures["agencies-months"]
    keys.walk_to("agencies-months", 0, figure.counts[0].index(0))
    keys.keyboard.press(Key.Key_Return)
    coded.answered("")
    coded.until(lambda: coded.total == 0)
    assert coded.desk.session.query.filed_from is not None
    coded.trigger("clear-filters")
    coded.until(lambda: coded.total == 16)


def test_concepts_that_meet_are_asked_together(coded: WindowPage) -> None:
    keys = CoverageKeys(coded).open()
    pair = keys.figures["concept-pairs"].rows[0]
    keys.walk_to("concept-pairs", 0, 0)
    keys.keyboard.press(Key.Key_Space)
    coded.until(lambda: coded.total == pair.count)
    (chip,) = coded.desk.workspace.chips.texts
    assert chip == f"Concept: {pair.text}"
    keys.open()
    assert keys.figures["agencies-months"].count(Spot(0, -1)) == pair.count, "it follows the query"


def test_a_click_is_a_query(coded: WindowPage) -> None:
    keys = CoverageKeys(coded).open()
    view = keys.page.panels["languages"].view
    keys.tab_to("languages")
    place = view.plan.cell(1, 0).center().toPoint()
    coded.bot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, place.y()))
    coded.until(lambda: coded.total == view.figure.rows[1].count)
    assert [each.facet for each in coded.desk.session.query.filters] == [Facet.LANGUAGE]


def test_the_page_follows_edits_and_filters_while_it_is_open(coded: WindowPage) -> None:
    keys = CoverageKeys(coded).open()
    session = coded.desk.session
    before = sum(map(sum, keys.figures["concepts-agencies"].counts))
    concept = session.archive.codebook.all()[0].concept.id
    ids = session.archive.dispatches.ids()
    with coded.bot.waitSignal(session.answered, timeout=30_000):
        session.perform("Tag", lambda: session.archive.tags.add(ids, [concept]))
    keys.wait()
    assert keys.shown, "an answer does not close it"
    assert sum(map(sum, keys.figures["concepts-agencies"].counts)) > before
    session.ask(session.query.with_filter(Filter(Facet.LANGUAGE, "tr")))
    keys.wait()
    assert keys.page.chips.texts == ["Language: Türkçe"]
    coded.press(keys.page.chips, "chip-0")
    keys.wait()
    assert keys.shown
    assert keys.page.chips.texts == []


def test_nothing_found_is_said_and_left_again(coded: WindowPage) -> None:
    coded.type_query("encryption -encryption")
    coded.until(lambda: coded.total == 0)
    keys = CoverageKeys(coded).open()
    assert keys.figures == {}
    assert "Nothing to count" in coded.page_texts
    keys.keyboard.press(Key.Key_Escape)
    assert not keys.shown


def test_letters_and_digits_tag_nothing_that_is_out_of_view(coded: WindowPage) -> None:
    coded.open_row(0)
    archive = coded.desk.session.archive
    archive.codebook.edit(archive.codebook.all()[0].concept.id, digit=1)
    before = archive.tags.of(archive.dispatches.ids())
    keys = CoverageKeys(coded).open()
    for key in (Key.Key_T, Key.Key_1, Key.Key_Q, Key.Key_N):
        keys.keyboard.press(key)
    assert archive.tags.of(archive.dispatches.ids()) == before
    assert keys.shown
    keys.keyboard.press(Key.Key_L, Modifier.ControlModifier)
    assert keys.keyboard.focus is coded.desk.workspace.search.text, "commands go where they act"
    assert not keys.shown


@pytest.mark.parametrize("ending", [".svg", ".png", ".csv"])
def test_a_figure_is_saved_with_ctrl_s(
    coded: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = tmp_path / f"figure{ending}"
    patterns = {"SVG (*.svg)": ".svg", "PNG (*.png)": ".png", "CSV (*.csv)": ".csv"}
    picked = next(pattern for pattern, each in patterns.items() if each == ending)
    answer = (str(tmp_path / "figure"), picked)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    keys = CoverageKeys(coded).open()
    keys.tab_to("concepts-agencies")
    keys.keyboard.press(Key.Key_S, Modifier.ControlModifier)
    coded.until(lambda: any("Figure saved" in text for text in coded.messages))
    assert path.stat().st_size > 100
    if ending == ".csv":
        lines = list(csv.reader(path.open(encoding="utf-8", newline="")))
        figure = keys.figures["concepts-agencies"]
        assert [line[0] for line in lines] == ["Concept", *(row.full for row in figure.rows)]


def test_a_figure_that_cannot_be_saved_says_so(
    coded: WindowPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = (str(tmp_path / "missing" / "figure.png"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    keys = CoverageKeys(coded).open()
    coded.press(keys.page.panels["languages"], "save-figure")
    coded.until(lambda: any("could not be written" in text for text in coded.messages))
    assert keys.shown


def test_it_fits_every_theme_and_size(coded: WindowPage) -> None:
    keys = CoverageKeys(coded).open()
    for worn, size in product(theme.THEMES, [(1280, 800), (1920, 1080), (900, 560)]):
        coded.program.settings.change(theme=worn)
        coded.window.resize(*size)
        assert not coded.window.grab().isNull()
        beyond = keys.page.area.horizontalScrollBar().maximum()
        assert beyond == 0, "nothing is beyond the right edge"
        for panel in keys.page.panels.values():
            assert panel.view.width() >= panel.view.plan.left + 40


def test_every_part_of_it_is_named(coded: WindowPage) -> None:
    CoverageKeys(coded).open()
    assert [repr(part) for part in parts(coded.window) if not part.objectName()] == []
    assert [part.objectName() for part in parts(coded.window) if not spoken_name(part)] == []


def test_it_speaks_french(coded: WindowPage) -> None:
    coded.program.settings.change(language="fr")
    keys = CoverageKeys(coded).open()
    assert keys.page.title.text() == "Couverture"
    assert keys.figures["languages"].title == "Langues"
    assert keys.page.summary.text() == "16 dépêches"
    coded.program.settings.change(language="en")
