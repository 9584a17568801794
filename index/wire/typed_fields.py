"""Fields of a dispatch as a person types them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import FieldRefused
from index.wire.authority import profile_of, stated_name
from index.wire.dates import read_date, read_iso
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.dispatch import FieldValue, Timestamp

_SEPARATORS = re.compile(r"\s*[;,]\s*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def read_field(field: str, text: str) -> FieldValue:
    """Return what a text states, as the type that the field has in a dispatch.

    Lists are parted by commas or semicolons; a date is read as a wire's is, in any language the
    program knows; an empty text empties the field.

    Raises:
        FieldRefused: the text is nothing that the field can hold, and why.
    """
    return _READERS.get(field, _words)(field, one_line(text))


def _words(_field: str, text: str) -> str:
    return text


def _headline(field: str, text: str) -> str:
    if not text:
        raise FieldRefused(field=field, text=text, detail="it must not be empty")
    return text


def _names(_field: str, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in _SEPARATORS.split(text) if each))


def _agency(_field: str, text: str) -> str:
    """Keep a name as it is spelt; give a known agency its name for a code."""
    return stated_name(text) if profile_of(text) else text


def _language(field: str, text: str) -> str:
    code = text.lower()
    if code and not _LANGUAGE.fullmatch(code):
        detail = "a language is a code of two letters, such as “fr”"
        raise FieldRefused(field=field, text=text, detail=detail)
    return code


def _date(field: str, text: str) -> Timestamp | None:
    if not text:
        return None
    stamp = read_iso(text.replace(" ", "T", 1)) or read_date(text)
    if stamp is None:
        detail = "a date is written like “2024-10-18”, “2024-10-18 15:04” or “18 octobre 2024”"
        raise FieldRefused(field=field, text=text, detail=detail)
    if stamp.ambiguous:
        detail = "it could be two days; write the year first, like “2024-10-18”"
        raise FieldRefused(field=field, text=text, detail=detail)
    return stamp


_READERS: dict[str, Callable[[str, str], FieldValue]] = {
    "headline": _headline,
    "agency": _agency,
    "language": _language,
    **dict.fromkeys(("byline", "section", "keywords"), _names),
    **dict.fromkeys(("filed", "updated", "captured", "embargo"), _date),
}
