"""What wires get wrong in XML is put right before a file is called damaged."""

from __future__ import annotations

import pytest

from index.errors import BrokenInput, SuspiciousArchive
from index.parsers.decoding.xml_tree import read_xml, text_of

_LATIN = '<?xml version="1.0" encoding="ISO-8859-1"?>'
_UTF8 = '<?xml version="1.0" encoding="UTF-8"?>'


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>Zoë Müller</p>".encode("latin-1"), "Zoë Müller"),
        (f"{_UTF8}<p>Zoë Müller</p>".encode("cp1252"), "Zoë Müller"),
        (f"{_LATIN}<p>Zoë Müller</p>".encode(), "Zoë Müller"),
        (f"{_LATIN}<p>Zoë Müller</p>".encode("latin-1"), "Zoë Müller"),
        (f"{_UTF8}<p>Zoë&nbsp;Müller</p>".encode("utf-16"), "Zoë Müller"),
        (b"<p>R&D rules & tables: &lt;5&nbsp;%</p>", "R&D rules & tables: <5 %"),
        (b"<p>Six\x1a months&#x1F; to comply</p>", "Six months to comply"),
    ],
)
def test_reads_loose_xml(raw: bytes, text: str) -> None:
    assert text_of(read_xml(raw, "XML")) == text


@pytest.mark.parametrize("raw", [b"<p>one</b>", b"<p>one", b"<p>&unheard;</p>", b"<p a=1>x</p>"])
def test_what_cannot_be_mended_is_damaged(raw: bytes) -> None:
    with pytest.raises(BrokenInput):
        read_xml(raw, "XML")


def test_entities_are_refused_in_whatever_charset_they_hide() -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "é"><!ENTITY b "&a;&a;">]><p>&b;</p>'
    with pytest.raises(SuspiciousArchive):
        read_xml(f"{_UTF8}{bomb}".encode("utf-16"), "XML")
