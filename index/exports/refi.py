"""REFI-QDA 1.5 (https://www.qdasoftware.org/): codebook and project for programs that code texts.

A project is a zip file of ``project.qde`` and the bodies as UTF-8 texts. Positions count Unicode
code points from 0, the end exclusive, as everywhere in the archive.
"""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from xml.etree import ElementTree as Xml

from index.codebook import PATH_SEPARATOR, ListedConcept
from index.exports.citation import cite
from index.exports.entries import describe
from index.exports.files import replaced_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from index.annotation import Annotation
    from index.dispatch import Accession, AccessionNumber
    from index.store import Store

CODEBOOK, PROJECT = "urn:QDA-XML:codebook:1.0", "urn:QDA-XML:project:1.0"
_ORIGIN = "Dispatch Reader"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The zip file's members bear no time, so that the same work gives the same bytes."""
_CHUNK = 200

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """GUIDs: the same thing of the same archive always has the same."""

    archive: str

    def guid(self, kind: str, *key: object) -> str:
        return str(
            uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join([self.archive, kind, *map(str, key)]))
        )


def write_codebook(concepts: Sequence[ListedConcept], file: IO[str]) -> None:
    """Write a codebook (``.qdc``)."""
    root = Xml.Element("CodeBook", {"xmlns": CODEBOOK, "origin": _ORIGIN})
    _add_codes(root, concepts, _Names(""))
    file.write(_text(root))


def write(path: Path, ids: Sequence[AccessionNumber], store: Store) -> int:
    """Write a project (``.qdpx``); return how many dispatches it holds.

    Raises:
        ExportRefused: the file cannot be written.
    """
    with replaced_bytes(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        return _Project(store, packed).write(ids)


class _Project:
    def __init__(self, store: Store, packed: zipfile.ZipFile) -> None:
        self._store, self._packed = store, packed
        self._names = _Names(store.corpus.archive_id)
        self._paths = {use.concept.id: use.path for use in store.codebook.all()}
        self._root = Xml.Element(
            "Project", {"xmlns": PROJECT, "name": "Dispatches", "origin": _ORIGIN}
        )
        self._users = Xml.SubElement(self._root, "Users")
        book = Xml.SubElement(self._root, "CodeBook")
        _add_codes(book, [ListedConcept.of(use) for use in store.codebook.all()], self._names)
        self._sources = Xml.SubElement(self._root, "Sources")
        self._notes = Xml.SubElement(self._root, "Notes")
        self._known_users: set[str] = set()

    def write(self, ids: Sequence[AccessionNumber]) -> int:
        count = 0
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            tags = self._store.tags.of(chunk)
            for accession in self._store.dispatches.each(chunk):
                paths = [self._paths[each] for each in tags.get(accession.id, ())]
                self._add(accession, paths)
                count += 1
        for part in list(self._root):
            if next(part.iter("Codes"), part).find("*") is None:  # the schema wants none empty
                self._root.remove(part)
        self._pack("project.qde", _text(self._root))
        return count

    def _add(self, accession: Accession, tags: Iterable[Labels]) -> None:
        guid = self._names.guid("source", accession.id)
        name = accession.dispatch.headline or f"Dispatch {accession.id}"
        path = f"internal://{guid}.txt"
        attributes = {"guid": guid, "name": _clean(name), "plainTextPath": path}
        source = Xml.SubElement(self._sources, "TextSource", attributes)
        described = cite(describe(accession.dispatch, accession.provenance, accession.id))
        Xml.SubElement(source, "Description").text = _clean(described.sentence)
        held, body = self._store.annotations.of(accession.id), accession.dispatch.body
        gone = [each for each in held if each.orphaned and not _stands(each, body)]
        for annotation in held:
            if annotation not in gone:
                self._add_selection(source, annotation)
        for tag in tags:
            self._add_coding(source, tag, "tag", accession.id)
        for annotation in gone:
            self._add_note(source, annotation, self._told(annotation))
        self._pack(f"sources/{guid}.txt", accession.dispatch.body)

    def _add_selection(self, source: Xml.Element, annotation: Annotation) -> None:
        selector = annotation.selector
        attributes = {
            "guid": self._names.guid("selection", annotation.id),
            "name": _clean(" ".join(selector.exact.split())[:80]),
            "startPosition": str(selector.start),
            "endPosition": str(selector.end),
            **self._made(annotation),
        }
        selection = Xml.SubElement(source, "PlainTextSelection", attributes)
        for concept in annotation.concepts:
            self._add_coding(selection, self._paths[concept], "annotation", annotation.id)
        if annotation.note:
            self._add_note(selection, annotation, annotation.note)

    def _told(self, annotation: Annotation) -> str:
        """Return quote, concepts and note as one text: no passage is there to be coded."""
        concepts = (f"# {PATH_SEPARATOR.join(self._paths[each])}" for each in annotation.concepts)
        told = (f"“{annotation.selector.exact}”", "\n".join(concepts), annotation.note)
        return "\n\n".join(part for part in told if part)

    def _add_note(self, on: Xml.Element, annotation: Annotation, text: str) -> None:
        guid = self._names.guid("note", annotation.id)
        note = Xml.SubElement(self._notes, "Note", {"guid": guid, **self._made(annotation)})
        Xml.SubElement(note, "PlainTextContent").text = _clean(text)
        Xml.SubElement(on, "NoteRef", {"targetGUID": guid})

    def _add_coding(self, on: Xml.Element, concept: Labels, kind: str, number: int) -> None:
        guid = self._names.guid("coding", kind, number, *concept)
        coding = Xml.SubElement(on, "Coding", {"guid": guid})
        Xml.SubElement(coding, "CodeRef", {"targetGUID": self._names.guid("code", *concept)})

    def _made(self, annotation: Annotation) -> dict[str, str]:
        made = {}
        if annotation.creator:
            made["creatingUser"] = self._user(annotation.creator)
        if annotation.created:
            made["creationDateTime"] = _moment(annotation.created)
        if annotation.modified:
            made["modifiedDateTime"] = _moment(annotation.modified)
        return made

    def _user(self, name: str) -> str:
        guid = self._names.guid("user", name)
        if guid not in self._known_users:
            Xml.SubElement(self._users, "User", {"guid": guid, "name": _clean(name)})
        self._known_users.add(guid)
        return guid

    def _pack(self, name: str, text: str) -> None:
        member = zipfile.ZipInfo(name, _EPOCH)
        member.compress_type = zipfile.ZIP_DEFLATED
        self._packed.writestr(member, text.encode("utf-8"))


def _add_codes(book: Xml.Element, concepts: Sequence[ListedConcept], names: _Names) -> None:
    """Nest codes in the order of the codebook, in which broader concepts come first."""
    places: dict[Labels, Xml.Element] = {(): Xml.SubElement(book, "Codes")}
    for concept in concepts:
        colour = {"color": concept.colour} if _COLOUR.fullmatch(concept.colour) else {}
        attributes = {
            "guid": names.guid("code", *concept.path),
            "name": _clean(concept.path[-1]),
            "isCodable": "false" if concept.retired else "true",
            **colour,
        }
        code = Xml.SubElement(places[concept.path[:-1]], "Code", attributes)
        if concept.scope_note:
            Xml.SubElement(code, "Description").text = _clean(concept.scope_note)
        places[concept.path] = code


def _stands(annotation: Annotation, body: str) -> bool:
    at = annotation.selector
    return body[at.start : at.end] == at.exact


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _clean(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _NO_XML.sub("", text)


def _text(root: Xml.Element) -> str:
    written = io.BytesIO()
    Xml.ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
    return written.getvalue().decode("utf-8") + "\n"
