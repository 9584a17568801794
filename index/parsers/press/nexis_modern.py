"""The layout of Nexis Uni and Lexis+: title, publication, date, labels, text, a closing mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.press.nexis_classic import take_labelled
from index.parsers.press.nexis_labels import above, below, read_label, surely_below
from index.wire.dates import find_dates
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.parsers import Source

ENDS = (
    "End of Document", "Fin du document", "Fin de document", "Ende des Dokuments",
    "Dokumentende", "Fin del documento", "Fine del documento", "Fine documento",
    "Einde van document", "Fim do documento", "Belgenin Sonu",
)  # fmt: skip
"""What closes a story, by locale."""
_ENDS = frozenset(end.casefold() for end in ENDS)
_BODIES = frozenset(
    ("body", "corps", "hauptteil", "textkörper", "cuerpo", "corpo", "texte", "tekst")
)
_TAILS = frozenset(
    ("classification", "klassifizierung", "clasificación", "classificazione", "classificatie",
     "graphic", "graphique", "grafik", "gráfico", "notes", "correction")
)  # fmt: skip
_COVER_END = re.compile(r"(?:about|à propos de|über|acerca de|over) lexisnexis", re.IGNORECASE)
_COVER_NOTICE = re.compile(r"^.*©\s?\d{4}\s+LexisNexis[®.]?\s*")
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))[ \xa0]", re.IGNORECASE)
_LINKED = re.compile(r"link to (?:pdf|image)|link zum pdf|lien vers", re.IGNORECASE)
_ALONE = re.MULTILINE | re.IGNORECASE
_LONGEST_DATE_LINE = 60
_LONGEST_COVER_LINE = 200


def is_modern(text: str) -> bool:
    """Tell whether text is an export in this layout: closing marks alone on a line, and labels."""
    if not any(re.search(rf"^[ \t\xa0]*{end}[ \t\xa0\r]*$", text, _ALONE) for end in ENDS):
        return False
    labels = (read_label(line)[0] for line in text.split("\n"))
    return any(above(label) == "length" or surely_below(label) for label in labels if label)


def modern_records(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines of each story, without the cover."""
    record: list[str] = []
    yielded = False
    for line in lines:
        bare = line.strip(" \xa0\t")
        if bare.casefold() in _ENDS:
            if record:
                yield record
                yielded = True
            record = []
        elif not yielded and _COVER_END.search(bare) and len(bare) < _LONGEST_COVER_LINE:
            record = [title] if (title := _COVER_NOTICE.sub("", bare)) != bare and title else []
        elif bare:
            record.append(bare)


def read_modern(lines: list[str], form: str, source: Source) -> Draft:
    """Collect the fields of one story."""
    draft = Draft(form, source)
    start, end = _text_span(lines)
    _take_head(draft, lines[:start])
    body = [line for line in lines[start:end] if not _is_body_mark(line)]
    draft.take_text("body", "\n\n".join(body), "Body")
    unlabelled = []
    for line in lines[end:]:
        label, value = read_label(line)
        if meaning := below(label):
            take_labelled(draft, meaning, value, label)
        elif not _is_mark(line, _TAILS):
            unlabelled.append(line)
    draft.take_text("boilerplate", "\n\n".join(unlabelled), "lines below the text")
    return draft


def _text_span(lines: list[str]) -> tuple[int, int]:
    """Return where the text starts and ends: behind ``Body``, else behind the last label."""
    marked = next((at for at, line in enumerate(lines) if _is_body_mark(line)), None)
    labelled = [at for at, line in enumerate(lines[:_DEEPEST]) if above(read_label(line)[0])]
    start = (
        marked + 1 if marked is not None else labelled[-1] + 1 if labelled else _after_date(lines)
    )
    ends = (at for at in range(start, len(lines)) if _is_tail(lines[at]))
    return start, next(ends, len(lines))


_DEEPEST = 40
"""Lines from the title within which the labels above a text stand."""


def _is_body_mark(line: str) -> bool:
    return _is_mark(line, _BODIES)


def _is_tail(line: str) -> bool:
    return _is_mark(line, _TAILS) or surely_below(read_label(line)[0])


def _is_mark(line: str, marks: frozenset[str]) -> bool:
    return line.strip(" \xa0:").casefold() in marks


def _after_date(lines: list[str]) -> int:
    at = _date_at(lines)
    return 0 if at is None else at + 1


def _date_at(lines: list[str]) -> int | None:
    """Return the line that is a date, the last one above the labels."""
    found = None
    for at, line in enumerate(lines):
        if read_label(line)[0] and above(read_label(line)[0]):
            break
        if len(line) <= _LONGEST_DATE_LINE and not read_label(line)[0] and find_dates(line):
            found = at
    return found


def _take_head(draft: Draft, lines: list[str]) -> None:
    """Take title, publication and date by their order, the rest by label."""
    for line in lines:
        label, value = read_label(line)
        if meaning := above(label):
            take_labelled(draft, meaning, value, label)
        elif _COPYRIGHT.match(line):
            draft.take_text("boilerplate", line, "copyright line")
    plain = [line for line in lines if not _LINKED.match(line) and not _COPYRIGHT.match(line)]
    dated = _date_at(plain)
    if dated is None:
        draft.take("headline", next(iter(plain), ""), "first line")
        return
    draft.take_stamp("filed", find_dates(plain[dated])[0].stamp, "line below the publication")
    above_date = plain[:dated]
    draft.take_agency(
        one_line(above_date[-1]) if len(above_date) > 1 else "", "line above the date"
    )
    draft.take("headline", next(iter(above_date[-2:]), ""), "line above the publication")
