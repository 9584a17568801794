"""Accessions to put into a store: made by hand, and of every shape by hypothesis."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from index.dispatch import Dispatch, Precision, Provenance, Revision, Timestamp, Zone
from index.store import NewAccession

if TYPE_CHECKING:
    from index.store import Store

BODY = (
    "The regulator published its draft code on age assurance on Tuesday.\n\n"
    "Platforms have until March to respond, the agency said."
)

USER_TABLES = {
    "concept": "*",
    "concept_label": "*",
    "concept_alias": "*",
    "tag": "*",
    "annotation": "*",
    "annotation_concept": "*",
    "saved_search": "*",
    "correction": "*",
    "rule": "*",
    "rejection": "*",
    "layer": "*",
    "layer_dispatch": "*",
    "layer_tag": "*",
    "layer_annotation": "*",
    "text": "*",
    "seal": "*",
    "dispatch": "id, agency, city, section, filed, filed_day, family, supersedes, trashed, record",
}


_OF_ACCESSION = ("supersedes", "kin", "sketch", "sample")


def accession(
    headline: str = "Regulator publishes draft code",
    body: str = BODY,
    **more: Any,  # noqa: ANN401 - fields of many types
) -> NewAccession:
    """Make an accession; fields of the dispatch and of NewAccession may be given alike."""
    extra = {name: more.pop(name) for name in _OF_ACCESSION if name in more}
    words = f"{headline}\n{body}".encode(errors="replace")
    content = more.pop("content", hashlib.sha256(words).hexdigest())
    original = more.pop("original", body.encode(errors="replace"))
    provenance = Provenance(
        path=more.pop("path", f"wire/{headline}.txt"),
        sha256=hashlib.sha256(original or b"").hexdigest(),
        size=len(original or b""),
        media_type="text/plain",
        parser="text 1",
        imported=datetime(2024, 10, 20, 8, tzinfo=UTC),
    )
    return NewAccession(Dispatch(headline, body, **more), provenance, original, content, **extra)


def dump(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that an edit may change and an undo must restore."""
    path = store.folder / "archive.sqlite3"
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT {columns} FROM {table}"), key=repr)  # noqa: S608
            for table, columns in USER_TABLES.items()
        }


# NUL is no character of a text: the parsers drop control characters
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
_offsets = st.integers(-24 * 60 + 1, 24 * 60 - 1).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)


@st.composite
def timestamps(draw: st.DrawFn) -> Timestamp:
    """Draw a timestamp that obeys the rule: aware unless its zone is unknown."""
    zone = draw(st.sampled_from(Zone))
    value = draw(st.datetimes(timezones=st.none() if zone is Zone.UNKNOWN else _offsets))
    return Timestamp(value, draw(st.sampled_from(Precision)), zone, draw(st.booleans()))


_words = st.lists(texts, max_size=3).map(tuple)
_stamps = st.none() | timestamps()
_revisions = st.none() | st.builds(
    Revision,
    guid=st.none() | texts,
    number=st.none() | st.integers(0, 99),
    label=st.none() | texts,
    supersedes=st.none() | texts,
)

dispatches = st.builds(
    Dispatch,
    headline=texts,
    body=texts,
    format=texts,
    standfirst=texts,
    byline=_words,
    agency=texts,
    dateline=texts,
    city=texts,
    section=_words,
    keywords=_words,
    slug=texts,
    language=texts,
    filed=_stamps,
    updated=_stamps,
    captured=_stamps,
    embargo=_stamps,
    boilerplate=texts,
    source_url=texts,
    revision=_revisions,
    partial=st.booleans(),
    origins=st.dictionaries(texts, texts, max_size=3),
    warnings=_words,
    dropped=st.dictionaries(texts, st.integers(0, 1000), max_size=3),
)

provenances = st.builds(
    Provenance,
    path=texts,
    member=texts,
    sha256=texts,
    size=st.integers(0, 2**40),
    media_type=texts,
    parser=texts,
    imported=st.none() | st.datetimes(timezones=_offsets),
)

accessions = st.builds(
    NewAccession,
    dispatch=dispatches,
    provenance=provenances,
    original=st.none() | st.binary(max_size=200),
    content_hash=texts,
    sketch=st.lists(st.integers(0, 2**32 - 1), max_size=48).map(tuple),
    sample=st.booleans(),
)
