"""Text and form as two views of one query."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query import And, Expression, Not, Or, QueryForm, Scoped, Word
from index.search.form import put_together, take_apart
from index.search.language import OPERATORS, parse
from index.search.wording import written

TODAY = date(2024, 11, 20)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", QueryForm()),
        ("age verification", QueryForm(words="age verification")),
        (
            '"trusted flaggers"~3 regul*',
            QueryForm(words="regul*", phrase="trusted flaggers", slop=3),
        ),
        ('"a b" "c d"', QueryForm(words='"c d"', phrase="a b")),
        ("DSA (Ofcom OU Arcom)", QueryForm(words="DSA", any_of="Ofcom Arcom")),
        ("DSA SAUF France -“age limit”", QueryForm(words="DSA", none_of='France "age limit"')),
        (
            "titre:(loi OR act) agence:afp city:Paris",
            QueryForm(fields={"headline": "loi OR act", "agency": "afp", "city": "Paris"}),
        ),
        (
            'date:"last 3 months" maj:>2024-10-18',
            QueryForm(days={"filed": "last 3 months", "updated": ">2024-10-18"}),
        ),
        ("has:annotation avec:note", QueryForm(has=frozenset({"annotation", "note"}))),
        ("law AND bill", QueryForm(words="law bill", strict=True)),
        (
            "x (a (b OR c) OR d) agency:afp agency:dpa",
            QueryForm(
                words="x", fields={"agency": "afp"}, further="((a (b OR c)) OR d) agency:dpa"
            ),
        ),
    ],
)
def test_a_text_fills_the_form(text: str, form: QueryForm) -> None:
    assert take_apart(text, TODAY) == form
    again = parse(put_together(form, TODAY), TODAY)
    assert again.notices == ()
    assert meaning(again.expression) == meaning(parse(text, TODAY).expression)
    assert again.loose == parse(text, TODAY).loose


def test_a_form_becomes_a_text() -> None:
    form = QueryForm(
        words="encryption =scanning",
        phrase="“chat” control",
        slop=2,
        any_of="Ofcom Arcom",
        none_of='games "press release"',
        fields={"headline": "law", "agency": ""},
        days={"filed": "2024-01..2024-06", "updated": "no date", "imported": "this month"},
        has=frozenset({"tag"}),
    )
    assert put_together(form, TODAY) == (
        '"chat control"~2 encryption =scanning (Ofcom OR Arcom) -games -"press release" '
        'headline:law filed:2024-01..2024-06 imported:"this month" has:tag'
    )


def meaning(expression: Expression) -> object:
    """Return an expression without the order of its parts, which the form does not keep."""
    match expression:
        case And(parts=parts) | Or(parts=parts):
            each = frozenset(map(meaning, parts))
            return (type(expression), each) if len(each) > 1 else next(iter(each))
        case Not(part=part):
            return Not, meaning(part)
        case Scoped(field=field, inner=inner):
            return field, meaning(inner)
        case Word(text=text, exact=exact):
            return text.lower(), exact
        case _:
            return expression


pieces = st.sampled_from(
    [
        *OPERATORS, "(", ")", "-", " -", '"', "“", "”", "~", "~2", "*", "?", "=", ":", "..", ">",
        "law", "LOI", "DE", "l’âge", "pédo-criminalité", "a1", "www.x.org/a", "platform(s)",
        "headline:", "titre:", "note:", "date:", "filed:", "2024", "2024-10-18", '"last 3 months"',
        "has:", "tag", "has:note", "--", "!", "日本",
    ]
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=40),
    st.lists(pieces, max_size=14).map(" ".join),
    st.lists(pieces, max_size=14).map("".join),
)


@settings(max_examples=600, deadline=None)
@given(texts)
def test_what_is_written_means_the_same(text: str) -> None:
    parsed = parse(text, TODAY)
    again = parse(written(parsed.expression), TODAY)
    assert again.notices == ()
    assert meaning(again.expression) == meaning(parsed.expression)


@settings(max_examples=600, deadline=None)
@given(texts)
def test_every_query_is_a_form(text: str) -> None:
    form = take_apart(text, TODAY)
    again = put_together(form, TODAY)
    asked, meant = parse(text, TODAY), parse(again, TODAY)
    assert meant.notices == ()
    assert meaning(meant.expression) == meaning(asked.expression)
    assert meant.loose == asked.loose or not isinstance(meant.expression, And)
    assert put_together(take_apart(again, TODAY), TODAY) == again, "and it stays the same"
