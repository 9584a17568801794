"""Whatever is done in the panels and in whatever order: undoing it all gives the same archive."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.commands.annotating import Remark
from desktop.commands.concepts import ConceptForm, Concepts
from index import (
    Annotation,
    ArchiveError,
    Change,
    Colour,
    ConceptTaken,
    ConceptUse,
    Span,
    StorageFull,
)
from tests.pages.coding_window import CodingWindow
from tests.pages.small_archive import BODY, Desk, open_desk

Deed = Callable[[CodingWindow, Desk, int], None]
State = tuple[object, ...]


def pick(uses: tuple[ConceptUse, ...], number: int) -> ConceptUse | None:
    return uses[number % len(uses)] if uses else None


def tag(window: CodingWindow, desk: Desk, number: int) -> None:
    desk.session.select(desk.ids[: number % 3 + 1])
    use = pick(desk.archive.codebook.all(), number)
    if use:
        window.tagging.toggle(use.concept)


def tag_anew(window: CodingWindow, desk: Desk, number: int) -> None:
    desk.session.select(desk.ids[: number % 3])
    window.tagging.add_new(("Made", f"Concept {number}"))


def annotate(window: CodingWindow, desk: Desk, number: int) -> None:
    start = number * 7 % (len(BODY) - 9)
    colour = list(Colour)[number % 8]
    window.reader.text.annotating.add(
        desk.ids[0], Span(start, start + 8), Remark(colour, f"Note {number}")
    )


def code(window: CodingWindow, desk: Desk, number: int) -> None:
    use = pick(desk.archive.codebook.all(), number)
    window.reader.text.body.select(Span(number, number + 5))
    if use:
        window.reader.text.code_passage(use.concept)


def edit_annotation(window: CodingWindow, desk: Desk, number: int) -> None:
    for annotation in desk.archive.annotations.of(desk.ids[0])[:1]:
        window.reader.text.annotating.edit(annotation, Remark(Colour.TEAL, f"Edited {number}"))


def delete_annotation(window: CodingWindow, desk: Desk, number: int) -> None:
    held = desk.archive.annotations.of(desk.ids[0])
    if held:
        window.reader.text.delete(held[number % len(held)].id)


def on_codebook(window: CodingWindow, desk: Desk, number: int) -> None:
    concepts, uses = Concepts(desk.session), desk.archive.codebook.all()
    one, other = pick(uses, number), pick(uses, number // 3)
    if one is None or other is None:
        return
    match number % 5:
        case 0:
            concepts.rename(one.concept, f"Renamed {number}")
        case 1:
            concepts.move(one.concept, other.concept)
        case 2:
            concepts.merge(one.concept, other.concept)
        case 3:
            concepts.delete(one.concept)
        case _:
            form = ConceptForm.of(one.concept)
            concepts.edit(
                one.concept, replace(form, scope_note=f"Note {number}", digit=number % 9 + 1)
            )


def step_back(window: CodingWindow, desk: Desk, number: int) -> None:
    desk.session.undo.undo()


def step_on(window: CodingWindow, desk: Desk, number: int) -> None:
    desk.session.undo.redo()


DEEDS: tuple[Deed, ...] = (
    tag, tag_anew, annotate, code, edit_annotation, delete_annotation, on_codebook, on_codebook,
    step_back, step_on,
)  # fmt: skip


def state_of(desk: Desk) -> State:
    """Everything the user made, without the moments at which it was changed."""
    archive = desk.archive
    annotations = (archive.annotations.of(each) for each in desk.ids)
    return (
        archive.codebook.all(),
        archive.tags.of(desk.ids),
        [[_timeless(each) for each in held] for held in annotations],
    )


def _timeless(annotation: Annotation) -> Annotation:
    return replace(annotation, modified=None)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 40)), max_size=14))
def test_undoing_everything_gives_the_archive_back(
    qtbot: QtBot, deeds: list[tuple[Deed, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, open_desk(Path(folder) / "archive") as desk:
        desk.archive.codebook.create("Law", digit=1)
        desk.archive.codebook.create("Encryption")
        desk.session.open_dispatch(desk.ids[0])
        window = CodingWindow(desk.session, qtbot)
        begun, stack = state_of(desk), desk.session.undo
        for deed, number in deeds:
            deed(window, desk, number)
        ended, at = state_of(desk), stack.index()
        stack.setIndex(0)
        assert state_of(desk) == begun
        stack.setIndex(at)
        assert state_of(desk) == ended
        window.close()


# --- edits that fail --------------------------------------------------------------------------


@pytest.fixture
def failures() -> list[ArchiveError]:
    return []


def test_an_edit_that_fails_is_told_and_leaves_no_step(
    tmp_path: Path, qtbot: QtBot, failures: list[ArchiveError]
) -> None:
    with open_desk(tmp_path / "archive") as desk:
        desk.session.failed.connect(failures.append)
        concepts = Concepts(desk.session)
        concepts.create(("Law",), ConceptForm("Law"))
        concepts.create(("LAW",), ConceptForm("LAW"))
        assert [type(failure) for failure in failures] == [ConceptTaken]
        assert desk.session.undo.count() == 1


def test_an_undo_that_fails_is_told_and_leaves_the_stack(
    tmp_path: Path, qtbot: QtBot, failures: list[ArchiveError], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(change: Change) -> Change:
        raise StorageFull(folder="archive", detail="no space")

    with open_desk(tmp_path / "archive") as desk:
        desk.session.failed.connect(failures.append)
        with monkeypatch.context() as patched:
            patched.setattr(desk.archive, "revert", full)
            Concepts(desk.session).create(("Law",), ConceptForm("Law"))
        desk.session.undo.undo()
        assert [type(failure) for failure in failures] == [StorageFull]
        assert desk.session.undo.count() == 0
        assert desk.archive.codebook.find("Law") is not None
