"""A query in words: its text, its filters and its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.facet_names import facet_name, range_name, value_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index import ConceptUse, Filter, Query

translate = QCoreApplication.translate


def query_words(query: Query, concepts: Mapping[int, ConceptUse]) -> str:
    """Return what a query asks for on one line; every dispatch where it asks for nothing."""
    text = " ".join(query.text.split())
    filters = (_filter_words(each, concepts) for each in query.filters)
    parts = [part for part in (text, *filters, range_name(query)) if part]
    return "  ·  ".join(parts) or translate("query_words", "every dispatch")


def _filter_words(chosen: Filter, concepts: Mapping[int, ConceptUse]) -> str:
    name = facet_name(chosen.facet)
    value = value_name(chosen.facet, chosen.value, concepts)
    if chosen.exclude:
        text = translate("query_words", "{facet}: not {value}")
        return text.format(facet=name, value=value)
    return f"{name}: {value}"
