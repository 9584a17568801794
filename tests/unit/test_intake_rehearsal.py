"""A dry run says of each dispatch what the import would, however the inputs fall into batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.dispatch import Dispatch, Revision
from index.intake.fingerprint import fingerprint
from index.intake.reading import Fixity, Found, Reading
from index.intake.recording import Recorder, Register
from index.intake.rehearsal import Rehearsal
from index.reports import ImportItem, Outcome
from index.store import Store

BODY = " ".join(
    f"Article {number} obliges services to assess risk{number} yearly." for number in range(40)
)
STORY = Dispatch("Senate adopts the online safety act", BODY, agency="AFP")
UPDATE = replace(
    STORY, body=BODY.replace("Article 3 ", "Section 3 "), revision=Revision(label="MISE À JOUR")
)
OTHER = Dispatch("Regulator opens a consultation", "A consultation runs until May.", agency="PA")
BY_NUMBER = Revision("urn:newsml:afp.example:20250714:senate", 1)
FIRST = replace(OTHER, revision=BY_NUMBER)
SECOND = replace(
    OTHER, body="A consultation runs until June now.", revision=replace(BY_NUMBER, number=2)
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


def reading(at: int, dispatch: Dispatch) -> Reading:
    fixity = Fixity(f"{at:064}", 1, "text/plain", "text 1")
    return Reading(f"{at}.txt", "", Found(dispatch, fixity, None, *fingerprint(dispatch)))


def one_by_one(recorder: Recorder, dispatches: tuple[Dispatch, ...]) -> list[ImportItem]:
    """Give each dispatch to the recorder as a batch of its own."""
    return [
        item for at, each in enumerate(dispatches) for item in recorder.record([reading(at, each)])
    ]


def retold(dispatch: Dispatch, agency: str, number: int) -> Dispatch:
    """Return the story as another agency tells it."""
    body = dispatch.body.replace(f"risk{number} yearly", f"risk{number} twice a year")
    return replace(dispatch, agency=agency, body=body)


TELLINGS = tuple(retold(STORY, f"Agency {number}", number) for number in range(10))


@pytest.mark.parametrize(
    ("held", "dispatches"),
    [
        ((), (STORY, UPDATE)),
        ((), (FIRST, STORY, SECOND)),
        ((), (STORY, OTHER, STORY)),
        ((), (STORY, *TELLINGS, UPDATE)),
        ((STORY,), (OTHER, UPDATE, UPDATE)),
        ((FIRST,), (STORY, SECOND, UPDATE)),
        (TELLINGS[:5], (STORY, *TELLINGS[5:], UPDATE)),
    ],
)
def test_a_rehearsal_foresees_what_the_import_does(
    store: Store, held: tuple[Dispatch, ...], dispatches: tuple[Dispatch, ...]
) -> None:
    log = store.imports.begin(["test"])
    one_by_one(Register(store, log), held)
    foreseen = one_by_one(Rehearsal(store), dispatches)
    done = one_by_one(Register(store, log), dispatches)
    assert [each.outcome for each in foreseen] == [each.outcome for each in done]


def test_a_rehearsal_names_no_number_that_is_not_on_record(store: Store) -> None:
    one_by_one(Register(store, store.imports.begin(["test"])), (OTHER,))
    items = one_by_one(Rehearsal(store), (STORY, STORY, OTHER))
    assert [each.outcome for each in items] == [
        Outcome.IMPORTED,
        Outcome.DUPLICATE,
        Outcome.DUPLICATE,
    ]
    assert [each.id for each in items] == [None, None, store.dispatches.ids()[0]]


def test_a_rehearsal_records_nothing(store: Store) -> None:
    one_by_one(Rehearsal(store), (STORY, UPDATE, OTHER))
    assert store.dispatches.ids() == ()
