"""What a dispatch is to the archive: new, known, another version, another telling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from index.dispatch import (
    Accession,
    AccessionNumber,
    Dispatch,
    Provenance,
    Revision,
    Timestamp,
)
from index.intake.fingerprint import fingerprint
from index.intake.reading import Fixity, Found, Reading
from index.intake.recognition import Recogniser, Verdict
from index.intake.recording import Register
from index.reports import Outcome
from index.store import NewAccession, Store

BODY = " ".join(
    f"Clause {number} obliges platforms to report step{number}." for number in range(40)
)
STORY = Dispatch(
    "Parliament adopts the reporting duty", BODY, agency="AFP", filed=Timestamp.on(2025, 7, 14)
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


def found(dispatch: Dispatch) -> Found:
    fixity = Fixity(dispatch.headline, 1, "text/plain", "text 1")
    return Found(dispatch, fixity, None, *fingerprint(dispatch))


def taken(store: Store, *dispatches: Dispatch) -> list[Outcome]:
    """Import dispatches one by one, as separate batches."""
    log = store.imports.begin(["test"])
    register = Register(store, log)
    return [
        item.outcome
        for at, each in enumerate(dispatches)
        for item in register.record([Reading(f"{at}.txt", "", found(each))])
    ]


def judged(store: Store, *dispatches: Dispatch) -> list[Verdict]:
    """Judge dispatches as one batch."""
    return Recogniser(store.dispatches).judge([found(each) for each in dispatches])


def told_again(dispatch: Dispatch, **other: object) -> Dispatch:
    body = dispatch.body.replace("Clause 3 ", "Section 3 ").replace("Clause 30", "Section 30")
    return replace(dispatch, body=body, **other)  # type: ignore[arg-type]


LABELLED = told_again(STORY, revision=Revision(label="MISE À JOUR"))


def test_the_same_words_are_a_duplicate(store: Store) -> None:
    shouted = replace(STORY, headline=STORY.headline.upper(), standfirst="other")
    assert taken(store, STORY, shouted) == [Outcome.IMPORTED, Outcome.DUPLICATE]


def test_an_update_label_on_a_like_text_is_a_new_version(store: Store) -> None:
    assert taken(store, STORY, LABELLED) == [Outcome.IMPORTED, Outcome.NEW_VERSION]
    first, second = store.dispatches.ids()
    assert store.dispatches.get(second).supersedes == first
    assert [each.id for each in store.dispatches.versions(first)] == [first, second]


def test_a_like_text_without_a_label_is_kin(store: Store) -> None:
    assert taken(store, STORY, told_again(STORY)) == [Outcome.IMPORTED, Outcome.IMPORTED]
    first, second = store.dispatches.ids()
    assert store.dispatches.get(second).supersedes is None
    assert store.dispatches.family(first) == (first, second)


@pytest.mark.parametrize(
    "other",
    [
        told_again(STORY, agency="Reuters", revision=Revision(label="UPDATE 1")),
        told_again(STORY, filed=Timestamp.on(2025, 9, 1), revision=Revision(label="UPDATE 1")),
    ],
    ids=["another agency", "weeks later"],
)
def test_a_label_does_not_tie_unrelated_tellings(store: Store, other: Dispatch) -> None:
    assert taken(store, STORY, other) == [Outcome.IMPORTED, Outcome.IMPORTED]


def test_another_capture_of_a_page_is_a_new_version(store: Store) -> None:
    page = replace(STORY, source_url="https://example.org/duty")
    assert taken(store, page, told_again(page)) == [Outcome.IMPORTED, Outcome.NEW_VERSION]


def test_a_first_take_is_a_version_only_if_it_says_so(store: Store) -> None:
    take = replace(STORY, headline="Urgent", body=BODY[: len(BODY) * 3 // 10])
    assert [verdict.kin for verdict in judged(store, take, STORY)] == [(), ()]
    labelled = replace(STORY, revision=Revision(label="UPDATE 1"))
    assert judged(store, take, labelled)[1].versions == (fingerprint(take)[0],)


def test_an_unrelated_text_is_new(store: Store) -> None:
    other = replace(STORY, headline="Schools teach media literacy", body="Quite other words. " * 30)
    assert taken(store, STORY, other) == [Outcome.IMPORTED, Outcome.IMPORTED]
    first, _ = store.dispatches.ids()
    assert store.dispatches.family(first) == (first,)


def test_one_story_identifier_makes_versions_of_unlike_texts(store: Store) -> None:
    first = replace(STORY, body="Flash.", revision=Revision(guid="urn:story:1", number=1))
    second = replace(STORY, body="A long take.", revision=Revision(guid="urn:story:1", number=2))
    third = replace(STORY, body="A longer take.", revision=Revision(guid="urn:story:1", number=3))
    assert taken(store, first, second, third)[1:] == [Outcome.NEW_VERSION] * 2
    one, two, three = store.dispatches.ids()
    assert store.dispatches.get(two).supersedes == one
    assert store.dispatches.get(three).supersedes == two


def test_versions_that_come_in_the_wrong_order_are_put_right(store: Store) -> None:
    later = replace(STORY, revision=Revision(guid="urn:story:1", number=2))
    earlier = replace(STORY, body="Flash.", revision=Revision(guid="urn:story:1", number=1))
    assert taken(store, later, earlier) == [Outcome.IMPORTED, Outcome.NEW_VERSION]
    one, two = store.dispatches.ids()
    assert store.dispatches.get(one).supersedes == two
    assert store.dispatches.get(two).supersedes is None


def test_without_numbers_the_dates_decide(store: Store) -> None:
    def at(hour: int, body: str) -> Dispatch:
        stamp = Timestamp.at(datetime(2025, 7, 14, hour))
        return replace(STORY, body=body, filed=stamp, revision=Revision(guid="urn:story:1"))

    taken(store, at(9, "Flash."), at(15, "Final take."), at(12, "Second take."))
    nine, _, noon = store.dispatches.ids()
    assert store.dispatches.get(noon).supersedes == nine


def test_within_one_batch_all_of_it_holds_too(store: Store) -> None:
    verdicts = judged(store, STORY, STORY, LABELLED, told_again(STORY, headline="Otherwise"))
    first = fingerprint(STORY)[0]
    assert [verdict.outcome for verdict in verdicts] == [
        Outcome.IMPORTED,
        Outcome.DUPLICATE,
        Outcome.NEW_VERSION,
        Outcome.NEW_VERSION,
    ]
    assert verdicts[1].same_as == first
    assert verdicts[2].versions == (first,)
    assert set(verdicts[3].kin) == {first, fingerprint(LABELLED)[0]}


def test_a_batch_is_linked_as_it_was_judged(store: Store) -> None:
    log = store.imports.begin(["test"])
    readings = [Reading("a.txt", "", found(STORY)), Reading("b.txt", "", found(LABELLED))]
    one, two = Register(store, log).record(readings)
    assert two.id is not None
    assert store.dispatches.get(two.id).supersedes == one.id


def test_what_is_held_already_counts(store: Store) -> None:
    (number,) = store.dispatches.add(
        [NewAccession(STORY, Provenance("x"), None, *fingerprint(STORY))]
    )
    (verdict,) = judged(store, STORY)
    assert verdict == Verdict(Outcome.DUPLICATE, same_as=number)


def test_held_versions_are_read_once_for_a_batch(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = [
        replace(STORY, body=f"{at} {BODY}", revision=Revision(guid="urn:newsml:x:1", number=at))
        for at in range(12)
    ]
    taken(store, *versions[:6])
    read: list[int] = []
    each = store.dispatches.each

    def counted(ids: Iterable[AccessionNumber]) -> Iterator[Accession]:
        for accession in each(ids):
            read.append(accession.id)
            yield accession

    monkeypatch.setattr(store.dispatches, "each", counted)
    verdicts = judged(store, *versions[6:])
    assert [len(verdict.versions) for verdict in verdicts] == [6, 7, 8, 9, 10, 11]
    assert max(Counter(read).values()) <= 2  # once by identifier, once by likeness
