"""Days put together to bars of the length that was chosen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.coverage import Bar
from desktop.models.grain import MOST, Grain, bars_by
from desktop.short_text import span
from index import FacetValue

Counts = tuple[tuple[int, int], ...]


def days(counts: dict[date, int]) -> Counts:
    return tuple(sorted((day.toordinal(), count) for day, count in counts.items()))


FEW = days({date(2024, 12, 30): 2, date(2025, 1, 1): 1, date(2025, 1, 6): 4})


@pytest.mark.parametrize(
    ("grain", "count", "first"),
    [
        (Grain.DAY, 8, Bar(date(2024, 12, 30), date(2024, 12, 30), 2)),
        (Grain.WEEK, 2, Bar(date(2024, 12, 30), date(2025, 1, 5), 3)),
        (Grain.MONTH, 2, Bar(date(2024, 12, 1), date(2024, 12, 31), 2)),
        (Grain.YEAR, 2, Bar(date(2024, 1, 1), date(2024, 12, 31), 2)),
    ],
)
def test_what_a_bar_stands_for(grain: Grain, count: int, first: Bar) -> None:
    shown = bars_by(grain, FEW, (), 10)
    assert (len(shown), shown[0]) == (count, first)


def test_a_short_coverage_is_shown_by_day_and_a_long_one_by_month() -> None:
    assert bars_by(Grain.FITTING, FEW, (), 10) == bars_by(Grain.DAY, FEW, (), 10)
    long = days({date(2024, 1, 1): 1, date(2024, 5, 1): 1})
    assert bars_by(Grain.FITTING, long, (), 50) == bars_by(Grain.WEEK, long, (), 50)
    longer = days({date(2020, 1, 1): 1, date(2024, 5, 1): 1})
    months = [FacetValue("2020-01", "", 1), FacetValue("2024-05", "", 1)]
    assert len(bars_by(Grain.FITTING, longer, months, 60)) == 53


def test_days_that_would_be_too_many_are_put_together() -> None:
    wide = days({date(1, 1, 1): 1, date(2024, 5, 1): 1})
    shown = bars_by(Grain.DAY, wide, (), 10)
    assert 1 < len(shown) <= MOST
    assert sum(bar.count for bar in shown) == 2


def test_no_dispatch_no_bar() -> None:
    assert all(bars_by(grain, (), (), 10) == () for grain in Grain)


@given(
    st.dictionaries(
        st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(1, 99), min_size=1, max_size=30
    ),
    st.sampled_from([grain for grain in Grain if grain is not Grain.FITTING]),
)
def test_bars_have_no_gap_and_lose_nothing(counts: dict[date, int], grain: Grain) -> None:
    shown = bars_by(grain, days(counts), (), 10)
    assert sum(bar.count for bar in shown) == sum(counts.values())
    assert shown[0].count
    assert shown[-1].count
    for one, other in pairwise(shown):
        assert one.last + timedelta(1) == other.first
    for day, count in counts.items():
        bar = next(bar for bar in shown if bar.first <= day <= bar.last)
        assert bar.count >= count


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2023, 1, 1), date(2024, 12, 31), "2023 – 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (date(2024, 2, 1), date(2024, 3, 31), "Feb 2024 – Mar 2024"),
        (date(2024, 2, 5), date(2024, 2, 5), "5 Feb 2024"),
        (date(2024, 2, 5), date(2024, 2, 11), "5 Feb 2024 – 11 Feb 2024"),
    ],
)
def test_two_days_as_one_text(first: date, last: date, told: str) -> None:
    assert span(first, last) == told
