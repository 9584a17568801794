"""Saved web pages: metadata first, then the page itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.dispatch import Dispatch, Timestamp
from index.errors import NoTextFound
from index.parsers.decoding.encoding import decode
from index.parsers.pages.page_body import WHOLE, extract_body, trim_end, trim_top
from index.parsers.pages.page_byline import Byline, choose_byline, signature
from index.parsers.pages.page_dates import Dated, choose_dates, opening_date
from index.parsers.pages.page_headline import choose_headline, site_name
from index.parsers.pages.page_layout import read_layout
from index.parsers.pages.page_meta import read_meta, saved_comment
from index.parsers.pages.page_tree import bare_words, dropped_parts, parse_page
from index.parsers.plain_text.text import AMBIGUOUS, opening_words
from index.wire import agencies
from index.wire.authority import stated_name
from index.wire.boilerplate import Parted, part_closing
from index.wire.dateline import plain_city
from index.wire.dates import find_dates
from index.wire.language import detect_language
from index.wire.tidy import one_line, same_words, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from index.parsers import Source
    from index.wire.dateline import Dateline

_OPENS = re.compile(
    rb"(?:^|>)\s{0,80}(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])"
    rb"|<meta\s[^>]{0,200}charset",
    re.IGNORECASE | re.MULTILINE,
)
_MARKS = (b"<!doctype", b"<html", b"<head", b"<body", b"<meta")
"""One of these is in whatever ``_OPENS`` finds."""
_BEGINS = re.compile(
    rb"<(?:!--|!doctype\s+html|/?(?:html|head|body|title|meta|link|style|script|base|div|p|span"
    rb"|section|article|main|header|center|table|font|h[1-6]|ul|ol|form|noscript)[\s/>])",
    re.IGNORECASE,
)
_TAGS = re.compile(
    rb"</?(?:p|div|span|h[1-6]|table|td|ul|li|script|title|meta|article|section)[\s/>]",
    re.IGNORECASE,
)
_FAR = 1 << 17
_SEVERAL = 4
_TELLING = 80
"""Characters of a summary that tell whether the story begins with it."""
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")


class HtmlParser:
    """Reads the one story of a saved page, by a browser or by SingleFile."""

    format = "html"
    version = 3

    def recognises(self, source: Source) -> bool:
        """Look for what opens a page, or for several of its commonest tags."""
        head = _narrow(source.head)
        if b"<" not in head:
            return False
        if _BEGINS.match(head):
            # a page may open with more styles or scripts than the head holds
            head = _narrow(source.raw[:_FAR])
        elif not _opens(head):
            return False
        return _opens(head) or len(_TAGS.findall(head)) >= _SEVERAL

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the one dispatch.

        Raises:
            EmptyInput, NotText, WrongEncoding, NoTextFound: why there is none.
        """
        decoded = decode(source.raw, declared=source.charset)
        tree = parse_page(decoded.text)
        if tree is None:
            raise NoTextFound(format=self.format)
        yield _Page(tree, decoded.text, source, decoded.warnings).dispatch()


def _narrow(head: bytes) -> bytes:
    """Let UTF-16 markup look like the ASCII that it mostly is, and begin with its first sign."""
    narrow = head.replace(b"\0", b"") if b"\0" in head[:200] else head
    return narrow.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def _opens(head: bytes) -> bool:
    """Tell whether something opens a page; plain texts with a ``<`` in them are passed quickly."""
    folded = head.lower()
    return any(mark in folded for mark in _MARKS) and _OPENS.search(head) is not None


