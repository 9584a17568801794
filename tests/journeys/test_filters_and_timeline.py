"""Narrowing a search down by filters and by the timeline, and widening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from index import Facet, Filter

if TYPE_CHECKING:
    from tests.pages.window import WindowPage


def test_a_value_is_included_excluded_and_let_go_by_keyboard(filled: WindowPage) -> None:
    counted = filled.facet_values(Facet.LANGUAGE)
    everything = filled.total
    filled.press_on_facet(Facet.LANGUAGE, "tr", Qt.Key.Key_Space)
    assert filled.total == counted["Türkçe"]
    filled.press_on_facet(Facet.LANGUAGE, "tr", Qt.Key.Key_Minus)
    assert filled.total == everything - counted["Türkçe"]
    assert filled.desk.workspace.chips.texts == ["Language: not Türkçe"]
    filled.press_on_facet(Facet.LANGUAGE, "tr", Qt.Key.Key_Minus)
    assert filled.total == everything


def test_a_facet_without_values_is_not_shown(filled: WindowPage) -> None:
    assert filled.facet_is_shown(Facet.SECTION)
    filled.type_query("encryption")
    filled.until(lambda: filled.total == 1)
    assert filled.facet_values(Facet.SECTION) == {}
    assert not filled.facet_is_shown(Facet.SECTION)
    filled.type_query("")
    filled.until(lambda: filled.facet_is_shown(Facet.SECTION))


def click_on_afp(window: WindowPage, *, at_its_end: bool) -> None:
    """Click the agency's row: on its box, or on the sign that excludes it."""
    tree, session = window.desk.workspace.facets.tree, window.desk.session
    index = window.desk.workspace.facets.model.find(Facet.AGENCY, "AFP")
    assert index is not None
    row = tree.visualRect(index)
    place = row.topRight() - QPoint(8, -8) if at_its_end else row.topLeft() + QPoint(8, 8)
    with window.bot.waitSignal(session.answered, timeout=30_000):
        window.bot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_value_is_chosen_and_excluded_by_mouse(filled: WindowPage) -> None:
    click_on_afp(filled, at_its_end=False)
    assert filled.desk.session.query.filters == (Filter(Facet.AGENCY, "AFP"),)
    click_on_afp(filled, at_its_end=True)
    assert filled.desk.session.query.filters == (Filter(Facet.AGENCY, "AFP", exclude=True),)


def test_a_chip_takes_its_filter_away(filled: WindowPage) -> None:
    everything = filled.total
    filled.press_on_facet(Facet.LANGUAGE, "en", Qt.Key.Key_Space)
    filled.press_on_facet(Facet.LANGUAGE, "tr", Qt.Key.Key_Space)
    chips = filled.desk.workspace.chips
    assert chips.texts == ["Language: English", "Language: Türkçe"]
    filled.press(chips, "chip-0")
    filled.until(lambda: chips.texts == ["Language: Türkçe"])
    filled.press(chips, "chip-0")
    filled.until(lambda: filled.total == everything)
    assert not chips.isVisible()


def test_the_timeline_is_brushed_by_keyboard(filled: WindowPage) -> None:
    chart, timeline = filled.desk.workspace.timeline.chart, filled.desk.workspace.timeline
    everything = filled.total
    whole = chart.bars
    first = whole[0].count
    chart.setFocus()
    filled.bot.keyClick(chart, Qt.Key.Key_Home)
    filled.bot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with filled.bot.waitSignal(filled.desk.session.answered, timeout=30_000):
        filled.bot.keyClick(chart, Qt.Key.Key_Return)
    query = filled.desk.session.query
    assert (query.filed_from, query.filed_to) == (whole[0].first, whole[1].last)
    assert filled.total == first + whole[1].count < everything
    assert chart.bars == whole, "what is outside the range stays visible"
    filled.press(timeline, "clear-dates")
    filled.until(lambda: filled.total == everything)


