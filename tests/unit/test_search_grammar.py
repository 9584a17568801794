"""The grammar that the guide prints, held against the parser: queries are derived from it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.query import And, DateRange, Has, Not, Or, Phrase, Scoped
from index.search.form import put_together, take_apart
from index.search.language import DATE_FIELDS, FIELDS, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.query import Expression

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "searching.md"
TODAY = date(2024, 11, 20)
SPECIAL = {
    "letter": st.sampled_from("abeézişß79日"),
    "space": st.sampled_from([" ", "  ", "\t"]),
    "quote": st.just('"'),
    "number": st.integers(1, 400).map(str),
    "year": st.integers(1990, 2030).map(str),
    "month": st.integers(1, 12).map("{:02}".format),
    "day": st.integers(1, 28).map("{:02}".format),
}
BRACKETS = {"[": ("maybe", "]"), "{": ("many", "}"), "(": ("all", ")")}
DEEP = 14
"""Rules within rules from which on the shortest way out is taken."""
_LEXEME = re.compile(r'\s*("[^"]*"|\?[^?]*\?|\w+|[=;,|{}()\[\]])')


Node = tuple[str, "tuple[Node, ...]"] | tuple[str, str]
"""Kind (any, all, maybe, many, text, name), and what is inside."""


class Grammar:
    """Extended BNF (ISO 14977, as far as the guide uses it), read into trees."""

    def __init__(self, text: str) -> None:
        self._lexemes = _LEXEME.findall(text)
        self._at = 0
        self.rules: dict[str, Node] = {}
        while self._at < len(self._lexemes):
            self._rule()

    def _next(self) -> str:
        self._at += 1
        return str(self._lexemes[self._at - 1])

    def _is(self, sign: str) -> bool:
        found = self._at < len(self._lexemes) and self._lexemes[self._at] == sign
        self._at += found
        return found

    def _rule(self) -> None:
        name = self._next()
        assert self._is("="), f"{name} has no ="
        self.rules[name] = self._alternatives()
        assert self._is(";"), f"{name} does not end"

    def _alternatives(self) -> Node:
        found = [self._sequence()]
        while self._is("|"):
            found.append(self._sequence())
        return "any", tuple(found)

    def _sequence(self) -> Node:
        found = [self._factor()]
        while self._is(","):
            found.append(self._factor())
        return "all", tuple(found)

    def _factor(self) -> Node:
        lexeme = self._next()
        if lexeme in BRACKETS:
            inner = self._alternatives()
            kind, closing = BRACKETS[lexeme]
            assert self._is(closing), f"{lexeme} is not closed"
            return kind, (inner,)
        if lexeme.startswith('"'):
            return "text", lexeme[1:-1]
        return "name", lexeme  # what is said in words, ? like this ?, is in SPECIAL


@st.composite
def derived(draw: st.DrawFn, rule: str) -> str:
    """Return a text that a rule of the grammar allows."""
    return _derive(draw, ("name", rule), 0)


def _derive(draw: st.DrawFn, node: Node, depth: int) -> str:
    kind, inside = node
    if isinstance(inside, str):
        if kind == "text":
            return inside
        if inside in SPECIAL:
            return draw(SPECIAL[inside])
        return _derive(draw, GRAMMAR.rules[inside], depth + 1)
    match kind:
        case "any":  # the last alternatives are the simple ones
            deep = depth > DEEP
            return _derive(draw, inside[-1] if deep else draw(st.sampled_from(inside)), depth)
        case "maybe" | "many":
            times = 0 if depth > DEEP else draw(st.integers(0, 1 if kind == "maybe" else 2))
            return "".join(_derive(draw, inside[0], depth) for _ in range(times))
        case _:
            return "".join(_derive(draw, each, depth) for each in inside)


def printed() -> str:
    found = re.search(r"```ebnf\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


GRAMMAR = Grammar(printed())
queries = derived("query")


def parts(expression: Expression) -> Iterator[Expression]:
    yield expression
    match expression:
        case And(parts=inside) | Or(parts=inside):
            for each in inside:
                yield from parts(each)
        case Not(part=inner) | Scoped(inner=inner):
            yield from parts(inner)


@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(queries)
def test_what_the_grammar_allows_is_understood(text: str) -> None:
    parsed = parse(text, TODAY)
    assert parsed.notices == ()
    kinds = {type(part) for part in parts(parsed.expression)}
    said = re.sub(r'"[^"]*"', '""', text)
    assert (Or in kinds) == bool(re.search(r"\bO[RU]\b", said))
    assert (Not in kinds) <= bool(re.search(r"-|NOT|SAUF", said))
    assert parsed.loose != bool(re.search(r"\b(AND|ET|OR|OU)\b", said))


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(queries)
def test_and_it_is_also_a_form(text: str) -> None:
    again = put_together(take_apart(text, TODAY), TODAY)
    assert parse(again, TODAY).notices == ()
    assert put_together(take_apart(again, TODAY), TODAY) == again


@pytest.mark.parametrize(
    ("rule", "kind"), [("dated", DateRange), ("having", Has), ("phrase", Phrase)]
)
def test_each_kind_of_part_is_what_it_is_called(rule: str, kind: type) -> None:
    @settings(max_examples=200, deadline=None)
    @given(derived(rule))
    def check(text: str) -> None:
        assert isinstance(parse(text, TODAY).expression, kind), text

    check()


def test_the_guide_names_every_field() -> None:
    said = {name for line in (_names("field"), _names("date")) for name in line}
    assert said == {name for name, field in FIELDS.items() if field != "has"}
    dates = {name for name, field in FIELDS.items() if field in DATE_FIELDS}
    assert _names("date") == dates


def _names(rule: str) -> set[str]:
    found = re.search(rf"^{rule}\s*=(.*?);", printed(), re.DOTALL | re.MULTILINE)
    assert found is not None
    return set(re.findall(r'"([^"]+)"', found[1]))