class _Page:
    """One page on its way to a dispatch."""

    def __init__(
        self, tree: HtmlElement, text: str, source: Source, warnings: tuple[str, ...]
    ) -> None:
        self._tree = tree
        self._source = source
        self._warnings = [*warnings]
        self._meta = read_meta(tree)
        self._layout = read_layout(tree, text)
        self._saved = saved_comment(text)
        self._url = source.url or self._saved[0] or self._meta.url
        host = urlsplit(self._url).hostname or ""
        self._profile = self._layout.profile or agencies.load().of_host(host)
        self._stated = choose_byline(tree, self._meta)
        self._origins: dict[str, str] = {}

    def dispatch(self) -> Dispatch:
        """Read all fields.

        Raises:
            NoTextFound: the page shows no text.
        """
        dropped = dropped_parts(self._tree)
        headline = self._headline()
        story, dateline = self._story(headline)
        parted = part_closing(story)
        if not parted.story:
            raise NoTextFound(format=HtmlParser.format)
        body = "\n\n".join(parted.story)
        if dateline and dateline.profile:
            self._profile = dateline.profile
        language = detect_language(f"{headline}\n{body}")
        filed, updated = self._dates(story, dateline, language)
        return Dispatch(
            headline=headline or self._opening(body),
            body=body,
            format=HtmlParser.format,
            standfirst=self._standfirst(body, headline),
            byline=self._byline(dateline, parted),
            agency=self._agency(dateline, headline),
            dateline=self._note("dateline", dateline.printed if dateline else "", "dateline"),
            city=self._city(dateline),
            section=self._several("section", self._layout.sections),
            keywords=self._several("keywords"),
            language=self._language(language),
            filed=filed,
            updated=updated,
            captured=self._captured(),
            boilerplate=self._boilerplate(parted.notices),
            source_url=self._url,
            origins=self._origins,
            warnings=tuple(self._warnings),
            dropped=dict(dropped),
        )

    def _note(self, name: str, value: str, origin: str) -> str:
        if value:
            self._origins[name] = origin
        return value

    def _headline(self) -> str:
        if self._layout.headline:
            return self._note("headline", self._layout.headline, "agency layout")
        chosen = choose_headline(self._tree, self._meta)
        return self._note("headline", one_line(chosen.value), chosen.origin)

    def _opening(self, body: str) -> str:
        return self._note("headline", opening_words(body), "opening words of the text")

    def _story(self, headline: str) -> tuple[list[str], Dateline | None]:
        if self._layout.body:
            self._origins["body"] = "agency layout"
            trimmed = trim_top(list(self._layout.body), headline)
        else:
            stated = self._meta.article.body if self._meta.article else ""
            found = extract_body(self._tree, stated, self._url)
            self._origins["body"] = found.origin
            if found.origin == WHOLE:
                self._warnings.append("the story could not be told from the rest of the page")
            trimmed = trim_top(trim_end(found.paragraphs), headline, self._known())
        return trimmed.paragraphs, trimmed.dateline

    def _known(self) -> frozenset[str]:
        """Return what may stand above the story on a line of its own, as bare words."""
        sections = (stated.value for stated in self._meta.every("section"))
        names = (*self._stated.persons.names, *self._stated.others.names)
        return frozenset(map(bare_words, (*sections, *names))) | self._meta.site_names

    def _dates(
        self, story: list[str], dateline: Dateline | None, language: str
    ) -> tuple[Timestamp | None, Timestamp | None]:
        band = self._layout.band
        if band:
            self._origins |= {"filed": "agency layout", "updated": "agency layout"}
            return band.filed, band.updated
        opening = Dated(dateline.filed, "dateline") if dateline and dateline.filed else None
        opening = opening or opening_date(story)
        found = choose_dates(self._tree, self._meta, self._profile, opening, language)
        for name, dated in (("filed", found.filed), ("updated", found.updated)):
            if dated:
                self._origins[name] = dated.origin
                if dated.stamp.ambiguous:
                    self._warnings.append(AMBIGUOUS)
        return (
            found.filed.stamp if found.filed else None,
            found.updated.stamp if found.updated else None,
        )

    def _byline(self, dateline: Dateline | None, parted: Parted) -> tuple[str, ...]:
        band = self._layout.band
        for found in (
            Byline(band.byline if band else (), "agency layout"),
            self._stated.persons,
            Byline(dateline.byline if dateline else (), "dateline"),
            signature(parted.story, parted.notices),
            self._stated.others,
        ):
            if found.names:
                self._origins["byline"] = found.origin
                return found.names
        return ()

    def _agency(self, dateline: Dateline | None, headline: str) -> str:
        if dateline and dateline.profile:
            return self._note("agency", dateline.profile.name, "dateline")
        if self._profile:
            return self._note("agency", self._profile.name, "address of the page")
        stated = self._meta.first("agency")
        known = agencies.load().named(stated.value)
        site = stated_name(stated.value) if known else site_name(stated.value, headline)
        return self._note("agency", site, stated.origin)

    def _city(self, dateline: Dateline | None) -> str:
        if self._layout.city:
            return self._note("city", plain_city(self._layout.city), "agency layout")
        stated = self._meta.first("city")
        if stated.value and stated.origin == "json-ld":
            return self._note("city", plain_city(stated.value), stated.origin)
        return self._note("city", dateline.city if dateline else "", "dateline")

    def _standfirst(self, body: str, headline: str) -> str:
        if self._layout.standfirst:
            return self._note("standfirst", self._layout.standfirst, "agency layout")
        stated = self._meta.first("standfirst")
        text = one_line(stated.value)
        cut = text.endswith(("...", "…", "[…]"))
        if cut or text[:_TELLING] in one_line(body) or same_words(text, headline):
            return ""
        return self._note("standfirst", text, stated.origin)

    def _several(self, name: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
        stated = self._meta.every(name)
        if known or not stated:
            return known
        first = [one.value for one in stated if one.origin == stated[0].origin]
        if len(first) == 1:
            first = re.split(r"\s*[,;|]\s*", first[0])
        self._origins[name] = stated[0].origin
        return tuple(dict.fromkeys(one_line(value) for value in first if value.strip()))

    def _language(self, found: str) -> str:
        if found:
            return self._note("language", found, "text")
        stated = _LANGUAGE.match(self._meta.language or self._meta.first("language").value)
        return self._note("language", stated.group().lower() if stated else "", "lang attribute")

    def _captured(self) -> Timestamp | None:
        dates = find_dates(self._saved[1])
        if dates:
            self._origins["captured"] = "saved date of the page"
            return dates[0].stamp
        when = self._source.captured
        return None if when is None else Timestamp.at(when)

    def _boilerplate(self, notices: list[str]) -> str:
        parts = [*notices, *([self._layout.boilerplate] if self._layout.boilerplate else [])]
        return self._note("boilerplate", tidy("\n\n".join(parts)), "closing notice")
