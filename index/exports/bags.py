"""BagIt (RFC 8493): a folder with checksums that archives of institutions take in."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from index import spawning
from index.errors import ExportRefused
from index.exports import dumps, json_lines
from index.exports.entries import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.dispatch import AccessionNumber
    from index.store import Store

DISPATCHES, WORK, ORIGINALS = "dispatches.jsonl", "work.jsonl", "originals"
_CHECKSUMS = ("sha256", "sha512")
_DESCRIPTION = (
    f"News dispatches: {DISPATCHES} holds text, tags and annotations, one JSON object a line; "
    f"{ORIGINALS} the text originals by accession number; {WORK} everything the user made, as "
    "Dispatch Reader loads it."
)
_CHUNK = 200


def write(folder: Path, ids: Sequence[AccessionNumber], store: Store) -> int:
    """Write dispatches into a new folder, which is there complete or not at all; return how many.

    Raises:
        ExportRefused: the folder is there already, or cannot be written.
    """
    if folder.exists():
        raise ExportRefused(path=folder, detail="there is something of that name already")
    try:
        unfinished = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".export-"))
        try:
            count = _fill(unfinished, ids, store)
            _bag(unfinished, _described(store, count))
            unfinished.chmod(0o755)
            unfinished.rename(folder)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
    except OSError as error:
        raise ExportRefused(path=folder, detail=error.strerror or str(error)) from error
    return count


def _fill(folder: Path, ids: Sequence[AccessionNumber], store: Store) -> int:
    with (folder / DISPATCHES).open("w", encoding="utf-8", newline="") as file:
        count = json_lines.write(entries(store, ids), file)
    dumps.write(store, folder / WORK)
    originals = folder / ORIGINALS
    originals.mkdir()
    for start in range(0, len(ids), _CHUNK):
        for accession in store.dispatches.each(ids[start : start + _CHUNK]):
            original = store.dispatches.original(accession.id)
            if original is not None:
                name = _name(accession.id, accession.provenance.path, accession.provenance.member)
                (originals / name).write_bytes(original)
    return count


def _name(number: int, path: str, member: str) -> str:
    """Return a file name that any system takes: the number, and the ending where it is plain."""
    ending = PurePath(path if not member or member.startswith("#") else member).suffix.lower()
    plain = ending[1:].isascii() and ending[1:].isalnum()
    return f"{number:07}{ending if plain else '.txt'}"


def _described(store: Store, count: int) -> dict[str, str]:
    return {
        "External-Identifier": f"urn:uuid:{store.corpus.archive_id}",
        "External-Description": _DESCRIPTION,
        "Internal-Sender-Description": f"{count} dispatches",
        "Bag-Software-Agent": f"Dispatch Reader {version('dispatch-reader')}",
    }


def _bag(folder: Path, described: dict[str, str]) -> None:
    """Turn a folder into a bag; in a child, since the library changes the working folder."""
    process = spawning.spawn("dispatch-reader-bag", make, folder, described)
    process.join()
    code = process.exitcode
    spawning.stop(process)
    if code:
        raise ExportRefused(path=folder.parent, detail="the checksums could not be written")


def make(folder: Path, described: dict[str, str]) -> None:
    """Run the child."""
    import bagit  # rarely needed

    spawning.detach()
    logging.disable()
    bagit.make_bag(os.fspath(folder), described, checksums=list(_CHECKSUMS))
