"""Plain wire copy, wrapped at a fixed width, turned back into paragraphs."""

from __future__ import annotations

import itertools
import re

_WIDEST_WRAP = 100
"""Lines longer than this were not wrapped by a wire or a terminal."""
_NARROWEST_WRAP = 55
_MOSTLY = 0.75
_SAMPLE = 1 << 14
_SELDOM = 100
_ENDS = frozenset(".!?\"”»’'")
"""Of a line that is a paragraph, not part of a table."""
_LISTED = re.compile(r"\s*(?:(?:[-*•·–—+]|\d{1,2}[.)])\s|[>|])")
_TABLED = re.compile(r"\S(?: {3,}|\t|;)\S.*(?: {3,}|\t|;)\S")


def plain_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of plain copy; the lines of a table or list stay lines.

    A paragraph ends at an empty line, or where the next line is indented although most are not.
    """
    paragraphs: list[str] = []
    for block in re.split(r"\n[ \t\r\f\v]*(?:\n[ \t\r\f\v]*)+", text.replace("\r\n", "\n")):
        lines = [line.rstrip() for line in block.split("\n") if line.strip()]
        paragraphs += [joined for part in _by_indent(lines) if (joined := unwrap(part))]
    return paragraphs


def unwrap(lines: list[str]) -> str:
    """Join lines that were wrapped; keep the breaks of lines that were not."""
    lines = [line for line in lines if line.strip()]
    if not lines:
        return ""
    bare = [line.strip() for line in lines]
    if not _is_wrapped(lines):
        return "\n".join(bare)
    joined = bare[0]
    for line in bare[1:]:
        joined += ("" if _splits_word(joined, line) else " ") + line
    return joined


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether the first word of most lines would not have fitted on the line before."""
    if len(lines) < 2 or any(map(_is_set, lines[1:])):
        return False
    widest = max(len(line) for line in lines)
    if not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return False
    full = [
        len(line) + 1 + len(after.split(maxsplit=1)[0]) > widest
        for line, after in itertools.pairwise(lines)
    ]
    return sum(full) >= _MOSTLY * len(full)


def _is_set(line: str) -> bool:
    """Tell a line of a table or a list."""
    return "\t" in line.strip() or bool(_TABLED.search(line) or _LISTED.match(line))


def _splits_word(before: str, after: str) -> bool:
    """Tell whether a line break stands inside a hyphenated compound ("policy-" / "maker")."""
    return before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()


def _by_indent(lines: list[str]) -> list[list[str]]:
    """Split where an indented line begins a paragraph among lines that are not indented."""
    if len(lines) > 1 and all(line[:1] == "\t" and line[-1:] in _ENDS for line in lines):
        return [[line] for line in lines]
    indented = [line[:1] in " \t" for line in lines]
    if not any(indented) or all(indented[1:]):
        return [lines] if lines else []
    parts: list[list[str]] = []
    for line, leads in zip(lines, indented, strict=True):
        if leads or not parts:
            parts.append([])
        parts[-1].append(line)
    return parts


def wire_charset(raw: bytes, declared: str) -> str:
    """Return the charset to try behind UTF-8: that of the transport, or Windows' for ASCII copy.

    A few stray bytes are too little to guess from; wires mean a pound sign or an accent by them.
    """
    foreign = sum(byte > 0x7F for byte in raw[:_SAMPLE])
    return declared or ("cp1252" if 0 < foreign * _SELDOM <= len(raw[:_SAMPLE]) else "")
