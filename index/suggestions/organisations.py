"""Bodies that no vocabulary knows: by the head of their name, an abbreviation, what they are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from index.folding import fold
from index.selectors import Span
from index.suggestion import Suggestion, SuggestionKind
from index.suggestions.cover import Cover
from index.suggestions.words import CAPITAL, SPACE, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OF = (
    rf"(?:de{SPACE}la|de{SPACE}l[’']|du|des|de|d[’']|pour{SPACE}(?:la|les|le|l[’'])|"
    rf"aux?|à{SPACE}la|en)"
)
_KIND_OF = (
    "(?:ales?|al|aux|iques?|enne?s?|éen(?:ne)?s?|iales?|aires?|ives?|ifs?|ières?|iers?|aises?|ais|"
    "oise?s?|ielle?s?|iel)"
)
"""How French adjectives that say which body it is end: fédéral, européen, nationale."""


def organisations(text: str, taken: Iterable[Span] = ()) -> list[Suggestion]:
    """Return the bodies named in a text, each once with all its mentions.

    ``taken``: what has been recognised already; it is not suggested again.
    """
    held = Cover(len(text), taken)
    found: dict[str, list[Span]] = {}
    for span in sorted(_spans(text), key=lambda each: (each.start, -each.end)):
        if held.free(span):
            held.take(span)
            found.setdefault(fold(text[span.start : span.end]), []).append(span)
    return [_suggestion(text, spans) for spans in found.values()]


def _suggestion(text: str, spans: list[Span]) -> Suggestion:
    written = text[spans[0].start : spans[0].end]
    return Suggestion(SuggestionKind.ORGANISATION, written, (*spans, *_abbreviated(text, spans[0])))


def _abbreviated(text: str, name: Span) -> Iterator[Span]:
    """Yield where the abbreviation stands that a name is followed by in brackets."""
    stated = re.compile(rf"{SPACE}\(([A-Z]{{2,7}})\)").match(text, name.end)
    if stated:
        short = re.compile(rf"(?<!\w){stated[1]}(?!\w)")
        yield from (Span(*each.span()) for each in short.finditer(text, name.end))


def _spans(text: str) -> Iterator[Span]:
    for match in _english().finditer(text):
        if len(match.group().split()) > 1:
            yield Span(*match.span())
    for pattern in (_french(), _ministry()):
        yield from (Span(*match.span()) for match in pattern.finditer(text))
    for pattern in (_called(), _spelled_out(), _company()):
        found = (match for match in pattern.finditer(text) if _is_name(match["name"]))
        yield from (Span(*match.span("name")) for match in found if _begins(match))


def _is_name(name: str) -> bool:
    lists = words()
    first = fold(name.split()[0])
    return first not in lists.folded("no_names") and first not in lists.folded("titles")


def _begins(match: re.Match[str]) -> bool:
    """Tell whether an abbreviation, where there is one, begins as the name does."""
    short = match.groupdict().get("short")
    return short is None or fold(short[0]) == fold(match["name"][0])


@cache
def _company() -> re.Pattern[str]:
    """Match a run that ends as names of companies do."""
    ends = words().either("companies")
    name = rf"{CAPITAL}(?:{SPACE}{CAPITAL}){{0,3}}{SPACE}(?:{ends})"
    return re.compile(rf"(?<![\w’'])(?P<name>{name})(?!\w)")


@cache
def _english() -> re.Pattern[str]:
    """Match a run with a head in it: “Federal Trade Commission”, “Committee on the Rights …”."""
    head = words().either("heads_en")
    banned = rf"(?!(?:{words().either('no_names', 'titles')})\b)"
    before = rf"(?:{banned}{CAPITAL}(?:{SPACE}(?:and|of|for|&))?{SPACE}){{0,6}}"
    link = rf"{SPACE}(?:(?:of|for|on|against)(?:{SPACE}the)?|and){SPACE}"
    behind = rf"(?:{link}{banned}{CAPITAL}(?:{SPACE}{CAPITAL}){{0,4}}){{0,3}}"
    return re.compile(rf"(?<![\w’']){before}(?:{head})(?!\w){behind}")


@cache
def _french() -> re.Pattern[str]:
    """Match a head with what it is about: “Office fédéral de la justice”, “Parlement européen”."""
    head = words().either("heads_fr")
    kind = rf"{SPACE}[a-zà-öø-ÿ-]*{_KIND_OF}(?!\w)"
    noun = rf"(?:{CAPITAL}|[a-zà-öø-ÿ-]+)"
    about = rf"{SPACE}{_OF}{SPACE}?{noun}(?:{kind})?"
    proper = rf"{SPACE}{_OF}{SPACE}?{CAPITAL}"
    return re.compile(
        rf"(?<!\w)(?:{head})(?!\w)(?:(?:{kind}){{1,2}}(?:{about})?|{about}(?:{proper})?)"
    )


@cache
def _ministry() -> re.Pattern[str]:
    names = words().either("ministries_fr")
    subject = rf"{SPACE}{_OF}{SPACE}?{CAPITAL}"
    return re.compile(rf"(?<!\w)(?:{names}){subject}(?:(?:,|{SPACE}et){subject}){{0,4}}")


@cache
def _called() -> re.Pattern[str]:
    """Match a kind of body and its name: “the charity, Childnet”, “l’association Les Voix”."""
    kinds = words().either("kinds")
    link = rf"{SPACE}(?:na|de|des|du|of|for|the|et|and)(?={SPACE}{CAPITAL})"
    name = rf"{CAPITAL}(?:{link}|{SPACE}{CAPITAL}){{0,9}}"
    return re.compile(rf"(?<!\w)(?:{kinds}),?{SPACE}(?P<name>{name})")


@cache
def _spelled_out() -> re.Pattern[str]:
    """Match a name with its abbreviation in brackets behind it."""
    word = rf"{SPACE}(?:[ld][’'])?[\w’'-]+"
    name = rf"{CAPITAL}(?:{word}){{1,7}}"
    return re.compile(rf"(?<!\w)(?P<name>{name}){SPACE}\((?P<short>[A-Z]{{3,7}})\)")
