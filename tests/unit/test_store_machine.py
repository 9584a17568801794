"""Whatever is done to codebook, tags and annotations: undo and redo walk back and forth exactly."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from index.annotation import Colour
from index.errors import ConceptCycle, ConceptTaken, PassagesApart, RuleTaken
from index.query import Query
from index.selectors import Span, describe
from index.store import Store, by_coder
from tests.strategies.accessions import BODY, accession, dump

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.changes import Change
    from index.keys import AnnotationId, ConceptId

LABELS = st.sampled_from(["Law", "law", "Bill", "Draft", "Loi", "Code", "LÓI"])
picks = st.integers(0, 99)


class Coding(RuleBasedStateMachine):
    """An archivist at work, with a finger on Ctrl+Z."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.open(self.folder / "archive", create=True)
        self.ids = self.store.dispatches.add([accession(f"Story {at}") for at in range(5)])
        self.done: list[tuple[Change, dict[str, Any], dict[str, Any]]] = []
        self.undone: list[tuple[Change, dict[str, Any], dict[str, Any]]] = []

    def teardown(self) -> None:
        assert self.store.verify().faults == ()
        self.store.close()
        shutil.rmtree(self.folder)

    def do(self, edit: Callable[[], Change]) -> None:
        before, generation = dump(self.store), self.store.corpus.generation
        try:
            change = edit()
        except (ConceptTaken, ConceptCycle, PassagesApart, RuleTaken):
            assert dump(self.store) == before
            return
        again = self.store.corpus.changed_count(generation)
        assert again == 0 or change.reindex, "no other edit has a dispatch indexed again"
        if change:
            self.done.append((change, before, dump(self.store)))
            self.undone.clear()

    def concept(self, pick: int) -> ConceptId:
        uses = self.store.codebook.all()
        return uses[pick % len(uses)].concept.id

    def note(self, pick: int) -> AnnotationId | None:
        notes = [*self.store.annotations.all(), *self.store.annotations.trashed()]
        return notes[pick % len(notes)].id if notes else None

    @initialize()
    def begin(self) -> None:
        self.store.codebook.create("First")

    @rule(label=LABELS, pick=picks, root=st.booleans(), digit=st.none() | st.integers(1, 3))
    def create(self, label: str, pick: int, root: bool, digit: int | None) -> None:
        broader = None if root else self.concept(pick)
        self.do(lambda: self.store.codebook.create(label, broader=broader, digit=digit)[1])

    @rule(pick=picks, label=LABELS)
    def rename(self, pick: int, label: str) -> None:
        self.do(lambda: self.store.codebook.rename(self.concept(pick), label))

    @rule(pick=picks, other=st.none() | picks)
    def move(self, pick: int, other: int | None) -> None:
        broader = None if other is None else self.concept(other)
        self.do(lambda: self.store.codebook.move(self.concept(pick), broader))

    @rule(pick=picks, aliases=st.lists(LABELS, max_size=3), digit=st.none() | st.integers(1, 3))
    def describe(self, pick: int, aliases: list[str], digit: int | None) -> None:
        self.do(
            lambda: self.store.codebook.edit(
                self.concept(pick), aliases=aliases, digit=digit, labels={"fr": "Loi"}
            )
        )

    @rule(pick=picks, other=picks)
    def merge(self, pick: int, other: int) -> None:
        self.do(lambda: self.store.codebook.merge(self.concept(pick), self.concept(other)))

    @precondition(lambda self: len(self.store.codebook.all()) > 1)
    @rule(pick=picks)
    def delete(self, pick: int) -> None:
        doomed = self.store.codebook.narrower(self.concept(pick))
        if len(doomed) < len(self.store.codebook.all()):
            self.do(lambda: self.store.codebook.delete(self.concept(pick)))

    @rule(pick=picks, retired=st.booleans())
    def retire(self, pick: int, retired: bool) -> None:
        self.do(lambda: self.store.codebook.retire(self.concept(pick), retired=retired))

    @rule(chosen=st.sets(st.integers(0, 4)), picked=st.lists(picks, max_size=3))
    def tag(self, chosen: set[int], picked: list[int]) -> None:
        ids, concepts = [self.ids[at] for at in chosen], [self.concept(pick) for pick in picked]
        self.do(lambda: self.store.tags.add(ids, concepts))

    @rule(chosen=st.sets(st.integers(0, 4)), pick=picks)
    def untag(self, chosen: set[int], pick: int) -> None:
        ids = [self.ids[at] for at in chosen]
        self.do(lambda: self.store.tags.remove(ids, [self.concept(pick)]))

    @rule(
        at=st.integers(0, 4),
        start=st.integers(0, len(BODY) - 6),
        picked=st.lists(picks, max_size=3),
    )
    def annotate(self, at: int, start: int, picked: list[int]) -> None:
        concepts = [self.concept(pick) for pick in picked]
        self.do(
            lambda: self.store.annotations.add(self.ids[at], start, start + 5, concepts=concepts)[1]
        )

    @rule(
        chosen=st.sets(st.integers(0, 4)),
        starts=st.lists(st.integers(0, 40), max_size=3),
        picked=st.lists(picks, max_size=2),
    )
    def annotate_each(self, chosen: set[int], starts: list[int], picked: list[int]) -> None:
        places = [(self.ids[at], Span(start, start + 5)) for at in chosen for start in starts]
        concepts = [self.concept(pick) for pick in picked]
        self.do(lambda: self.store.annotations.add_each(places, concepts=concepts)[1])

    @rule(one=picks, other=picks)
    def merge_notes(self, one: int, other: int) -> None:
        ids = [note for note in (self.note(one), self.note(other)) if note is not None]
        self.do(lambda: self.store.annotations.merge(ids)[1])

    @rule(
        pick=picks, colour=st.sampled_from(Colour), picked=st.none() | st.lists(picks, max_size=3)
    )
    def edit_note(self, pick: int, colour: Colour, picked: list[int] | None) -> None:
        note = self.note(pick)
        concepts = None if picked is None else [self.concept(each) for each in picked]
        if note is not None:
            self.do(
                lambda: self.store.annotations.edit(
                    note, colour=colour, note="n", concepts=concepts
                )
            )

    @rule(pick=picks, start=st.none() | st.integers(0, len(BODY) - 6))
    def place_note(self, pick: int, start: int | None) -> None:
        note = self.note(pick)
        place = None if start is None else describe(BODY, start, start + 5)
        if note is not None:
            self.do(lambda: self.store.annotations.place(note, place))

    @rule(one=st.integers(0, 4), other=st.integers(0, 4), kin=st.sets(st.integers(0, 4)))
    def link(self, one: int, other: int, kin: set[int]) -> None:
        earlier = None if one == other else self.ids[other]
        kindred = [self.ids[at] for at in kin - {one}]
        self.do(lambda: self.store.dispatches.link(self.ids[one], supersedes=earlier, kin=kindred))

    @rule(pick=picks, back=st.booleans())
    def trash_note(self, pick: int, back: bool) -> None:
        note, notes = self.note(pick), self.store.annotations
        if note is not None:
            self.do(lambda: notes.restore([note]) if back else notes.trash([note]))

    @rule(chosen=st.sets(st.integers(0, 4)), back=st.booleans())
    def trash(self, chosen: set[int], back: bool) -> None:
        ids, dispatches = [self.ids[at] for at in chosen], self.store.dispatches
        self.do(lambda: dispatches.restore(ids) if back else dispatches.trash(ids))

    @rule(at=st.integers(0, 4), city=st.sampled_from(["", "Paris", "Ankara"]))
    def correct(self, at: int, city: str) -> None:
        self.do(lambda: self.store.dispatches.correct(self.ids[at], "city", city))

    @rule(name=LABELS, text=LABELS)
    def save_search(self, name: str, text: str) -> None:
        self.do(lambda: self.store.searches.save(name, Query(text))[1])

    @precondition(lambda self: self.store.searches.saved())
    @rule(pick=picks)
    def forget_search(self, pick: int) -> None:
        saved = self.store.searches.saved()
        self.do(lambda: self.store.searches.delete(saved[pick % len(saved)].id))

    @rule(pick=picks, label=LABELS, chosen=st.sets(st.integers(0, 4)), notes=st.booleans())
    def split(self, pick: int, label: str, chosen: set[int], notes: bool) -> None:
        concept = self.concept(pick)
        moved = self.store.codebook.uses(concept).annotations if notes else ()
        ids = [self.ids[at] for at in chosen]
        self.do(
            lambda: self.store.codebook.split(concept, label, dispatches=ids, annotations=moved)[1]
        )

    @rule(name=LABELS, pick=picks)
    def add_rule(self, name: str, pick: int) -> None:
        self.do(lambda: self.store.rules.add(name, self.concept(pick), Query("draft"))[1])

    @precondition(lambda self: self.store.rules.all())
    @rule(pick=picks, name=st.none() | LABELS)
    def rename_or_delete_rule(self, pick: int, name: str | None) -> None:
        held, rules = self.store.rules.all(), self.store.rules
        chosen = held[pick % len(held)].id
        self.do(lambda: rules.delete(chosen) if name is None else rules.rename(chosen, name))

    @precondition(lambda self: self.store.rules.all())
    @rule(pick=picks, chosen=st.sets(st.integers(0, 4)))
    def run_rule(self, pick: int, chosen: set[int]) -> None:
        held = self.store.rules.all()
        ids = [self.ids[at] for at in chosen]
        self.do(lambda: self.store.rules.apply(held[pick % len(held)].id, ids))

    @rule(at=st.integers(0, 4), text=LABELS, back=st.booleans())
    def reject(self, at: int, text: str, back: bool) -> None:
        rejections, number = self.store.rejections, self.ids[at]
        edit = rejections.forget if back else rejections.add
        self.do(lambda: edit(number, "concept", text))

    @rule(
        coder=st.sampled_from(["Ada", "ADA", "Bo"]), chosen=st.none() | st.sets(st.integers(0, 4))
    )
    def import_layer(self, coder: str, chosen: set[int] | None) -> None:
        ids = None if chosen is None else [self.ids[at] for at in chosen]
        own, layers = by_coder(self.store.layers.own(ids), coder), self.store.layers
        self.do(lambda: layers.add(coder, "", own)[1])

    @precondition(lambda self: self.store.layers.all())
    @rule(pick=picks)
    def remove_layer(self, pick: int) -> None:
        layers = self.store.layers.all()
        self.do(lambda: self.store.layers.remove(layers[pick % len(layers)].id))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        change, before, after = self.done.pop()
        reverse = self.store.revert(change)
        assert reverse.left == ()
        assert dump(self.store) == before
        self.undone.append((reverse, before, after))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        reverse, before, after = self.undone.pop()
        change = self.store.revert(reverse)
        assert change.left == ()
        assert dump(self.store) == after
        self.done.append((change, before, after))

    @invariant()
    def paths_lead_to_their_concepts(self) -> None:
        for use in self.store.codebook.all():
            found = self.store.codebook.find(use.full_path)
            assert found is not None
            assert found.id == use.concept.id


TestCoding = Coding.TestCase
TestCoding.settings = settings(
    max_examples=25,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
