"""What press databases print beside a story: languages, word counts, pages, in their locales."""

from __future__ import annotations

import re

from index.wire.dates import find_dates

_LANGUAGES = {
    "en": "english anglais englisch inglés ingles inglese inglês ingilizce engels",
    "fr": "french français francais französisch francés francese francês fransızca frans",
    "de": "german allemand deutsch alemán tedesco alemão almanca duits",
    "es": "spanish espagnol spanisch español spagnolo espanhol ispanyolca spaans",
    "it": "italian italien italienisch italiano italyanca italiaans",
    "pt": "portuguese portugais portugiesisch portugués portoghese português portekizce",
    "tr": "turkish turc türkisch turco türkçe turks",
    "ar": "arabic arabe arabisch árabe arabo arapça العربية",
    "nl": "dutch néerlandais niederländisch neerlandés olandese nederlands",
    "ru": "russian russe russisch ruso russo rusça русский",
    "zh": "chinese chinois chinesisch chino cinese chinês 中文",
    "ja": "japanese japonais japanisch japonés giapponese 日本語",
    "pl": "polish polonais polnisch polaco polacco polski",
    "sv": "swedish suédois schwedisch sueco svedese svenska",
    "da": "danish danois dänisch danés danese dansk",
    "no": "norwegian norvégien norwegisch noruego norvegese norsk",
    "fi": "finnish finnois finnisch finés finlandese suomi",
    "el": "greek grec griechisch griego greco ελληνικά",
    "ca": "catalan català katalanisch catalán catalano",
}
_CODES = {name: code for code, names in _LANGUAGES.items() for name in names.split()}
_COUNTED = re.compile(
    r"(?<!\d)\d[\d., \xa0]{0,12}\s?"
    r"(?:words?|mots?|Wörter|palabras|parole|palavras|kelime|woorden|ord|słów|слова?"
    r"|كلمات|كلمة|字|語|ワード)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:\b(?:pp?|pg|page|pages|seite|s|página|pagina|págs?|pag|blz|sayfa)\.?"
    r"\s*[\w/-]*\d[\w,/ ()-]*(?:Ausg\.?\s*\d+)?)\Z",
    re.IGNORECASE,
)


def language_named(text: str) -> str:
    """Return the ISO 639-1 code of the first language that a line names."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return next((_CODES[word] for word in words if word in _CODES), "")


def is_word_count(line: str) -> bool:
    """Tell a line such as ``1,024 words``."""
    return _COUNTED.fullmatch(line.strip()) is not None


def is_page(text: str) -> bool:
    """Tell a reference such as ``p. 12`` or ``Pg. 3``."""
    return _PAGE.match(text.strip()) is not None


def around_date(line: str) -> tuple[str, ...]:
    """Return the parts of a line of print data that are no date, page or word count.

    ``Politique, jeudi 5 octobre 2013, p. 3`` gives ``("Politique",)``.
    """
    rest = line
    for found in find_dates(line)[:1]:
        start, end = found.span
        rest = f"{line[:start]},{line[end:]}"
    parts = (
        part.strip(" .,;-–—•\xa0") for part in re.split(r"[,;•|]|\s[-–—]\s", _COUNTED.sub("", rest))
    )
    return tuple(part for part in parts if len(part) > 1 and not is_page(part))
