"""Every edit can be taken back and done again, and each says what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.annotation import Colour
from index.changes import Change
from index.dispatch import Timestamp
from index.errors import (
    ConceptTaken,
    PassageNotFound,
    UnknownAnnotation,
    UnknownConcept,
    UnknownDispatch,
)
from index.query import Query
from index.selectors import describe
from tests.strategies.accessions import BODY, dump
from tests.strategies.coded import Coded, coded_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[Coded]:
    with coded_store(tmp_path / "archive") as filled:
        yield filled


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


def test_tags_of_many_dispatches_are_counted_as_they_are_listed(coded: Coded) -> None:
    coded.store.tags.add(coded.ids[:3], [coded.bill])
    listed = [each for tags in coded.store.tags.of(coded.ids).values() for each in tags]
    counted = coded.store.tags.counts(coded.ids)
    assert counted == {each: listed.count(each) for each in listed}
    assert counted[coded.bill] >= 3
    assert coded.store.tags.counts([]) == {}


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
