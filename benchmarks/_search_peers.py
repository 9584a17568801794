"""The search engines that are compared: each builds an index and answers a first page.

A first page is the number of matches and the twenty best with their snippets; ours also counts
six facets. Peers that are not installed are left out.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from benchmarks._search_corpus import PaperCorpus, typed_text
from index.query import Query, Sort
from index.reports import Cancel, ignore
from index.search import IndexBuilder, SearchEngine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks._search_corpus import Paper, Question

PAGE = 20


class Peer(Protocol):
    """A search engine over an index of its own."""

    name: str

    def build(self, papers: Sequence[Paper], folder: Path) -> None:
        """Index everything."""
        ...

    def ask(self, question: Question) -> int | None:
        """Show the first page and return how many match; None when it cannot answer that kind."""
        ...


def peers() -> list[Peer]:
    """Return what is installed, ours first."""
    found: list[Peer] = [Ours(), StockWhoosh(), Fts5()]
    if find_spec("tantivy"):
        found.append(Tantivy())
    if find_spec("xapian"):
        found.append(Xapian())
    return found


class Ours:
    """The engine of this program."""

    name = "dispatch-reader"

    def build(self, papers: Sequence[Paper], folder: Path) -> None:
        """Index everything."""
        corpus = PaperCorpus(papers)
        IndexBuilder(folder, corpus).catch_up(ignore, Cancel())
        self._engine = SearchEngine(folder, corpus)
        self._engine.reload()

    def ask(self, question: Question) -> int | None:
        """Show the first page."""
        newest = question.kind == "newest"
        return self.show(typed_text(question), Sort.NEWEST if newest else Sort.RELEVANCE)

    def show(self, text: str, sort: Sort = Sort.RELEVANCE) -> int:
        """Show the first page of what one types."""
        results = self._engine.search(Query(text, sort=sort))
        results.page(0, PAGE)
        return results.summary.total


class StockWhoosh:
    """Whoosh with its own writer, analyzer, matchers and highlighter."""

    name = "whoosh (stock)"

    def build(self, papers: Sequence[Paper], folder: Path) -> None:
        """Index everything."""
        from whoosh import analysis, fields, index
        from whoosh.support.charset import accent_map

        words = analysis.StandardAnalyzer() | analysis.CharsetFilter(accent_map)
        schema = fields.Schema(
            title=fields.TEXT(analyzer=words, stored=True),
            body=fields.TEXT(analyzer=words, stored=True),
            day=fields.NUMERIC(sortable=True),
        )
        folder.mkdir()
        writer = index.create_in(str(folder), schema).writer(limitmb=256, compound=False)
        for paper in papers:
            writer.add_document(title=paper.title, body=paper.body, day=paper.day.toordinal())
        writer.commit()
        self._searcher = index.open_dir(str(folder)).searcher()

    def ask(self, question: Question) -> int | None:
        """Show the first page."""
        from whoosh import query as q

        parts = [q.Or([self._leaf(field, question) for field in ("title", "body")])]
        if question.kind == "and":
            parts = [q.Or([q.Term(f, w) for f in ("title", "body")]) for w in question.words]
        if question.kind == "date":
            first = question.year * 366 - 800
            parts.append(q.NumericRange("day", first, first + 365))
        newest = {"sortedby": "day", "reverse": True} if question.kind == "newest" else {}
        results = self._searcher.search(q.And(parts), limit=PAGE, **newest)
        for hit in results:
            hit.highlights("body")
        return len(results)

    def _leaf(self, field: str, question: Question) -> object:
        from whoosh import query as q

        match question.kind:
            case "phrase":
                return q.Phrase(field, list(question.words))
            case "prefix":
                return q.Prefix(field, question.words[0])
            case "fuzzy":
                return q.FuzzyTerm(field, question.words[0])
            case _:
                return q.Term(field, question.words[0])


class Fts5:
    """SQLite's full-text index."""

    name = "sqlite fts5"

    def build(self, papers: Sequence[Paper], folder: Path) -> None:
        """Index everything."""
        folder.mkdir()
        self._connection = sqlite3.connect(folder / "fts.sqlite3")
        self._connection.executescript(
            "CREATE VIRTUAL TABLE paper USING fts5(title, body, "
            "tokenize = 'unicode61 remove_diacritics 2');"
            "CREATE TABLE filed(id INTEGER PRIMARY KEY, day INTEGER);"
            "CREATE INDEX by_day ON filed(day);"
        )
        with self._connection as connection:
            rows = [(paper.title, paper.body) for paper in papers]
            connection.executemany("INSERT INTO paper(title, body) VALUES (?, ?)", rows)
            days = [(paper.day.toordinal(),) for paper in papers]
            connection.executemany("INSERT INTO filed(day) VALUES (?)", days)

    def ask(self, question: Question) -> int | None:
        """Show the first page."""
        if question.kind == "fuzzy":
            return None
        order = "filed.day DESC" if question.kind == "newest" else "bm25(paper)"
        first = question.year * 366 - 800 if question.kind == "date" else 0
        last = first + 365 if question.kind == "date" else 10**7
        source = (
            "FROM paper JOIN filed ON filed.id = paper.rowid "
            "WHERE paper MATCH ? AND filed.day BETWEEN ? AND ?"
        )
        values = (self._match(question), first, last)
        page = (
            "SELECT paper.rowid, title, snippet(paper, 1, '[', ']', '…', 30) "
            f"{source} ORDER BY {order} LIMIT {PAGE}"
        )
        with closing(self._connection.cursor()) as cursor:
            cursor.execute(page, values).fetchall()
            return int(cursor.execute(f"SELECT count(*) {source}", values).fetchone()[0])

    def _match(self, question: Question) -> str:
        words = [f'"{word}"' for word in question.words]
        match question.kind:
            case "phrase":
                return f'"{" ".join(question.words)}"'
            case "prefix":
                return f"{words[0]}*"
            case _:
                return " AND ".join(words)


