"""A small archive for tests of reading, tagging and annotating; its record and facade are real."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.session import Session
from index import AccessionNumber, Archive, Dispatch, Provenance, Timestamp
from index.store import Store
from index.store.records import NewAccession

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PARAGRAPHS = (
    (
        "Le Conseil a adopté vendredi un texte qui laisse le chiffrement hors du champ des "
        "injonctions de détection. « Rien dans ce règlement n’affaiblit le chiffrement », dit "
        "l’article premier."
    ),
    (
        "The regulator 𝔸 will publish guidelines on age verification before the end of the year, "
        "and platforms must report how they assessed the risk."
    ),
    (
        "Child-protection organisations called the compromise a missed opportunity; digital-rights "
        "groups welcomed it. Smaller services are exempt until 2028."
    ),
)
BODY = "\n\n".join(PARAGRAPHS)
BOILERPLATE = "All rights reserved. Write to the sales desk for the full service."


class Desk(NamedTuple):
    """An open session and the dispatches of its archive."""

    session: Session
    ids: tuple[AccessionNumber, ...]

    @property
    def archive(self) -> Archive:
        """The archive the session works on."""
        return self.session.archive


def dispatches() -> list[Dispatch]:
    """Return three dispatches of two agencies, one of them in Arabic."""
    return [
        Dispatch(
            "Chiffrement : le Conseil épargne les messageries",
            BODY,
            standfirst="Age verification stays in the text; encryption is left alone.",
            byline=("Claire Vasseur",),
            agency="Agence France-Presse",
            city="Bruxelles",
            section=("Politique", "Monde"),
            language="fr",
            filed=Timestamp.on(2024, 10, 18),
            boilerplate=BOILERPLATE,
        ),
        Dispatch(
            "Ministers agree on age verification",
            "Ministers agreed on age verification.\n\nThe vote is on Monday.",
            agency="Reuters",
            language="en",
            filed=Timestamp.on(2024, 11, 2),
        ),
        Dispatch(
            "قانون جديد لحماية الأطفال",
            "قالت الهيئة المنظمة إن القانون الجديد سيلزم المنصات بتقييم المخاطر.",
            agency="Anadolu Agency",
            language="ar",
            filed=Timestamp.on(2025, 1, 3),
        ),
    ]


def accession(dispatch: Dispatch, number: int = 0) -> NewAccession:
    """Return a dispatch as an import would hand it to the store."""
    digest = hashlib.sha256(f"{number} {dispatch.headline} {dispatch.body}".encode()).hexdigest()
    provenance = Provenance(
        path=f"/saved/dispatch-{number}.txt",
        sha256=digest,
        size=len(dispatch.body),
        parser="text 1",
        imported=datetime(2025, 2, 1, tzinfo=UTC),
    )
    return NewAccession(dispatch, provenance, None, digest)


def fill(folder: Path, held: Sequence[Dispatch] | None = None) -> tuple[AccessionNumber, ...]:
    """Make an archive that holds these dispatches."""
    batch = [accession(each, at) for at, each in enumerate(held or dispatches())]
    with Store.open(folder, create=True) as store:
        return tuple(store.dispatches.add(batch))


@contextmanager
def open_desk(folder: Path, held: Sequence[Dispatch] | None = None) -> Iterator[Desk]:
    """Open a session on a new archive, or on the one that is there."""
    known = (folder / "archive.sqlite3").exists()
    made = () if known else fill(folder, held)
    with Archive.open(folder, upkeep=False) as archive:
        session = Session(archive)
        try:
            yield Desk(session, made or archive.dispatches.ids())
        finally:
            session.close()
