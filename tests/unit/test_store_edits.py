"""Every edit can be taken back and done again, and each says what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from index.annotation import Colour
from index.changes import Change
from index.dispatch import Timestamp
from index.errors import (
    ConceptCycle,
    ConceptTaken,
    PassageNotFound,
    UnknownAnnotation,
    UnknownConcept,
    UnknownDispatch,
)
from index.query import Query
from index.selectors import describe
from index.store import Store
from tests.strategies.accessions import BODY, accession, dump

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.annotation import AnnotationId
    from index.codebook import ConceptId
    from index.dispatch import AccessionNumber
    from index.store import SavedSearchId


class Coded(NamedTuple):
    """A store with a little of everything in it."""

    store: Store
    ids: tuple[AccessionNumber, ...]
    law: ConceptId
    bill: ConceptId
    draft: ConceptId
    note: AnnotationId
    search: SavedSearchId


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[Coded]:
    with Store.open(tmp_path / "archive", create=True) as store:
        ids = tuple(store.dispatches.add([accession(f"Story {at}") for at in range(4)]))
        law, _ = store.codebook.create("Law", digit=1, colour="#aa0000")
        bill, _ = store.codebook.create("Bill", broader=law, aliases=("draft law",), digit=2)
        store.codebook.create("Amendment", broader=bill)
        draft, _ = store.codebook.create("Draft", labels={"fr": "Projet"}, scope_note="Not yet law")
        store.codebook.create("amendment", broader=draft, aliases=("change",))
        store.tags.add(ids[:3], [law, draft])
        note, _ = store.annotations.add(ids[0], 4, 13, note="who?", concepts=[bill, draft])
        search, _ = store.searches.save("Laws", Query("law"))
        yield Coded(store, ids, law, bill, draft, note, search)


EDITS: dict[str, Callable[[Coded], Change]] = {
    "tag": lambda c: c.store.tags.add(c.ids, [c.law, c.bill]),
    "untag": lambda c: c.store.tags.remove(c.ids, [c.law, c.draft]),
    "create": lambda c: c.store.codebook.create("New", broader=c.law, digit=2, aliases=["x"])[1],
    "rename": lambda c: c.store.codebook.rename(c.bill, "Act"),
    "respell": lambda c: c.store.codebook.rename(c.bill, "BILL"),
    "move": lambda c: c.store.codebook.move(c.draft, c.law),
    "move to the root": lambda c: c.store.codebook.move(c.bill, None),
    "edit": lambda c: c.store.codebook.edit(
        c.bill, label="Act", colour="#00aa00", scope_note="Passed", digit=1,
        aliases=["statute", "draft law"], labels={"fr": "Loi"}, uri="urn:act",
    ),
    "no shortcut": lambda c: c.store.codebook.edit(c.bill, digit=None),
    "retire": lambda c: c.store.codebook.retire(c.draft),
    "merge": lambda c: c.store.codebook.merge(c.draft, c.bill),
    "merge upwards": lambda c: c.store.codebook.merge(c.bill, c.law),
    "delete a branch": lambda c: c.store.codebook.delete(c.law),
    "delete": lambda c: c.store.codebook.delete(c.draft),
    "annotate": lambda c: c.store.annotations.add(c.ids[1], 0, 3, concepts=[c.law])[1],
    "edit a note": lambda c: c.store.annotations.edit(
        c.note, colour=Colour.TEAL, note="", concepts=[c.law, c.draft]
    ),
    "orphan": lambda c: c.store.annotations.place(c.note, None),
    "place": lambda c: c.store.annotations.place(c.note, describe(BODY, 14, 23)),
    "trash a note": lambda c: c.store.annotations.trash([c.note]),
    "save": lambda c: c.store.searches.save("New", Query("new"))[1],
    "save over": lambda c: c.store.searches.save("LAWS", Query("bill"))[1],
    "forget a search": lambda c: c.store.searches.delete(c.search),
    "trash": lambda c: c.store.dispatches.trash(c.ids[:2]),
    "correct a headline": lambda c: c.store.dispatches.correct(c.ids[0], "headline", "Better"),
    "correct a date": lambda c: c.store.dispatches.correct(
        c.ids[0], "filed", Timestamp.on(2024, 10, 18)
    ),
    "correct a list": lambda c: c.store.dispatches.correct(c.ids[0], "byline", ("A", "B")),
    "link": lambda c: c.store.dispatches.link(c.ids[2], supersedes=c.ids[0], kin=[c.ids[3]]),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_undo_and_redo_return_the_same_rows(coded: Coded, edit: Callable[[Coded], Change]) -> None:
    store, before = coded.store, dump(coded.store)
    change = edit(coded)
    after = dump(store)
    assert change
    assert after != before
    undone = store.revert(change)
    assert dump(store) == before
    redone = store.revert(undone)
    assert dump(store) == after
    store.revert(redone)
    assert dump(store) == before
    assert undone.left == redone.left == ()
    assert store.verify().faults == ()


TEXTUAL = {"trash", "correct a headline", "correct a date", "correct a list"}


@pytest.mark.parametrize("name", EDITS)
def test_only_changes_of_text_grow_the_generation(coded: Coded, name: str) -> None:
    corpus = coded.store.corpus
    generation, edition = corpus.generation, corpus.edition
    change = EDITS[name](coded)
    assert corpus.edition == edition + 1
    assert bool(change.reindex) == (name in TEXTUAL)
    assert (corpus.generation > generation) == (name in TEXTUAL | {"link"})
    assert corpus.changed_count(generation) + len(corpus.removed(generation)) == len(change.reindex)


@pytest.mark.parametrize("name", EDITS)
def test_each_commit_is_told_once(coded: Coded, name: str) -> None:
    told: list[Change] = []
    stop = coded.store.on_change(told.append)
    change = EDITS[name](coded)
    assert told == [change]
    stop()
    coded.store.revert(change)
    assert told == [change]


def test_an_edit_that_changes_nothing_is_nothing(coded: Coded) -> None:
    store, told = coded.store, list[Change]()
    store.on_change(told.append)
    edition = store.corpus.edition
    assert not store.tags.add(coded.ids[:3], [coded.law])
    assert not store.codebook.rename(coded.law, "Law")
    assert not store.dispatches.restore(coded.ids)
    assert not store.dispatches.correct(coded.ids[0], "city", "")
    assert (told, store.corpus.edition) == ([], edition)


def test_a_change_names_what_it_touched(coded: Coded) -> None:
    change = coded.store.tags.add(coded.ids, [coded.bill])
    assert change.kind == "tag"
    assert change.dispatches == set(coded.ids)
    assert change.concepts == {coded.bill}
    edited = coded.store.annotations.edit(coded.note, concepts=[coded.law])
    assert edited.annotations == {coded.note}
    assert edited.dispatches == {coded.ids[0]}
    assert edited.concepts == {coded.law, coded.bill, coded.draft}


def test_undo_leaves_alone_what_was_changed_since(coded: Coded) -> None:
    store = coded.store
    renamed = store.codebook.rename(coded.bill, "Act")
    store.codebook.rename(coded.bill, "Statute")
    undone = store.revert(renamed)
    assert store.codebook.get(coded.bill).label == "Statute"
    assert [row.table for row in undone.left] == ["concept"]
    assert not undone


def test_undo_takes_back_its_own_columns_only(coded: Coded) -> None:
    store = coded.store
    renamed = store.codebook.rename(coded.bill, "Act")
    store.codebook.edit(coded.bill, colour="#123456")
    assert store.revert(renamed).left == ()
    assert store.codebook.get(coded.bill).label == "Bill"
    assert store.codebook.get(coded.bill).colour == "#123456"


def test_undo_of_what_is_undone_already_needs_nothing(coded: Coded) -> None:
    change = coded.store.tags.add(coded.ids, [coded.bill])
    coded.store.tags.remove(coded.ids, [coded.bill])
    again = coded.store.revert(change)
    assert (again.rows, again.left) == ((), ())


def test_undo_does_not_bring_tags_back_on_a_concept_that_is_gone(coded: Coded) -> None:
    store = coded.store
    untagged = store.tags.remove(coded.ids, [coded.draft])
    store.codebook.delete(coded.draft)
    undone = store.revert(untagged)
    assert len(undone.left) == 3
    assert store.verify().faults == ()


def test_undo_does_not_take_a_label_from_its_new_bearer(coded: Coded) -> None:
    store = coded.store
    renamed = store.codebook.rename(coded.law, "Statutes")
    store.codebook.create("law")
    assert [row.key for row in store.revert(renamed).left] == [(coded.law,)]
    assert store.codebook.get(coded.law).label == "Statutes"


def test_edits_made_together_are_kept_or_lost_together(coded: Coded) -> None:
    store, before = coded.store, dump(coded.store)
    told: list[Change] = []
    store.on_change(told.append)

    def tag_and_create(label: str) -> None:
        with store.together():
            store.tags.add(coded.ids, [coded.bill])
            store.codebook.create(label)
            assert told == []
            assert store.codebook.find(label) is not None

    with pytest.raises(ConceptTaken):
        tag_and_create("LAW")
    assert (dump(store), told) == (before, [])
    tag_and_create("Act")
    assert [change.kind for change in told] == ["tag", "create-concept"]


def test_an_edit_inside_another_that_fails_is_undone_alone(coded: Coded) -> None:
    store = coded.store
    with store.together():
        store.codebook.create("Act")
        with pytest.raises(UnknownDispatch):
            store.tags.add([coded.ids[0], 999], [coded.bill])  # type: ignore[list-item]
        store.codebook.create("Treaty")
    assert store.codebook.find("Act")
    assert store.codebook.find("Treaty")
    assert store.tags.of(coded.ids[:1]) == {coded.ids[0]: (coded.law, coded.draft)}
    assert store.verify().faults == ()


def test_what_does_not_exist_is_refused_by_name(coded: Coded) -> None:
    store, before = coded.store, dump(coded.store)
    nowhere = 999
    with pytest.raises(UnknownConcept, match="999"):
        store.tags.add(coded.ids, [coded.law, nowhere])  # type: ignore[list-item]
    with pytest.raises(UnknownConcept):
        store.codebook.create("X", broader=nowhere)  # type: ignore[arg-type]
    with pytest.raises(UnknownConcept):
        store.codebook.rename(nowhere, "X")  # type: ignore[arg-type]
    with pytest.raises(UnknownAnnotation):
        store.annotations.edit(nowhere, note="")  # type: ignore[arg-type]
    with pytest.raises(UnknownAnnotation):
        store.annotations.trash([coded.note, nowhere])  # type: ignore[list-item]
    with pytest.raises(UnknownDispatch):
        store.annotations.add(nowhere, 0, 1)  # type: ignore[arg-type]
    with pytest.raises(UnknownDispatch):
        store.dispatches.trash([nowhere])  # type: ignore[list-item]
    with pytest.raises(PassageNotFound):
        store.annotations.add(coded.ids[0], 5, 5)
    with pytest.raises(PassageNotFound):
        store.annotations.add(coded.ids[0], 5, len(BODY) + 1)
    assert dump(store) == before


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
