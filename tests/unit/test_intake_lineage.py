"""Versions of a story end up in one order, in whatever order and form they come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dispatch import AccessionNumber, Dispatch, Revision, Timestamp
from index.intake.fingerprint import fingerprint
from index.intake.lineage import compared
from index.intake.reading import Fixity, Found, Reading
from index.intake.recording import Register
from index.reports import Outcome
from index.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

BODY = " ".join(f"Clause {at} obliges platforms to report step{at}." for at in range(40))
STORY = Dispatch("Parliament adopts the duty", BODY, agency="AFP", filed=Timestamp.on(2025, 7, 14))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


def told(at: int, **other: object) -> Dispatch:
    """Return a telling of the story that differs a little from every other."""
    body = BODY.replace(f"step{at}.", f"stage{at} and more.")
    return replace(STORY, body=body, **other)  # type: ignore[arg-type]


def by_number(at: int) -> Dispatch:
    return told(at, revision=Revision("urn:newsml:afp.com:20250714:DUTY", at + 1))


def by_time(at: int) -> Dispatch:
    stamp = Timestamp.at(datetime(2025, 7, 14, 8 + at, tzinfo=UTC))
    return told(at, updated=stamp, revision=Revision("urn:newsml:afp.com:20250714:DUTY"))


def by_label(at: int) -> Dispatch:
    return told(at, revision=Revision(label=f"UPDATE {at}") if at else None)


def by_capture(at: int) -> Dispatch:
    stamp = Timestamp.at(datetime(2025, 8, 1 + at, 9, tzinfo=UTC))
    return told(at, captured=stamp, source_url="https://example.org/duty")


def imported(store: Store, dispatches: Sequence[Dispatch], sizes: Sequence[int] = ()) -> list[int]:
    """Import in batches of these sizes, the rest one by one; return the numbers."""
    register = Register(store, store.imports.begin(["test"]))
    readings = [
        Reading(
            f"{at}.txt",
            "",
            Found(each, Fixity(str(at), 1, "text/plain", "t 1"), None, *fingerprint(each)),
        )
        for at, each in enumerate(dispatches)
    ]
    numbers: list[int] = []
    for size in (*sizes, *[1] * len(readings)):
        batch, readings = readings[:size], readings[size:]
        numbers += [item.id for item in register.record(batch) if item.id is not None]
    return numbers


def chain(store: Store, number: int) -> list[int]:
    return [each.id for each in store.dispatches.versions(AccessionNumber(number))]


@pytest.mark.parametrize("version", [by_number, by_time, by_label, by_capture])
@settings(max_examples=25, deadline=None)
@given(
    arrival=st.permutations(range(5)),
    sizes=st.lists(st.integers(1, 3), max_size=3),
)
def test_the_order_of_arrival_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory,
    version: Callable[[int], Dispatch],
    arrival: list[int],
    sizes: list[int],
) -> None:
    with Store.open(tmp_path_factory.mktemp("a") / "a", create=True) as store:
        numbers = imported(store, [version(at) for at in arrival], sizes)
        in_order = [numbers[arrival.index(at)] for at in range(5)]
        assert chain(store, numbers[0]) == in_order
        assert store.dispatches.family(AccessionNumber(numbers[0])) == tuple(sorted(numbers))
        assert store.verify().faults == ()


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (None, "MISE À JOUR"),
        (None, "CORRECTIF"),
        (None, "DÜZELTME"),
        ("URGENT", None),
        ("SON DAKİKA", "GÜNCELLEME 1"),
        ("UPDATE 2", "UPDATE 10"),
        ("1st Ld-Writethru", "2nd Ld-Writethru"),
        ("LEAD 3", "ANNULATION"),
        ("CORRECTED", "KILL"),
        ("FLASH", "CORRECTED"),
        ("FLAŞ", "GÜNCELLEME"),
    ],
)
def test_labels_tell_the_order_within_a_day(earlier: str | None, later: str | None) -> None:
    first = told(1, revision=earlier and Revision(label=earlier))
    second = told(2, revision=later and Revision(label=later))
    assert (compared(first, second), compared(second, first)) == (-1, 1)


def test_labels_that_tell_no_order_stand_as_they_arrived(store: Store) -> None:
    labels = ("", "MISE À JOUR", "CORRECTIF")
    versions = [
        told(at, revision=Revision(label=label) if label else None)
        for at, label in enumerate(labels)
    ]
    numbers = imported(store, versions)
    assert chain(store, numbers[0]) == numbers


def test_a_correction_of_an_update_may_stand_on_either_side() -> None:
    corrected, update = (
        told(at, revision=Revision(label=label))
        for at, label in enumerate(("CORRECTED", "UPDATE 1"))
    )
    assert compared(corrected, update) is None


def test_what_a_version_replaces_comes_before_it() -> None:
    first = told(1, revision=Revision("urn:story:one-of-many", None))
    second = told(2, revision=Revision("urn:story:two", None, None, "urn:story:one-of-many"))
    assert compared(second, first) == 1


def test_a_version_names_its_forerunner_by_another_identifier(store: Store) -> None:
    first = replace(STORY, body="Flash.", revision=Revision("urn:story:one"))
    second = told(1, revision=Revision("urn:story:two", supersedes="urn:story:one"))
    one, two = imported(store, [first, second])
    assert chain(store, one) == [one, two]


def test_the_zones_of_two_clocks_count() -> None:
    paris = Timestamp.at(datetime.fromisoformat("2025-07-14T12:30:00+02:00"))
    london = Timestamp.at(datetime.fromisoformat("2025-07-14T11:45:00+01:00"))
    assert compared(told(1, filed=paris), told(2, filed=london)) == -1


def test_newsml_1_and_newsml_g2_name_one_story(store: Store) -> None:
    first = told(1, revision=Revision("afp.com:TX-PAR-AB12", 1))
    second = told(2, revision=Revision("urn:newsml:afp.com:20250714T0900Z:TX-PAR-AB12", 2))
    two, one = imported(store, [second, first])
    assert chain(store, one) == [one, two]


def test_bare_numbers_of_two_publishers_are_two_stories(store: Store) -> None:
    def entry(agency: str, body: str) -> Dispatch:
        return replace(STORY, agency=agency, body=body, revision=Revision("1042"))

    numbers = imported(store, [entry("dpa", "One word."), entry("ANSA", "Another word.")])
    assert [chain(store, number) for number in numbers] == [[number] for number in numbers]


def test_a_bridging_dispatch_brings_two_families_together(store: Store) -> None:
    ground = [f"word{at}" for at in range(120)]
    left = ground[:80] + [f"left{at}" for at in range(40)]
    right = [f"right{at}" for at in range(40)] + ground[40:]

    def pickup(agency: str, words: list[str], at: int) -> Dispatch:
        body = " ".join([*words[:-1], f"end{at}"])
        return Dispatch(f"Duty {agency}", body, agency=agency)

    agencies = [f"Paper {at}" for at in range(20)]
    apart = [pickup(name, left if at % 2 else right, at) for at, name in enumerate(agencies)]
    numbers = imported(store, apart, [7, 3])
    assert len({store.dispatches.family(AccessionNumber(number)) for number in numbers}) == 2
    (bridge,) = imported(store, [pickup("Bridge", ground, 99)])
    assert store.dispatches.family(AccessionNumber(bridge)) == (*sorted(numbers), bridge)


def test_what_was_set_apart_by_hand_stays_apart(store: Store) -> None:
    one, two = imported(store, [by_number(0), by_number(1)])
    store.dispatches.separate([AccessionNumber(one)])
    (three,) = imported(store, [by_number(2)])
    assert chain(store, three) == [two, three]
    assert chain(store, one) == [one]
    assert store.dispatches.family(AccessionNumber(one)) == (one,)


def test_the_report_names_what_is_a_version(store: Store) -> None:
    register = Register(store, store.imports.begin(["test"]))
    found = [
        Found(each, Fixity("x", 1, "text/plain", "t 1"), None, *fingerprint(each))
        for each in (by_number(1), by_number(1), by_number(0))
    ]
    items = register.record([Reading("x", f"#{at}", each) for at, each in enumerate(found)])
    assert [item.outcome for item in items] == [
        Outcome.IMPORTED,
        Outcome.DUPLICATE,
        Outcome.NEW_VERSION,
    ]
    assert items[1].id == items[0].id