def test_the_timeline_is_brushed_by_mouse(filled: WindowPage) -> None:
    chart = filled.desk.workspace.timeline.chart
    busiest = max(range(len(chart.bars)), key=lambda at: chart.bars[at].count)
    place = chart.place(busiest).center().toPoint()
    with filled.bot.waitSignal(filled.desk.session.answered, timeout=30_000):
        filled.bot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert filled.total == chart.bars[busiest].count
    assert filled.desk.workspace.chips.texts


def test_the_timeline_is_divided_by_day_week_month_and_year(filled: WindowPage) -> None:
    timeline = filled.desk.workspace.timeline
    shown = {}
    for row in range(1, timeline.grain.count()):
        timeline.grain.setCurrentIndex(row)
        timeline.grain.activated.emit(row)
        shown[timeline.grain.currentText()] = timeline.chart.bars
    assert list(shown) == ["By day", "By week", "By month", "By year"]
    lengths = [len(bars) for bars in shown.values()]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[-1] == 2
    assert {sum(bar.count for bar in bars) for bars in shown.values()} == {filled.total}


def test_a_day_is_brushed_by_keyboard_where_days_are_shown(filled: WindowPage) -> None:
    timeline, chart = filled.desk.workspace.timeline, filled.desk.workspace.timeline.chart
    timeline.grain.setCurrentIndex(1)
    timeline.grain.activated.emit(1)
    filled.until(lambda: timeline.strip.horizontalScrollBar().maximum() > 0)
    chart.setFocus()
    filled.bot.keyClick(chart, Qt.Key.Key_Home)
    filled.until(lambda: timeline.strip.horizontalScrollBar().value() == 0)
    with filled.bot.waitSignal(filled.desk.session.answered, timeout=30_000):
        filled.bot.keyClick(chart, Qt.Key.Key_Return)
    query = filled.desk.session.query
    assert query.filed_from == query.filed_to == chart.bars[0].first
    assert filled.total == chart.bars[0].count


def test_the_timeline_speaks(filled: WindowPage) -> None:
    spoken = filled.desk.workspace.timeline.chart.accessibleDescription()
    assert "May 2024 – Nov 2025" in spoken
    assert "most in Jul 2025: 3" in spoken


def test_a_saved_search_is_found_again_renamed_and_deleted(filled: WindowPage) -> None:
    saved, session = filled.desk.workspace.saved, filled.desk.session
    filled.type_query("encryption")
    query = session.query
    session.perform("save", lambda: session.archive.searches.save("Codes", query)[1])
    assert [saved.list.item(row).text() for row in range(saved.list.count())] == ["Codes"]
    filled.type_query("")
    saved.list.setCurrentRow(0)
    with filled.bot.waitSignal(session.answered, timeout=30_000):
        saved.list.setFocus()
        filled.bot.keyClick(saved.list, Qt.Key.Key_Return)
    assert session.query == query
    filled.bot.keyClick(saved.list, Qt.Key.Key_Delete)
    filled.until(lambda: saved.list.count() == 0)
    session.undo.undo()
    filled.until(lambda: saved.list.count() == 1)


def test_the_order_can_be_chosen(filled: WindowPage) -> None:
    box = filled.desk.workspace.results.sort
    days = []
    for row in (1, 2):
        box.setCurrentIndex(row)
        with filled.bot.waitSignal(filled.desk.session.answered, timeout=30_000):
            box.activated.emit(row)
        answer = filled.desk.session.answer
        assert answer is not None
        days.append([match.filed.day for match in answer.top if match.filed])
    assert days[0] == sorted(days[0], reverse=True)
    assert days[1] == sorted(days[1])


def test_every_filter_can_be_removed_at_once(filled: WindowPage) -> None:
    filled.press_on_facet(Facet.LANGUAGE, "en", Qt.Key.Key_Space)
    filled.press_on_facet(Facet.AGENCY, "dpa", Qt.Key.Key_Space)
    button = filled.desk.workspace.chips.findChild(QPushButton, "clear-filters")
    assert button is not None
    filled.press(filled.desk.workspace.chips, "clear-filters")
    filled.until(lambda: not filled.desk.session.query.filters)
