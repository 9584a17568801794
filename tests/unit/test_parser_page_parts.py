"""What a page says of itself: the name of its site."""

from __future__ import annotations

import pytest

from index.parsers.pages.page_headline import site_name


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("Example News", "Example News"),
        ("Example News – independent reporting from the capital since 1946", "Example News"),
        ("An institute whose name is long and has no motto at all", "An institute whose name is long and has no motto at all"),
        ("Regulator asks for age checks", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_name_of_a_site(stated: str, name: str) -> None:
    assert site_name(stated, "Regulator asks for age checks") == name
