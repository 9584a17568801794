"""The terms' hash in large pieces is the one that Whoosh writes term by term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.filetables import OrderedHashWriter

from index.search.term_file import TermFile

if TYPE_CHECKING:
    from collections.abc import Sequence


@given(
    st.sets(st.binary(min_size=1, max_size=12), max_size=400).map(sorted),
    st.integers(min_value=1, max_value=50),
)
def test_it_is_whooshs_own(keys: Sequence[bytes], size: int) -> None:
    storage = RamStorage()
    theirs = OrderedHashWriter(storage.create_file("theirs"))
    for key in keys:
        theirs.add(key, key * 3)
    theirs.close()
    ours = TermFile(storage.create_file("ours"))
    for at in range(0, len(keys), size):
        part = keys[at : at + size]
        ours.add_all(part, [key * 3 for key in part])
    ours.close()
    assert storage.files["ours"] == storage.files["theirs"]


def test_a_key_needs_an_entry() -> None:
    terms = TermFile(RamStorage().create_file("terms"))
    with pytest.raises(ValueError, match="argument"):
        terms.add_all([b"a", b"b"], [b"1"])
