"""An encrypted archive in which every word that must not leak is easily recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index import Archive
from index.query import Query

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.dispatch import AccessionNumber

PASSPHRASE = "harbour lantern ninety wheat"  # noqa: S105 - opens nothing of value
SECRETS = (
    "quarterdeck", "bellwether", "gooseberry", "thistledown", "marzipan", "candlewick",
    "palimpsest", "windowsill", "farthingale",
)  # fmt: skip
"""In a headline, a body, a place, a tag, another name of it, a note, a search, a correction, a
vocabulary."""
HEADLINE, BODY, CITY, TAG, ALIAS, NOTE, SEARCH, CORRECTION, TERM = SECRETS

DISPATCH = f"""{CITY.upper()}, 18 October 2024 (Reuters) - The {BODY} committee on age verification
met and agreed on new duties for platforms.

The text of the {BODY} committee is to be voted on in November. It asks platforms to assess the
risks to minors, names a levy, and leaves encryption alone.
"""
VOCABULARY = f"""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:x:1> skos:prefLabel "{TERM}"@en ; skos:altLabel "levy"@en .
"""


def fill(archive: Archive, inbox: Path) -> AccessionNumber:
    """Import a dispatch and work on it; return its number."""
    inbox.mkdir(exist_ok=True)
    (inbox / "dispatch.txt").write_text(f"The {HEADLINE} report\n\n{DISPATCH}", encoding="utf-8")
    (inbox / "terms.ttl").write_text(VOCABULARY, encoding="utf-8")
    report = archive.import_([inbox / "dispatch.txt"])
    (number,) = [item.id for item in report.items if item.id is not None]
    concept, _ = archive.codebook.create(TAG, aliases=(ALIAS,))
    archive.tags.add([number], [concept])
    archive.annotations.add(number, 0, 9, note=f"a {NOTE} of a note", concepts=[concept])
    archive.searches.save(SEARCH, Query(f"{SEARCH} OR {BODY}"))
    archive.dispatches.correct(number, "headline", f"The {CORRECTION} report")
    archive.add_vocabulary(inbox / "terms.ttl")
    assert archive.settle(timeout=60)
    return number


def leaks(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (file, word) for every word that stands readable below a folder."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        raw = path.read_bytes().lower()
        for word in SECRETS:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                if word.encode(encoding) in raw:
                    yield path.name, word
