"""What the archive says in English beside its errors.

Why a file was refused, whence a field came, what is doubtful in a dispatch: such phrases reach the
window as finished text; here each meets its translation, with what it quotes put back. Names of
elements (``og:title``, ``dc.creator``) stay as they are.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from desktop.i18n import QT_TRANSLATE_NOOP

CONTEXT = "phrases"
KINDS = (
    QT_TRANSLATE_NOOP("phrases", "binary"),
    QT_TRANSLATE_NOOP("phrases", "database"),
    QT_TRANSLATE_NOOP("phrases", "program"),
    QT_TRANSLATE_NOOP("phrases", "sound"),
    QT_TRANSLATE_NOOP("phrases", "Ogg media"),
    QT_TRANSLATE_NOOP("phrases", "RIFF media"),
    QT_TRANSLATE_NOOP("phrases", "PNG image"),
    QT_TRANSLATE_NOOP("phrases", "JPEG image"),
    QT_TRANSLATE_NOOP("phrases", "GIF image"),
    QT_TRANSLATE_NOOP("phrases", "RAR archive"),
    QT_TRANSLATE_NOOP("phrases", "7-Zip archive"),
    QT_TRANSLATE_NOOP("phrases", "bzip2 file"),
    QT_TRANSLATE_NOOP("phrases", "xz file"),
    QT_TRANSLATE_NOOP("phrases", "tar archive"),
    QT_TRANSLATE_NOOP("phrases", "spreadsheet, presentation or other package"),
    QT_TRANSLATE_NOOP("phrases", "Outlook message"),
    QT_TRANSLATE_NOOP("phrases", "Office 97–2003 file"),
    QT_TRANSLATE_NOOP("phrases", "Word 97–2003 document; antiword is not installed"),
    QT_TRANSLATE_NOOP("phrases", "XML <{element}> without a story"),
    QT_TRANSLATE_NOOP("phrases", "NewsML 1 without a text component"),
    QT_TRANSLATE_NOOP("phrases", "an export's {kind}, no text"),
)
"""Kinds of files that hold no dispatch."""
DETAILS = (
    QT_TRANSLATE_NOOP("phrases", "it is no ordinary file"),
    QT_TRANSLATE_NOOP("phrases", "it is nested too deeply"),
    QT_TRANSLATE_NOOP("phrases", "it has {number} members"),
    QT_TRANSLATE_NOOP("phrases", "it has too many parts"),
    QT_TRANSLATE_NOOP("phrases", "it unpacks to {number} MB"),
    QT_TRANSLATE_NOOP("phrases", "it unpacks to over {number} MB"),
    QT_TRANSLATE_NOOP("phrases", "it unpacks to far more than its size"),
    QT_TRANSLATE_NOOP("phrases", "a part of it unpacks to too much"),
    QT_TRANSLATE_NOOP("phrases", "a member unpacks to {number} MB"),
    QT_TRANSLATE_NOOP("phrases", "a member's name leads out of the container"),
    QT_TRANSLATE_NOOP("phrases", "containers are nested too deeply"),
    QT_TRANSLATE_NOOP("phrases", "its JSON is nested too deeply"),
    QT_TRANSLATE_NOOP("phrases", "its elements are nested too deeply"),
    QT_TRANSLATE_NOOP("phrases", "its parts are nested too deeply"),
    QT_TRANSLATE_NOOP("phrases", "messages are enclosed too deeply"),
    QT_TRANSLATE_NOOP("phrases", "the mail has too many parts"),
    QT_TRANSLATE_NOOP("phrases", "no line opens a message"),
    QT_TRANSLATE_NOOP("phrases", "it declares nested or external XML entities"),
    QT_TRANSLATE_NOOP("phrases", "its container names no package"),
    QT_TRANSLATE_NOOP("phrases", "its dateline cannot be read"),
    QT_TRANSLATE_NOOP("phrases", "{name} is missing"),
)
"""Why a file cannot be read."""
ORIGINS = (
    QT_TRANSLATE_NOOP("phrases", "agency layout"),
    QT_TRANSLATE_NOOP("phrases", "byline"),
    QT_TRANSLATE_NOOP("phrases", "caption"),
    QT_TRANSLATE_NOOP("phrases", "closing lines"),
    QT_TRANSLATE_NOOP("phrases", "closing notice"),
    QT_TRANSLATE_NOOP("phrases", "copyright line"),
    QT_TRANSLATE_NOOP("phrases", "date before the headline"),
    QT_TRANSLATE_NOOP("phrases", "date line"),
    QT_TRANSLATE_NOOP("phrases", "dateline in the text"),
    QT_TRANSLATE_NOOP("phrases", "dateline {layout}"),
    QT_TRANSLATE_NOOP("phrases", "dateline"),
    QT_TRANSLATE_NOOP("phrases", "embargo line"),
    QT_TRANSLATE_NOOP("phrases", "first line"),
    QT_TRANSLATE_NOOP("phrases", "first line of the text"),
    QT_TRANSLATE_NOOP("phrases", "headline, the only text"),
    QT_TRANSLATE_NOOP("phrases", "label “{label}”"),
    QT_TRANSLATE_NOOP("phrases", "last line of the story"),
    QT_TRANSLATE_NOOP("phrases", "line above the date"),
    QT_TRANSLATE_NOOP("phrases", "line above the dateline"),
    QT_TRANSLATE_NOOP("phrases", "line above the headline"),
    QT_TRANSLATE_NOOP("phrases", "line above the story"),
    QT_TRANSLATE_NOOP("phrases", "line below the publication"),
    QT_TRANSLATE_NOOP("phrases", "line below the story"),
    QT_TRANSLATE_NOOP("phrases", "line below the title"),
    QT_TRANSLATE_NOOP("phrases", "lines below the date"),
    QT_TRANSLATE_NOOP("phrases", "lines below the headline"),
    QT_TRANSLATE_NOOP("phrases", "link in the text"),
    QT_TRANSLATE_NOOP("phrases", "note above the story"),
    QT_TRANSLATE_NOOP("phrases", "opening of the story"),
    QT_TRANSLATE_NOOP("phrases", "opening words of the text"),
    QT_TRANSLATE_NOOP("phrases", "page text"),
    QT_TRANSLATE_NOOP("phrases", "printed byline"),
    QT_TRANSLATE_NOOP("phrases", "repeated line"),
    QT_TRANSLATE_NOOP("phrases", "revision label"),
    QT_TRANSLATE_NOOP("phrases", "ruled byline"),
    QT_TRANSLATE_NOOP("phrases", "ruled line"),
    QT_TRANSLATE_NOOP("phrases", "ruled slug"),
    QT_TRANSLATE_NOOP("phrases", "saved date of the page"),
    QT_TRANSLATE_NOOP("phrases", "slug"),
    QT_TRANSLATE_NOOP("phrases", "tab-led paragraphs"),
    QT_TRANSLATE_NOOP("phrases", "text below the title"),
    QT_TRANSLATE_NOOP("phrases", "text between the labels"),
    QT_TRANSLATE_NOOP("phrases", "text"),
    QT_TRANSLATE_NOOP("phrases", "title of the content"),
    QT_TRANSLATE_NOOP("phrases", "{form} identifiers"),
    QT_TRANSLATE_NOOP("phrases", "{form} properties"),
    QT_TRANSLATE_NOOP("phrases", "closing line"),
    QT_TRANSLATE_NOOP("phrases", "closing notes"),
    QT_TRANSLATE_NOOP("phrases", "closing of the text"),
    QT_TRANSLATE_NOOP("phrases", "component subheadline"),
    QT_TRANSLATE_NOOP("phrases", "component title, the only text"),
    QT_TRANSLATE_NOOP("phrases", "components beside the text"),
    QT_TRANSLATE_NOOP("phrases", "feed title"),
    QT_TRANSLATE_NOOP("phrases", "lang attribute"),
    QT_TRANSLATE_NOOP("phrases", "line above the title"),
    QT_TRANSLATE_NOOP("phrases", "link, the entry has no text"),
    QT_TRANSLATE_NOOP("phrases", "ruled headline"),
    QT_TRANSLATE_NOOP("phrases", "ruled notes"),
    QT_TRANSLATE_NOOP("phrases", "text below the dateline"),
    QT_TRANSLATE_NOOP("phrases", "text element"),
    QT_TRANSLATE_NOOP("phrases", "xml:lang of the content"),
)
"""Whence a field came."""
WARNINGS = (
    QT_TRANSLATE_NOOP("phrases", "chapter {name} was left out: {reason}"),
    QT_TRANSLATE_NOOP("phrases", "day and month of the date could be read the other way round"),
    QT_TRANSLATE_NOOP("phrases", "only the caption of this item of type {kind} is kept"),
    QT_TRANSLATE_NOOP("phrases", "page {number} was left out: {reason}"),
    QT_TRANSLATE_NOOP("phrases", "the agency marks this dispatch as {status}"),
    QT_TRANSLATE_NOOP("phrases", "the archive holds it already, in the trash"),
    QT_TRANSLATE_NOOP("phrases", "the dateline gives no year: {day}"),
    QT_TRANSLATE_NOOP("phrases", "the digest in the web archive does not match this page"),
    QT_TRANSLATE_NOOP("phrases", "the source holds no body text"),
    QT_TRANSLATE_NOOP("phrases", "the story could not be told from the rest of the page"),
    QT_TRANSLATE_NOOP(
        "phrases", "the story itself was left behind a link; only its summary is here"
    ),
    QT_TRANSLATE_NOOP("phrases", "{count} characters could not be decoded as {charset}"),
    QT_TRANSLATE_NOOP("phrases", "charset not stated; read as {charset}"),
    QT_TRANSLATE_NOOP("phrases", "declared as {charset}, but written in {other}"),
    QT_TRANSLATE_NOOP("phrases", "some letters seem to have been encoded twice"),
    QT_TRANSLATE_NOOP("phrases", "the text had been encoded twice as UTF-8; repaired"),
    QT_TRANSLATE_NOOP("phrases", "{count} bytes were not UTF-8; read as {charset}"),
)
"""What the user should know of a dispatch that was recognised."""
PARTS = {
    "agency": QT_TRANSLATE_NOOP("phrases", "agency"),
    "byline": QT_TRANSLATE_NOOP("phrases", "byline"),
    "city": QT_TRANSLATE_NOOP("phrases", "city"),
    "date": QT_TRANSLATE_NOOP("phrases", "date"),
    "place": QT_TRANSLATE_NOOP("phrases", "city"),
    "time": QT_TRANSLATE_NOOP("phrases", "time"),
    "word": QT_TRANSLATE_NOOP("phrases", "word"),
    "writer": QT_TRANSLATE_NOOP("phrases", "byline"),
}
"""What a layout of a dateline consists of."""
ALL = KINDS + DETAILS + ORIGINS + WARNINGS
_HOLE = re.compile(r"\\\{(\w+)\\\}")
_PART = re.compile(r"\{(\w+)\}")


def in_words(phrase: str) -> str:
    """Return a phrase of the archive in the user's language; unknown ones stay as they are."""
    if phrase in _plain():
        return _translated(phrase)
    for template, pattern in _patterns():
        found = pattern.fullmatch(phrase)
        if found:
            return _translated(template).format(**_quoted(found.groupdict()))
    return phrase


def in_a_sentence(phrase: str) -> str:
    """Return a phrase that stands alone, with a capital at its beginning."""
    text = in_words(phrase)
    return text[:1].upper() + text[1:]


def _quoted(values: dict[str, str]) -> dict[str, str]:
    """Write the parts of a dateline's layout out: ``{city} –`` becomes “city –”."""
    if "layout" in values:
        values["layout"] = _PART.sub(
            lambda part: _translated(PARTS.get(part[1], part[1])), values["layout"]
        )
    return values


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


@cache
def _plain() -> frozenset[str]:
    return frozenset(text for text in ALL if "{" not in text)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    templates = [text for text in ALL if "{" in text]
    return tuple(
        (text, re.compile(_HOLE.sub(r"(?P<\1>.+)", re.escape(text)))) for text in templates
    )