class Tantivy:
    """Tantivy through its Python package."""

    name = "tantivy"

    def build(self, papers: Sequence[Paper], folder: Path) -> None:
        """Index everything."""
        tantivy = import_module("tantivy")

        folder.mkdir()
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("title", stored=True)
        builder.add_text_field("body", stored=True)
        builder.add_integer_field("day", stored=True, indexed=True, fast=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        writer = self._index.writer(heap_size=256 << 20, num_threads=1)
        for paper in papers:
            document = tantivy.Document(title=paper.title, body=paper.body)
            document.add_integer("day", paper.day.toordinal())
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> int | None:
        """Show the first page."""
        tantivy = import_module("tantivy")

        query = self._query(question)
        if query is None:
            return None
        newest = {"order_by_field": "day"} if question.kind == "newest" else {}
        results = self._searcher.search(query, PAGE, **newest)
        snippets = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        for _, address in results.hits:
            snippets.snippet_from_doc(self._searcher.doc(address)).to_html()
        return int(results.count)

    def _query(self, question: Question) -> object:
        tantivy = import_module("tantivy")

        fields = ["title", "body"]
        words = question.words
        match question.kind:
            case "phrase":
                return self._index.parse_query(f'"{" ".join(words)}"', fields)
            case "prefix":
                return tantivy.Query.regex_query(self._schema, "body", f"{words[0]}.*")
            case "fuzzy":
                return tantivy.Query.fuzzy_term_query(self._schema, "body", words[0])
            case "date":
                first = question.year * 366 - 800
                text = f"{words[0]} AND day:[{first} TO {first + 365}]"
                return self._index.parse_query(text, fields)
            case _:
                return self._index.parse_query(" AND ".join(words), fields)


class Xapian:
    """Xapian through its Python bindings."""

    name = "xapian"

    def build(self, papers: Sequence[Paper], folder: Path) -> None:
        """Index everything."""
        xapian = import_module("xapian")

        database = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OVERWRITE)
        generator = xapian.TermGenerator()
        for paper in papers:
            document = xapian.Document()
            generator.set_document(document)
            generator.index_text(paper.title, 3)
            generator.increase_termpos()
            generator.index_text(paper.body)
            document.set_data(paper.body)
            document.add_value(0, xapian.sortable_serialise(paper.day.toordinal()))
            database.add_document(document)
        database.commit()
        self._database = xapian.Database(str(folder))

    def ask(self, question: Question) -> int | None:
        """Show the first page."""
        xapian = import_module("xapian")

        if question.kind == "fuzzy":
            return None
        query = self._query(question)
        enquire = xapian.Enquire(self._database)
        enquire.set_query(query)
        if question.kind == "newest":
            enquire.set_sort_by_value(0, True)
        found = enquire.get_mset(0, PAGE, self._database.get_doccount())
        for match in found:
            found.snippet(match.document.get_data().decode())
        return int(found.get_matches_estimated())

    def _query(self, question: Question) -> object:
        xapian = import_module("xapian")

        terms = [xapian.Query(word) for word in question.words]
        match question.kind:
            case "phrase":
                return xapian.Query(xapian.Query.OP_PHRASE, terms)
            case "prefix":
                parser = xapian.QueryParser()
                parser.set_database(self._database)
                return parser.parse_query(f"{question.words[0]}*", parser.FLAG_WILDCARD)
            case "date":
                first, last = (
                    xapian.sortable_serialise(question.year * 366 - 800 + plus) for plus in (0, 365)
                )
                days = xapian.Query(xapian.Query.OP_VALUE_RANGE, 0, first, last)
                return xapian.Query(xapian.Query.OP_FILTER, terms[0], days)
            case _:
                return xapian.Query(xapian.Query.OP_AND, terms)
