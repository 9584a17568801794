"""Lines into paragraphs, whether a text was wrapped at a fixed width or not."""

from __future__ import annotations

import itertools
import re

_WIDEST_WRAP = 100
_NARROWEST_WRAP = 45
_MOSTLY = 0.7
_FEWEST = 3
_STOPS = frozenset(".!?:;…。！？")
_LISTED = re.compile(r"\s*(?:[-*•·–—+]|\d{1,2}[.)])\s")
UNSPACED = re.compile(
    "[\u0e01-\u0e3a\u1000-\u102a\u3000-\u30ff\u3400-\u9fff\uff00-\uff0f\uff1a-\uff1f]"
)
"""A letter, or a stop, of Thai, Burmese, Japanese and Chinese."""
_TABLED = re.compile(r"\S(?: {3,}|\t)\S")


def read_paragraphs(lines: list[str]) -> list[str]:
    """Return the paragraphs of the lines; empty lines or, failing these, indents part them.

    Whether line ends are wrapping is decided for the text as a whole: a short first or last
    paragraph alone would not show it.
    """
    blocks = [list(block) for filled, block in itertools.groupby(lines, _is_filled) if filled]
    if all(len(block) == 1 for block in blocks):
        return [block[0].strip() for block in blocks]
    parts = [part for block in blocks for part in _by_indent(block)]
    if not _is_wrapped(parts):
        return [paragraph for part in parts for paragraph in _by_line(part)]
    return [_joined(part) for part in parts]


def _is_filled(line: str) -> bool:
    return bool(line and not line.isspace())


def _by_indent(block: list[str]) -> list[list[str]]:
    """Begin a paragraph at each indented line, where others are not indented."""
    indented = [line[:1] in " \t\xa0" for line in block]
    if not any(indented) or all(indented[1:]):
        return [block]
    parts: list[list[str]] = [[]]
    for line, leads in zip(block, indented, strict=True):
        if leads and parts[-1]:
            parts.append([])
        parts[-1].append(line)
    return parts


def _by_line(part: list[str]) -> list[str]:
    """Let each line be a paragraph where most are too long to be anything else."""
    bare = [line.strip() for line in part]
    long = sum(len(line) > _WIDEST_WRAP for line in bare)
    if 2 * long < len(bare):
        return ["\n".join(bare)]
    paragraphs = bare[:1]
    for line in bare[1:]:
        if len(line) <= _WIDEST_WRAP and (_LISTED.match(line) or _TABLED.search(line)):
            paragraphs[-1] += f"\n{line}"
        else:
            paragraphs.append(line)
    return paragraphs


def _is_wrapped(parts: list[list[str]]) -> bool:
    """Tell whether most line ends fall where the next word would have been too long."""
    inner = [line for part in parts for line in part[:-1]]
    widths = sorted(len(line) for line in inner)
    if len(widths) < _FEWEST and not _are_broken(inner):
        return False
    usual = widths[len(widths) * 9 // 10]
    if not _NARROWEST_WRAP <= usual <= _WIDEST_WRAP:
        return False
    pairs = [pair for part in parts for pair in itertools.pairwise(part)]
    full = sum(len(line) + 1 + len(after.split(None, 1)[0]) > usual - 4 for line, after in pairs)
    return full >= _MOSTLY * len(pairs)


def _are_broken(inner: list[str]) -> bool:
    """Tell two lines that both stop within a sentence, which is enough to show the wrapping."""
    return len(inner) > 1 and not any(line.rstrip()[-1:] in _STOPS for line in inner)


def _joined(part: list[str]) -> str:
    """Join the lines of a paragraph, but not the rows of a table or the items of a list."""
    text = part[0].strip()
    for line in part[1:]:
        bare = line.strip()
        if _LISTED.match(line) or _TABLED.search(bare):
            text += f"\n{bare}"
        elif text[-1:] == "-" and text[-2:-1].isalpha() and bare[:1].islower():
            text += bare
        else:
            text = joined(text, bare)
    return text


def joined(text: str, after: str) -> str:
    """Join what was broken at a line's end: without a blank where the script has none."""
    unspaced = UNSPACED.match(text[-1:]) and UNSPACED.match(after)
    return f"{text}{after}" if unspaced else f"{text} {after}"
