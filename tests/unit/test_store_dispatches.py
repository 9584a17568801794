"""Dispatches: duplicates, versions, families, corrections, the trash."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.dispatch import AccessionNumber, Revision, Timestamp
from index.errors import UnknownDispatch
from index.store import CORRECTABLE, NewAccession, Store
from index.store import sketches as sketches_module
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from index.changes import Change


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


def add(store: Store, *batch: NewAccession) -> Sequence[AccessionNumber]:
    return store.dispatches.add(batch)


# --- what is held already -------------------------------------------------------------------------


def test_content_is_found_where_it_is_outside_the_trash(store: Store) -> None:
    first, second = add(store, accession(content="c1"), accession(content="c1"))
    assert store.dispatches.with_content(["c1", "c2"]) == {"c1": first}
    store.dispatches.trash([first])
    assert store.dispatches.with_content(["c1"]) == {"c1": second}
    store.dispatches.trash([second])
    assert store.dispatches.with_content(["c1"]) == {"c1": first}


def test_files_are_known_by_their_bytes(store: Store) -> None:
    one = accession("One", "Same bytes")
    first, second = add(store, one, replace(one, content_hash="other"))
    held = store.dispatches.with_fixity([one.provenance.sha256, "0" * 64])
    assert held == {one.provenance.sha256: (first, second)}


def test_stories_are_known_by_their_identifier(store: Store) -> None:
    first, second, _ = add(
        store,
        accession("One", revision=Revision(guid="urn:a", number=1)),
        accession("Two", revision=Revision(guid="urn:a", number=2)),
        accession("Three", revision=Revision(number=2)),
    )
    assert store.dispatches.with_guid(["urn:a", "urn:b"]) == {"urn:a": (first, second)}


# --- versions and families ------------------------------------------------------------------------


def test_versions_follow_each_other_whatever_order_they_came_in(store: Store) -> None:
    (second,) = add(store, accession("Second", content="v2"))
    third, first = add(
        store, accession("Third", content="v3", supersedes=second), accession("First", content="v1")
    )
    store.dispatches.link(second, supersedes=first)
    for number in (first, second, third):
        assert [each.id for each in store.dispatches.versions(number)] == [first, second, third]
        assert store.dispatches.family(number) == (second, third, first) == tuple(sorted(
            (first, second, third)
        ))  # fmt: skip
    assert store.dispatches.get(third).supersedes == second


def test_versions_of_one_batch_name_each_other_by_content(store: Store) -> None:
    first, second, alone = add(
        store,
        accession("First", content="v1"),
        accession("Second", content="v2", supersedes="v1"),
        accession("Alone", content="x", kin=("nowhere",)),
    )
    assert [each.id for each in store.dispatches.versions(first)] == [first, second]
    assert store.dispatches.get(alone).family == 0
    assert store.dispatches.family(alone) == (alone,)
    assert store.verify().faults == ()


def test_a_chain_of_versions_never_closes(store: Store) -> None:
    first, second = add(store, accession("First"), accession("Second"))
    store.dispatches.link(second, supersedes=first)
    assert not store.dispatches.link(first, supersedes=second)
    assert [each.id for each in store.dispatches.versions(first)] == [first, second]


def test_kin_bring_their_families_together(store: Store) -> None:
    a, b, c, d = add(store, *(accession(name) for name in "abcd"))
    store.dispatches.link(b, kin=[a])
    store.dispatches.link(d, kin=[c])
    (e,) = add(store, accession("e", kin=(b, d)))
    assert store.dispatches.family(e) == (a, b, c, d, e)
    assert len({each.family for each in store.dispatches.each([a, b, c, d, e])}) == 1


def test_a_link_of_an_import_is_told_with_it(store: Store) -> None:
    (first,) = add(store, accession("First"))
    told: list[Change] = []
    store.on_change(told.append)
    (second,) = add(store, accession("Second", kin=(first,)))
    assert told[0].kind == "import"
    assert told[0].dispatches == {first, second}
    assert told[0].reindex == {second}
    assert not store.revert(told[0]), "an import is not an edit: use the trash"


# --- sketches -------------------------------------------------------------------------------------


@pytest.mark.parametrize("fresh", [2000, 3], ids=["in a dict", "in sorted arrays"])
def test_kin_share_hashes_and_are_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch, fresh: int
) -> None:
    monkeypatch.setattr(sketches_module, "_FRESH", fresh)
    chance = random.Random(5)  # noqa: S311
    drawn = [sorted(chance.sample(range(2**32), 48)) for _ in range(20)]
    ids = add(store, *(accession(str(at), sketch=tuple(each)) for at, each in enumerate(drawn)))
    near = (*drawn[7][:30], *drawn[8][:12], *chance.sample(range(2**32), 6))
    assert store.dispatches.akin(near) == [(ids[7], 30), (ids[8], 12)]
    (late,) = add(store, accession("late", sketch=near))
    assert store.dispatches.akin(near, shared=20) == [(late, 48), (ids[7], 30)]
    store.dispatches.forget_sketches()
    assert store.dispatches.akin(near, shared=20) == [(late, 48), (ids[7], 30)]
    assert store.dispatches.akin((), shared=1) == []
    store.dispatches.trash([late])
    assert store.dispatches.akin(near) == [(ids[7], 30), (ids[8], 12)]


def test_what_was_never_committed_is_no_kin(store: Store) -> None:
    sketch = tuple(range(48))
    held = accession("held", sketch=sketch)

    def take_in_and_ask() -> None:
        with store.together():
            add(store, held)
            assert store.dispatches.akin(sketch) == []
            store.dispatches.get(AccessionNumber(999))

    with pytest.raises(UnknownDispatch):
        take_in_and_ask()
    assert store.dispatches.akin(sketch) == []
    (number,) = add(store, held)
    assert store.dispatches.akin(sketch) == [(number, 48)]


# --- corrections ----------------------------------------------------------------------------------


def test_the_first_value_is_kept_through_any_number_of_corrections(store: Store) -> None:
    (number,) = add(store, accession("Recognised", filed=Timestamp.on(2024, 3, 4)))
    store.dispatches.correct(number, "headline", "Better")
    store.dispatches.correct(number, "headline", "Best")
    store.dispatches.correct(number, "filed", None)
    kept = {each.field: each.original for each in store.dispatches.corrections(number)}
    assert kept == {"headline": "Recognised", "filed": Timestamp.on(2024, 3, 4)}
    held = store.dispatches.get(number).dispatch
    assert (held.headline, held.filed) == ("Best", None)
    store.dispatches.correct(number, "headline", "Recognised")
    assert [each.field for each in store.dispatches.corrections(number)] == ["filed"]


STAMPS = {"filed", "updated", "captured", "embargo"}
LISTS = {"byline", "section", "keywords"}


@pytest.mark.parametrize("field", sorted(CORRECTABLE))
def test_each_field_takes_a_correction(store: Store, field: str) -> None:
    (number,) = add(store, accession())
    value: object = Timestamp.on(2024, 10, 18) if field in STAMPS else "new"
    value = ("one", "two") if field in LISTS else value
    store.dispatches.correct(number, field, value)
    assert getattr(store.dispatches.get(number).dispatch, field) == value
    assert store.verify().faults == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [("body", "x"), ("headline", ("x",)), ("byline", "x"), ("filed", "2024"), ("id", 3)],
)
def test_what_cannot_be_corrected_is_refused(store: Store, field: str, value: object) -> None:
    (number,) = add(store, accession())
    with pytest.raises(ValueError, match=field):
        store.dispatches.correct(number, field, value)


def test_a_corrected_date_moves_in_the_columns(store: Store) -> None:
    (number,) = add(store, accession())
    store.dispatches.correct(number, "filed", Timestamp.on(2024, 10, 18))
    assert store.corpus.columns().filed == (Timestamp.on(2024, 10, 18).day.toordinal(),)


# --- the trash ------------------------------------------------------------------------------------


def test_the_trash_keeps_what_the_user_made(store: Store) -> None:
    kept, gone = add(store, accession("Kept"), accession("Gone"))
    concept, _ = store.codebook.create("Law")
    store.tags.add([kept, gone], [concept])
    store.dispatches.trash([gone])
    assert store.dispatches.ids() == (kept,)
    assert store.dispatches.ids(trashed=True) == (gone,)
    assert store.dispatches.get(gone).trashed
    assert store.tags.of([gone]) == {gone: (concept,)}


def test_only_the_trash_can_be_purged(store: Store) -> None:
    kept, gone = add(store, accession("Kept"), accession("Gone"))
    concept, _ = store.codebook.create("Law")
    store.tags.add([kept, gone], [concept])
    store.annotations.add(gone, 0, 3, concepts=[concept])
    store.dispatches.link(kept, supersedes=gone)
    store.dispatches.trash([gone])
    change = store.dispatches.purge([kept, gone])
    assert change.reindex == {gone}
    assert store.dispatches.ids() == (kept,)
    assert store.dispatches.ids(trashed=True) == ()
    assert store.dispatches.get(kept).supersedes is None
    assert store.verify().faults == ()


def test_accessions_come_in_the_order_asked(store: Store) -> None:
    ids = add(store, *(accession(str(at)) for at in range(5)))
    wanted = [ids[3], ids[0], 999, ids[4]]
    assert [each.id for each in store.dispatches.each(wanted)] == [ids[3], ids[0], ids[4]]  # type: ignore[arg-type]
