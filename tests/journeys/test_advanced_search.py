"""The search field and the form beside it: two views of one query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pages.advanced_search import AdvancedSearchPage

if TYPE_CHECKING:
    from tests.pages.window import WindowPage


def test_what_is_filled_in_is_written_and_searched(filled: WindowPage) -> None:
    form = AdvancedSearchPage(filled)
    form.type("words", "platforms")
    filled.answered("platforms")
    found = filled.total
    form.type("agency", "anadolu")
    filled.answered("platforms agency:anadolu")
    assert 0 < filled.total < found
    form.type("phrase", "trusted flaggers")
    form.type("slop", "2")
    form.type("filed", "2024..2025")
    text = '"trusted flaggers"~2 platforms agency:anadolu filed:2024..2025'
    filled.answered(text)
    assert filled.desk.workspace.search.text.text() == text
    assert form.said("count").startswith(str(filled.total))
    form.clear()
    filled.answered("")
    assert form.filled == {}


def test_what_is_typed_fills_the_form(filled: WindowPage) -> None:
    form = AdvancedSearchPage(filled)
    filled.type_query(
        'DSA (Ofcom OU Arcom) -France titre:loi maj:>2024 has:note "trusted flaggers"'
    )
    assert form.filled == {
        "words": "DSA",
        "phrase": "trusted flaggers",
        "any": "Ofcom Arcom",
        "none": "France",
        "headline": "loi",
        "updated": ">2024",
    }
    assert form.box("has-note").isChecked()
    assert not form.box("has-tag").isChecked()
    form.tick("has-note")
    filled.answered('"trusted flaggers" DSA (Ofcom OR Arcom) -France headline:loi updated:>2024')


def test_a_date_that_cannot_be_read_is_named_and_the_rest_searched(filled: WindowPage) -> None:
    form = AdvancedSearchPage(filled)
    form.type("words", "law")
    form.type("filed", "soon")
    filled.answered("law")
    filled.until(lambda: "soon" in form.said("unread"))
    form.type("filed", "2024")
    filled.answered("law filed:2024")
    filled.until(lambda: form.said("unread") == "")


def test_other_forms_of_words_can_be_switched_off(filled: WindowPage) -> None:
    form = AdvancedSearchPage(filled)
    form.type("words", "platform")
    filled.answered("platform")
    with_forms = filled.total
    form.tick("stems")
    filled.until(lambda: not filled.desk.session.query.stems)
    filled.answered("platform")
    assert filled.total < with_forms
    assert "platform" not in filled.desk.session.answer.summary.expanded  # type: ignore[union-attr]
    chips = filled.desk.workspace.chips
    assert chips.texts == ["Words as written only"], "it is still said when the form is closed"
    filled.press(chips, "chip-stems")
    filled.until(lambda: filled.desk.session.query.stems)
    assert form.box("stems").isChecked()


def test_only_dispatches_with_all_words(filled: WindowPage) -> None:
    form = AdvancedSearchPage(filled)
    form.type("words", "encryption Canberra")
    filled.answered("encryption Canberra")
    loose = filled.total
    form.tick("strict")
    filled.answered("encryption AND Canberra")
    assert filled.total < loose
