"""The codebook, tags and annotations: what may be done and what it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.errors import ConceptCycle, ConceptTaken
from index.selectors import describe
from tests.strategies.accessions import BODY
from tests.strategies.coded import Coded, coded_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.store import Store


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[Coded]:
    with coded_store(tmp_path / "archive") as filled:
        yield filled


# --- the codebook ---------------------------------------------------------------------------------


def paths(store: Store) -> list[str]:
    return [use.full_path for use in store.codebook.all()]


def test_the_tree_is_read_depth_first_in_alphabetical_order(coded: Coded) -> None:
    coded.store.codebook.create("Élan", broader=coded.law)
    assert paths(coded.store) == [
        "Draft", "Draft / amendment", "Law", "Law / Bill", "Law / Bill / Amendment", "Law / Élan",
    ]  # fmt: skip


def test_counts_leave_the_trash_out(coded: Coded) -> None:
    store = coded.store
    store.dispatches.trash(coded.ids[:1])
    assert store.codebook.use(coded.law).dispatches == 2
    assert store.codebook.use(coded.draft).annotations == 0
    store.dispatches.restore(coded.ids[:1])
    assert store.codebook.use(coded.law).dispatches == 3
    assert store.codebook.use(coded.draft).annotations == 1


def test_siblings_are_told_apart_by_their_folded_label(coded: Coded) -> None:
    codebook = coded.store.codebook
    with pytest.raises(ConceptTaken):
        codebook.create("  LÁW ")
    with pytest.raises(ConceptTaken):
        codebook.rename(coded.draft, "law")
    namesake, _ = codebook.create("Law", broader=coded.law)
    with pytest.raises(ConceptTaken):
        codebook.move(namesake, None)


def test_no_concept_comes_to_stand_below_itself(coded: Coded) -> None:
    codebook = coded.store.codebook
    for broader in (coded.law, coded.bill):
        with pytest.raises(ConceptCycle):
            codebook.move(coded.law, broader)
        with pytest.raises(ConceptCycle):
            codebook.merge(coded.law, broader)


def test_a_shortcut_belongs_to_one_concept(coded: Coded) -> None:
    codebook = coded.store.codebook
    codebook.edit(coded.draft, digit=1)
    assert codebook.get(coded.law).digit is None
    assert codebook.get(coded.draft).digit == 1
    with pytest.raises(ValueError, match="10"):
        codebook.edit(coded.draft, digit=10)


def test_a_concept_is_found_by_path_label_alias_or_other_language(coded: Coded) -> None:
    codebook = coded.store.codebook
    for name in ("law / bill", "BILL", "Draft LAW"):
        found = codebook.find(name)
        assert found is not None
        assert found.id == coded.bill
    assert codebook.find("projet") == codebook.get(coded.draft)
    assert codebook.find("Amendment") is None, "two bear this label"
    assert codebook.find("law / bill / amendment") is not None
    assert codebook.find("statute") is None


def test_a_root_is_found_by_its_path_although_another_bears_its_label(coded: Coded) -> None:
    codebook = coded.store.codebook
    codebook.create("Law", broader=coded.draft)
    assert codebook.find("law") == codebook.get(coded.law)


def test_merging_keeps_names_uses_and_what_lay_below(coded: Coded) -> None:
    store = coded.store
    store.codebook.merge(coded.draft, coded.bill)
    bill = store.codebook.get(coded.bill)
    assert bill.aliases == ("draft law", "Draft")
    assert bill.labels == {"fr": "Projet"}
    assert bill.scope_note == "Not yet law"
    assert paths(store) == ["Law", "Law / Bill", "Law / Bill / Amendment"]
    amendment = store.codebook.find("Law / Bill / Amendment")
    assert amendment is not None
    assert amendment.aliases == ("change",)
    assert store.codebook.use(coded.bill).dispatches == 3
    assert store.annotations.get(coded.note).concepts == (coded.bill,)


def test_merging_into_the_broader_concept_lifts_a_namesake(coded: Coded) -> None:
    store = coded.store
    namesake, _ = store.codebook.create("bill", broader=coded.bill)
    store.codebook.merge(coded.bill, coded.law)
    assert store.codebook.get(namesake).broader == coded.law
    assert paths(store)[2:] == ["Law", "Law / Amendment", "Law / bill"]


def test_narrower_holds_the_whole_branch(coded: Coded) -> None:
    codebook = coded.store.codebook
    assert len(codebook.narrower(coded.law)) == 3
    assert coded.law in codebook.narrower(coded.law)
    assert codebook.narrower(coded.note + 999) == frozenset()  # type: ignore[arg-type]


def test_the_history_of_a_concept_can_be_read(coded: Coded) -> None:
    store = coded.store
    store.codebook.rename(coded.bill, "Act")
    store.tags.add(coded.ids, [coded.bill])
    kinds = [each.kind for each in store.history.of_concept(coded.bill)]
    assert kinds == ["create-concept", "rename-concept"]
    last = store.history.recent(1)[0]
    assert (last.kind, last.rows, last.dispatches) == ("tag", 4, 4)


def test_labels_are_one_line_and_never_empty(coded: Coded) -> None:
    made, _ = coded.store.codebook.create("  age\n assurance ", aliases=["", "AV", "av"])
    assert coded.store.codebook.get(made).label == "age assurance"
    assert coded.store.codebook.get(made).aliases == ("AV",)
    with pytest.raises(ValueError, match="label"):
        coded.store.codebook.create(" \n ")


# --- tags and annotations -------------------------------------------------------------------------


def test_tags_are_listed_in_the_order_they_came(coded: Coded) -> None:
    coded.store.tags.add(coded.ids[:1], [coded.bill])
    assert coded.store.tags.of(coded.ids) == {
        coded.ids[0]: (coded.law, coded.draft, coded.bill),
        coded.ids[1]: (coded.law, coded.draft),
        coded.ids[2]: (coded.law, coded.draft),
    }


def test_an_annotation_quotes_its_passage(coded: Coded) -> None:
    annotation = coded.store.annotations.get(coded.note)
    assert annotation.selector == describe(BODY, 4, 13)
    assert annotation.note == "who?"
    assert annotation.concepts == (coded.bill, coded.draft)
    assert annotation.created is not None
    assert annotation.modified is None
    assert coded.store.annotations.of(coded.ids[0]) == (annotation,)
    assert coded.store.annotations.all() == (annotation,)


def test_annotations_in_the_trash_are_in_no_other_list(coded: Coded) -> None:
    store = coded.store
    store.annotations.trash([coded.note])
    assert store.annotations.of(coded.ids[0]) == ()
    assert store.annotations.all() == ()
    assert [each.id for each in store.annotations.trashed()] == [coded.note]
    store.annotations.restore([coded.note])
    assert [each.id for each in store.annotations.all()] == [coded.note]


def test_an_edited_annotation_tells_when(coded: Coded) -> None:
    coded.store.annotations.edit(coded.note, note="the regulator")
    edited = coded.store.annotations.get(coded.note)
    assert edited.note == "the regulator"
    assert edited.modified is not None
    assert edited.concepts == (coded.bill, coded.draft)
