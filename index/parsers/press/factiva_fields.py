"""Factiva's field codes (HD, PD, LP …) and how they fill a dispatch."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.parsers.drafting.draft import Draft
from index.parsers.press.press_labels import is_page, is_word_count, language_named
from index.wire.byline import is_byline, split_byline
from index.wire.dateband import is_name
from index.wire.dates import find_dates, read_iso
from index.wire.tidy import one_line

if TYPE_CHECKING:
    from index.parsers import Source

_CODED = re.compile(r"(?P<code>[A-Z]{2,3})[\t|  ]+(?P<value>\S.*)?\Z")
_TEXTS = ("LP", "TD")
_KNOWN = frozenset(
    "AN ART AU BY CLM CO CR CT CY CX DE DLN ED ELS ET GC HD HL IN IPC IPD LA LP LTD MM MO NGC NS "  # noqa: SIM905
    "PD PG PUB RBN RE RF RST SC SE SN TD TG VOL WC".split()
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?[AP]M)?\Z", re.IGNORECASE)
_MIDNIGHT = re.compile(r"T00:00:00(?:\.0+)?Z?\Z")
"""Stands where Factiva knows the day only."""
_SOURCE_CODE = re.compile(r"[A-Z0-9_]{1,8}\Z")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_RIGHTS = re.compile(
    r"\b(?:all rights reserved|(?:alle|sämtliche) rechte|tous droits|todos los derechos"
    r"|tutti i diritti|todos os direitos|alle rechten|her hakkı)",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:Ltd|Inc|Co|Corp|Plc|LLC|Cie|S\.?A|S\.?p\.?A|S\.?L|B\.?V|N\.?V|A\.?Ş|e\.V)\.\Z"
)
_LONGEST_NAME = 90


@dataclass(slots=True)
class FactivaFields:
    """The values of one story by code, in the order of their rows."""

    codes: dict[str, list[str]] = field(default_factory=dict)

    def add(self, code: str, values: list[str]) -> None:
        """Append the paragraphs of one row."""
        self.codes.setdefault(code, []).extend(value for value in values if value.strip())

    def line(self, code: str) -> str:
        """Return a field on one line."""
        return one_line(" ".join(self.codes.get(code, [])))

    def names(self, code: str) -> list[str]:
        """Return the names of a list such as ``gcat : Political News | gvote : Elections``."""
        parts = self.line(code).split("|")
        return [part.rpartition(" : ")[2].strip() for part in parts]


def draft_of(fields: FactivaFields, form: str, source: Source) -> Draft:
    """Collect the fields of a story."""
    draft = Draft(form, source)
    draft.take("headline", fields.line("HD"), "HD")
    draft.take_byline(fields.line("BY") or fields.line("AU"), "BY")
    draft.take_agency(fields.line("SN"), "SN")
    draft.take_agency(fields.line("CR") or fields.line("PUB"), "CR")
    _take_date(draft, fields)
    draft.take_several("section", [fields.line("SE")], "SE")
    draft.take_several("keywords", [*fields.names("NS"), *fields.names("RE")], "NS and RE")
    draft.take_language(language_named(fields.line("LA")) or fields.line("LA"), "LA")
    body = [paragraph for code in _TEXTS for paragraph in fields.codes.get(code, [])]
    draft.take_text("body", "\n\n".join(body), "LP and TD")
    notices = filter(None, [fields.line("CY"), *fields.codes.get("PUB", [])])
    draft.take_text("boilerplate", "\n\n".join(notices), "CY and PUB")
    number = fields.line("AN").removeprefix("Document").strip()
    draft.take_revision("guid", number)
    draft.take_revision("label", fields.line("CX"))
    draft.drop({"image": len(fields.codes.get("ART", []))})
    return draft


def from_lines(
    lines: list[str], number: str = "", headline: str = "", text: list[str] | None = None
) -> FactivaFields:
    """Read a story from lines: coded ones, or bare ones told apart by what they look like.

    Args:
        lines: of the story, print data first.
        number: of the document, where it is known.
        headline: where it is marked as such; one of the lines.
        text: paragraphs of the story, where they are marked; else they are among the lines.
    """
    fields = FactivaFields()
    if {"HD", "PD"} <= {_code_of(line) for line in lines}:
        _add_coded(fields, lines)
    else:
        _add_bare(fields, lines, headline, text)
    fields.add("AN", [number])
    return fields


def _take_date(draft: Draft, fields: FactivaFields) -> None:
    day, clock = fields.line("PD"), fields.line("ET")
    stamp = read_iso(_MIDNIGHT.sub("", day))
    if stamp is None:
        found = find_dates(f"{day} {clock}".strip()) or find_dates(day)
        stamp = found[0].stamp if found else None
    draft.take_stamp("filed", stamp, "PD and ET" if clock else "PD")


def _code_of(line: str) -> str:
    """Return the code that a line is, or begins with; '' where it has none."""
    found = _CODED.match(line)
    code = found["code"] if found else line.strip()
    return code if code in _KNOWN else ""


def _add_coded(fields: FactivaFields, lines: list[str]) -> None:
    code = ""
    for line in lines:
        found = _CODED.match(line)
        bare = line.strip()
        if bare in _KNOWN or (found and found["code"] in _KNOWN):
            code = bare if bare in _KNOWN else str(found["code"] if found else "")
            line = (found["value"] or "") if found and bare not in _KNOWN else ""
        if code and line.strip():
            fields.add(code, [line.strip()])


def _add_bare(
    fields: FactivaFields, lines: list[str], headline: str, text: list[str] | None
) -> None:
    """Read the layout without codes, which turns around its line with the word count."""
    kept = [line.strip() for line in lines]
    count = next((at for at, line in enumerate(kept) if is_word_count(line)), None)
    if count is None:
        above, below = kept[:1], kept[1:]
    else:
        above, below = [line for line in kept[:count] if line], kept[count + 1 :]
    signed = len(above) > 2 or (len(above) == 2 and _is_writer(above[1], above[0]))
    at = above.index(headline) if headline in above else max(0, len(above) - 1 - signed)
    fields.add("SE", above[:at])
    fields.add("HD", above[at : at + 1])
    fields.add("BY", above[at + 1 :][-1:])
    fields.add("SE", above[at + 1 : -1])
    rest = _add_print_data(fields, below)
    if text is None:
        text, rest = _without_publisher(rest)
        fields.add("PUB", rest)
    fields.add("LP", text)
    fields.add("CY", rest if "PUB" not in fields.codes else [])


def _is_writer(line: str, above: str) -> bool:
    """Tell a byline from a headline that stands below its section, which is the longer line."""
    named = all(map(is_name, split_byline(line))) and len(line) <= len(above)
    return is_byline(line) or named


def _without_publisher(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part the text from the publisher's name, which stands below it."""
    kept = [line for line in lines if line]
    if len(kept) > 1 and _is_publisher(kept[-1]):
        return kept[:-1], kept[-1:]
    return kept, []


