"""No two entries of a menu underline the same letter."""

from __future__ import annotations

import pytest

from desktop.mnemonics import letter_of, tell_apart


class Entry:
    """A text that can be changed."""

    def __init__(self, text: str) -> None:
        self._text = text

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802 - the name is Qt's
        self._text = text


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("&File", "f"),
        ("Sa&ve", "v"),
        ("Search && find", ""),
        ("A && &b", "b"),
        ("&É", "é"),
        ("", ""),
    ],
)
def test_the_underlined_letter_is_found(text: str, letter: str) -> None:
    assert letter_of(text) == letter


@pytest.mark.parametrize(
    ("texts", "told_apart"),
    [
        (["&One", "&Other"], ["&One", "O&ther"]),
        (["&Find", "Search &field", "&Save"], ["&Find", "S&earch field", "&Save"]),
        (["Version &ancienne", "&Annuler", "plain"], ["Version &ancienne", "A&nnuler", "plain"]),
        (["&A", "&A"], ["&A", "A"]),
        (["&Quit"], ["&Quit"]),
    ],
)
def test_the_first_keeps_its_letter(texts: list[str], told_apart: list[str]) -> None:
    entries = [Entry(text) for text in texts]
    tell_apart(entries)
    assert [entry.text() for entry in entries] == told_apart


def test_letters_that_are_taken_are_left_to_others() -> None:
    entries = [Entry("&Import"), Entry("Import a &folder")]
    tell_apart(entries, frozenset("fa"))
    assert [entry.text() for entry in entries] == ["&Import", "I&mport a folder"]
