"""Rules tag what somebody has looked at, rejections are remembered, and both can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.errors import RuleTaken, UnknownConcept, UnknownDispatch, UnknownRule
from index.query import Facet, Filter, Query
from index.rule import RuleId
from index.store import Store
from tests.strategies.accessions import accession, dump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.keys import ConceptId

QUERY = Query('"draft code"', (Filter(Facet.AGENCY, "Belga", exclude=True),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        opened.dispatches.add([accession(f"Story {at}") for at in range(4)])
        yield opened


@pytest.fixture
def law(store: Store) -> ConceptId:
    return store.codebook.create("Law")[0]


def test_a_rule_reads_back_as_it_was_saved(store: Store, law: ConceptId) -> None:
    made, change = store.rules.add(" Draft  codes ", law, QUERY)
    rule = store.rules.get(made)
    assert (rule.name, rule.concept, rule.query) == ("Draft codes", law, QUERY)
    assert (rule.ran, rule.tagged) == (None, 0)
    assert change.concepts == {law}
    assert store.rules.named("DRAFT CÓDES") == rule
    store.rules.add("Bills", law, Query("bill"))
    assert [each.name for each in store.rules.all()] == ["Bills", "Draft codes"]


def test_names_are_not_given_twice(store: Store, law: ConceptId) -> None:
    made, _ = store.rules.add("Codes", law, QUERY)
    other, _ = store.rules.add("Bills", law, QUERY)
    with pytest.raises(RuleTaken):
        store.rules.add("códes", law, QUERY)
    with pytest.raises(RuleTaken):
        store.rules.rename(other, "CODES")
    store.rules.rename(made, "CODES")
    assert store.rules.get(made).name == "CODES"


def test_what_is_not_there_is_named(store: Store, law: ConceptId) -> None:
    with pytest.raises(UnknownConcept):
        store.rules.add("Codes", type(law)(99), QUERY)
    for edit in (
        lambda: store.rules.rename(RuleId(7), "x"),
        lambda: store.rules.delete(RuleId(7)),
        lambda: store.rules.apply(RuleId(7), []),
        lambda: store.rules.named("nothing"),
    ):
        with pytest.raises(UnknownRule):
            edit()


def test_running_a_rule_tags_what_lacks_the_concept_and_says_so(
    store: Store, law: ConceptId
) -> None:
    first, second, third, fourth = store.dispatches.ids()
    store.tags.add([first], [law])
    made, _ = store.rules.add("Codes", law, QUERY)
    before = dump(store)
    change = store.rules.apply(made, [first, second, third])
    assert set(store.tags.of([first, second, third, fourth])) == {first, second, third}
    rule = store.rules.get(made)
    assert rule.tagged == 2
    assert rule.ran is not None
    assert change.reindex == frozenset()
    assert [each.kind for each in store.history.of_concept(law)][-2:] == [
        "create-rule", "run-rule"
    ]  # fmt: skip
    assert store.history.of_concept(law)[-1].dispatches == 2
    assert store.revert(change).left == ()
    assert dump(store) == before


def test_a_rule_that_finds_nothing_new_changes_nothing(store: Store, law: ConceptId) -> None:
    ids = store.dispatches.ids()
    store.tags.add(ids, [law])
    made, _ = store.rules.add("Codes", law, QUERY)
    assert not store.rules.apply(made, ids)
    with pytest.raises(UnknownDispatch):
        store.rules.apply(made, [type(ids[0])(99)])


def test_rules_follow_a_merge_and_go_with_their_concept(store: Store, law: ConceptId) -> None:
    bill, _ = store.codebook.create("Bill")
    made, _ = store.rules.add("Bills", bill, QUERY)
    merged = store.codebook.merge(bill, law)
    assert store.rules.get(made).concept == law
    store.revert(merged)
    assert store.rules.get(made).concept == bill
    deleted = store.codebook.delete(bill)
    assert store.rules.all() == ()
    store.revert(deleted)
    assert store.rules.get(made).query == QUERY


def test_a_rejection_is_known_by_its_folded_words(store: Store) -> None:
    first, second = store.dispatches.ids()[:2]
    change = store.rejections.add(first, "figure", "Hausse  de 6 %")
    assert store.rejections.of(first) == {("figure", "hausse de 6 %")}
    assert store.rejections.of(second) == frozenset()
    assert not store.rejections.add(first, "figure", "hausse de 6 %")
    assert change.dispatches == {first}
    store.revert(change)
    assert store.rejections.of(first) == frozenset()
    store.rejections.add(first, "person", "Ada Reed")
    store.rejections.forget(first, "person", "ADA REED")
    assert store.rejections.of(first) == frozenset()


def test_a_changed_row_is_found(store: Store, law: ConceptId) -> None:
    store.rules.add("Codes", law, QUERY)
    store.rejections.add(store.dispatches.ids()[0], "figure", "6 %")
    writer = store._connections.writer
    writer.execute("DROP TRIGGER temp.watch_rule_update")
    writer.execute("UPDATE rule SET query = replace(query, 'draft', 'drift')")
    assert [fault.where for fault in store.verify().faults] == ["rule"]
