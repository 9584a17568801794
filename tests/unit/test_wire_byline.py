"""Names out of bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wire.byline import has_by, is_byline, split_byline


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Elif Kaya", ("Elif Kaya",)),
        ("By Jane Roe", ("Jane Roe",)),
        ("BY JANE ROE", ("JANE ROE",)),
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Par Anne Durand et Luc Petit", ("Anne Durand", "Luc Petit")),
        ("Von Anna Weber und Jens Groß, dpa", ("Anna Weber", "Jens Groß")),
        ("Por Ana Ruiz y Luis Gil", ("Ana Ruiz", "Luis Gil")),
        ("Ayşe Demir, Mehmet Çelik", ("Ayşe Demir", "Mehmet Çelik")),
        ("Haber: Ayşe Demir", ("Ayşe Demir",)),
        ("By Jane Roe, John Doe, and Ann Lee", ("Jane Roe", "John Doe", "Ann Lee")),
        ("Par Anne Durand, à Bruxelles, et Luc Petit", ("Anne Durand", "Luc Petit")),
        ("By Jane Roe, Reuters", ("Jane Roe",)),
        ("By Jane Roe (AP)", ("Jane Roe",)),
        ("Jane Roe | jane.roe@example.org", ("Jane Roe",)),
        ("Jane Roe @janeroe", ("Jane Roe",)),
        ("By Jane Roe in Brussels and John Doe in Rome", ("Jane Roe", "John Doe")),
        ("By Jane Roe, Senior Political Correspondent", ("Jane Roe",)),
        ("By Jane Roe, Home Affairs Correspondent", ("Jane Roe",)),
        ("By Jane Roe, CNN", ("Jane Roe",)),
        ("View all posts by Jane Roe", ("Jane Roe",)),
        ("Publié par Anne Durand", ("Anne Durand",)),
        ("Kontakt", ()),
        ("Jean-Marc O’Neill", ("Jean-Marc O’Neill",)),
        ("John Doe, Jr.", ("John Doe, Jr",)),
        ("Jane Roe; Jane Roe", ("Jane Roe",)),
        ("AFP", ()),
        ("", ()),
        ("12.10.2024", ()),
        ("x" * 400, ()),
    ],
)
def test_the_names_remain(printed: str, names: tuple[str, ...]) -> None:
    assert split_byline(printed) == names


@pytest.mark.parametrize(
    "line", ["By Jane Roe", "Par Luc Petit", "Von Anna Weber", "Di Anna Rossi"]
)
def test_a_byline_is_announced(line: str) -> None:
    assert has_by(line)


@pytest.mark.parametrize("line", ["Bypass opened", "Parliament votes", "Vonnis uitgesproken", ""])
def test_longer_words_announce_nothing(line: str) -> None:
    assert not has_by(line)


@given(st.text(max_size=300))
def test_any_text_gives_tidy_names(text: str) -> None:
    for name in split_byline(text):
        assert name == name.strip()
        assert 2 <= len(name) <= 60


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("By Jane Roe", True),
        ("Par Luc Petit et Anne Durand", True),
        ("By JANE ROE, Reuters", True),
        ("By Reuters", True),
        ("Par rapport au premier texte, le second va plus loin", False),
        ("By the end of the year the law will apply", False),
        ("By Jane Roe told the committee that the law was sound.", False),
        ("Jane Roe", False),
        ("", False),
    ],
)
def test_a_line_that_is_a_byline(line: str, is_one: bool) -> None:
    assert is_byline(line) is is_one
