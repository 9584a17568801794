"""The media type that a format is registered under (https://www.iana.org/assignments/media-types)."""

from __future__ import annotations

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {
    "text": "text/plain", "wire": "text/plain", "html": "text/html", "mhtml": "multipart/related",
    "nitf": "application/nitf+xml", "newsml-g2": "application/vnd.iptc.g2.newsmessage+xml",
    "newsml-1": "application/xml", "ninjs": "application/json", "rss": "application/rss+xml",
    "atom": "application/atom+xml", "eml": "message/rfc822", "mbox": "application/mbox",
    "pdf": "application/pdf", "docx": _OFFICE, "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf", "epub": "application/epub+zip", "doc": "application/msword",
    "feed": "application/xml", "europresse": "text/html",
    "warc": "application/warc", "wacz": "application/wacz",
}  # fmt: skip
_BY_PART = {
    "xml": "application/xml", "json": "application/json", "html": "text/html", "text": "text/plain",
    "rtf": "application/rtf", "docx": _OFFICE,
}  # fmt: skip


def media_type(form: str) -> str:
    """Return the media type of a parser's format; where it has none of its own, a general one."""
    if form in _TYPES:
        return _TYPES[form]
    general = (kind for part, kind in _BY_PART.items() if part in form.split("-"))
    return next(general, "application/octet-stream")
