"""Which of a page's many titles is the headline of its story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.parsers.pages.page_meta import TITLE_PARTS, PageMeta, Stated
from index.parsers.pages.page_tree import bare_words, words_of
from index.wire.tidy import one_line, same_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_LONGEST = 300
_LONGEST_SITE = 40
_MOST_HEADINGS = 60
_ADDRESS = re.compile(r"^(?:https?://(?:www\.)?|www\.)(?=[\w.-]+/?$)")
_HOME = re.compile(r"^/?$|(?:^|/)(?:https?:)?//[^/?#]+/?$")
"""An address that is a site's entrance, also where a web archive has rewritten it."""
_MOST_BEHIND = 3
_SIGN = re.compile(r"\s+[-–—|·»«•/:]+\s")
_ENTRANCES = frozenset("accueil home homepage index inicio startseite untitled".split())  # noqa: SIM905
"""Titles of pages that have been given none."""
_TELLING = 9
"""Characters below which a text may stand in another by chance."""


def choose_headline(tree: HtmlElement, page: PageMeta) -> Stated:
    """Return the heading that the page's own titles confirm, or else the best of these."""
    site = page.site_names
    titles = [
        stated for stated in page.every("headline")[:3] if bare_words(stated.value) not in site
    ]
    titles = titles or _marked(tree)
    if page.title and bare_words(page.title) not in _ENTRANCES:
        titles.append(Stated(page.title, "title"))
    headings = [stated for stated in _headings(tree) if bare_words(stated.value) not in site]
    confirmed = _confirmed(headings, titles)
    if confirmed:
        return confirmed
    first = [stated for stated in headings if stated.origin == "h1"]
    if titles:
        best = titles[0]
        return Stated(_without_site(best.value, site), best.origin)
    return first[0] if first else headings[0] if headings else Stated("", "")


def site_name(stated: str, headline: str) -> str:
    """Return what a page calls its site, without the motto behind it; a headline is no name."""
    name = _ADDRESS.sub("", one_line(stated)).rstrip("/")
    if same_words(name, headline):
        return ""
    first = TITLE_PARTS.split(name)[0].strip()
    return first if len(name) > _LONGEST_SITE and 1 < len(first) <= _LONGEST_SITE else name


def _marked(tree: HtmlElement) -> list[Stated]:
    """Return the title that microdata mark, where it is the only one or the page's own heading."""
    found = tree.xpath('//*[@itemprop="headline"]')
    own = found if len(found) == 1 else [one for one in found if one.tag == "h1"]
    values = ((one.get("content") or "", words_of(one)) for one in own[:1])
    return [
        Stated(value, "itemprop headline")
        for content, text in values
        if 2 <= len(value := one_line(content or text)) <= _LONGEST
    ]


def _headings(tree: HtmlElement) -> Iterator[Stated]:
    for name in ("h1", "h2", "h3", "h4"):
        for place, element in enumerate(tree.iter(name)):
            if place >= _MOST_HEADINGS:
                break
            text = words_of(element)
            if 2 <= len(text) <= _LONGEST and not _leads_home(element, text):
                yield Stated(text, name)


def _leads_home(heading: HtmlElement, text: str) -> bool:
    """Tell the banner of a site, which is a link to its entrance, from a story's heading."""
    link = next(heading.iter("a"), None)
    if link is None or not _HOME.search((link.get("href") or "").strip()):
        return False
    return bare_words(words_of(link)) == bare_words(text)


def _confirmed(headings: list[Stated], titles: list[Stated]) -> Stated | None:
    """Find the heading that stands in a title, or a title in it; the fullest match wins."""
    best, best_share = None, 0.45
    for title in titles:
        key = bare_words(title.value)
        for heading in headings:
            share = _share(bare_words(heading.value), key)
            share -= 0.1 * (heading.origin != "h1" and not _opens(title.value, heading.value))
            if share > best_share:
                best, best_share = heading, share
    return best


def _opens(title: str, heading: str) -> bool:
    """Tell whether a title is a heading and, behind a sign, the name and motto of its site."""
    if len(title) > _MOST_BEHIND * len(heading):
        return False
    return title.startswith(heading) and _SIGN.match(title, len(heading)) is not None


def _share(heading: str, title: str) -> float:
    """Return how much of the longer text the shorter one makes up where it stands in it."""
    if heading in title and len(heading) > _TELLING:
        return max(0.5, len(heading) / len(title))
    if title in heading and len(title) > _TELLING:
        return len(title) / len(heading)
    return 0.0


def _without_site(title: str, site: set[str]) -> str:
    segments = [segment for segment in TITLE_PARTS.split(title) if segment.strip()]
    kept = [segment for segment in segments if bare_words(segment) not in site]
    if not kept or len(kept) == len(segments):
        return title
    start = title.find(kept[0])
    end = title.rfind(kept[-1]) + len(kept[-1])
    return one_line(title[start:end])
