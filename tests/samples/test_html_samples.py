"""Saved pages of many sites, held against their truth and the project's bars."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest

from index.errors import InputRefused
from index.parsers import Source
from index.parsers.pages.html import HtmlParser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.dispatch import Dispatch

pytestmark = [pytest.mark.samples, pytest.mark.timeout(300)]


def predicted(samples: Path, records: list[dict[str, Any]]) -> dict[str, Dispatch]:
    found: dict[str, Dispatch] = {}
    for record in records:
        raw = (samples / record["path"]).read_bytes()
        with contextlib.suppress(InputRefused):
            (found[record["id"]],) = HtmlParser().parse(Source(raw, record["path"]))
    return found


def fields(found: dict[str, Dispatch]) -> dict[str, dict[str, Any]]:
    return {
        key: {
            "title": one.headline,
            "author": list(one.byline),
            "date": one.filed.iso() if one.filed else None,
        }
        for key, one in found.items()
    }


def test_whole_stories(
    samples: Path, truth_of: Callable[[str], list[dict[str, Any]]], body_f1: Callable[..., float]
) -> None:
    records = truth_of("aeb")
    found = predicted(samples, records)
    assert body_f1(records, {key: one.body for key, one in found.items()}) >= 0.96


def test_fragments_and_fields(
    samples: Path,
    truth_of: Callable[[str], list[dict[str, Any]]],
    body_f1: Callable[..., float],
    field_scores: Callable[..., dict[str, Any]],
) -> None:
    records = truth_of("trafilatura")
    found = predicted(samples, records)
    assert body_f1(records, {key: one.body for key, one in found.items()}, "fragments") >= 0.93
    scores = field_scores(records, fields(found))
    assert scores["title"]["soft_accuracy"] >= 0.88
    assert scores["author"]["soft_accuracy"] >= 0.75


def test_dates(
    samples: Path,
    truth_of: Callable[[str], list[dict[str, Any]]],
    field_scores: Callable[..., dict[str, Any]],
) -> None:
    records = truth_of("htmldate")
    scores = field_scores(records, fields(predicted(samples, records)))
    assert scores["date"]["accuracy"] >= 0.91


def test_french_pages_whose_text_opens_with_the_date(
    samples: Path,
    truth_of: Callable[[str], list[dict[str, Any]]],
    body_f1: Callable[..., float],
    field_scores: Callable[..., dict[str, Any]],
) -> None:
    records = truth_of("wikinews_fr")
    found = predicted(samples, records)
    scores = field_scores(records, fields(found))
    assert scores["title"]["accuracy"] >= 0.95
    assert scores["date"]["accuracy"] >= 0.95
    assert body_f1(records, {key: one.body for key, one in found.items()}) >= 0.96


def test_whatever_is_hostile_ends_in_a_dispatch_or_a_reason(samples: Path) -> None:
    for path in sorted((samples / "10_hostile").rglob("*.html")):
        with contextlib.suppress(InputRefused):
            (found,) = HtmlParser().parse(Source(path.read_bytes(), path.name))
            assert found.body, path.name
