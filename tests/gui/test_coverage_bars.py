"""Months put together to bars."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.coverage import Bar, bars
from index import FacetValue


def months(counts: dict[str, int]) -> list[FacetValue]:
    return [FacetValue(value, value, count) for value, count in counts.items()]


def test_gaps_are_bars_without_dispatches() -> None:
    shown = bars(months({"2024-11": 2, "2025-01": 1}), 20)
    assert shown == (
        Bar(date(2024, 11, 1), date(2024, 11, 30), 2),
        Bar(date(2024, 12, 1), date(2024, 12, 31), 0),
        Bar(date(2025, 1, 1), date(2025, 1, 31), 1),
    )


def test_little_room_puts_months_together() -> None:
    shown = bars(months({"2020-02": 1, "2024-12": 5}), 20)
    assert shown[0] == Bar(date(2020, 1, 1), date(2020, 3, 31), 1)
    assert shown[-1] == Bar(date(2024, 10, 1), date(2024, 12, 31), 5)


def test_dispatches_without_a_date_have_no_bar() -> None:
    assert bars(months({"": 4, "unknown": 1, "2024-99": 2}), 20) == ()


@given(
    st.dictionaries(
        st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda day: day.isoformat()[:7]),
        st.integers(1, 1000),
        min_size=1,
        max_size=40,
    ),
    st.integers(21, 400),
)
def test_no_dispatch_is_lost_and_no_bar_too_many(counts: dict[str, int], most: int) -> None:
    shown = bars(months(counts), most)
    assert sum(bar.count for bar in shown) == sum(counts.values())
    assert len(shown) <= most + 1
    assert all(one.last < other.first for one, other in pairwise(shown))
