"""What the search index reads: texts that changed, columns, tags, notes, cards."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from index.corpus import UNDATED, Corpus, TextRecord, own_headline
from index.dispatch import Precision, Timestamp, Zone
from index.store import Store
from index.store import corpus as corpus_module
from index.store.schema import steps
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        yield opened


def test_the_store_is_a_corpus(store: Store) -> None:
    corpus: Corpus = store.corpus
    assert corpus.archive_id == store.corpus.archive_id
    assert len(corpus.archive_id) == 36


def test_an_empty_archive_has_empty_columns(store: Store) -> None:
    columns = store.corpus.columns()
    assert (len(columns.ids), len(columns.family), len(columns.sections)) == (0, 0, 0)
    assert store.corpus.tag_pairs() == ((), ())
    assert store.corpus.notes() == []
    assert store.corpus.count() == 0
    assert list(store.corpus.changed(0)) == []


def test_columns_hold_every_dispatch_outside_the_trash(store: Store) -> None:
    filed = Timestamp(datetime(2024, 10, 18, 15, 4), Precision.MINUTE)
    first, gone, last = store.dispatches.add([
        accession("One", filed=filed, agency="Agency", city="Paris", language="fr",
                  section=("Politique", "Monde")),
        accession("Two"),
        accession("Three", updated=Timestamp.on(2024, 1, 2), section=("Monde",)),
    ])  # fmt: skip
    store.dispatches.trash([gone])
    columns = store.corpus.columns()
    assert columns.ids == (first, last)
    assert columns.filed == (date(2024, 10, 18).toordinal(), UNDATED)
    assert columns.minutes == (15 * 60 + 4, 0)
    assert columns.updated == (UNDATED, date(2024, 1, 2).toordinal())
    assert columns.captured == (UNDATED, UNDATED)
    assert columns.imported == (date(2024, 10, 20).toordinal(),) * 2
    assert columns.agency == ("Agency", "")
    assert columns.city == ("Paris", "")
    assert columns.language == ("fr", "")
    assert columns.sections == [("Politique", "Monde"), ("Monde",)]
    assert columns.family == (0, 0)


def test_the_day_is_the_one_printed_in_the_source(store: Store) -> None:
    late = Timestamp(datetime(2024, 10, 18, 23, 30, tzinfo=UTC), Precision.SECOND, Zone.STATED)
    store.dispatches.add([accession(filed=late)])
    assert store.corpus.columns().filed == (date(2024, 10, 18).toordinal(),)


def test_a_day_without_a_time_counts_from_midnight(store: Store) -> None:
    noon = Timestamp(datetime(2024, 10, 18, 12), Precision.DAY)
    store.dispatches.add([accession(filed=noon)])
    assert store.corpus.columns().minutes == (0,)


def test_changed_yields_what_came_or_became_other_since(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_module, "_CHUNK", 2)
    corpus = store.corpus
    ids = store.dispatches.add([accession(str(at)) for at in range(5)])
    assert [record.id for record in corpus.changed(0)] == list(ids)
    seen = corpus.generation
    store.dispatches.correct(ids[3], "headline", "Corrected")
    store.dispatches.trash(ids[:2])
    store.dispatches.restore(ids[:1])
    assert [record.id for record in corpus.changed(seen)] == [ids[0], ids[3]]
    assert corpus.changed_count(seen) == 2
    assert list(corpus.changed(seen, until=seen)) == []
    assert corpus.removed(seen) == [ids[1]]
    store.dispatches.purge([ids[1]])
    assert corpus.removed(seen) == [ids[1]]
    assert corpus.count() == 4
    assert (corpus.changed_count(corpus.generation), corpus.removed(corpus.generation)) == (0, [])


def test_a_dispatch_changed_while_the_reading_goes_on_comes_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus_module, "_CHUNK", 1)
    ids = store.dispatches.add([accession(str(at)) for at in range(3)])
    reading = store.corpus.changed(0)
    next(reading)
    store.dispatches.correct(ids[0], "headline", "Corrected")
    store.dispatches.trash([ids[1]])
    assert [record.id for record in reading] == [ids[2]]


def test_a_text_record_holds_all_the_words(store: Store) -> None:
    (number,) = store.dispatches.add([
        accession("Headline", "Body", standfirst="Standfirst", boilerplate="Subscribe",
                  byline=("Ann Lee", "Bo Ek"), path="a/b.txt", source_url="https://example.org/x"),
    ])  # fmt: skip
    assert list(store.corpus.changed(0)) == [
        TextRecord(
            number, "Headline", "Standfirst", "Body", "Subscribe", "Ann Lee, Bo Ek",
            "a/b.txt https://example.org/x",
        )
    ]  # fmt: skip


def test_tags_and_notes_grow_the_edition_alone(store: Store) -> None:
    (number,) = store.dispatches.add([accession()])
    generation, edition = store.corpus.generation, store.corpus.edition
    concept, _ = store.codebook.create("Law")
    store.tags.add([number], [concept])
    store.annotations.add(number, 0, 3, note="a note")
    store.annotations.add(number, 4, 6)
    assert store.corpus.generation == generation
    assert store.corpus.edition == edition + 4
    assert store.corpus.tag_pairs() == ((number,), (concept,))
    assert store.corpus.notes() == [(number, "a note"), (number, "")]
    assert [use.full_path for use in store.corpus.concepts()] == ["Law"]


def test_the_log_of_searches_is_no_edit(store: Store) -> None:
    edition = store.corpus.edition
    batch = store.imports.begin(["a"])
    store.imports.finish(batch)
    assert store.corpus.edition == edition


def test_cards_come_in_the_order_asked(store: Store) -> None:
    first, second = store.dispatches.add([
        accession("One", filed=Timestamp.on(2024, 10, 18), agency="Agency"),
        accession("Two", standfirst="Standfirst"),
    ])  # fmt: skip
    cards = store.corpus.cards([second, 999, first])
    assert [card.headline for card in cards] == ["Two", "One"]
    assert cards[0].standfirst == "Standfirst"
    assert cards[1].filed == Timestamp.on(2024, 10, 18)
    assert cards[1].agency == "Agency"


def test_stats_count_what_is_outside_the_trash(store: Store) -> None:
    ids = store.dispatches.add([
        accession("One", filed=Timestamp.on(2024, 1, 2), agency="A", language="fr"),
        accession("Two", filed=Timestamp.on(2023, 5, 6), agency="A", language="en", original=None),
        accession("Three", agency="B"),
    ])  # fmt: skip
    concept, _ = store.codebook.create("Law")
    store.tags.add(ids, [concept])
    store.annotations.add(ids[0], 0, 3)
    store.dispatches.trash(ids[2:])
    stats = store.stats()
    assert (stats.dispatches, stats.originals, stats.concepts, stats.tags) == (2, 1, 1, 2)
    assert stats.annotations == 1
    assert (stats.agencies, stats.languages) == ({"A": 2}, {"en": 1, "fr": 1})
    assert (stats.first_filed, stats.last_filed) == ("2023-05-06", "2024-01-02")
    assert stats.bytes_on_disk >= (store.folder / "archive.sqlite3").stat().st_size
    assert stats.format == steps()[-1].number
    assert stats.generation == store.corpus.generation


@pytest.mark.parametrize(
    ("headline", "body", "own"),
    [
        ("Ministers agree", "Ministers agree on age verification.", "Ministers agree"),
        ("The regulator opened an inquiry …", "The regulator opened an inquiry on Monday.", ""),
        ("THE REPORT OF THE U.S .", "THE REPORT OF THE U.S . IS OUT .", ""),
        ("Council spares end-to-end encrypted services", "Brussels (AFP) – The Council …", None),
        (
            "Ofcom opens inquiry into five services",
            "Ofcom opens inquiry into five services\n…",
            None,
        ),
        ("Ofcom opens inquiry into five services", "Ofcom opens inquiry into five services", None),
        ("", "Some text.", None),
    ],
)
def test_the_first_words_of_a_text_are_no_headline(
    headline: str, body: str, own: str | None
) -> None:
    assert own_headline(headline, body) == (headline if own is None else own)
