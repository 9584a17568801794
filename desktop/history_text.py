"""The history of a concept in words: what was done, when, and what it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.i18n import QT_TRANSLATE_NOOP
from desktop.short_text import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index import ConceptId, ConceptUse, Happening

    Image = Mapping[str, object]
    Lines = list[tuple[str, str]]

CONTEXT = "history_text"
DEEDS = {
    "create-concept": QT_TRANSLATE_NOOP("history_text", "Created"),
    "rename-concept": QT_TRANSLATE_NOOP("history_text", "Renamed"),
    "move-concept": QT_TRANSLATE_NOOP("history_text", "Moved"),
    "edit-concept": QT_TRANSLATE_NOOP("history_text", "Edited"),
    "retire-concept": QT_TRANSLATE_NOOP("history_text", "Retired"),
    "revive-concept": QT_TRANSLATE_NOOP("history_text", "Reinstated"),
    "merge-concepts": QT_TRANSLATE_NOOP("history_text", "Merged"),
    "split-concept": QT_TRANSLATE_NOOP("history_text", "Split"),
    "delete-concept": QT_TRANSLATE_NOOP("history_text", "Deleted"),
    "import-codebook": QT_TRANSLATE_NOOP("history_text", "Codebook imported"),
    "load-dump": QT_TRANSLATE_NOOP("history_text", "Dump loaded"),
    "create-rule": QT_TRANSLATE_NOOP("history_text", "Rule saved"),
    "rename-rule": QT_TRANSLATE_NOOP("history_text", "Rule renamed"),
    "delete-rule": QT_TRANSLATE_NOOP("history_text", "Rule deleted"),
    "run-rule": QT_TRANSLATE_NOOP("history_text", "Rule run"),
}
FIELDS = {
    ("concept", "label"): QT_TRANSLATE_NOOP("history_text", "Label"),
    ("concept", "broader"): QT_TRANSLATE_NOOP("history_text", "Below"),
    ("concept", "colour"): QT_TRANSLATE_NOOP("history_text", "Colour"),
    ("concept", "scope_note"): QT_TRANSLATE_NOOP("history_text", "Scope note"),
    ("concept", "digit"): QT_TRANSLATE_NOOP("history_text", "Digit"),
    ("concept", "retired"): QT_TRANSLATE_NOOP("history_text", "Retired"),
    ("concept", "uri"): QT_TRANSLATE_NOOP("history_text", "URI"),
    ("concept_label", "label"): QT_TRANSLATE_NOOP("history_text", "Label"),
    ("concept_alias", "alias"): QT_TRANSLATE_NOOP("history_text", "Alias"),
    ("rule", "name"): QT_TRANSLATE_NOOP("history_text", "Rule"),
    ("rule", "tagged"): QT_TRANSLATE_NOOP("history_text", "Dispatches tagged"),
}
NOTHING = "–"


def heading(happening: Happening) -> str:
    """Return when something was done and what."""
    moment = QDateTime.fromSecsSinceEpoch(int(happening.done.timestamp()))
    done = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    kind = happening.kind.removeprefix("revert-")
    deed = _tr(DEEDS[kind]) if kind in DEEDS else kind
    if happening.kind != kind:
        deed = _tr(QT_TRANSLATE_NOOP("history_text", "Undone: {deed}")).format(deed=deed)
    return f"{done}  ·  {deed}"


def lines(happening: Happening, concept: ConceptId, concepts: Mapping[int, ConceptUse]) -> Lines:
    """Return what changed in one concept: the name of each part, and before and after."""
    rows = [row for row in happening.codebook if _is_of(row, concept)]
    found = [line for row in rows for line in _changed(row, concepts)]
    if happening.dispatches:
        told = number(happening.dispatches)
        found.append((_tr(QT_TRANSLATE_NOOP("history_text", "Dispatches")), told))
    return found


def _is_of(row: Image, concept: ConceptId) -> bool:
    image = cast("Image", row["after"] or row["before"])
    return image["id" if row["table"] == "concept" else "concept"] == concept


def _changed(row: Image, concepts: Mapping[int, ConceptUse]) -> Iterator[tuple[str, str]]:
    before, after = (cast("Image", row[name] or {}) for name in ("before", "after"))
    for (table, column), name in FIELDS.items():
        if table == row["table"] and before.get(column) != after.get(column):
            one, other = (_value(column, image.get(column), concepts) for image in (before, after))
            if one or other:
                language = str((after or before).get("language", "") or "")
                title = f"{_tr(name)} ({language})" if language else _tr(name)
                yield title, other if not before else f"{one or NOTHING} → {other or NOTHING}"


def _value(column: str, value: object, concepts: Mapping[int, ConceptUse]) -> str:
    if value in (None, "", 0):
        return ""
    if column == "broader" and isinstance(value, int):
        use = concepts.get(value)
        return use.full_path if use else f"#{value}"
    if column == "retired":
        return _tr(QT_TRANSLATE_NOOP("history_text", "yes"))
    return str(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
