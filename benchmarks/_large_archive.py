"""An archive of any size, filled through the store and indexed by the program itself."""

from __future__ import annotations

import hashlib
import random
import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from index import Archive
from index.dispatch import Dispatch, Provenance, Timestamp
from index.store import NewAccession, Passphrase, Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSPHRASE = "harbour lantern ninety wheat"  # noqa: S105 - of a benchmark's archive
CONCEPTS, TAGS_EACH = 300, 2
_BATCH = 1000
_WORDS, _VOCABULARY = 264, 60_000
_COMMON = (
    "the", "regulator", "platform", "minors", "law", "encryption", "report", "duty", "committee",
    "agency", "text", "ministers", "risk", "verification", "guidance", "code", "consultation",
    "service", "trusted", "flagger", "member", "states",
)  # fmt: skip
_AGENCIES = ("Reuters", "Agence France-Presse", "Anadolu Agency", "dpa", "ANSA", "EFE")
_FIRST = date(2015, 1, 1)


def make(folder: Path, count: int, *, encrypted: bool = False) -> dict[str, float]:
    """Fill and index a new archive; return the seconds that each took."""
    secret = Passphrase(PASSPHRASE) if encrypted else None
    began = time.perf_counter()
    with Store.open(folder, create=True, passphrase=secret) as store:
        with store.together():
            concepts = [store.codebook.create(f"Concept {at}")[0] for at in range(CONCEPTS)]
        for batch in _batches(count):
            with store.together():
                ids = store.dispatches.add(batch)
                for at in range(TAGS_EACH):
                    for group in range(10):
                        chosen = concepts[(ids[0] + 37 * at + group) % CONCEPTS]
                        store.tags.add(ids[group::10], [chosen])
    recorded = time.perf_counter()
    with Archive.open(folder, passphrase=passphrase(encrypted=encrypted)) as archive:
        archive.settle()
    return {"recorded": recorded - began, "indexed": time.perf_counter() - recorded}


def passphrase(*, encrypted: bool) -> str | None:
    """Return what opens such an archive."""
    return PASSPHRASE if encrypted else None


def text(chance: random.Random, words: int) -> str:
    """Return a body whose words are as common and as rare as those of a language."""
    chosen = (
        chance.choice(_COMMON)
        if chance.random() < 0.4
        else f"w{int(_VOCABULARY ** chance.random())}"
        for _ in range(words)
    )
    line = " ".join(chosen)
    return "\n\n".join(line[at : at + 600] for at in range(0, len(line), 600))


def _batches(count: int) -> Iterator[list[NewAccession]]:
    chance = random.Random(1)  # noqa: S311 - to be repeated
    for first in range(0, count, _BATCH):
        yield [_accession(at, chance) for at in range(first, min(first + _BATCH, count))]


def _accession(number: int, chance: random.Random) -> NewAccession:
    body = text(chance, max(30, int(chance.lognormvariate(5.576, 0.5))))
    filed = _FIRST + timedelta(days=number % 3650)
    content = hashlib.sha256(f"{number}{body}".encode()).hexdigest()
    dispatch = Dispatch(
        f"Story {number} on {chance.choice(_COMMON)}",
        body,
        agency=chance.choice(_AGENCIES),
        city="Brussels",
        section=("Politics",),
        language="en",
        filed=Timestamp.on(filed.year, filed.month, filed.day),
    )
    source = Provenance(
        path=f"wire/{number}.txt",
        sha256=content,
        size=len(body),
        media_type="text/plain",
        parser="text 1",
        imported=datetime(2025, 1, 1, tzinfo=UTC),
    )
    return NewAccession(dispatch, source, None, content)
