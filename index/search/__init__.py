"""Full-text search: the only place that knows Whoosh."""

from index.search.builder import IndexBuilder
from index.search.engine import SearchEngine
from index.search.errors import IndexDamaged, IndexForeign
from index.search.form import put_together, take_apart
from index.search.language import Parsed, parse
from index.search.vocabulary import Vocabularies

__all__ = [
    "IndexBuilder",
    "IndexDamaged",
    "IndexForeign",
    "Parsed",
    "SearchEngine",
    "Vocabularies",
    "parse",
    "put_together",
    "take_apart",
]
