"""A query's text and a form with a place for each of its parts: two views of one query."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from index.query import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Has,
    Not,
    Or,
    Phrase,
    QueryForm,
    Scoped,
    Wildcard,
    Word,
)
from index.search.language import QUOTES, all_of, has_token, parse
from index.search.spans import read_days
from index.search.wording import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.query import Expression

_LEAF = (Word, Phrase, Wildcard, Fuzzy)


def take_apart(text: str, today: date | None = None) -> QueryForm:
    """Return the form that says what a text says; what is malformed is plain words there, too."""
    parsed = parse(text, today)
    asked = parsed.expression
    places = _Places()
    for part in asked.parts if isinstance(asked, And) else (asked,):
        places.put(part)
    return places.form(strict=not parsed.loose and parse(written(asked), today).loose)


def put_together(form: QueryForm, today: date | None = None) -> str:
    """Return the text that says what a form says."""
    return written(all_of(list(_parts(form, today))), strict=form.strict)


class _Places:
    """Where each part of a query stands in the form."""

    def __init__(self) -> None:
        self._leaves: dict[str, list[Expression]] = defaultdict(list)
        self._phrase: Phrase | None = None
        self._any: Or | None = None
        self._fields: dict[str, str] = {}
        self._days: dict[str, str] = {}
        self._has: set[str] = set()

    def put(self, part: Expression) -> None:
        """Find a place for a part; the last resort has room for all."""
        match part:
            case Everything():
                return
            case Phrase() if self._phrase is None:
                self._phrase = part
            case _ if isinstance(part, _LEAF):
                self._leaves["words"].append(part)
            case Or(parts=parts) if self._any is None and all(isinstance(p, _LEAF) for p in parts):
                self._any = part
            case Not(part=inner) if isinstance(inner, _LEAF):
                self._leaves["none"].append(inner)
            case Has(what=what):
                self._has.add(what)
            case _:
                self._put_field(part)

    def _put_field(self, part: Expression) -> None:
        match part:
            case Scoped(field=field, inner=inner) if field not in self._fields:
                self._fields[field] = written(inner)
            case DateRange(field=field) if field not in self._days:
                self._days[field] = _unquoted(written(part).partition(":")[2])
            case _:
                self._leaves["further"].append(part)

    def form(self, *, strict: bool) -> QueryForm:
        """Return what has been put."""
        phrase = self._phrase or Phrase("")
        return QueryForm(
            words=self._written("words"),
            phrase=phrase.text,
            slop=phrase.slop,
            any_of=written(And(self._any.parts)) if self._any else "",
            none_of=self._written("none"),
            fields=self._fields,
            days=self._days,
            has=frozenset(self._has),
            further=self._written("further"),
            strict=strict,
        )

    def _written(self, place: str) -> str:
        return written(all_of(self._leaves[place]))


def _parts(form: QueryForm, today: date | None) -> Iterator[Expression]:
    phrase = "".join(char for char in form.phrase if char not in QUOTES).strip()
    if has_token(phrase):
        yield Phrase(phrase, form.slop)
    yield _read(form.words, today)
    yield _alternatives(_read(form.any_of, today))
    yield from map(_none_of, _each(_read(form.none_of, today)))
    for field, text in form.fields.items():
        inner = _read(text, today)
        yield inner if isinstance(inner, Everything) else Scoped(field, inner)
    for field, said in form.days.items():
        days = read_days(said, today or date.today())
        if days:
            yield DateRange(field, days.first, days.last, said.strip())
    yield from map(Has, sorted(form.has))
    yield _read(form.further, today)


def _read(text: str, today: date | None) -> Expression:
    return parse(text, today).expression


def _each(expression: Expression) -> tuple[Expression, ...]:
    return expression.parts if isinstance(expression, And) else (expression,)


def _alternatives(expression: Expression) -> Expression:
    return Or(expression.parts) if isinstance(expression, And) else expression


def _none_of(part: Expression) -> Expression:
    return part if isinstance(part, Everything) else Not(part)


def _unquoted(said: str) -> str:
    return said.strip('"')
