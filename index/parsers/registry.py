"""The parsers in the order in which they are asked, and the choice among them by content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import EmptyInput, NotText, PackedInput, UnknownFormat
from index.parsers.documents.docx import DocxParser
from index.parsers.documents.epub import EpubParser
from index.parsers.documents.odt import OdtParser
from index.parsers.documents.ole import OleParser
from index.parsers.documents.pdf import PdfParser
from index.parsers.documents.rtf import RtfParser
from index.parsers.mail.eml import EmlParser, MboxParser
from index.parsers.pages.html import HtmlParser
from index.parsers.pages.mhtml import MhtmlParser
from index.parsers.plain_text.text import TextParser
from index.parsers.press.europresse import EuropresseParser
from index.parsers.press.exports import read_export
from index.parsers.press.factiva import (
    FactivaHtmlParser,
    FactivaRtfParser,
    FactivaTextParser,
    FactivaXmlParser,
)
from index.parsers.press.nexis import (
    NexisDocxParser,
    NexisHtmlParser,
    NexisRtfParser,
    NexisTextParser,
)
from index.parsers.standards.agency_xml import AgencyXmlParser
from index.parsers.standards.feed import FeedParser
from index.parsers.standards.news_json import NewsJsonParser
from index.parsers.standards.newsml1 import NewsML1Parser
from index.parsers.standards.newsml_g2 import NewsMLG2Parser
from index.parsers.standards.nitf import NitfParser
from index.parsers.standards.release_text import ReleaseTextParser
from index.parsers.standards.wire_frames import WireFramesParser

if TYPE_CHECKING:
    from index.parsers import Parser, Source

NEWS_FORMATS: tuple[Parser, ...] = (
    EuropresseParser(),
    FactivaHtmlParser(),
    FactivaXmlParser(),
    FactivaRtfParser(),
    NexisHtmlParser(),
    NexisRtfParser(),
    WireFramesParser(),
    NewsMLG2Parser(),
    NewsML1Parser(),
    NitfParser(),
    FeedParser(),
    AgencyXmlParser(),
    NewsJsonParser(),
    ReleaseTextParser(),
    NexisTextParser(),
    FactivaTextParser(),
)
"""What agencies and press databases send as text."""
DOCUMENTS: tuple[Parser, ...] = (
    PdfParser(read_export),
    NexisDocxParser(),
    DocxParser(read_export),
    EpubParser(),
    OdtParser(read_export),
    OleParser(),
)
_ATTACHED = (*DOCUMENTS, *NEWS_FORMATS, RtfParser())
"""What is read where it is attached to a mail."""


def _attached(source: Source) -> Parser | None:
    return next((parser for parser in _ATTACHED if parser.recognises(source)), None)


PARSERS: tuple[Parser, ...] = (
    # the most telling formats first; plain text takes what is left
    *DOCUMENTS,
    MhtmlParser(),
    MboxParser(_attached),
    EmlParser(_attached),
    *NEWS_FORMATS,
    RtfParser(),
    HtmlParser(),
    TextParser(),
)

_FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "database"),
    (b"OggS\x00", "Ogg media"),
)
"""First bytes of kinds that no parser reads and no text begins with."""
_PACKED = (
    (0, b"Rar!\x1a", "RAR archive"),
    (0, b"7z\xbc\xaf", "7-Zip archive"),
    (4, b"1AY&SY", "bzip2 file"),
    (0, b"\xfd7zXZ\x00", "xz file"),
    (257, b"ustar", "tar archive"),
)
"""Where kinds of packed files bear their signs."""
_PERHAPS_FOREIGN = (
    (b"PK\x03\x04", "spreadsheet, presentation or other package"),
    (b"RIFF", "RIFF media"),
    (b"MZ", "program"),
    (b"ID3", "sound"),
)
"""First bytes that a text may have too; they name what no parser could read."""


def choose(source: Source) -> Parser:
    """Return the first parser that recognises the content.

    Raises:
        EmptyInput: there are no bytes.
        UnknownFormat: a known kind of file, but none that holds dispatches.
        NotText: bytes that mean nothing to any parser.
    """
    if not source.raw:
        raise EmptyInput
    _refuse(source.raw, _FOREIGN)
    for at, sign, kind in _PACKED:
        if source.raw.startswith(sign, at):
            raise PackedInput(kind=kind)
    for parser in PARSERS:
        if parser.recognises(source):
            return parser
    _refuse(source.raw, _PERHAPS_FOREIGN)
    raise NotText(kind="binary")


def _refuse(raw: bytes, signs: tuple[tuple[bytes, str], ...]) -> None:
    for sign, kind in signs:
        if raw.startswith(sign):
            raise UnknownFormat(kind=kind)
