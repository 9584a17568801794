"""The dispatches that search is measured on, and what is asked about them."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from index.codebook import Concept, ConceptUse
from index.corpus import UNDATED, Card, Columns, TextRecord
from index.dispatch import AccessionNumber, Timestamp
from index.folding import tokens
from index.keys import ConceptId

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAKER = Path(__file__).parents[1].parent / "shared" / "bench" / "make_corpus.py"
KINDS = ("rare", "common", "and", "phrase", "prefix", "fuzzy", "date", "newest")
_SAMPLE = 400
_COMMON = 12


@dataclass(frozen=True, slots=True)
class Paper:
    """One dispatch of the corpus."""

    title: str
    body: str
    day: date
    agency: str
    language: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked: words, and what kind of question they make."""

    kind: str
    words: tuple[str, ...]
    year: int = 0


def read_corpus(maker: Path, count: int, folder: Path) -> list[Paper]:
    """Make so many dispatches and read them."""
    made = folder / "corpus.jsonl"
    subprocess.run([sys.executable, maker, str(count), made], check=True)
    with made.open(encoding="utf-8") as lines:
        return [_paper(json.loads(line)) for line in lines]


def _paper(raw: dict[str, str]) -> Paper:
    day = date.fromisoformat(raw["date"][:10])
    return Paper(raw["title"], raw["body"], day, raw["agency"], raw["language"], tuple(raw["tags"]))


def make_questions(papers: Sequence[Paper], of_each: int) -> list[Question]:
    """Return so many questions of each kind, always the same ones."""
    lot = random.Random(20241018)  # noqa: S311 - no secret
    sample = lot.sample(papers, min(_SAMPLE, len(papers)))
    texts = [[t.folded for t in tokens(paper.body)] for paper in sample]
    counts = Counter(word for text in texts for word in set(text) if word.isalpha())
    common = [word for word, _ in counts.most_common(_COMMON * of_each)]
    rare = sorted(word for word, count in counts.items() if count == 1 and len(word) > 5)
    middling = sorted(w for w, n in counts.items() if 5 <= n <= 40 and len(w) > 4)
    pairs = [pair for text in texts for pair in pairwise(text) if "".join(pair).isalpha()]
    questions = []
    for _ in range(of_each):
        year, word = lot.choice(sample).day.year, lot.choice(middling)
        questions += [
            Question("rare", (lot.choice(rare),)),
            Question("common", (lot.choice(common),)),
            Question("and", (lot.choice(middling), lot.choice(common))),
            Question("phrase", lot.choice(pairs)),
            Question("prefix", (word[:4],)),
            Question("fuzzy", (word[:2] + word[3:],)),
            Question("date", (lot.choice(common),), year),
            Question("newest", (lot.choice(common),)),
        ]
    return questions


def typed_text(question: Question) -> str:
    """Return a question as one types it into the search field."""
    words = " ".join(question.words)
    match question.kind:
        case "and":
            return " AND ".join(question.words)
        case "phrase":
            return f'"{words}"'
        case "prefix":
            return f"{words}*"
        case "fuzzy":
            return f"{words}~"
        case "date":
            return f"{words} filed:{question.year}"
        case _:
            return words


class PaperCorpus:
    """Implements :class:`index.corpus.Corpus` over the corpus in memory."""

    archive_id, generation, edition = "benchmark", 1, 1
    index_key: bytes | None = None

    def __init__(self, papers: Sequence[Paper]) -> None:
        self._papers = papers
        names = sorted({tag for paper in papers for tag in paper.tags})
        self._number = {name: ConceptId(at) for at, name in enumerate(names, start=1)}

    def count(self) -> int:
        """Return how many there are."""
        return len(self._papers)

    def changed(self, since: int, until: int | None = None) -> Iterator[TextRecord]:
        """Yield all of them, once."""
        _ = until
        yield from self.texts(range(1, 1 + self.changed_count(since)))

    def texts(self, ids: Sequence[int]) -> Iterator[TextRecord]:
        """Yield some of them."""
        for number in ids:
            paper = self._papers[number - 1]
            yield TextRecord(AccessionNumber(number), paper.title, "", paper.body)

    def changed_count(self, since: int) -> int:
        """Count all of them, once."""
        return len(self._papers) if since < self.generation else 0

    def removed(self, since: int) -> list[int]:
        """Return nothing."""
        _ = since
        return []

    def columns(self) -> Columns:
        """Return the columns."""
        papers, none = self._papers, [UNDATED] * len(self._papers)
        return Columns(
            ids=range(1, len(papers) + 1),
            filed=[paper.day.toordinal() for paper in papers],
            updated=none,
            captured=none,
            imported=none,
            minutes=[0] * len(papers),
            agency=[paper.agency for paper in papers],
            city=[""] * len(papers),
            language=[paper.language for paper in papers],
            sections=[()] * len(papers),
            family=[0] * len(papers),
        )

    def tag_pairs(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the tags."""
        pairs = [
            (at, self._number[tag])
            for at, paper in enumerate(self._papers, start=1)
            for tag in paper.tags
        ]
        return [at for at, _ in pairs], [tag for _, tag in pairs]

    def notes(self) -> list[tuple[int, str]]:
        """Return nothing."""
        return []

    def concepts(self) -> tuple[ConceptUse, ...]:
        """Return the tags as concepts."""
        return tuple(ConceptUse(Concept(n, name), (name,)) for name, n in self._number.items())

    def cards(self, ids: Sequence[int]) -> list[Card]:
        """Return the cards."""
        return [self._card(number, self._papers[number - 1]) for number in ids]

    def _card(self, number: int, paper: Paper) -> Card:
        filed = Timestamp.on(paper.day.year, paper.day.month, paper.day.day)
        id_ = AccessionNumber(number)
        return Card(id_, paper.title, "", paper.body, paper.agency, "", paper.language, filed)
