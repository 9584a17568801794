"""The query language: text to expression. Whatever is typed, nothing raises.

::

    query  = [any]
    any    = all { ("OR" | "OU") all }
    all    = term { ["AND" | "ET"] term }
    term   = ("NOT" | "SAUF" | "-") term | atom
    atom   = "(" query ")" | field ":" (term | days) | phrase | word
    phrase = quote { character } quote [ "~" number ]       quotes: " " “ ” « »
    word   = ["="] letters [ "~" [number] ] | letters with "*" or "?"

Operators are written in capitals; a sentence all in capitals has none. ``"…"~5`` lets up to five
words stand between; ``=word`` is searched as written, without its other forms; ``word~1`` allows
one wrong letter; ``word*`` is a prefix; a ``?`` inside a word is any letter, at its end it is
punctuation. Fields and the days of date fields (:mod:`index.search.spans`) have French names too.
The grammar in full is in the guide, ``docs/guide/searching.md``, and tested from there. Malformed
text is searched as plain words, with a notice that names the spot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from index.folding import fold, tokens
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
from index.results import Notice, NoticeKind
from index.search.spans import read_days
from index.search.stopwords import is_stop_word

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 4000
"""Characters of a query that are read."""
DEEPEST = 40
"""Levels of parentheses and negations."""

FIELDS = {
    "headline": "headline", "title": "headline", "titre": "headline",
    "standfirst": "standfirst", "chapo": "standfirst", "chapeau": "standfirst",
    "body": "body", "text": "body", "corps": "body", "texte": "body",
    "byline": "byline", "author": "byline", "auteur": "byline", "signature": "byline",
    "agency": "agency", "agence": "agency", "ajans": "agency",
    "city": "city", "ville": "city", "lieu": "city", "sehir": "city",
    "section": "section", "rubrique": "section",
    "language": "language", "langue": "language", "lang": "language", "dil": "language",
    "concept": "concept", "tag": "concept", "theme": "concept", "etiquette": "concept",
    "note": "note", "notes": "note",
    "source": "source", "fichier": "source", "file": "source",
    "boilerplate": "boilerplate", "mention": "boilerplate",
    "has": "has", "avec": "has",
    "filed": "filed", "date": "filed", "tarih": "filed",
    "updated": "updated", "maj": "updated",
    "captured": "captured", "capture": "captured",
    "imported": "imported", "importe": "imported",
}  # fmt: skip
"""Name as typed, folded -> name of the field."""

DATE_FIELDS = frozenset({"filed", "updated", "captured", "imported"})

THINGS = {
    "annotation": "annotation", "annotations": "annotation",
    "note": "note", "notes": "note",
    "tag": "tag", "tags": "tag", "concept": "tag", "concepts": "tag", "etiquette": "tag",
}  # fmt: skip
"""What ``has:`` asks for."""

_OPENING, _CLOSING = '"“„«»”', '"”“»«'
QUOTES = frozenset(_OPENING + _CLOSING)
OPERATORS = {"AND": "and", "ET": "and", "OR": "or", "OU": "or", "NOT": "not", "SAUF": "not"}
"""As written -> what it is."""
_NAME = r"[^\W\d_]+(?:-[^\W\d_]+)*"
_FIELD_NAME = re.compile(rf"{_NAME}:(?=[^\s)])")
_LEXEME = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<open>\()
  | (?P<close>\))
  | (?P<minus>-(?=[^\s)-]))
  | (?P<field>{_NAME}):(?=[^\s)])
  | [{_OPENING}](?P<phrase>[^{_CLOSING}]*)[{_CLOSING}](?:~(?P<slop>\d{{1,3}}))?
  | (?P<quote>[{_OPENING}])
  | (?P<word>(?:[^\s(){_OPENING}]|(?<=\w)\(\w+\))+)
    """,
    re.VERBOSE,
)
_SIGNS = re.compile(rf"[\s():=~*?{_OPENING}{_CLOSING}]+")
"""What stands between the words of a malformed query."""
_FUZZY = re.compile(r"(.+?)~([12]?)")
_EDGES = ".,;:!…'’‘ʼ¿¡|/\\[]{}"
_SENTENCE = 4
"""Words from which a query in capitals may be a sentence."""
_HAS_LOWER = re.compile(r"[a-zà-ÿ]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text means, and what there is to say about it."""

    expression: Expression
    notices: tuple[Notice, ...] = ()
    loose: bool = True
    """No operator was written: when all words together find little, fewer may do."""


class _Lexeme(NamedTuple):
    kind: str
    text: str
    at: int
    raw: str
    """As written, quotes and all."""
    slop: int = 0
    loose: bool = False
    """White space stands before it."""


class _MalformedError(Exception):
    """The text is no well-formed query."""

    def __init__(self, detail: str, at: int) -> None:
        super().__init__(detail)
        self.notice = Notice(NoticeKind.MALFORMED, detail, at)


def parse(text: str, today: date | None = None) -> Parsed:
    """Parse a query; ``today`` is what “last 3 months” counts back from."""
    cut = (Notice(NoticeKind.TOO_LONG, str(LONGEST), LONGEST),) if len(text) > LONGEST else ()
    text = text[:LONGEST]
    lexemes = list(_lexemes(text))
    parser = _Parser(lexemes, today or date.today())
    try:
        expression = parser.parse()
    except _MalformedError as error:
        return Parsed(_plain_words(text), (*cut, error.notice))
    loose = not any(lexeme.kind in {"and", "or"} for lexeme in lexemes)
    return Parsed(expression, (*cut, *parser.notices), loose)


def _lexemes(text: str) -> Iterator[_Lexeme]:
    shouted = is_shouted(text)
    loose = True
    for found in _LEXEME.finditer(text):
        kind = found.lastgroup or "word"
        if kind == "space":
            loose = True
            continue
        yield from _lexeme(found, kind, shouted=shouted, loose=loose)
        loose = kind in {"open", "field", "minus"}


def _lexeme(found: re.Match[str], kind: str, *, shouted: bool, loose: bool) -> Iterator[_Lexeme]:
    at, raw = found.start(), found.group()
    if kind in {"phrase", "slop"}:
        yield _Lexeme("phrase", found["phrase"], at, raw, int(found["slop"] or 0))
    elif kind == "word" and raw in OPERATORS and not shouted:
        yield _Lexeme(OPERATORS[raw], raw, at, raw)
    elif kind == "minus" and not loose:
        return  # a dash between two things, as in “Paris -Londres”, needs a space before it
    else:
        yield _Lexeme(kind, found[kind], at, raw, loose=loose)


def is_shouted(text: str) -> bool:
    """Tell a sentence typed in capitals, where AND, OR and NOT are words like others."""
    if _HAS_LOWER.search(text):
        return False
    said = [word for word in text.split() if word not in OPERATORS]
    return len(said) >= _SENTENCE and any(is_stop_word(fold(word)) for word in said)


def _plain_words(text: str) -> Expression:
    """Read everything as words; operators count as attempts at one, not as words."""
    raw = (word.strip(_EDGES + "-") for word in _SIGNS.split(text))
    return all_of([Word(word) for word in raw if word not in OPERATORS and has_token(word)])


def has_token(text: str) -> bool:
    """Tell whether a text holds a word."""
    return next(tokens(text), None) is not None


def all_of(parts: list[Expression]) -> Expression:
    """Join by AND; what is already an AND is not nested."""
    flat: list[Expression] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else [part])
    meant = [part for part in flat if not isinstance(part, Everything)]
    if len(meant) > 1:
        return And(tuple(meant))
    return meant[0] if meant else Everything()


