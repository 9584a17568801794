"""The other words that a word of a query also stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.folding import fold, tokens
from index.query import Fuzzy, Wildcard
from index.results import Notice, NoticeKind
from index.search.lexicon import MOST, STEMMERS
from index.search.sequences import Choice, fold_pattern, only

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.search.deadline import Deadline
    from index.search.view import View

NEARLY = 0.5
"""What a word with a letter more, less or other counts, for each edit."""
SHARE = 0.15
"""Of the dispatches that hold a word; a language below it does not lend its stems."""
FEWEST_LETTERS = 3
"""Of a wildcard that begins with ``*``."""
MOST_FORMS = 48


class Expansion:
    """Expands words over the lexicon, and remembers what it added and what it left out."""

    def __init__(self, view: View, deadline: Deadline, *, stems: bool = True) -> None:
        self._view = view
        self._deadline = deadline
        self._stems = stems
        self.added: dict[str, tuple[str, ...]] = {}
        self.notices: list[Notice] = []
        self.refused: set[Wildcard] = set()

    def forms(self, word: str) -> Choice:
        """Return a word with the words of the same stem."""
        if not self._stems or self._deadline.over:
            return only(word)
        lexicon = self._view.index.lexicon
        found = {form for lang in self._languages(word) for form in lexicon.forms(word, lang)}
        if not found:
            return only(word)
        others = lexicon.frequent(found, MOST_FORMS)
        self.added[word] = tuple(others)
        return Choice(((word, 1.0), *self._kin(word, others)))

    def _kin(self, word: str, forms: Sequence[str]) -> Iterator[tuple[str, float]]:
        """Yield the forms with what they count, as far as there is time."""
        for form in forms:
            if self._deadline.over:
                return
            yield form, self._view.kinship(word, form)

    def _languages(self, word: str) -> list[str]:
        """Return the languages whose stems fit: those of the dispatches that hold the word."""
        profile = self._view.profile(word)
        known = [language for language in self._view.languages if language in STEMMERS]
        total = sum(profile.values())
        fitting = [lang for lang in known if profile.get(lang, 0) > SHARE * total]
        return fitting or known or ["en"]

    def expand(self, leaf: Wildcard | Fuzzy) -> Choice:
        """Return the words that a wildcard or a misspelling stands for."""
        if isinstance(leaf, Wildcard):
            return self._wildcard(leaf)
        return self._fuzzy(leaf)

    def _wildcard(self, leaf: Wildcard) -> Choice:
        pattern = fold_pattern(leaf.pattern)
        letters = sum(c not in "*?" for c in pattern)
        if not letters or (pattern[0] in "*?" and letters < FEWEST_LETTERS):
            self.refused.add(leaf)
            self.notices.append(Notice(NoticeKind.REFUSED, leaf.pattern))
            return Choice(())
        found = self._view.index.lexicon.matching(pattern, self._deadline)
        return self._most(leaf.pattern, [(word, 1.0) for word in found])

    def _fuzzy(self, leaf: Fuzzy) -> Choice:
        word = "".join(token.folded for token in list(tokens(leaf.text))[:1]) or fold(leaf.text)
        near = self._view.index.lexicon.near(word, leaf.distance, self._deadline)
        return self._most(leaf.text, [(other, NEARLY**edits) for other, edits in near.items()])

    def _most(self, asked: str, found: list[tuple[str, float]]) -> Choice:
        worth = dict(found)
        words = self._view.index.lexicon.frequent(worth, MOST)
        if len(words) < len(found):
            self.notices.append(Notice(NoticeKind.CUT_OFF, asked))
        self.added[asked] = tuple(words)
        return Choice(tuple((word, worth[word]) for word in words))
