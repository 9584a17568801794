"""Who wrote a saved page: stated in its metadata, marked in its markup, or printed on it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from index.folding import fold
from index.parsers.pages.page_meta import TITLE_PARTS
from index.parsers.pages.page_tree import bare_words, classes, opening_of, text_of
from index.parsers.pages.small_print import BLOCKS
from index.wire.byline import is_byline, split_byline
from index.wire.dates import find_dates
from index.wire.signatures import writers_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from index.parsers.pages.page_meta import PageMeta, Stated
    from index.parsers.pages.small_print import SmallPrint

_AUTHOR = re.compile(
    r"by-?line|(?<![a-z])author(?:s|name)?(?![a-z])|(?<![a-z])autor(?:en|es|in)?(?![a-z])|auteur|verfasser|yazar"
    r"|muhabir|(?<![a-z])writer|redacteur|redakteur|(?<![a-z])signature|(?<![a-z])vcard|contributor"
    r"|documentauthor|(?<![a-z])creator|posted-?by|reporter|journalist|username"
)
"""Classes of elements that hold writers' names."""
_NEAR = re.compile(
    r"meta|publish|posted|(?<![a-z])date|info|dateline|credit|details|submitted|time"
)
"""Classes of elements that may hold a line with date and writer."""
_FAR = re.compile(
    r"(?<![a-z])comment(?!s?-?(?:count|link))|commentlist|kommentare|respond|related|sidebar|recommend"
    r"|most-?(?:read|popular)|newsletter|(?<![a-z-])footer(?![a-z])|more-?(?:from|stories|news)|verwandte|reply"
)
_BIOGRAPHY = re.compile(r"bio(?![a-z])|about|avatar|image|photo|caption|share|social|follow")
_NOBODY = frozenset(
    "admin administrator administrateur webmaster root user guest gast unknown anonymous "  # noqa: SIM905
    "anonym name "
    "author autor autoren auteur redaction redacao redaccion editor staff posted webredaktion "
    "kommentar kommentare login mehr more share home impressum profil profile facebook twitter "
    "instagram online team date datum follow autoreninfo wordpress username benutzername "
    "utilisateur usuario utente redattore enter email e-mail google google+ post".split()
)
"""A name made of nothing but these is a menu entry or an account of the site's software."""
_BODIES = frozenset(
    "agence agencia agency agenzia archive bureau collectif desk editors gmbh magazin magazine "  # noqa: SIM905
    "media news newsroom press presse redaccion redacao redaction redaktion redazione staff team "
    "verlag wire zeitung".split()
)
"""Words of names that are no person's."""
_INITIALS = re.compile(r"[A-Z]{2,4}\Z")
_LABEL = re.compile(
    r"(?<!\w)(?:(?i:(?:(?:posted|written|published|submitted|added|edited|reported|words|story|text)\s+)?by"
    r"|(?:geschrieben|veröffentlicht|verfasst|erstellt|gepostet|eingestellt|artikel|beitrag|text)\s+von"
    r"|(?:publié|écrit|posté|rédigé)\s+par|(?:publicado|escrito)\s+por|scritto\s+da)\s*:?"
    r"|(?:(?<=[|•·,–—-])|(?<=[|•·,–—-][ ])|^\W{0,5})"
    r"(?:[Vv]on|VON|[Vv]om|[Pp]ar|PAR|[Pp]or|POR|Di|Door|Av|Af|[Pp]rzez)"
    r"|(?i:texte?(?:\s(?:und|et|and|&)\s\w+)?|autor(?:in|en|es)?|authors?|auteure?s?|redaktion"
    r"|verfasser(?:in)?"
    r"|yazan|haber|writer|autore)\s?:"
    r"|(?:责任编辑|作者|记者)\s?[：:])\s*(?<=[\s：:])(?=[^\W\d_]|[“\"@])"
)
"""What introduces a name in a line of small print."""
_STOP = re.compile(
    r"\s*(?:[|•·()–—;>»]|\s/|\s-\s|-$|,\s(?=\d)|\s(?=[^\W\d_]+:)|$"
    r"|(?<=\w)\s(?:am|on|le|um|at|in|in der|veröffentlicht|published|posted|vom|unter|tarihinde)\s)"
)
_LONGEST = 140
_SHORTEST = 5
_MOST_MARKED = 60
_MOST_PARTS = 20
_NEAREST = 7
"""Ancestors that are asked whether they belong to the story."""
_LAST = 2
"""Paragraphs at the end of a story among which its writer may stand."""
_AROUND = " ()[]–—-"
_SENTENCE_END = frozenset(".!?…”»\"’'。")
_KOREAN = re.compile(r"([가-힣]{2,4})\s?(?:기자|특파원)(?=\W|\Z)")
_HOST = re.compile(r"\.[a-z]{2,4}\Z")
_PARTICLES = frozenset("de del di da dos du la le van von der den ten ter bin al el y e zu".split())  # noqa: SIM905
_OWNED = re.compile(r"['’]s\s")
_NAMED = re.compile(r"[^\W\d_a-zß-öø-ÿ]")


