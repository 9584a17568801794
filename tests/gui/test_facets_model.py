"""The filters as a tree that keeps its place while the counts change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from desktop.models.facets import FEW, Choice, FacetsModel, Role
from index import Concept, ConceptId, ConceptUse, Facet, FacetValue, Filter, Query, Summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[FacetsModel]:
    model = FacetsModel()
    watch = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield model
    watch.deleteLater()


def summary(**counts: dict[str, int]) -> Summary:
    facets = {
        Facet(name): tuple(FacetValue(value, value, count) for value, count in values.items())
        for name, values in counts.items()
    }
    return Summary(1, facets)


def find(model: FacetsModel, facet: Facet, value: str) -> QModelIndex:
    found = model.find(facet, value)
    assert found is not None
    return found


def test_values_are_listed_with_their_counts_and_names(model: FacetsModel) -> None:
    model.show(Query(), summary(agency={"AFP": 3}, language={"fr": 2}, month={"2024-10": 1}), {})
    assert find(model, Facet.AGENCY, "AFP").data(Role.COUNT) == 3
    assert find(model, Facet.LANGUAGE, "fr").data() == "Français"
    assert find(model, Facet.MONTH, "2024-10").data() == "Oct 2024"


def test_concepts_that_are_asked_for_together_are_named_together(model: FacetsModel) -> None:
    labels = {1: "Law", 2: "Age"}
    uses = {n: ConceptUse(Concept(ConceptId(n), each), (each,)) for n, each in labels.items()}
    query = Query(filters=(Filter(Facet.CONCEPT, "1+2"), Filter(Facet.AGENCY, "")))
    model.show(query, summary(), uses)
    assert find(model, Facet.CONCEPT, "1+2").data() == "Law + Age"
    assert find(model, Facet.AGENCY, "").data() == "not stated"


def test_chosen_values_are_marked_and_stay_without_matches(model: FacetsModel) -> None:
    query = (
        Query()
        .with_filter(Filter(Facet.AGENCY, "AFP"))
        .with_filter(Filter(Facet.SECTION, "Monde", exclude=True))
    )
    model.show(query, summary(agency={"AFP": 3}), {})
    assert find(model, Facet.AGENCY, "AFP").data(Role.CHOICE) == Choice.INCLUDED
    monde = find(model, Facet.SECTION, "Monde")
    assert (monde.data(Role.CHOICE), monde.data(Role.COUNT)) == (Choice.EXCLUDED, 0)


def test_rows_stay_while_only_counts_change(qtbot: QtBot, model: FacetsModel) -> None:
    model.show(Query(), summary(agency={"AFP": 3, "AP": 1}), {})
    with qtbot.assertNotEmitted(model.rowsRemoved):
        model.show(Query(), summary(agency={"AFP": 2, "AP": 2}), {})
    assert find(model, Facet.AGENCY, "AFP").data(Role.COUNT) == 2


def test_months_go_back_in_time(model: FacetsModel) -> None:
    model.show(Query(), summary(month={"2024-01": 9, "2025-03": 1, "2024-07": 4}), {})
    head = find(model, Facet.MONTH, "2024-01").parent()
    values = [model.index(row, 0, head).data(Role.VALUE) for row in range(model.rowCount(head))]
    assert values == ["2025-03", "2024-07", "2024-01"]


def test_a_long_list_is_cut_until_it_is_asked_for(model: FacetsModel) -> None:
    many = {f"Agency {number:02}": 50 - number for number in range(30)}
    model.show(Query(), summary(agency=many), {})
    head = model.index(0, 0)
    assert model.rowCount(head) == FEW + 1
    assert model.index(FEW, 0, head).data() == "Show all 30"
    model.show_all(Facet.AGENCY)
    assert model.rowCount(head) == 30


def test_concepts_stand_below_their_broader_ones(model: FacetsModel) -> None:
    uses = {
        1: ConceptUse(Concept(ConceptId(1), "Rules"), ("Rules",)),
        2: ConceptUse(Concept(ConceptId(2), "Age", broader=ConceptId(1)), ("Rules", "Age")),
    }
    model.show(Query(), summary(concept={"2": 4}), uses)
    age = find(model, Facet.CONCEPT, "2")
    assert (age.data(), age.parent().data(), age.data(Role.COUNT)) == ("Age", "Rules", 4)
