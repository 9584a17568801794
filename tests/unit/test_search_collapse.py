"""One line a story: checked against folding the plain results by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import AccessionNumber, Archive, Facet, Filter, Query, Sort
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index import Change

COUNT = 30
AGENCIES = ("AFP", "Reuters", "dpa")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("a") / "a", create=True, upkeep=False) as opened:
        opened.dispatches.add(
            [
                accession(
                    f"Report {at}",
                    f"The committee met for session {at}. " + "hearing " * (at % 7),
                    content=f"c{at}",
                    agency=AGENCIES[at % 3],
                )
                for at in range(COUNT)
            ]
        )
        assert opened.settle(timeout=60)
        opened.search(
            Query("committee")
        )  # while the settings folder is the one of the index's seal
        yield opened


def folded(archive: Archive, query: Query) -> dict[AccessionNumber, list[AccessionNumber]]:
    """Return first match of a story -> its other matches, from the plain results."""
    lines: dict[int, AccessionNumber] = {}
    found: dict[AccessionNumber, list[AccessionNumber]] = {}
    for number in archive.search(query).ids:
        family = archive.dispatches.get(number).family
        first = lines.setdefault(family, number) if family > 0 else number
        if first == number:
            found[number] = []
        else:
            found[first].append(number)
    return found


QUERIES = st.builds(
    Query,
    text=st.sampled_from(["", "committee", "hearing", "session 3", "nowhere"]),
    sort=st.sampled_from(list(Sort)),
    filters=st.sampled_from([(), (Filter(Facet.AGENCY, "AFP"),)]),
)
GROUPS = st.lists(
    st.lists(st.integers(1, COUNT).map(AccessionNumber), min_size=2, max_size=6), max_size=5
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=QUERIES, joined=GROUPS, apart=st.integers(1, COUNT).map(AccessionNumber))
def test_a_line_stands_for_all_matches_of_its_story(
    archive: Archive,
    query: Query,
    joined: list[list[AccessionNumber]],
    apart: AccessionNumber,
) -> None:
    done: list[Change] = [archive.dispatches.join(group) for group in joined]
    done.append(archive.dispatches.separate([apart]))
    plain, results = archive.search(query), archive.search(replace(query, collapse=True))
    expected = folded(archive, query)
    page = results.page(0, COUNT)
    assert list(results.ids) == list(expected) == [match.id for match in page]
    assert [match.family_size for match in page] == [1 + len(v) for v in expected.values()]
    assert [[m.id for m in results.others(at)] for at in range(len(page))] == [*expected.values()]
    assert sum(match.family_size for match in page) == results.summary.total
    assert results.summary.stories == len(expected)
    assert replace(results.summary, stories=None) == plain.summary
    assert results.page(1, 3) == page[1:4]
    for change in reversed(done):
        archive.revert(change)


def test_plain_results_have_nothing_folded(archive: Archive) -> None:
    results = archive.search("committee")
    assert results.summary.stories is None
    assert results.others(0) == []


def test_an_export_holds_what_is_folded(archive: Archive, tmp_path: Path) -> None:
    change = archive.dispatches.join(archive.dispatches.ids())
    query = Query("committee", collapse=True)
    assert len(archive.search(query).ids) == 1
    assert archive.export("jsonl", tmp_path / "all.jsonl", query) == COUNT
    archive.revert(change)
