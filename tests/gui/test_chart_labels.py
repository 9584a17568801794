"""What stands below the bars of the timeline is whole, at its end too."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics

from desktop.panels.results.chart import Chart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("width", [180, 384, 900])
def test_labels_lie_within_the_chart_and_apart(qtbot: QtBot, width: int) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(width, 80)
    days = (date(2024, 3, 4), date(2024, 4, 3))
    chart.show_counts(tuple((day.toordinal(), 1) for day in days), ())
    metrics = QFontMetrics(chart.font())
    spans = [(x, x + metrics.horizontalAdvance(text)) for x, text in chart.labels(metrics)]
    assert [text for _, text in chart.labels(metrics)] == ["Mar 2024", "Apr 2024"]
    assert all(0 <= start < end <= width for start, end in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
