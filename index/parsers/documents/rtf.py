"""Rich Text Format, read with striprtf."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.errors import BrokenInput, NoTextFound
from index.parsers.documents.documents import Document, dispatch_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.dispatch import Dispatch
    from index.parsers import Source

_MARK = b"{\\rtf"
_PROPERTY = re.compile(r"\{\\(title|author|company|keywords)\s+((?:[^{}\\]|\\[^*])*)\}")
_MOMENT = re.compile(
    r"\{\\(creatim|revtim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})(?:\\hr(\d{1,2})\\min(\d{1,2}))?"
)
_CODE_PAGE = re.compile(r"\\ansicpg\d{1,5}")
_HEAD = 1 << 16
_ASIDE = re.compile(rb"\{(?:\\\*)?(?:\\[a-z]{1,20}-?\d{0,9} ?){0,8}?\\(footnote|deleted)(?![a-z])")
_UNCOUNTED = re.compile(rb"\\bin(?=[^0-9A-Za-z-])")
"""Announces bytes but not how many, as pandoc writes it before the digits of a picture."""
_BRACE = re.compile(rb"\\[\\{}]|[{}]")
_WIDEST_WRAP = 100
"""Lines longer than this were not wrapped by a wire or a terminal."""


class RtfParser:
    """Reads the printed text of one document."""

    format = "rtf"
    version = 2

    def recognises(self, source: Source) -> bool:
        """Look for the opening group."""
        return source.head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_MARK)

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the document as one dispatch.

        Raises:
            BrokenInput: the groups cannot be read.
            NoTextFound: it holds no text.
        """
        printed = rtf_text(source.raw).replace("\n|", "|")  # a cell that ends in a line of its own
        text = "\n".join(map(_row, paragraphs_apart(printed).split("\n")))
        if not text.strip():
            raise NoTextFound(format="RTF")
        head = source.raw[:_HEAD].decode("latin-1")
        page = _CODE_PAGE.search(head)
        about = {
            name: rtf_value(value, page[0] if page else "")
            for name, value in _PROPERTY.findall(head)
        }
        moments = {found[0]: _iso(found[1:]) for found in _MOMENT.findall(head)}
        document = Document(
            text=text,
            title=about.get("title", ""),
            author=about.get("author", ""),
            publisher=about.get("company", ""),
            created=moments.get("creatim", ""),
            modified=moments.get("revtim", ""),
            keywords=tuple(re.split(r"[;,]\s*", about.get("keywords", ""))),
            dropped={"image": source.raw.count(b"\\pict"), "embed": source.raw.count(b"\\object")},
        )
        yield dispatch_of(document, self.format, source)


def rtf_text(raw: bytes) -> str:
    """Return the printed text, one line a paragraph.

    Raises:
        BrokenInput: the groups cannot be read.
    """
    from striprtf import striprtf  # late: only needed once an RTF file is met

    read: Callable[..., str] = striprtf.rtf_to_text
    raw, notes = _without_groups(_UNCOUNTED.sub(b"", raw))
    if notes:
        closing = raw.rindex(b"}") if b"}" in raw else len(raw)
        raw = raw[:closing] + b"\\par ".join((b"", *notes)) + raw[closing:]
    try:
        text = read(raw.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise BrokenInput(format="RTF", detail=str(error)) from error
    return _whole(text)


def paragraphs_apart(text: str) -> str:
    """Put an empty line between paragraphs where no line was wrapped, as a word processor has it.

    Blocks that an empty line parts already are looked at one by one.
    """
    blocks = re.split(r"\n[ \t\xa0]*\n", text)
    return "\n\n".join(_parted(block) for block in blocks)


def _parted(block: str) -> str:
    lines = block.split("\n")
    if max(map(len, lines)) <= _WIDEST_WRAP:
        return block
    return "\n\n".join(line.strip(" \t") for line in lines if line.strip())


def _row(line: str) -> str:
    """Part the cells of a table's row by tabs; striprtf ends each with a bar."""
    bare = line.rstrip()
    return bare.rstrip("|").replace("|", "\t") if bare.endswith("|") else line


def _without_groups(raw: bytes) -> tuple[bytes, list[bytes]]:
    """Take deleted text away, and the notes, which are returned: they are no part of a sentence."""
    if b"\\footnote" not in raw and b"\\deleted" not in raw:
        return raw, []
    kept, notes, at = [], [], 0
    for group in _ASIDE.finditer(raw):
        if group.start() < at:
            continue
        end = _end_of_group(raw, group.start())
        kept.append(raw[at : group.start()])
        at = end
        if group[1] == b"footnote":
            notes.append(b"{" + raw[group.end() : end])
    return b"{}".join((*kept, raw[at:])), notes


def _end_of_group(raw: bytes, start: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(raw, start):
        depth += {b"{": 1, b"}": -1}.get(brace.group(), 0)
        if not depth:
            return brace.end()
    return len(raw)


def rtf_value(text: str, page: str = "") -> str:
    """Return the text of a property with its escapes resolved.

    Args:
        text: as it stands in the file.
        page: the control word that names the code page of the file, or ``""``.
    """
    return rtf_text(f"{{\\rtf1{page} {text}}}".encode("latin-1", "replace")).strip()


def _whole(text: str) -> str:
    """Put together the surrogate pairs by which RTF writes characters beyond 16 bits."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _iso(parts: tuple[str, ...]) -> str:
    year, month, day, hour, minute = parts
    clock = f"T{int(hour):02}:{int(minute):02}" if hour else ""
    return f"{year}-{int(month):02}-{int(day):02}{clock}"
