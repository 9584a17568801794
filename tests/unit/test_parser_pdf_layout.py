"""Lines of PDF pages put together, and what stands around the text set apart."""

from __future__ import annotations

from index.parsers.documents.pdf_layout import (
    Line,
    document_paragraphs,
    page_paragraphs,
    without_running_heads,
)


def placed(*texts: str, right: float = 500, step: float = 14) -> list[Line]:
    return [Line(t, 50, right, 700 - n * step, 690 - n * step) for n, t in enumerate(texts)]


def test_lines_close_together_are_one_paragraph() -> None:
    assert page_paragraphs(placed("The regulator set out", "how services check age.")) == [
        "The regulator set out how services check age."
    ]


def test_a_hyphenated_word_is_mended() -> None:
    assert page_paragraphs(placed("safe\u00ad", "guards")) == ["safeguards"]
    assert page_paragraphs(placed("age-based", "rules")) == ["age-based rules"]


def test_a_gap_begins_a_paragraph() -> None:
    upper, lower = placed("One.", "Two."), placed("Three.", "Four.")
    moved = [Line(x.text, x.left, x.right, x.top - 60, x.bottom - 60) for x in lower]
    assert page_paragraphs(upper + moved) == ["One. Two.", "Three. Four."]


def test_running_heads_and_page_numbers_are_set_apart() -> None:
    pages = [placed("Policy Weekly", f"Text {n} of its own", f"Page {n}") for n in range(4)]
    kept, heads = without_running_heads(pages)
    assert "Policy Weekly" in heads
    assert all("Policy Weekly" not in [line.text for line in lines] for lines in kept)


def test_a_line_with_room_for_the_next_word_was_broken_on_purpose() -> None:
    full = "The regulator set out on Friday how the services check the age of users"
    lines = [*placed("Age checks", "By Jane Roe", right=120), *placed(full, full, full)]
    lowered = [Line(x.text, 50, x.right, 700 - n * 14, 690 - n * 14) for n, x in enumerate(lines)]
    assert page_paragraphs(lowered) == ["Age checks", "By Jane Roe", f"{full} {full} {full}"]


def test_two_columns_are_not_broken_at_every_line() -> None:
    text = "The regulator set out how"
    left = [Line(text, 50, 250, 700 - n * 14, 690 - n * 14) for n in range(4)]
    right = [Line(text, 300, 500, 700 - n * 14, 690 - n * 14) for n in range(4)]
    assert page_paragraphs([*left, *right]) == [" ".join([text] * 4)] * 2


def test_the_number_of_a_single_page_is_set_apart() -> None:
    kept, heads = without_running_heads([placed("The regulator set out.", "Page 1 of 2")])
    assert [[line.text for line in lines] for lines in kept] == [["The regulator set out."]]
    assert heads == ["Page 1 of 2"]


def test_what_a_browser_prints_around_a_page_is_set_apart() -> None:
    above = "3/4/2024, 9:15 AM Draft code published - Example News"
    below = "https://news.example/2024/draft 1/1"
    kept, marks = without_running_heads([placed(above, "The regulator set out.", below)])
    assert [[line.text for line in lines] for lines in kept] == [["The regulator set out."]]
    assert marks == [above, below]
    alone = [placed("2024-03-04 10:00 Meeting opens", "The regulator set out.")]
    assert without_running_heads(alone) == (alone, [])


def test_a_head_of_two_pages_and_a_number_behind_it_are_set_apart() -> None:
    def page(number: int) -> list[Line]:
        text = [f"Line {number} {sign} of the text" for sign in "abcd"]
        lines = placed("EXAMPLE NEWS 4 March 2024", *text)
        return [lines[0], Line(str(number), 290, 295, 30, 20), *lines[1:]]

    kept, heads = without_running_heads([page(1), page(2)])
    assert heads == ["1", "2", "EXAMPLE NEWS 4 March 2024"]
    assert all(len(lines) == 4 for lines in kept)


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first = [
        *[
            Line("the services check the age", 50, 250, 700 - n * 14, 690 - n * 14)
            for n in range(4)
        ],
        *[Line("of users before they are", 300, 500, 700 - n * 14, 690 - n * 14) for n in range(4)],
    ]
    second = placed("admitted. The rest follows.")
    (paragraph,) = document_paragraphs([first, second])
    assert paragraph.endswith("of users before they are admitted. The rest follows.")


def test_one_line_that_reaches_further_does_not_break_the_others() -> None:
    full = "The regulator set out on Friday how the services check the age of users"
    lines = [*placed("Head and date of the issue", right=550), *placed(full, full, full, full)]
    lowered = [Line(x.text, 50, x.right, 700 - n * 14, 690 - n * 14) for n, x in enumerate(lines)]
    assert page_paragraphs(lowered)[-1].count(full) == 4


def test_a_hyphen_before_a_capital_stays() -> None:
    assert page_paragraphs(placed("in Baden\ufffe", "Baden the rule")) == [
        "in Baden-Baden the rule"
    ]


def test_centred_lines_with_room_for_the_next_word_were_broken_on_purpose() -> None:
    full = "The regulator set out on Friday how the services check the age of users"
    heads = [Line("The Example Post", 225, 325, 0, 0), Line("July 6, 2021", 245, 305, 0, 0)]
    lines = [*heads, *placed(full, full, full)]
    lowered = [
        Line(x.text, x.left, x.right, 700 - n * 14, 690 - n * 14) for n, x in enumerate(lines)
    ]
    assert page_paragraphs(lowered)[:2] == ["The Example Post", "July 6, 2021"]


def test_what_opens_and_closes_records_is_no_running_head() -> None:
    pages = [
        placed(f"{n} of 3 DOCUMENTS", f"Text of {word}", "LANGUAGE: ENGLISH")
        for n, word in enumerate(("one", "two", "three"), 1)
    ]
    kept, heads = without_running_heads(pages)
    assert (kept, heads) == (pages, [])


def test_a_headline_in_large_letters_on_two_lines_is_one_paragraph() -> None:
    full = "The regulator set out on Friday how the services check the age of users"
    heads = [Line("Regulator sets out how", 50, 470, 730, 708)]
    heads += [Line("services check age", 50, 380, 704, 682)]
    text = [Line(full, 50, 500, 660 - n * 14, 650 - n * 14) for n in range(6)]
    assert page_paragraphs([*heads, *text])[0] == "Regulator sets out how services check age"


def test_notes_at_the_foot_of_a_page_stand_below_the_text() -> None:
    first = placed("The regulator set out how services", "check the age of users and how they")
    note = Line("1 Decision 14 of the commission.", 50, 200, 86, 80)
    second = placed("keep a record of it.", "It will report in the spring.")
    text, below = document_paragraphs([[*first, note], second])
    assert text.endswith("and how they keep a record of it. It will report in the spring.")
    assert below == "1 Decision 14 of the commission."


def test_small_letters_above_other_text_are_no_notes() -> None:
    caption = Line("2 Caption of the figure", 50, 200, 720, 714)
    text = placed("The regulator set out how services check age.", "It will report in the spring.")
    assert document_paragraphs([[caption, *text]])[0].startswith("2 Caption")
