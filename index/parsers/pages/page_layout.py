"""Page layouts that an agency is known for, given as selectors in ``resources/agencies.toml``.

A selector is a row of steps, ``tag.class`` or ``.class``, each below the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from index.parsers.drafting.markup import read_tree
from index.parsers.pages.page_tree import words_of
from index.wire import agencies
from index.wire.dateband import DateBand, read_date_band

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from index.wire.agencies import AgencyProfile

_MARK = re.compile(r"\.([\w-]+)")
_STEP = re.compile(r"([a-z][a-z0-9]*)?((?:\.[\w-]+)*)\Z")


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands in the known places; empty where the page has no such layout."""

    profile: AgencyProfile | None = None
    headline: str = ""
    standfirst: str = ""
    city: str = ""
    sections: tuple[str, ...] = ()
    band: DateBand | None = None
    body: tuple[str, ...] = ()
    boilerplate: str = ""


def read_layout(tree: HtmlElement, text: str) -> Layout:
    """Read the first agency's layout whose headline and body are both there.

    Args:
        tree: the parsed page.
        text: the markup it was parsed from, in which classes are found faster.
    """
    for profile in agencies.load().profiles:
        if _may_be(profile, text):
            layout = _read(tree, profile)
            if layout.headline and layout.body:
                return layout
    return Layout()


def _may_be(profile: AgencyProfile, text: str) -> bool:
    """Tell whether all classes of one way to the headline and one to the body stand in a page."""
    ways = (profile.page.get(name, ()) for name in ("headline", "body"))
    return all(any(all(map(text.__contains__, _marks(way))) for way in each) for each in ways)


@cache
def _marks(selector: str) -> tuple[str, ...]:
    return tuple(_MARK.findall(selector))


def _read(tree: HtmlElement, profile: AgencyProfile) -> Layout:
    headline = _texts(tree, profile, "headline")
    bodies = _elements(tree, profile, "body")
    if not headline or not bodies:
        return Layout()
    apart = {
        text for name in ("city", "boilerplate", "dates") for text in _texts(tree, profile, name)
    }
    bands = (read_date_band(text, profile) for text in _texts(tree, profile, "dates"))
    paragraphs = [line for body in bodies[:1] for line in read_tree(body).paragraphs]
    return Layout(
        profile=profile,
        headline=headline[0],
        standfirst=next(iter(_texts(tree, profile, "standfirst")), ""),
        city=next(iter(_texts(tree, profile, "city")), ""),
        sections=tuple(dict.fromkeys(_texts(tree, profile, "section"))),
        band=next((band for band in bands if band), None),
        body=tuple(line for line in paragraphs if line not in apart),
        boilerplate="\n\n".join(_texts(tree, profile, "boilerplate")),
    )


def _elements(tree: HtmlElement, profile: AgencyProfile, name: str) -> list[HtmlElement]:
    for selector in profile.page.get(name, ()):
        found: list[HtmlElement] = tree.xpath(_path(selector))
        if found:
            return found
    return []


def _texts(tree: HtmlElement, profile: AgencyProfile, name: str) -> list[str]:
    texts = (words_of(element) for element in _elements(tree, profile, name))
    return [text for text in texts if text]


@cache
def _path(selector: str) -> str:
    """Translate a selector into XPath."""
    path = ""
    for step in selector.split():
        found = _STEP.match(step)
        tag, marks = (found[1], found[2]) if found else ("*", "")
        tests = "".join(
            f"[contains(concat(' ',normalize-space(@class),' '),' {mark} ')]"
            for mark in marks.split(".")
            if mark
        )
        path += f"//{tag or '*'}{tests}"
    return path
