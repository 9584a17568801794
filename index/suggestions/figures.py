"""Figures: shares, amounts of money, counts, and how they rose or fell; with period and source."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from index.folding import fold
from index.selectors import Span
from index.suggestion import Suggestion, SuggestionKind
from index.suggestions.cover import Cover
from index.suggestions.sentences import Sentences
from index.suggestions.words import CAPITAL, SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

_S = SPACE
_NUMBER = r"(?:\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_SCALE = rf"(?:{_S}(?:million|milliard|billion|trillion|mille|thousand)s?(?!\w)|(?:bn|m|tn)(?!\w))"
_PART = (
    r"(?:a|one){s}(?:half|third|quarter|fifth|tenth)|half|two{s}thirds|three{s}quarters|"
    r"(?:d[’']un|un){s}(?:tiers|quart|cinquième|dixième)|(?:de{s})?(?:la{s})?moitié|(?:les{s})?deux{s}tiers"
).replace("{s}", _S)
_SHARE = (
    rf"{_NUMBER}{_S}?(?:%|‰|per{_S}?cent(?!\w)|percent(?!\w)|pour{_S}cent(?!\w)|"
    rf"percentage{_S}points?|points?{_S}de{_S}pourcentage)"
)
_OF_WHAT = (
    rf"(?:{_S}of{_S}(?:the{_S}|its{_S}|their{_S}|all{_S}|annual{_S}|global{_S}|worldwide{_S})*[a-z]+|"
    rf"{_S}(?:du|des|de{_S}la|de{_S}l[’']|de|d[’']){_S}?(?!plus\b|moins\b)[a-zà-ÿ]+(?:{_S}d[’'][a-zà-ÿ]+)?)"
)
_CURRENCY = (
    rf"(?:euros?|dollars?|francs?|pounds?|livres?|yens?|lires?|roupies|rupees|couronnes|kroner|€|\$|£|₺)"
    rf"(?:{_S}(?:sterling|suisses?|américains?|canadiens?|australiens?|turques?))?"
)
_MONEY = (
    rf"(?:US|A|C|NZ|HK|CA|AU)?[$€£¥₺]{_S}?{_NUMBER}{_SCALE}?|"
    rf"{_NUMBER}{_SCALE}?{_S}?(?:d[’']|de{_S})?{_CURRENCY}(?!\w)"
)
_ROSE = (
    r"(?:rose|rises|risen|fell|falls|fallen|grew|grown|increased|decreased|dropped|declined|jumped|climbed|"
    r"soared|surged|slipped|shrank|up|down)"
)
_CHANGED = (
    r"(?:progressé|augmenté|baissé|reculé|diminué|bondi|chuté|grimpé|crû|doublé|triplé|quadruplé)"
)
_CHANGES = r"(?:progressent?|augmentent?|baissent?|reculent?|diminuent?|bondi(?:t|ssent)|chutent?)"
_CHANGE = (
    rf"(?:hausse|baisse|augmentation|diminution|progression|recul|bond|chute|croissance|repli){_S}d[e’']{_S}?{_SHARE}|"
    rf"(?:increase|rise|fall|drop|decline|growth|jump){_S}of{_S}(?:{_SHARE}|{_PART})|"
    rf"{_SHARE}{_S}(?:increase|rise|fall|drop|decline)(?!\w)|"
    rf"{_ROSE}{_S}(?:by{_S}|to{_S})?(?:(?:about|almost|nearly|around){_S})?(?:{_SHARE}|{_PART})|"
    rf"(?:doubled|tripled|quadrupled|halved)(?!\w)|"
    rf"(?:a|ont|avait|avaient){_S}(?:{_CHANGED}){_S}(?:de{_S})?(?:près{_S}de{_S}|plus{_S}de{_S})?(?:{_SHARE}|{_PART})|"
    rf"(?:a|ont){_S}(?:doublé|triplé|quadruplé)(?!\w)|"
    rf"{_CHANGES}{_S}de{_S}(?:{_SHARE}|{_PART})|"
    rf"{_SHARE}{_S}de{_S}(?:plus|moins)(?!\w)"
)
_SMALL_EN = "one|two|three|four|five|six|seven|eight|nine|ten"
_SMALL_FR = "une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
_RATIO = (
    rf"(?:{_SMALL_EN}|\d+){_S}(?:in|out{_S}of){_S}(?:{_SMALL_EN}|\d+){_S}[a-z]+|"
    rf"(?P<few>{_SMALL_FR}|\d+){_S}(?P<what>[a-zà-ÿ]+){_S}sur{_S}(?P<whole>{_SMALL_FR}|\d+)(?!\w)"
)
_LOWER = "[a-zà-ÿ’'-]+"
_COUNT = (
    rf"(?:(?:[Ss]ome|[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost){_S})?(?P<number>{_NUMBER})(?P<scale>{_SCALE})?{_S}(?:de{_S}|d[’'])?"
    rf"(?P<noun>(?:{_LOWER}{_S}){{0,2}}?(?:États{_S}membres|{_LOWER}))"
)
_PLURALS = frozenset(
    "people children women men staff police personnel youth pupils voix cas fois pays avis".split()  # noqa: SIM905
)
_UNITS = frozenset(
    "years months weeks days hours minutes seconds ans années mois semaines jours heures minutes "  # noqa: SIM905
    "secondes year-olds years-old plus moins mars cents versus pages points degrees "
    "kilometres mètres kilomètres metres km has was is gives says does its this "
    "pas les des ses nos vos ces aux dans sous sans vers fois-ci us as fils".split()
)
_LAWLIKE = re.compile(
    r"(?:article|articles|section|sections|art\.|n[o°º]\.?|no\.|number|directive|regulation|règlement|"
    r"chapter|chapitre|under-|page|p\.|§|version|COM\(|/|-|\d[.,])\s?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NEAR = 240
"""Characters of a sentence before and behind a figure in which period and source are looked for."""
_LEAST = 10
"""Of a count; what is less is told in passing."""

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|"
    "mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_ORDINAL = "first|second|third|fourth|last|premier|deuxième|second|troisième|quatrième|dernier"
_PERIOD = re.compile(
    rf"(?<!\w)(?:(?:in|during|for|over|en|au|pour|depuis|since|au{_S}cours{_S}de){_S}"
    rf"(?:(?:the|l[’']année|l[’']an){_S}?)?"
    rf"(?P<when>(?:(?:{_ORDINAL}){_S}(?:quarter|half|trimestre|semestre)(?:{_S}(?:of|de)?{_S}?(?:19|20)\d\d)?|"
    rf"(?:{_MONTH}){_S}(?:19|20)\d\d|(?:19|20)\d\d(?!\d)))|"
    rf"(?P<span>last{_S}year|this{_S}year|the{_S}year{_S}before|year(?:{_S}|-)on(?:{_S}|-)year|l[’']an{_S}dernier|"
    rf"l[’']année{_S}dernière|cette{_S}année(?!-)|en{_S}un{_S}an|sur{_S}un{_S}an|"
    rf"(?:between|entre){_S}(?:19|20)\d\d{_S}(?:and|et){_S}(?:19|20)\d\d))"
)
_THAT_YEAR = re.compile(
    rf"(?<!\w)(?:that{_S}(?:same{_S})?year|the{_S}same{_S}year|cette{_S}année-là|"
    rf"(?:la|cette){_S}même{_S}année)(?!\w)",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)")
_SINCE = re.compile(rf"(?:since|depuis){_S}", re.IGNORECASE)
_SOURCE = re.compile(
    rf"(?<!\w)(?:according{_S}to|(?:figures|data|numbers|statistics|a{_S}survey|a{_S}study|a{_S}report){_S}(?:from|by|of)|"
    rf"selon|d[’']après|(?:chiffres|données){_S}(?:de|du|des)){_S}"
    rf"(?P<who>(?:(?:the|its|a|an|le|la|les|une?|son|sa){_S}|l[’'])?"
    rf"(?:{CAPITAL}(?:{_S}(?:of|the|de|du|des|la|for|pour|et|and)(?={_S})|{_S}{CAPITAL})*|[a-zà-ÿ]+(?:{_S}[a-zà-ÿ]+)?))",
    re.IGNORECASE,
)


def figures(text: str) -> list[Suggestion]:
    """Return the figures of a text in order."""
    sentences, taken, found = Sentences(text), Cover(len(text)), list[Span]()
    for span in _spans(text):
        if taken.free(span):
            taken.take(span)
            found.append(span)
    return [_figure(text, span, sentences) for span in sorted(found, key=lambda each: each.start)]


def _figure(text: str, span: Span, sentences: Sentences) -> Suggestion:
    whole = sentences.around(span.start)
    around = Span(max(whole.start, span.start - _NEAR), min(whole.end, span.end + _NEAR))
    return Suggestion(
        SuggestionKind.FIGURE,
        text[span.start : span.end],
        (span,),
        period=_period(text, span, around),
        source=_source(text, around),
    )


def _spans(text: str) -> Iterator[Span]:
    """Yield what may be a figure, what says most first."""
    for match in _changes().finditer(text):
        yield Span(*match.span())
    for match in _shares().finditer(text):
        yield Span(*match.span())
    for match in _amounts().finditer(text):
        yield Span(*match.span())
    for match in _ratios().finditer(text):
        if _is_ratio(match):
            yield Span(*match.span())
    yield from _counts(text)


@cache
def _changes() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(?:{_CHANGE})")


@cache
def _shares() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(?:{_SHARE}){_OF_WHAT}?")


@cache
def _amounts() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(?:{_MONEY})")


@cache
def _ratios() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(?:{_RATIO})", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,$€£/§-]){_COUNT}")


def _is_ratio(match: re.Match[str]) -> bool:
    what, few, whole = match["what"], match["few"], match["whole"]
    return what is None or (fold(what) not in _UNITS and fold(few) != fold(whole))


def _counts(text: str) -> Iterator[Span]:
    for match in _counted().finditer(text):
        end = _noun_end(match)
        if end and _counts_something(text, match):
            yield Span(match.start(), end)


def _noun_end(match: re.Match[str]) -> int:
    """Return where the counted noun ends: at the first plural among the words; 0 for none."""
    at = match.start("noun")
    for word in re.split(rf"({SPACE})", _following(match)):
        at += len(word)
        bare = word.strip("’'-")
        if fold(bare) in _UNITS or bare in ("and", "et", "of", "de", "in", "to", "à", "en", "for"):
            return 0
        if len(bare) > 2 and (bare[-1] in "sx" or bare in _PLURALS) and not bare.endswith("ss"):
            return at
    return 0


def _following(match: re.Match[str]) -> str:
    more = re.compile(rf"(?:États|{_LOWER})(?:{SPACE}{_LOWER}){{0,2}}").match(
        match.string, match.start("noun")
    )
    return more.group() if more else ""


def _counts_something(text: str, match: re.Match[str]) -> bool:
    number = match["number"]
    if _LAWLIKE.search(text, max(0, match.start() - 12), match.start("number")):
        return False
    if _YEAR.match(number) and not match["scale"]:
        return False
    digits = re.sub(r"\D", "", number)
    return bool(match["scale"]) or int(digits or 0) >= _LEAST


def _period(text: str, span: Span, around: Span) -> str:
    """Return the period of the sentence that stands nearest to a figure."""
    found = [
        each
        for each in _PERIOD.finditer(text, around.start, around.end)
        if each.end() <= span.start or span.end <= each.start()
    ]
    if not found:
        return _year_meant(text, around)
    nearest = min(found, key=lambda each: max(each.start() - span.end, span.start - each.end()))
    if nearest["span"]:
        return nearest["span"]
    return nearest.group() if _SINCE.match(nearest.group()) else nearest["when"]


def _year_meant(text: str, around: Span) -> str:
    """Return the year that “in that year” points back to; empty where nothing does."""
    if not _THAT_YEAR.search(text, around.start, around.end):
        return ""
    named = _ANY_YEAR.findall(text[max(0, around.start - 2 * _NEAR) : around.start])
    return named[-1] if named else ""


def _source(text: str, around: Span) -> str:
    found = _SOURCE.search(text, around.start, around.end)
    return found["who"].strip() if found else ""
