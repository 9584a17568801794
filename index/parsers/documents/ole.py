"""Word 97–2003 documents, where the antiword program is installed; other OLE files are named."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from index.errors import BrokenInput, LockedInput, NoTextFound, UnknownFormat
from index.limits import STANDARD
from index.parsers.documents.documents import Document, dispatch_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.dispatch import Dispatch
    from index.parsers import Source

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MESSAGE = "__substg1.0_".encode("utf-16-le")
_COMMAND = "antiword"


class OleParser:
    """Hands DOC files to antiword; refuses the rest by name."""

    format = "doc"
    version = 1

    def recognises(self, source: Source) -> bool:
        """Look for the mark of an OLE compound file."""
        return source.head.startswith(_MARK)

    def parse(self, source: Source) -> Iterator[Dispatch]:
        """Yield the document as one dispatch.

        Raises:
            LockedInput: it is an encrypted Office file.
            UnknownFormat: it is no Word document, or antiword is not installed.
            BrokenInput: antiword cannot read it.
            NoTextFound: it holds no text.
        """
        if _ENCRYPTED in source.raw:
            raise LockedInput(format="Office")
        if _WORD not in source.raw:
            kind = "Outlook message" if _MESSAGE in source.raw else "Office 97–2003 file"
            raise UnknownFormat(kind=kind)
        text = _antiword(source.raw)
        if not text.strip():
            raise NoTextFound(format="Word")
        yield dispatch_of(Document(text=text), self.format, source)


def _antiword(raw: bytes) -> str:
    program = shutil.which(_COMMAND)
    if program is None:
        raise UnknownFormat(kind="Word 97–2003 document; antiword is not installed")
    done = subprocess.run(  # noqa: S603  a fixed program; the document goes in by standard input
        [program, "-m", "UTF-8.txt", "-w", "0", "-"],
        input=raw,
        capture_output=True,
        check=False,
        timeout=STANDARD.seconds,
    )
    if done.returncode:
        detail = done.stderr.decode("utf-8", "replace").strip() or "antiword cannot read it"
        raise BrokenInput(format="Word", detail=detail)
    return done.stdout.decode("utf-8", "replace")