class _Parser:
    """Recursive descent over the lexemes of one query."""

    def __init__(self, lexemes: list[_Lexeme], today: date) -> None:
        self._lexemes = lexemes
        self._today = today
        self._at = 0
        self._depth = 0
        self.notices: list[Notice] = []

    def parse(self) -> Expression:
        """Read the whole text.

        Raises:
            _MalformedError: it is not well-formed.
        """
        found = self._any()
        if left := self._peek():
            raise _MalformedError(left.text, left.at)
        return found

    def _peek(self, *kinds: str) -> _Lexeme | None:
        """Return the lexeme at hand, if there is one (of these kinds)."""
        if self._at == len(self._lexemes):
            return None
        lexeme = self._lexemes[self._at]
        return lexeme if not kinds or lexeme.kind in kinds else None

    def _take(self, *kinds: str) -> _Lexeme | None:
        lexeme = self._peek(*kinds)
        self._at += lexeme is not None
        return lexeme

    def _any(self) -> Expression:
        parts = [self._all()]
        while operator := self._take("or"):
            self._operand_follows(operator)
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Expression:
        if operator := self._peek("and", "or"):
            raise _MalformedError(operator.text, operator.at)
        parts: list[Expression] = []
        while self._peek() and not self._peek("or", "close"):
            if operator := self._take("and"):
                self._operand_follows(operator)
            parts.append(self._term())
        return all_of(parts)

    def _operand_follows(self, operator: _Lexeme) -> None:
        if not self._peek() or self._peek("and", "or", "close"):
            raise _MalformedError(operator.text, operator.at)

    def _term(self) -> Expression:
        operator = self._take("not", "minus")
        if operator is None:
            return self._atom()
        self._operand_follows(operator)
        with self._deeper(operator):
            part = self._term()
        return part if isinstance(part, Everything) else Not(part)

    def _deeper(self, lexeme: _Lexeme) -> _Level:
        if self._depth >= DEEPEST:
            raise _MalformedError(lexeme.text, lexeme.at)
        return _Level(self)

    def _atom(self) -> Expression:
        lexeme = self._lexemes[self._at]
        self._at += 1
        match lexeme.kind:
            case "open":
                return self._group(lexeme)
            case "field":
                return self._field(lexeme)
            case "phrase":
                return _phrase(lexeme)
            case "word":
                return _word(lexeme.text)
            case _:
                raise _MalformedError(lexeme.text, lexeme.at)

    def _group(self, opening: _Lexeme) -> Expression:
        if self._take("close"):
            return Everything()
        with self._deeper(opening):
            found = self._any()
        if not self._take("close"):
            raise _MalformedError(opening.text, opening.at)
        return found

    def _field(self, name: _Lexeme) -> Expression:
        field = FIELDS.get(fold(name.text))
        if field is None:
            return self._unknown_field(name)
        if field in DATE_FIELDS:
            return self._days(field, name)
        if field == "has":
            return self._has(name)
        with self._deeper(name):
            inner = self._term()
        return Everything() if isinstance(inner, Everything) else Scoped(field, inner)

    def _unknown_field(self, name: _Lexeme) -> Expression:
        value = self._peek()
        if not value or not value.text.startswith("//"):  # an address is no attempt at a field
            self.notices.append(Notice(NoticeKind.MALFORMED, name.raw, name.at))
        return _word(name.text)

    def _value(self, name: _Lexeme) -> _Lexeme:
        value = self._take("word", "phrase")
        if value is None:
            raise _MalformedError(name.raw, name.at)
        return value

    def _days(self, field: str, name: _Lexeme) -> Expression:
        value = self._value(name)
        days = read_days(value.text, self._today)
        if days is None:
            raise _MalformedError(name.raw + value.raw, name.at)
        return DateRange(field, days.first, days.last, value.text.strip())

    def _has(self, name: _Lexeme) -> Expression:
        value = self._value(name)
        thing = THINGS.get(fold(value.text))
        if thing is None:
            raise _MalformedError(name.raw + value.raw, name.at)
        return Has(thing)


