"""The small language of ``resources/agencies.toml``: templates over named parts.

``{city}, {date} ({agency}) -`` becomes a regular expression: blanks may be wide or missing, a
hyphen stands for any dash, and each part has a bounded shape so that matching takes linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŲŸŹŻŽΑ-ΩА-ЯЁІЇЄҐ"
_NAME = r"[^\W\d_](?:[^\n|/()\[\]{{}}:;–—\d]|(?<=[^\W\d_])/(?=[^\W\d_])){{{0},{1}}}?"
_REGION = r"(?:[ ]\([^\W\d_][^()\d\n]{1,30}\))?"
"""Where several towns bear the name: ``Strasbourg (Bas-Rhin)``."""
_LEVANTINE = r"(?:[ ]?/?[ ]?[\u0621-\u064a]{2,12}){0,2}"
_MONTH = rf"[^\W\d_]{{2,12}}\.?{_LEVANTINE}"
_DAY = r"\d{1,2}(?:er|st|nd|rd|th|\.|º|ª)?"
_YEAR = r"(?:,?[ ](?:de[ ])?\d{4}(?:\.|[ ]?г\.?)?)?"
_BETWEEN = r"(?:[./-]|\.[ ])"
_WEEKDAY = r"(?:,?[ ][^\W\d_]{4,12}(?![^\W\d_]))?"
_UNRULED = r"(?![^\n]{0,40}-{4})"
"""A heading may have a rule behind it; a dateline never has."""
PARTS = {
    "city": _NAME.format(1, 58) + _REGION,
    "place": _UNRULED + rf"[{_CAPITALS}][{_CAPITALS}.’'/ -]{{2,40}}(?:,[ ][^\W\d_]\w{{1,12}}\.?)?",
    "writer": rf"[{_CAPITALS}]{{2,20}}(?:[ ][{_CAPITALS}]{{2,20}}){{1,3}}",
    "byline": _NAME.format(2, 90),
    "date": (
        r"(?<!\w)(?:[^\W\d_]{2,12},?[ ])?"
        rf"(?:{_DAY}[ ]?(?:de[ ])?{_MONTH}{_YEAR}|{_MONTH}[ ]?{_DAY}{_YEAR}"
        rf"|\d{{1,2}}{_BETWEEN}\d{{1,2}}(?:{_BETWEEN}(?:\d{{4}}|\d\d))?(?![./-]?\d)\.?"
        r"|\d{4}-\d\d-\d\d"
        rf"|\d{{4}}\.[ ]?(?:{_MONTH}|\d\d?\.)[ ]?\d\d?\.?|{_MONTH}[ ]\d\d?\.){_WEEKDAY}"
    ),
    "hijri": r"\d{1,4}[ ][^\d,\n]{3,20}[ ]\d{1,4}(?:[ ](?:AH|H|هـ))?",
    "time": r"\d{1,2}[:.h]\d\d",
    "word": r"[^\W\d_][\w/, -]{0,24}?",
    "n": r"\d{1,4}",
}
"""Part -> the shape that it may have; ``agency`` is added for each agency."""

_PLACEHOLDER = re.compile(r"\{([a-z]*)\}")
_SIGNS = frozenset("()[]/|")
_BLANK = r"[ \t\xa0]{0,4}"
_DASH = r"[-–—―_]{1,3}"
"""Wires without a dash set an underscore."""
_ON = "…"
"""Ends a style behind which the story goes on although no sign parts them."""


@dataclass(frozen=True)
class Style:
    """A template as an expression; groups bear the names of the parts."""

    template: str
    expression: str
    inline: bool
    """The story goes on behind it on the same line."""
    signs: frozenset[str] = frozenset()
    """Signs without which no line can match; cheaper to ask for than to match."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when a line may match: of hundreds, few ever do."""
        return re.compile(self.expression)

    def match(self, line: str) -> re.Match[str] | None:
        """Match at the beginning of a line, up to its end unless the style is inline."""
        return self.pattern.match(line)


def read_style(template: str, agency_names: Iterable[str] = ()) -> Style:
    """Read a dateline template.

    Raises:
        ValueError: the template names an unknown part, or none.
    """
    inline = not template.rstrip().endswith(("}", ")"))
    bare = template.removesuffix(_ON).rstrip()
    body = _translate(bare, PARTS | {"agency": any_of(agency_names)})
    tail = f"{_BLANK}$" if not inline else _BLANK if bare == template else r"[ \t\xa0]{1,4}(?=\S)"
    return Style(template, f"{_BLANK}{body}{tail}", inline, _SIGNS & set(template))


def compile_opening(template: str) -> str:
    """Return the expression for how a notice or a label begins, case ignored by the caller."""
    return _translate(template, {"n": PARTS["n"]}, named=False)


def any_of(names: Iterable[str]) -> str:
    """Return an expression for any of the names; only long ones may change case."""
    ordered = sorted(set(names), key=len, reverse=True)
    return "|".join(f"(?i:{re.escape(n)})" if len(n) > 4 else re.escape(n) for n in ordered)


def _translate(template: str, parts: dict[str, str], *, named: bool = True) -> str:
    pieces: list[str] = []
    position = 0
    for found in _PLACEHOLDER.finditer(template):
        part = found[1]
        if part not in parts:
            raise ValueError(f"unknown part {{{part}}} in “{template}”")
        pieces.append(_literal(template[position : found.start()]))
        pieces.append(f"(?P<{part}>{parts[part]})" if named else f"(?:{parts[part]})")
        position = found.end()
    pieces.append(_literal(template[position:]))
    return "".join(pieces)


def _literal(text: str) -> str:
    parts = re.split(r"([ ]+|-+)", text)
    return "".join(map(_sign, parts))


def _sign(text: str) -> str:
    if not text:
        return ""
    if text.isspace():
        return _BLANK
    return _DASH if text.strip("-") == "" else re.escape(text)
