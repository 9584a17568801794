"""Code points and UTF-16 units name the same places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.text_positions import TextPositions
from index import Span

TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=("Cs", "Cc")),
        st.sampled_from("𝔸😀𐍈\U0010ffff"),
        st.just("\n"),
    ),
    max_size=80,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.data())
def test_every_offset_goes_there_and_back(text: str, data: st.DataObject) -> None:
    positions = TextPositions(text)
    offset = data.draw(st.integers(0, len(text)))
    assert positions.to_qt(offset) == units(text[:offset])
    assert positions.from_qt(positions.to_qt(offset)) == offset


@given(TEXTS, st.data())
def test_a_document_selects_what_the_archive_means(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document, positions = QTextDocument(), TextPositions(text)
    document.setPlainText(text)
    cursor = QTextCursor(document)
    cursor.setPosition(positions.to_qt(start))
    cursor.setPosition(positions.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    shown = cursor.selectedText().translate({0x2029: "\n", 0x2028: "\n"})
    assert shown == text[start:end].translate({0x2029: "\n", 0x2028: "\n", 0xFDD0: "\n"})
    assert positions.span(cursor.selectionStart(), cursor.selectionEnd()) == Span(start, end)


@pytest.mark.parametrize(("position", "offset"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 3)])
def test_the_middle_of_a_pair_is_its_beginning(position: int, offset: int) -> None:
    assert TextPositions("a😀b").from_qt(position) == offset