class Byline(NamedTuple):
    """Names, and where they stand."""

    names: tuple[str, ...]
    origin: str


_NONE = Byline((), "")


class Bylines(NamedTuple):
    """Who wrote a page: persons where there are any, and what else it names as its writer."""

    persons: Byline
    others: Byline


def choose_byline(tree: HtmlElement, page: PageMeta) -> Bylines:
    """Return the writers from the most telling places that name persons, or others."""
    stated = [one for one in page.every("byline") if bare_words(one.value) not in page.site_names]
    site = page.site_names | _names_of_site(page)
    others = _NONE
    for found in _candidates(tree, page, stated):
        persons = _persons(found.names, site)
        if persons:
            return Bylines(Byline(persons, found.origin), others)
        others = others if others.names else found
    return Bylines(_NONE, others if others.names else _stated(page.every("byline")))


def _names_of_site(page: PageMeta) -> set[str]:
    """Return what stands beside the headline in a title, or beside a motto in the site's name."""
    parts = TITLE_PARTS.split(page.title)[1:]
    for stated in page.every("agency"):
        parts += TITLE_PARTS.split(stated.value)
    return set(map(bare_words, parts))


def _persons(names: tuple[str, ...], site: set[str]) -> tuple[str, ...]:
    """Leave out the site and its like; single words beside them are its place or motto."""
    left = tuple(name for name in names if not _is_body(name, site))
    return left if left == names else tuple(name for name in left if " " in name)


def _is_body(name: str, site: set[str]) -> bool:
    """Tell the site itself, a desk or mere initials from a person."""
    bare = bare_words(name)
    return _INITIALS.match(name) is not None or bare in site or not _BODIES.isdisjoint(bare.split())


def signature(paragraphs: list[str], notices: list[str]) -> Byline:
    """Read who wrote from a credit below the story, or a byline or a name alone at its end."""
    credited = writers_below("\n".join(notices).split("\n"))
    if credited:
        return Byline(credited, "credit below the story")
    place = len(paragraphs) - 1
    while place > max(1, len(paragraphs) - 1 - _LAST):
        names = _signed(paragraphs[place], paragraphs[place - 1])
        if names:
            return Byline(names, "last line of the story")
        place -= 1
    return _NONE


def _signed(line: str, above: str) -> tuple[str, ...]:
    """Read a line that is a byline, or a name below the end of a sentence."""
    bare = line.strip(_AROUND) if line[:1] in "([" else line.strip(" –—-")
    korean = _KOREAN.match(bare)
    if korean:
        return (korean[1],)
    if is_byline(bare):
        return tuple(name for name in _people(bare) if _is_name(name))
    words = bare.split()
    named = 2 <= len(words) <= 3 and len(bare) <= 40 and bare[-1:].isalpha()
    alone = named and all(_NAMED.match(word) for word in words)
    return _people(bare) if alone and above.rstrip(_AROUND)[-1:] in _SENTENCE_END else ()


def _candidates(tree: HtmlElement, page: PageMeta, stated: list[Stated]) -> Iterator[Byline]:
    for origin in dict.fromkeys(one.origin for one in stated):
        yield _stated([one for one in stated if one.origin == origin])
    yield _microdata(tree)
    yield _linked(tree)
    yield from _marked(tree)
    yield _printed(page.small_print)
    yield _stated(page.every("account"))


def _stated(values: list[Stated]) -> Byline:
    if not values:
        return _NONE
    names = [name for one in values if not _is_address(one.value) for name in _people(one.value)]
    return Byline(tuple(dict.fromkeys(names)), values[0].origin)


def _is_address(value: str) -> bool:
    return value.startswith(("http", "www.", "/", "@")) or "facebook.com" in value


def _people(text: str) -> tuple[str, ...]:
    names = (_without_links(name) for name in split_byline(text))
    return tuple(
        name
        for name in names
        if not _is_nobody(name) and ":" not in name and not _HOST.search(name)
    )


