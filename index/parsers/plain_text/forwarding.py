"""The head of the message that forwarded a dispatch, which is no part of it."""

from __future__ import annotations

import re

_INTRODUCTION = re.compile(
    r"\W*(?:-{2,}.{3,60}-{2,}|Begin forwarded message|Début du message (?:transféré|réexpédié)"
    r"|Anfang der weitergeleiteten Nachricht|İletilen ileti başlangıcı)\s?:?\Z",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"[>*\s]*(?:From|De|Von|Da|Kimden|Date|Sent|Envoyé|Gesendet|Enviado|Inviato|Gönderildi|Tarih|Datum"
    r"|Fecha|Data|To|À|An|Para|A|Kime|Cc|Subject|Objet|Betreff|Asunto|Oggetto|Assunto|Konu|Reply-To)"
    r"\*?\s?:\*?\s?\S",
)
_FEWEST_FIELDS = 3
_MOST_LINES = 14


def end_of_forwarding(lines: list[str]) -> int:
    """Return the number of lines that a message's head takes up at the beginning; mostly none."""
    fields, end = 0, 0
    for place, line in enumerate(lines[:_MOST_LINES]):
        if _FIELD.match(line):
            fields, end = fields + 1, place + 1
        elif line.strip() and not _INTRODUCTION.match(line):
            break
    return end if fields >= _FEWEST_FIELDS and _has_address(lines[:end]) else 0


def _has_address(lines: list[str]) -> bool:
    """Tell a message's head from a list of a dispatch's own fields."""
    return any("@" in line or _INTRODUCTION.match(line) for line in lines if line.strip())
