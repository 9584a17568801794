"""The query language: what a text means, and that nothing raises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query import (
    And,
    DateRange,
    Everything,
    Expression,
    Fuzzy,
    Has,
    Not,
    Or,
    Phrase,
    Scoped,
    Wildcard,
    Word,
)
from index.results import NoticeKind
from index.search.language import FIELDS, LONGEST, parse
from index.search.spans import Days, read_days

TODAY = date(2024, 11, 20)


def read(text: str) -> Expression:
    parsed = parse(text, TODAY)
    assert parsed.notices == (), parsed.notices
    return parsed.expression


def words(*texts: str) -> And:
    return And(tuple(Word(text) for text in texts))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Everything()),
        ("  ", Everything()),
        ("*", Everything()),
        ("… — &", Everything()),
        ("IWF", Word("IWF")),
        ("l’IWF", Word("l’IWF")),
        ("forums publics", words("forums", "publics")),
        ("Paris, lundi.", words("Paris", "lundi")),
        ("6 %", words("6", "%")),
        ("=mineurs", Word("mineurs", exact=True)),
        ('"forums publics"', Phrase("forums publics")),
        ("“forums publics”", Phrase("forums publics")),
        ("« forums publics »", Phrase("forums publics")),
        ("„Jugendschutz im Netz“", Phrase("Jugendschutz im Netz")),
        ('"online safety"~5', Phrase("online safety", 5)),
        ("pédo*", Wildcard("pédo*")),
        ("wor?d", Wildcard("wor?d")),
        ("why?", Word("why")),
        ("protecton~", Fuzzy("protecton")),
        ("protecton~2", Fuzzy("protecton", 2)),
        ("-word", Not(Word("word"))),
        ("a -b", And((Word("a"), Not(Word("b"))))),
        ("client-side", Word("client-side")),
        ("London - Paris", words("London", "Paris")),
        ("a OR b", Or((Word("a"), Word("b")))),
        ("a OU b ET c", Or((Word("a"), words("b", "c")))),
        ("a AND b", words("a", "b")),
        ("a NOT b", And((Word("a"), Not(Word("b"))))),
        ("a SAUF b", And((Word("a"), Not(Word("b"))))),
        ("a and b", words("a", "and", "b")),
        ("(a OR b) c", And((Or((Word("a"), Word("b"))), Word("c")))),
        ("NOT (a b)", Not(words("a", "b"))),
        ("()", Everything()),
        ("headline:law", Scoped("headline", Word("law"))),
        ("titre:loi", Scoped("headline", Word("loi"))),
        ('agence:"France Presse"', Scoped("agency", Phrase("France Presse"))),
        ("body:(a OR b)", Scoped("body", Or((Word("a"), Word("b"))))),
        ("note:urgent*", Scoped("note", Wildcard("urgent*"))),
        ("has:annotation", Has("annotation")),
        ("avec:notes", Has("note")),
        ("filed:2024-10", DateRange("filed", date(2024, 10, 1), date(2024, 10, 31))),
        ("date:2023..", DateRange("filed", date(2023, 1, 1), None)),
        ('filed:"last 3 months"', DateRange("filed", date(2024, 8, 21), TODAY)),
        ("https://example.org", words("https", "example.org")),
        ("Titre : la loi", words("Titre", "la", "loi")),
        ("image(s)", Word("image(s)")),
    ],
)
def test_what_a_text_means(text: str, meant: Expression) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "detail", "at"),
    [
        ('"forums publics', '"', 0),
        ("a « b", "«", 2),
        ("(a b", "(", 0),
        ("a) b", ")", 1),
        ("a AND", "AND", 2),
        ("OR a", "OR", 0),
        ("NOT OR x", "NOT", 0),
        ("a OR OR b", "OR", 2),
        ("filed:soon", "filed:soon", 0),
        ("a date:[20240101 TO", "date:[20240101", 2),
        ("has:everything", "has:everything", 0),
        ("(" * 60 + "a" + ")" * 60, "(", 40),
    ],
)
def test_malformed_text_is_plain_words_and_says_where(text: str, detail: str, at: int) -> None:
    parsed = parse(text, TODAY)
    (notice,) = parsed.notices
    assert (notice.kind, notice.detail, notice.at) == (NoticeKind.MALFORMED, detail, at)
    assert set(leaf_types(parsed.expression)) <= {Word, Everything}


def test_plain_words_of_malformed_text() -> None:
    assert parse('a OR "b c', TODAY).expression == words("a", "b", "c")


def test_an_unknown_field_is_a_word_and_says_so() -> None:
    parsed = parse("colour:red", TODAY)
    assert parsed.expression == words("colour", "red")
    assert [(n.kind, n.detail) for n in parsed.notices] == [(NoticeKind.MALFORMED, "colour:")]


def test_a_sentence_in_capitals_has_no_operators() -> None:
    sentence = "EFFORTS OF THE MINISTER AND THE NGOS NOT TO STOP"
    assert read(sentence) == words(*sentence.split())
    assert read("IWF AND NCMEC") == words("IWF", "NCMEC")
    assert read("IWF NOT NCMEC") == And((Word("IWF"), Not(Word("NCMEC"))))


def test_only_a_query_without_operators_is_loose() -> None:
    assert parse("a b -c agency:x (d e)", TODAY).loose
    assert not parse("a OR b", TODAY).loose
    assert not parse("a AND b", TODAY).loose


def test_what_is_too_long_is_cut_and_said() -> None:
    parsed = parse("word " * LONGEST, TODAY)
    assert [n.kind for n in parsed.notices] == [NoticeKind.TOO_LONG]
    assert parsed.notices[0].at == LONGEST


def leaf_types(expression: Expression) -> list[type]:
    match expression:
        case And(parts=parts) | Or(parts=parts):
            return [kind for part in parts for kind in leaf_types(part)]
        case Not(part=inner) | Scoped(inner=inner):
            return leaf_types(inner)
        case _:
            return [type(expression)]


grammar_shaped = st.lists(
    st.sampled_from(
        ['"', "“", "»", "(", ")", "-", "=", "~", "~2", "*", "?", ":", " ", " AND ", " OR ", " NOT ",
         " ET ", " OU ", " SAUF ", "a", "é", "l’", "word", "headline:", "filed:", "2024-10", "..",
         ">", "has:", "note:", "x:", "%", "\n", "\u00ad", "date:>", '"last 3 months"', "İ"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=500)
@given(st.one_of(st.text(max_size=80), grammar_shaped))
def test_nothing_raises_and_notices_point_into_the_text(text: str) -> None:
    parsed = parse(text, TODAY)
    for notice in parsed.notices:
        assert text[notice.at : notice.at + len(notice.detail)] == notice.detail


plain = st.text(alphabet="abcdefgéü", min_size=1, max_size=8)
written: st.SearchStrategy[tuple[str, Expression]] = st.deferred(
    lambda: st.one_of(
        plain.map(lambda word: (word, Word(word))),
        st.tuples(plain, plain).map(
            lambda pair: (f'"{pair[0]} {pair[1]}"', Phrase(f"{pair[0]} {pair[1]}"))
        ),
        plain.map(lambda word: (f"{word}*", Wildcard(f"{word}*"))),
        plain.map(lambda word: (f"={word}", Word(word, exact=True))),
        st.tuples(written, written).map(
            lambda pair: (f"({pair[0][0]} OR {pair[1][0]})", Or((pair[0][1], pair[1][1])))
        ),
        written.map(lambda inner: (f"headline:{inner[0]}", Scoped("headline", inner[1]))),
        written.filter(lambda inner: not inner[0].startswith("-")).map(
            lambda inner: (f"-{inner[0]}", Not(inner[1]))
        ),
    )
)


@settings(max_examples=300)
@given(written)
def test_what_is_written_is_read(pair: tuple[str, Expression]) -> None:
    text, meant = pair
    assert read(text) == meant


def test_every_field_has_an_english_and_a_french_name() -> None:
    names: dict[str, set[str]] = {}
    for typed, field in FIELDS.items():
        names.setdefault(field, set()).add(typed)
    alike = {"note", "source", "section", "concept", "mention"}
    assert all(len(typed) > 1 or typed <= alike for typed in names.values())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-10-18", date(2024, 10, 18), date(2024, 10, 18)),
        ("18.10.2024", date(2024, 10, 18), date(2024, 10, 18)),
        ("10/2024", date(2024, 10, 1), date(2024, 10, 31)),
        ("2024-01..2024-06", date(2024, 1, 1), date(2024, 6, 30)),
        ("..2024-06", None, date(2024, 6, 30)),
        (">2024-10-18", date(2024, 10, 19), None),
        (">=2024", date(2024, 1, 1), None),
        ("<2024-10", None, date(2024, 9, 30)),
        ("<=2024-10", None, date(2024, 10, 31)),
        ("today", TODAY, TODAY),
        ("Hier", date(2024, 11, 19), date(2024, 11, 19)),
        ("last 7 days", date(2024, 11, 14), TODAY),
        ("last week", date(2024, 11, 14), TODAY),
        ("3 derniers mois", date(2024, 8, 21), TODAY),
        ("les 2 dernières années", date(2022, 11, 21), TODAY),
        ("cette année", date(2024, 1, 1), TODAY),
        ("this week", date(2024, 11, 18), TODAY),
        ("mois dernier", date(2024, 10, 21), TODAY),
        ("la semaine dernière", date(2024, 11, 14), TODAY),
        ("ce mois-ci", date(2024, 11, 1), TODAY),
        ("depuis 2024-03", date(2024, 3, 1), None),
        ("before October 2024", None, date(2024, 9, 30)),
        ("jusqu’à 2024", None, date(2024, 12, 31)),
        ("1er mars 2024", date(2024, 3, 1), date(2024, 3, 1)),
        ("Ekim 2024", date(2024, 10, 1), date(2024, 10, 31)),
        ("mars 2024..juin 2024", date(2024, 3, 1), date(2024, 6, 30)),
        ("2024-06..2024-01", date(2024, 1, 1), date(2024, 6, 30)),
    ],
)
def test_spans_of_days(text: str, first: date | None, last: date | None) -> None:
    assert read_days(text, TODAY) == Days(first, last)


@pytest.mark.parametrize(
    "text", ["", "..", "soon", "2024-13", "2024-02-30", "99999", "last", ">..", "2024..x", "0000"]
)
def test_no_span_of_days(text: str) -> None:
    assert read_days(text, TODAY) is None


@given(st.text(max_size=30))
def test_no_text_upsets_the_days(text: str) -> None:
    found = read_days(text, TODAY)
    assert found is None or isinstance(found, Days)
