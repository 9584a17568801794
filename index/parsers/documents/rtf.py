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


class RtfParser:
    """Reads the printed text of one document."""

    format = "rtf"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Look for the opening group."""
        return source.head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_MARK)

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the document as one dispatch.

        Raises:
            BrokenInput: the groups cannot be read.
            NoTextFound: it holds no text.
        """
        text = rtf_text(source.raw)
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
    try:
        text = read(raw.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise BrokenInput(format="RTF", detail=str(error)) from error
    return _whole(text)


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
