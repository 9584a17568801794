"""The terms' hash in large pieces is read by Whoosh like the one that it writes term by term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.filetables import OrderedHashReader, OrderedHashWriter

from index.search.term_file import TermFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search.batch import Numbers


def entries_of(keys: Sequence[bytes]) -> Numbers:
    return np.array([key[:3] for key in keys], dtype="S5")


@given(
    st.sets(st.binary(min_size=1, max_size=12), max_size=400).map(sorted),
    st.integers(min_value=1, max_value=50),
)
def test_it_is_whooshs_own(keys: Sequence[bytes], size: int) -> None:
    storage = RamStorage()
    theirs = OrderedHashWriter(storage.create_file("theirs"))
    for key in keys:
        theirs.add(key, key[:3].ljust(5, b"\0"))
    theirs.close()
    ours = TermFile(storage.create_file("ours"))
    for at in range(0, len(keys), size):
        part = keys[at : at + size]
        ours.add_all(part, entries_of(part))
    ours.close()
    assert len(storage.files["ours"]) == len(storage.files["theirs"])
    one, other = (OrderedHashReader.open(storage, name) for name in ("ours", "theirs"))
    assert list(one.items()) == list(other.items())
    assert one.tables == other.tables
    assert storage.files["ours"][: one.endofdata] == storage.files["theirs"][: one.endofdata]
    for key in [*keys, b"\0absent", b"", b"\xff" * 13]:
        assert list(one.all(key)) == list(other.all(key))
        assert one.closest_key(key) == other.closest_key(key)


def test_a_key_needs_an_entry() -> None:
    terms = TermFile(RamStorage().create_file("terms"))
    with pytest.raises(ValueError, match="argument"):
        terms.add_all([b"a", b"b"], entries_of([b"1"]))
