"""Inputs that are built to hurt a reader, each by a recipe that takes well under a second."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

from index.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Callable

_LINE = "The regulator said that platforms have to assess risks to children. "
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LEVELS = 9


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip file of these members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name) if name.startswith("../") else name, content)
    return held.getvalue()


def zip_bomb() -> bytes:
    """Return 100 MB of nothing in 100 KB."""
    return zipped({"story.txt": b"\0" * (100 * MEGABYTE)})


def nested_zip_bomb() -> bytes:
    """Return zips within zips, each with ten copies of the next."""
    inner = zipped({"story.txt": b" word" * 100_000})
    for _ in range(4):
        inner = zipped({f"{number}.zip": inner for number in range(10)})
    return inner


def web_archive_bomb() -> bytes:
    """Return a record of a web archive that unpacks to 100 MB."""
    record = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 100000000\r\n\r\n"
    return gzip.compress(record + b"\0" * 100_000_000, compresslevel=1)


def entity_bomb() -> bytes:
    """Return XML whose entities each stand for ten of the one before."""
    lines = ['<!ENTITY e0 "ha">']
    for level in range(_LEVELS):
        lines.append(f'<!ENTITY e{level + 1} "{f"&e{level};" * 10}">')
    return _newsml(f"<!DOCTYPE newsItem [{''.join(lines)}]>", f"&e{_LEVELS};")


def long_entity() -> bytes:
    """Return XML that refers to one long entity very often."""
    declared = f'<!DOCTYPE newsItem [<!ENTITY e "{"word " * 20_000}">]>'
    return _newsml(declared, "&e;" * 20_000)


def outward_entity() -> bytes:
    """Return XML that asks for a file of the reader's machine."""
    return _newsml('<!DOCTYPE newsItem [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;")


def _newsml(declared: str, body: str) -> bytes:
    return (
        f'<?xml version="1.0"?>{declared}<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" '
        f'guid="tag:x" version="1"><contentMeta><headline>Rules</headline></contentMeta>'
        f"<contentSet><inlineData>{body}</inlineData></contentSet></newsItem>"
    ).encode()


def deep_xml() -> bytes:
    """Return 100,000 elements within each other."""
    return _newsml("", f"{'<p>' * 100_000}words{'</p>' * 100_000}")


def deep_json() -> bytes:
    """Return 100,000 lists within each other in a news item."""
    return b'{"uri": "tag:x", "headline": "Rules", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def deep_html() -> bytes:
    """Return 100,000 tags within each other."""
    return f"<html><body>{'<div>' * 100_000}<p>{_LINE}".encode()


def many_paragraphs() -> bytes:
    """Return a page of half a million paragraphs that are never closed."""
    return b"<html><body>" + b"<p>The regulator said so." * 500_000


def many_empty_paragraphs() -> bytes:
    """Return a page of half a million paragraphs without a word."""
    return b"<html><body>" + b"<p>" * 500_000


def many_comments() -> bytes:
    """Return a page of half a million comments that are never closed."""
    return b"<html><body><p>" + _LINE.encode() + b"<!--" * 500_000


def many_tables() -> bytes:
    """Return a page of tables within tables, none of them closed."""
    return b"<html><body>" + b"<table><tr><td>" * 30_000 + _LINE.encode()


def too_long_line() -> bytes:
    """Return 50 MB without a line's end."""
    return _LINE.encode() * (50 * MEGABYTE // len(_LINE))


def long_line() -> bytes:
    """Return 19 MB without a line's end."""
    return _LINE.encode() * (19 * MEGABYTE // len(_LINE))


def long_word() -> bytes:
    """Return 19 MB without a space."""
    return b"x" * (19 * MEGABYTE)


def many_lines() -> bytes:
    """Return five million lines of one letter."""
    return b"x\n" * 5_000_000


def many_dates() -> bytes:
    """Return a megabyte of dates."""
    return b"18.10.2024 - 03/04/2024 Oct 18 2024 " * 30_000


def traversal() -> bytes:
    """Return a zip whose member would land outside."""
    return zipped({"../../evil.txt": _LINE.encode()})


def broken_pdf() -> bytes:
    """Return a PDF that ends before its pages."""
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pa"


def endless_pdf() -> bytes:
    """Return a PDF whose page tree leads back to its root."""
    return _pdf(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 900000000 >>")


def encrypted_pdf() -> bytes:
    """Return a PDF that no empty password opens."""
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -64 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32
        + b"> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    )  # fmt: skip
    return _pdf(b"<< /Type /Pages /Kids [] /Count 0 >>", lock)


def _pdf(pages: bytes, trailer: bytes = b"") -> bytes:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", pages]
    raw, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(raw)
    return (
        raw + b"xref\n0 3\n0000000000 65535 f \n" + table
        + b"trailer\n<< /Size 3 /Root 1 0 R " + trailer + b" >>\nstartxref\n%d\n%%%%EOF" % start
    )  # fmt: skip


def broken_docx() -> bytes:
    """Return a Word document that breaks off."""
    part = (
        b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:b"
    )
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": part})


def encrypted_docx() -> bytes:
    """Return what Office writes when a password is set."""
    return _OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)


def bomb_docx() -> bytes:
    """Return a Word document that unpacks to 80 MB."""
    part = b"<w:p/>" * (80 * MEGABYTE // 6)
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": part})


def deep_rtf() -> bytes:
    """Return 100,000 groups within each other."""
    return b"{\\rtf1\\ansi " + b"{" * 100_000 + _LINE.encode() + b"}" * 100_001


def deep_mail() -> bytes:
    """Return a mail whose parts hold parts, 3,000 times."""
    head = b"From: a@news.example\r\nSubject: Rules\r\nMIME-Version: 1.0\r\n"
    part = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
        for level in range(3000)
    )
    return head + part + b"Content-Type: text/plain\r\n\r\n" + _LINE.encode()


def many_mails() -> bytes:
    """Return a mailbox of 20,000 messages without anything in them."""
    return b"From a@news.example Fri Oct 18 15:04:00 2024\nSubject: x\n\n\n" * 20_000


def many_entries() -> bytes:
    """Return a feed of 20,000 entries."""
    entry = f"<item><title>Rules</title><description>{_LINE}</description></item>"
    return f'<rss version="2.0"><channel><title>x</title>{entry * 20_000}</channel></rss>'.encode()


def many_empty_frames() -> bytes:
    """Return 500,000 wire frames without a text."""
    return b"\x01h\x02\x03" * 500_000


def many_escaped_paragraphs() -> bytes:
    """Return a story of a million paragraphs that are escaped, opened and never filled."""
    return b'{"uri":"x:1","headline":"Rules","body_html":"' + b"&lt;p&gt;" * 1_100_000 + b'"}'


def many_objects() -> bytes:
    """Return a list of 900,000 JSON objects, none of which is a story."""
    return b"[" + b",".join([b'{"a":1,"b":[{}]}'] * 900_000) + b"]"


RECIPES: tuple[Callable[[], bytes], ...] = (
    zip_bomb, nested_zip_bomb, web_archive_bomb, entity_bomb, long_entity, outward_entity, deep_xml,
    deep_json, deep_html, many_paragraphs, many_empty_paragraphs, many_comments, many_tables,
    too_long_line, long_line, long_word, many_lines, many_dates, traversal, broken_pdf, endless_pdf,
    encrypted_pdf, broken_docx, encrypted_docx, bomb_docx, deep_rtf, deep_mail, many_mails,
    many_entries, many_empty_frames, many_escaped_paragraphs, many_objects,
)  # fmt: skip