class _Level:
    """One level of nesting."""

    def __init__(self, parser: _Parser) -> None:
        self._parser = parser

    def __enter__(self) -> None:
        self._parser._depth += 1  # noqa: SLF001 - one class in two parts

    def __exit__(self, *_: object) -> None:
        self._parser._depth -= 1  # noqa: SLF001


def _phrase(lexeme: _Lexeme) -> Expression:
    text = lexeme.text.strip()
    return Phrase(text, lexeme.slop) if has_token(text) else Everything()


def _word(raw: str) -> Expression:
    text = raw.lstrip("-" + _EDGES).rstrip("?-" + _EDGES)
    exact = text.startswith("=")
    text = text.lstrip("=-" + _EDGES)
    if _FIELD_NAME.match(text):  # behind a sign, so it is no field
        return all_of([_word(f"={part}" if exact else part) for part in text.split(":")])
    if "*" in text or "?" in text:
        return _wildcard(text)
    if not has_token(text):
        return Everything()
    if fuzzy := _FUZZY.fullmatch(text):
        return Fuzzy(fuzzy[1], int(fuzzy[2] or 1))
    return Word(text, exact)


def _wildcard(text: str) -> Expression:
    letters = text.replace("*", "").replace("?", "")
    if has_token(letters):
        return Wildcard(text)
    return Everything()
