"""Damage to inputs, and what may come of reading them."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

from index.dispatch import Dispatch
from index.errors import InputRefused
from index.parsers import Parser, RecordRefused, Source
from tests.inputs.seeds import zipped

TOKENS = (
    b"<", b">", b"</p>", b"<p>", b"&", b"&b;", b"\x00", b"\x01", b"\x02", b"\x03", b"^", b"\t", b"{",
    b"}", b"\\u-1?", b"\\'", b"(", b"<<", b"/Kids[1 0 R]", b"[", b'"', b"]]>", b"<![CDATA[", b"\xff",
    b"\xc3", b"--", b"\r\n\r\n", b"9" * 40, b"1 of 9 DOCUMENTS\n", b"0000-00-00T99:99", b"<!--",
)  # fmt: skip
_MOST_CHANGES = 12
_LONGEST = 60


def read(parser: Parser, raw: bytes) -> int:
    """Read an input to its end and return how many records it had."""
    count = 0
    try:
        for found in parser.parse(Source(raw, "fuzz")):
            assert isinstance(found, Dispatch | RecordRefused)
            if isinstance(found, Dispatch):
                assert found.headline
                assert found.body
            count += 1
    except InputRefused as refusal:
        assert f"{refusal}{refusal.advice}".strip()  # noqa: PT017 - any reason will do
    return count


def mutant(raw: bytes, chance: random.Random) -> bytes:
    """Return the bytes with parts cut, doubled, swapped or replaced; of a zip, often of a part."""
    if raw.startswith(b"PK") and chance.random() < 0.7:
        return _repacked(raw, chance)
    changed = bytearray(raw)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        changed = _changed(changed, chance)
    return bytes(changed)


def _changed(raw: bytearray, chance: random.Random) -> bytearray:
    at = chance.randrange(len(raw) + 1)
    end = min(len(raw), at + chance.randint(1, _LONGEST))
    match chance.randrange(5):
        case 0:
            del raw[at:end]
        case 1:
            raw[at:at] = raw[at:end] * chance.randint(1, 4)
        case 2:
            raw[at:at] = chance.choice(TOKENS)
        case 3:
            raw[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
        case _:
            return raw[at:] + raw[:at]
    return raw


def _repacked(raw: bytes, chance: random.Random) -> bytes:
    """Return a zip with one part changed, so that the damage reaches the parser behind the zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            parts: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    except (zipfile.BadZipFile, zlib.error):
        return raw
    name = chance.choice(sorted(parts))
    content = parts[name]
    assert isinstance(content, bytes)
    parts[name] = mutant(content, chance)
    return zipped(parts)
