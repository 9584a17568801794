"""Concepts with names in several languages: a query that names one also finds its other names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from index.query import And, Expression, Or, Phrase, Scoped, Word
from index.results import Related
from index.search.schema import TEXT_FIELDS
from index.search.sequences import readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Key = tuple[str, ...]
"""The folded words of a name."""

MOST = 12
"""Other names searched for one; a vocabulary may hold concepts with hundreds."""


class Thesaurus:
    """Finds the other names of the concepts that have a name; never changes."""

    def __init__(self, concepts: Iterable[Sequence[str]] = ()) -> None:
        """Take the names of each concept, those to be searched first first."""
        self._concepts = tuple(tuple(names) for names in concepts)
        self._called: dict[Key, list[int]] = defaultdict(list)
        for number, names in enumerate(self._concepts):
            for key in dict.fromkeys(key for name in names for key in _keys(name)):
                self._called[key].append(number)
        self.longest = max(map(len, self._called), default=0)
        """Words of the longest name."""

    def others(self, key: Key) -> tuple[str, ...]:
        """Return the other names of whatever is called so; names that fold alike count as one."""
        met: dict[Key, str] = {}
        for number in self._called.get(key, ()):
            for name in self._concepts[number]:
                keys = _keys(name)
                if keys and key not in keys:
                    met.setdefault(keys[0], name)
        return tuple(met.values())


class Widening:
    """Adds to one query the other names of what it names."""

    def __init__(
        self,
        thesaurus: Thesaurus,
        occurs: Callable[[str], bool],
        unwanted: Iterable[str] = (),
        *,
        off: bool = False,
    ) -> None:
        """Prepare for one query.

        Args:
            thesaurus: knows the names.
            occurs: tells whether any dispatch holds a folded word; other names are not offered.
            unwanted: names that the user has switched off.
            off: all names are; they are still told.
        """
        self._thesaurus, self._occurs = thesaurus, occurs
        self._off = off
        self._unwanted = {key for name in unwanted for key in _keys(name)}
        self.met: dict[Key, Related] = {}
        """What was named, and what is searched for it."""

    def widened(self, expression: Expression) -> Expression:
        """Return the expression with every name also under its other names.

        What is asked for as written, near one another, or not at all stays as it is.
        """
        match expression:
            case And(parts=parts):
                return And(tuple(self._runs(parts)))
            case Or(parts=parts):
                return Or(tuple(map(self.widened, parts)))
            case Scoped(field=field, inner=inner) if field in TEXT_FIELDS:
                return Scoped(field, self.widened(inner))
            case Word(exact=False) | Phrase(slop=0):
                return next(self._runs((expression,)))
            case _:
                return expression

    def _runs(self, parts: Sequence[Expression]) -> Iterator[Expression]:
        at = 0
        while at < len(parts):
            run, others = self._named(parts[at:])
            if others:
                meant = parts[at] if len(run) == 1 else And(run)
                yield Or((meant, *map(_as_written, others)))
            else:
                run = (parts[at],)
                known = isinstance(parts[at], Word | Phrase)
                yield parts[at] if known else self.widened(parts[at])
            at += len(run)

    def _named(self, parts: Sequence[Expression]) -> tuple[tuple[Expression, ...], tuple[str, ...]]:
        """Return the longest run of words at the beginning that is a name, and other names."""
        runs = [run for run in _beginnings(parts, self._thesaurus.longest) if run]
        for run in reversed(runs):
            key = tuple(word for text in run for word in _words(text))
            if self._thesaurus.others(key):
                return tuple(parts[: len(run)]), self._searched(key, " ".join(run))
        return tuple(parts[:1]), ()

    def _searched(self, key: Key, asked: str) -> tuple[str, ...]:
        names = [name for name in self._thesaurus.others(key) if self._found(name)][:MOST]
        on = tuple(name for name in names if not self._is_off(name))
        if names:
            self.met[key] = Related(asked, on, tuple(name for name in names if name not in on))
        return on

    def _is_off(self, name: str) -> bool:
        return self._off or not self._unwanted.isdisjoint(_keys(name))

    def _found(self, name: str) -> bool:
        return any(all(map(self._occurs, key)) for key in _keys(name))


def _beginnings(parts: Sequence[Expression], longest: int) -> Iterator[tuple[str, ...]]:
    """Yield the texts of the first word, of the first two …; a phrase stands alone."""
    first = parts[0]
    if isinstance(first, Phrase) and not first.slop:
        yield (first.text,)
        return
    run: tuple[str, ...] = ()
    for part in parts[:longest]:
        if not isinstance(part, Word) or part.exact:
            return
        run = (*run, part.text)
        yield run


def _as_written(name: str) -> Expression:
    """Return what finds a name and none of its words' other forms."""
    return Phrase(name) if len(_words(name)) > 1 else Word(name, exact=True)


def _words(text: str) -> Key:
    return next(iter(readings(text)), ())


def _keys(name: str) -> list[Key]:
    return [key for key in readings(name) if key]
