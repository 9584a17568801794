"""Quotations whose speaker the text names, in English and French."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from index.selectors import Span
from index.suggestion import Suggestion, SuggestionKind
from index.suggestions.runs import runs, without_titles
from index.suggestions.sentences import Sentences
from index.suggestions.words import SPACE, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED = re.compile(
    r"«[^«»]{2,1200}»|“[^“”]{2,1200}”|„[^„“”]{2,1200}[“”]|(?<![\w\"])\"[^\"\n]{2,1200}\"(?!\w)"
)
_LEAST = 3
"""Words of a quotation that says something."""
_WORDY = 7
"""Words beyond which not the whole subject but the last name in it is the speaker."""
_CLAUSE = 110
"""Characters behind or before a quotation in which its speaker is looked for."""
_PRONOUNS = "he|she|they|il|elle|ils|elles|on"
_END = re.compile(r"[.;:!?\n«»“”\"]")


class _Attribution(NamedTuple):
    """Where a quotation's speaker is named."""

    clause: Span
    behind: bool


def quotations(text: str, people: Sequence[Suggestion] = ()) -> list[Suggestion]:
    """Return the quotations of a text that somebody is said to have said."""
    found: list[Suggestion] = []
    sentences = Sentences(text)
    before: tuple[Span, str, int] | None = None
    for match in _QUOTED.finditer(text):
        span = Span(*match.span())
        if len(re.findall(r"\w{2,}", match.group())) < _LEAST:
            continue
        speaker, end = _speaker(text, span, sentences, people)
        if not speaker and before and _goes_on(text, before, span):
            speaker, end = before[1], span.end
        if speaker:
            found.append(
                Suggestion(SuggestionKind.QUOTATION, match.group(), (span,), speaker=speaker)
            )
            before = (span, speaker, end)
        else:
            before = None
    return found


def _goes_on(text: str, before: tuple[Span, str, int], span: Span) -> bool:
    """Tell whether a quotation follows the sentence that named the speaker of the one before."""
    between = text[before[2] : span.start]
    return "\n" not in between and len(between) < _CLAUSE and _END.sub("", between).strip() == ""


def _speaker(
    text: str, span: Span, sentences: Sentences, people: Sequence[Suggestion]
) -> tuple[str, int]:
    """Return who says it and where that is said to end; nobody where the text does not tell."""
    for clause, pattern in (
        (_behind(text, span), _said_behind()),
        (_before(text, span, sentences), _said_before()),
    ):
        match = pattern.search(text[clause.start : clause.end])
        if match:
            said = _name(text, clause, match, span, people)
            return said, _sentence_end(text, max(span.end, clause.end))
    return "", span.end


def _sentence_end(text: str, place: int) -> int:
    end = _END.search(text, place)
    return end.end() if end else place


def _behind(text: str, span: Span) -> Span:
    end = _END.search(text, span.end, span.end + _CLAUSE)
    return Span(span.end, end.start() if end else min(len(text), span.end + _CLAUSE))


def _before(text: str, span: Span, sentences: Sentences) -> Span:
    """Return what stands before a quotation in its sentence, since the last one in it."""
    start = max(sentences.around(span.start).start, span.start - 2 * _CLAUSE)
    closed = [match.end() for match in re.finditer(r"[»”]", text[start : span.start])]
    return Span(start + (closed[-1] if closed else 0), span.start)


def _name(
    text: str, clause: Span, match: re.Match[str], span: Span, people: Sequence[Suggestion]
) -> str:
    """Return the speaker: a person or body named in the clause, else the words for them."""
    part = text[clause.start : clause.end]
    subject = match[match.lastgroup or 0].strip(" ,:\u00a0")
    named = _person_in(clause, people)
    if named:
        return named
    if not subject or re.fullmatch(_PRONOUNS, subject, re.IGNORECASE):
        return _last_person(span, people)
    named_so = [bare.text for run in runs(part) if (bare := without_titles(run)[0]).text]
    if named_so and len(subject.split()) > _WORDY:
        return named_so[-1]
    return named_so[0] if named_so and subject.endswith(named_so[0]) else subject


def _person_in(clause: Span, people: Sequence[Suggestion]) -> str:
    for person in people:
        for mention in person.spans:
            if clause.start <= mention.start and mention.end <= clause.end:
                return person.text
    return ""


def _last_person(span: Span, people: Sequence[Suggestion]) -> str:
    """Return who was mentioned last before a quotation, for “she said”."""
    before = [
        (mention.start, person.text)
        for person in people
        for mention in person.spans
        if mention.end <= span.start
    ]
    return max(before)[1] if before else ""


def _who(name: str) -> str:
    """Return a pattern of up to seven words for somebody."""
    return rf"(?P<{name}>[\w’'-]+(?:{SPACE}(?!(?:et|and|in|on|at)\b)[\w’'-]+){{0,6}})"


@cache
def _said_behind() -> re.Pattern[str]:
    """“…,” said X · “…,” X said · « … », a déclaré X · « … », explique-t-elle · « … », selon X."""
    says, told, tells = (words().either(name) for name in ("says_en", "said_fr", "says_fr"))
    have = rf"(?:(?:has|had|also){SPACE})?"
    aside = rf",?(?:{SPACE}[\w’',-]+){{0,6}}?,?{SPACE}"
    return re.compile(
        rf"^\s?,?\s?(?:(?:{says}){SPACE}{_who('said')}|"
        rf"(?:a|ont|avait)-t-(?P<then>il|elle|on|ils|elles){SPACE}(?:{told})|"
        rf"(?:a|ont|avait|avaient){SPACE}(?:{told})(?:{SPACE}[a-zà-ÿ]+(?=,))?,?{SPACE}{_who('told')}|"
        rf"(?:{tells})(?:-t)?-(?P<now>il|elle|ils|elles)|"
        rf"(?:{tells}),?{SPACE}{_who('tells')}|"
        rf"(?:selon|d[’']après|according{SPACE}to){SPACE}{_who('source')}|"
        rf"{_who('says')}{aside}{have}(?:{says})(?!\w))",
        re.IGNORECASE,
    )


@cache
def _said_before() -> re.Pattern[str]:
    """X said: “…” · X described it as “…” · X a expliqué : « … » · X a estimé que c’était « … »."""
    says, told, tells = (words().either(name) for name in ("says_en", "said_fr", "says_fr"))
    have = rf"(?:(?:has|had|have|also){SPACE})?"
    verb = rf"{have}(?:{says})|(?:a|ont|avait|avaient){SPACE}(?:{told})|(?:{tells})"
    return re.compile(rf"^\s*(?P<who>[^.;:]{{2,160}}?),?{SPACE}(?:{verb})(?!\w)[^.;]*$")
