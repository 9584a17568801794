"""The fields that a saved page states outside its text, best source first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.parsers.pages.json_ld import LinkedArticle, read_linked_article
from index.parsers.pages.page_tree import bare_words, metas, text_of
from index.parsers.pages.small_print import SmallPrint
from index.wire.byline import has_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = {
    "headline": "og:title twitter:title dc.title dcterms.title citation_title sailthru.title "
    "parsely-title title",
    "standfirst": "og:description description twitter:description dc.description "
    "sailthru.description",
    "byline": "article:author author dc.creator dcterms.creator dc.creator.name sailthru.author "
    "parsely-author citation_author byl article:author_name cxenseparse:author "
    "cxenseparse:name og:article:author shareaholic:article_author_name authors autor "
    "article_author search.byline",
    "account": "twitter:creator",
    "filed": "article:published_time og:article:published_time og:published_time "
    "og:pubdate datepublished date.issued dc.date.issued dcterms.issued dcterms.created "
    "dc.date.created publishdate publish-date publish_date publication_date publication-date "
    "pubdate date_published "
    "sailthru.date parsely-pub-date cxenseparse:recs:publishtime dc.date dcterms.date "
    "citation_publication_date datecreated date last-published originalpublicationdate "
    "article_date_original article.published rnews:datepublished timestamp",
    "updated": "article:modified_time og:updated_time og:article:modified_time datemodified "
    "dcterms.modified dc.date.modified last-modified lastmod revised modified article.updated",
    "agency": "og:site_name application-name publisher dc.publisher dcterms.publisher "
    "citation_journal_title cxenseparse:sitename",
    "section": "article:section og:article:section category sailthru.section parsely-section "
    "cxenseparse:section dc.subject subject",
    "keywords": "news_keywords article:tag keywords sailthru.tags parsely-tags og:article:tag",
    "language": "og:locale dc.language dcterms.language language content-language",
    "city": "geo.placename dateline",
}
"""Field -> names of ``meta`` elements, the most telling first."""
_RANKS = {
    name: (field_name, rank)
    for field_name, names in _NAMES.items()
    for rank, name in enumerate(names.split())
}
_SINGLEFILE = re.compile(r"<!--\s*Page saved with SingleFile\b(.{0,2000}?)-->", re.DOTALL)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")
_HEAD = 200_000
TITLE_PARTS = re.compile(r"\s+[-–—|·»«•/]+\s+|\s*[|»]\s*|\s+::\s+")
"""What separates a headline from the site's name in a title."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and where it stands."""

    value: str
    origin: str


@dataclass(slots=True)
class PageMeta:
    """All that a page states of itself."""

    article: LinkedArticle | None
    """From JSON-LD."""
    small_print: SmallPrint
    """Lines in which a page prints what it does not state."""
    stated: dict[str, list[Stated]] = field(default_factory=dict)
    """Field -> values, best first."""
    title: str = ""
    """The ``title`` element."""
    url: str = ""
    language: str = ""
    """The ``lang`` attribute."""

    def first(self, name: str) -> Stated:
        """Return the best value of a field, or an empty one."""
        values = self.stated.get(name)
        return values[0] if values else Stated("", "")

    @property
    def site_names(self) -> set[str]:
        """What the site calls itself, as bare words; its host name included."""
        host = (urlsplit(self.url).hostname or "").removeprefix("www.")
        names = [stated.value for stated in self.every("agency")]
        names += [host, host.split(".")[0]]
        return {bare_words(name) for name in names} - {""}

    def every(self, name: str) -> list[Stated]:
        """Return all values of a field."""
        return self.stated.get(name, [])


def read_meta(tree: HtmlElement) -> PageMeta:
    """Collect JSON-LD, OpenGraph, microdata, ``meta`` and ``link`` elements."""
    scripts = [
        script.text or ""
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "")
    ]
    page = PageMeta(read_linked_article(scripts), SmallPrint(tree))
    if page.article:
        _add_article(page, page.article)
    _add_metas(page, tree)
    _add_sections(page, tree)
    page.title = text_of(tree.find(".//title"))
    page.url = _canonical(tree) or (page.article.url if page.article else "")
    page.language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return page


def saved_comment(text: str) -> tuple[str, str]:
    """Return the address and the date that a browser or SingleFile left in a comment."""
    found = _SINGLEFILE.search(text, 0, _HEAD)
    if found:
        return _after("url:", found[1]), _after("saved date:", found[1])
    saved = _SAVED_FROM.search(text, 0, _HEAD)
    return (saved[1] if saved and saved[1].startswith("http") else "", "")


def _after(label: str, comment: str) -> str:
    for line in comment.splitlines():
        if line.strip().startswith(label):
            return line.strip().removeprefix(label).strip()
    return ""


def _add_article(page: PageMeta, article: LinkedArticle) -> None:
    single = {
        "headline": article.headline,
        "standfirst": article.standfirst,
        "filed": article.published,
        "updated": article.modified,
        "agency": article.publisher,
        "language": article.language,
        "city": article.place,
    }
    for name, value in single.items():
        _add(page, name, value, "json-ld")
    for name, values in (
        ("byline", article.authors),
        ("section", article.sections),
        ("keywords", article.keywords),
    ):
        for value in values:
            _add(page, name, value, "json-ld")


def _add_metas(page: PageMeta, tree: HtmlElement) -> None:
    ranked: dict[str, list[tuple[int, Stated]]] = {}
    for name, content in metas(tree):
        if name in _RANKS:
            field_name, rank = _RANKS[name]
            ranked.setdefault(field_name, []).append((rank, Stated(content, f"meta {name}")))
    _add_labelled(page, dict(metas(tree)))
    for field_name, values in ranked.items():
        for _, stated in sorted(values, key=lambda entry: entry[0]):
            _add(page, field_name, stated.value, stated.origin)


def _add_sections(page: PageMeta, tree: HtmlElement) -> None:
    """Read the sections that a page marks beside its story; the first group of links is its own."""
    links = tree.xpath('//a[contains(concat(" ", @rel, " "), " category ")]')
    for link in links:
        if link.getparent() is links[0].getparent():
            _add(page, "section", text_of(link), "rel category")


def _add_labelled(page: PageMeta, content: dict[str, str]) -> None:
    """Read the labelled pairs that weblogs state for short messages."""
    for number in "12":
        if has_by(f"{content.get(f'twitter:label{number}', '')} x"):
            value = content.get(f"twitter:data{number}", "")
            _add(page, "byline", value, f"meta twitter:data{number}")


def _add(page: PageMeta, name: str, value: str, origin: str) -> None:
    if value:
        page.stated.setdefault(name, []).append(Stated(value, origin))


def _canonical(tree: HtmlElement) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            address = (link.get("href") or "").strip()
            if address.startswith("http"):
                return address
    return next((content for name, content in metas(tree) if name == "og:url"), "")
