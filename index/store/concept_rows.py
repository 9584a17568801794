"""Rows of the codebook; the caller owns the edit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from index.errors import UnknownConcept
from index.folding import fold
from index.keys import ConceptId
from index.store.records import mend
from index.store.sql import update

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

_BELOW = """
WITH RECURSIVE below (id) AS (
    SELECT id FROM concept WHERE id = ?
    UNION SELECT concept.id FROM concept JOIN below ON concept.broader = below.id
)
SELECT id FROM below
"""


def require(connection: sqlite3.Connection, concept: int) -> str:
    """Return a concept's label.

    Raises:
        UnknownConcept: there is no such concept.
    """
    row = connection.execute("SELECT label FROM concept WHERE id = ?", (concept,)).fetchone()
    if row is None:
        raise UnknownConcept(concept=concept)
    return str(row[0])


def below(connection: sqlite3.Connection, concept: int) -> list[ConceptId]:
    """Return a concept and all below it, each after its broader one."""
    return [ConceptId(number) for (number,) in connection.execute(_BELOW, (concept,)).fetchall()]


def broader_of(connection: sqlite3.Connection, concept: int) -> ConceptId | None:
    """Return the broader concept, None at the root."""
    row = connection.execute("SELECT broader FROM concept WHERE id = ?", (concept,)).fetchone()
    return None if row is None or row[0] is None else ConceptId(row[0])


def sibling(
    connection: sqlite3.Connection, folded: str, broader: ConceptId | None
) -> ConceptId | None:
    """Return the concept below ``broader`` that bears this folded label."""
    query = "SELECT id FROM concept WHERE ifnull(broader, 0) = ? AND folded = ?"
    row = connection.execute(query, (broader or 0, folded)).fetchone()
    return None if row is None else ConceptId(row[0])


def tidy_label(label: str) -> str:
    """Return a label as one line of composed characters.

    Raises:
        ValueError: nothing of it is left.
    """
    tidied = " ".join(normalize("NFC", mend(label)).split())
    if not tidied:
        raise ValueError("a concept needs a label")
    return tidied


def insert_concept(
    connection: sqlite3.Connection,
    label: str,
    broader: ConceptId | None,
    colour: str,
    scope_note: str,
    uri: str,
) -> ConceptId:
    """Add a concept without digit, aliases or further labels."""
    cursor = connection.execute(
        "INSERT INTO concept (label, folded, broader, colour, scope_note, retired, uri) "
        "VALUES (?, ?, ?, ?, ?, 0, ?)",
        (label, fold(label), broader, colour, scope_note, uri),
    )
    return ConceptId(cursor.lastrowid or 0)


def set_columns(connection: sqlite3.Connection, concept: int, **columns: object) -> None:
    """Change plain columns of a concept; none given, none changed."""
    if columns:
        values = (*columns.values(), concept)
        connection.execute(update("concept", columns, ["id"]), values)


def set_digit(connection: sqlite3.Connection, concept: int, digit: int | None) -> None:
    """Give a concept a shortcut; whichever had it before loses it.

    Raises:
        ValueError: it is not from 1 to 9.
    """
    if digit is not None and not 1 <= digit <= 9:
        raise ValueError(f"no shortcut key {digit}")
    if digit is not None:
        connection.execute(
            "UPDATE concept SET digit = NULL WHERE digit = ? AND id <> ?", (digit, concept)
        )
    connection.execute("UPDATE concept SET digit = ? WHERE id = ?", (digit, concept))


def set_aliases(
    connection: sqlite3.Connection,
    concept: int,
    aliases: Iterable[str],
    languages: Mapping[str, str] | None = None,
) -> None:
    """Replace a concept's aliases; the first of several that fold alike stays.

    ``languages`` names those of aliases that have one; without it, known aliases keep theirs.
    """
    tidied = [tidy_label(alias) for alias in aliases if alias.strip()]
    wanted = list({fold(alias): alias for alias in reversed(tidied)}.values())[::-1]
    known = alias_languages_of(connection, concept)
    spoken = known if languages is None else {tidy_label(a): mend(languages[a]) for a in languages}
    same = all(known.get(alias, "") == spoken.get(alias, "") for alias in wanted)
    if same and wanted == aliases_of(connection, concept):
        return
    connection.execute("DELETE FROM concept_alias WHERE concept = ?", (concept,))
    connection.executemany(
        "INSERT INTO concept_alias (concept, alias, folded, language, position) "
        "VALUES (?, ?, ?, ?, ?)",
        [
            (concept, alias, fold(alias), spoken.get(alias, ""), at)
            for at, alias in enumerate(wanted)
        ],
    )


def alias_languages_of(connection: sqlite3.Connection, concept: int) -> dict[str, str]:
    """Return the languages of a concept's aliases that have one."""
    query = "SELECT alias, language FROM concept_alias WHERE concept = ? AND language <> ''"
    return dict(connection.execute(query, (concept,)).fetchall())


def aliases_of(connection: sqlite3.Connection, concept: int) -> list[str]:
    """Return a concept's aliases in their order."""
    query = "SELECT alias FROM concept_alias WHERE concept = ? ORDER BY position"
    return [alias for (alias,) in connection.execute(query, (concept,))]


def set_labels(connection: sqlite3.Connection, concept: int, labels: Mapping[str, str]) -> None:
    """Replace a concept's labels in other languages."""
    if dict(labels) == labels_of(connection, concept):
        return
    connection.execute("DELETE FROM concept_label WHERE concept = ?", (concept,))
    connection.executemany(
        "INSERT INTO concept_label (concept, language, label) VALUES (?, ?, ?)",
        [(concept, language, label) for language, label in labels.items()],
    )


def labels_of(connection: sqlite3.Connection, concept: int) -> dict[str, str]:
    """Return a concept's labels by language."""
    query = "SELECT language, label FROM concept_label WHERE concept = ?"
    return dict(connection.execute(query, (concept,)).fetchall())


def delete_concept(connection: sqlite3.Connection, concept: int) -> None:
    """Delete a concept that has none below it; foreign keys take its names and uses along."""
    connection.execute("DELETE FROM concept WHERE id = ?", (concept,))
