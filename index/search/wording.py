"""Expressions as text: the way back from what a query means to what one would type."""

from __future__ import annotations

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
    Scoped,
    Wildcard,
    Word,
)
from index.search.language import OPERATORS, is_shouted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from index.query import Expression


def written(expression: Expression, *, strict: bool = False) -> str:
    """Return a text that parses to an expression.

    Args:
        expression: as the parser returns it; an AND holds no AND.
        strict: write AND where white space would do, so that nothing is found with fewer words.
    """
    if isinstance(expression, Everything):
        return ""
    text = _joined(expression, " AND " if strict else " ")
    # in a sentence of capitals the operators would be words like others
    return text if not is_shouted(text) else _joined(_lowered(expression), " ")


def _joined(expression: Expression, between: str) -> str:
    match expression:
        case And(parts=parts):
            return between.join(map(_atom, parts))
        case Or(parts=parts):
            return " OR ".join(map(_atom, parts))
        case _:
            return _atom(expression)


def _atom(expression: Expression) -> str:
    """Write what may stand beside other parts."""
    match expression:
        case And() | Or():
            return f"({_joined(expression, ' ')})"
        case Everything():
            return "()"
        case Not(part=part):
            inner = _atom(part)
            return f"NOT {inner}" if inner.startswith(("-", "NOT ")) else f"-{inner}"
        case Scoped(field=field, inner=inner):
            plain = isinstance(inner, Word | Phrase | Wildcard | Fuzzy)
            return f"{field}:{_atom(inner)}" if plain else f"{field}:({_joined(inner, ' ')})"
        case _:
            return _leaf(expression)


def _leaf(leaf: Expression) -> str:
    match leaf:
        case Word(text=text, exact=exact):
            return f"={text}" if exact else text.lower() if text in OPERATORS else text
        case Phrase(text=text, slop=slop):
            return f'"{text}"~{slop}' if slop else f'"{text}"'
        case Wildcard(pattern=pattern):
            return pattern
        case Fuzzy(text=text, distance=distance):
            return f"{text}~{distance}"
        case Has(what=what):
            return f"has:{what}"
        case DateRange():
            return f"{leaf.field}:{_quoted(leaf.said or _days(leaf.first, leaf.last))}"
        case _:
            return ""


def _quoted(said: str) -> str:
    """Put a span of days into quotes where it needs them."""
    return f'"{said}"' if any(char.isspace() for char in said) else said


def _days(first: date | None, last: date | None) -> str:
    if first == last and first:
        return first.isoformat()
    return "..".join(day.isoformat() if day else "" for day in (first, last))


def _lowered(expression: Expression) -> Expression:
    match expression:
        case And(parts=parts):
            return And(_all_lowered(parts))
        case Or(parts=parts):
            return Or(_all_lowered(parts))
        case Not(part=part):
            return Not(_lowered(part))
        case Scoped(field=field, inner=inner):
            return Scoped(field, _lowered(inner))
        case Word(text=text, exact=exact):
            return Word(text.lower(), exact)
        case _:
            return expression


def _all_lowered(parts: Sequence[Expression]) -> tuple[Expression, ...]:
    return tuple(map(_lowered, parts))
