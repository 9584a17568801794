"""Files that are there complete or not at all."""

from __future__ import annotations

import io
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from index.errors import ExportRefused

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replaced(path: Path) -> Iterator[IO[str]]:
    """Open a text file beside ``path`` and put it in its place when everything is on the disk."""
    with replaced_bytes(path) as raw:
        file = io.TextIOWrapper(raw, encoding="utf-8", newline="")
        yield file
        file.flush()
        file.detach()


@contextmanager
def replaced_bytes(path: Path) -> Iterator[IO[bytes]]:
    """Open a file beside ``path`` and put it in its place when everything is on the disk."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".export-", delete=False) as file:
            unfinished = Path(file.name)
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
        _publish(unfinished, path)
    except OSError as error:
        raise ExportRefused(path=path, detail=error.strerror or str(error)) from error


def read_text(path: Path, longest: int) -> str:
    """Return a file's text in UTF-8, of at most ``longest`` bytes.

    Raises:
        ValueError: it is longer, or no such text.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(longest + 1)
    if len(content) > longest:
        raise ValueError("it is too large")
    return content.decode("utf-8-sig")


def _publish(unfinished: Path, path: Path) -> None:
    try:
        mask = os.umask(0)
        os.umask(mask)
        unfinished.chmod(0o666 & ~mask)  # as any other file the user makes
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