def _is_publisher(line: str) -> bool:
    ended = line[-1] in ".!?…:;,»”\"'’)" and _COMPANY.search(line) is None
    return len(line) <= _LONGEST_NAME and line[0].isupper() and not ended


def _add_print_data(fields: FactivaFields, lines: list[str]) -> list[str]:
    """Take date, clock, source, page, language and copyright; return the lines of the text."""
    for at, line in enumerate(lines):
        if not line:
            if fields.codes.get("SN"):
                return lines[at:]
            continue
        code = _kind(line, fields)
        if not code:
            return lines[at:]
        fields.add(code, [line])
        if code == "CY":
            return lines[at + 1 :]
    return []


def _kind(line: str, fields: FactivaFields) -> str:
    if _COPYRIGHT.match(line) or _RIGHTS.search(line):
        return "CY"
    if "PD" not in fields.codes and find_dates(line):
        return "PD"
    if _CLOCK.match(line):
        return "ET"
    if is_page(line) or line.isdecimal():
        return "PG"
    if "SN" in fields.codes and _SOURCE_CODE.match(line):
        return "SC"
    if "LA" not in fields.codes and len(line) < 20 and language_named(line):
        return "LA"
    if "PD" in fields.codes and "SN" not in fields.codes and len(line) < 80:
        return "SN"
    return "SE" if len(line) < 40 and "LA" not in fields.codes else ""