def _without_links(name: str) -> str:
    """Take away the link behind a name, such as “Follow”."""
    words = name.split()
    while len(words) > 2 and fold(words[-1]) in _NOBODY:
        words.pop()
    return " ".join(words)


def _is_nobody(name: str) -> bool:
    return all(word in _NOBODY for word in fold(name).split())


def _microdata(tree: HtmlElement) -> Byline:
    names: list[str] = []
    for element in tree.xpath('//*[@itemprop="author" or @itemprop="creator"]'):
        if _is_far(element):
            continue
        inner = element.xpath('.//*[@itemprop="name"]') or [element]
        text = inner[0].get("content") or text_of(inner[0])
        if len(text) <= _LONGEST and not _is_address(text):
            names.extend(_people(text))
    return Byline(tuple(dict.fromkeys(names)), "itemprop author")


def _linked(tree: HtmlElement) -> Byline:
    for element in tree.xpath('//a[contains(concat(" ", @rel, " "), " author ")]'):
        text = opening_of(element, _LONGEST)
        if len(text) <= _LONGEST and not _is_far(element):
            names = _people(text)
            if names:
                return Byline(names, "rel author")
    return _NONE


def _marked(tree: HtmlElement) -> Iterator[Byline]:
    """Read elements whose class promises a writer, then those that may hold one."""
    weak: list[HtmlElement] = []
    count = 0
    for element in tree.iter(*BLOCKS):
        marks = classes(element)
        strong = _AUTHOR.search(marks) is not None
        if not strong and not _NEAR.search(marks):
            continue
        if _BIOGRAPHY.search(marks) or _is_far(element) or count > _MOST_MARKED:
            continue
        count += 1
        if strong:
            yield Byline(
                _names_in(opening_of(element, _LONGEST), named=True), f"class {marks.strip()}"
            )
        else:
            weak.append(element)
    for element in weak:
        yield Byline(
            _names_in(opening_of(element, _LONGEST), named=False),
            f"class {classes(element).strip()}",
        )


def _names_in(text: str, *, named: bool) -> tuple[str, ...]:
    """Read a line that may hold dates and labels beside the names.

    Args:
        text: the line.
        named: the line is known to hold names, so that they need no label.
    """
    if not 2 < len(text) <= _LONGEST:
        return ()
    for found in reversed(find_dates(text)):
        text = f"{text[: found.span[0]]} | {text[found.span[1] :]}"
    label = _LABEL.search(text)
    if label:
        return _people(_STOP.split(text[label.end() :], maxsplit=1)[0])
    names = _people(_first_part(text)) if named else ()
    return names if all(_is_name(name) for name in names) else ()


def _first_part(text: str) -> str:
    """Cut what follows a name and a bar: the place it writes from, or its paper."""
    first, bar, _ = text.partition("|")
    return first if bar and len(first.split()) > 1 and _is_name(first.strip()) else text


def _is_name(name: str) -> bool:
    words = [word for word in name.split() if word not in _PARTICLES]
    capitals = all(_NAMED.match(word) for word in words)
    shaped = 1 <= len(words) <= 4 and capitals and not name.endswith((":", "…"))
    return shaped and not _OWNED.search(name)


def _is_far(element: HtmlElement) -> bool:
    """Tell whether an element belongs to comments, to other stories or to the page's foot."""
    for one in (element, *islice(element.iterancestors(), _NEAREST)):
        if one.tag in {"body", "html", "article", "main"}:
            return False
        if one.tag in {"aside", "nav"} or (one.tag == "footer" and not _in_article(one)):
            return True
        if _FAR.search(classes(one)):
            return True
    return False


def _in_article(element: HtmlElement) -> bool:
    return any(ancestor.tag in {"article", "main"} for ancestor in element.iterancestors())


def _printed(small: SmallPrint) -> Byline:
    """Search the short lines of the page for “By So-and-So”."""
    for element, line in small.lines:
        text = line[:_LONGEST]
        if len(text) <= _SHORTEST or len(element) > _MOST_PARTS:
            continue
        label = _LABEL.search(text)
        if not label or not (label.start() < 6 or find_dates(text)) or _is_far(element):
            continue
        names = _names_in(text, named=False)
        full = all(len(name.split()) > 1 or not name.isascii() for name in names)
        if names and full and all(map(_is_name, names)):
            return Byline(names, "printed byline")
    return _NONE
