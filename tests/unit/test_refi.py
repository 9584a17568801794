"""REFI-QDA: codebook and project, read back by a strict reader."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from index import run_command, selectors
from index.annotation import Colour
from index.dispatch import AccessionNumber, Dispatch, Provenance
from index.exports import codebooks, refi, write
from index.store import NewAccession, Store

BODY = "Le régulateur 👁 a publié\n\nses lignes <directrices> & plus."
NUMBER = AccessionNumber(1)
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CHILDREN = {
    "Project": ["Users", "CodeBook", "Sources", "Notes"],
    "CodeBook": ["Codes"],
    "Codes": ["Code"],
    "Code": ["Description", "Code"],
    "Users": ["User"],
    "User": [],
    "Sources": ["TextSource"],
    "TextSource": ["Description", "PlainTextSelection", "Coding", "NoteRef"],
    "PlainTextSelection": ["Coding", "NoteRef"],
    "Coding": ["CodeRef"],
    "Notes": ["Note"],
    "Note": ["PlainTextContent"],
    "CodeRef": [],
    "NoteRef": [],
    "Description": [],
    "PlainTextContent": [],
}
"""Which elements may stand in which, in the order that the schema wants."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        held = Provenance("a.txt", "", "ab" * 32)
        opened.dispatches.add([NewAccession(Dispatch("Lignes", BODY), held, None, "1")])
        laws, _ = opened.codebook.create("Laws", colour="#aa3300", scope_note="Acts \x01& rules")
        fines, _ = opened.codebook.create("Fines", broader=laws)
        opened.codebook.retire(opened.codebook.create("Topics", colour="red")[0])
        opened.tags.add([NUMBER], [fines])
        at = BODY.index("ses lignes")
        opened.annotations.add(
            NUMBER,
            at,
            at + 10,
            colour=Colour.RED,
            note="Why?",
            concepts=[laws, fines],
            creator="Ada",
        )
        opened.annotations.add(NUMBER, 14, 15)
        yield opened


def parsed(text: bytes, namespace: str) -> etree._Element:
    """Read strictly: known elements in their order, GUIDs well formed, each given once."""
    root = etree.fromstring(text)
    for element in root.iter("*"):
        name = etree.QName(element)
        assert name.namespace == namespace
        order = [CHILDREN[name.localname].index(etree.QName(each).localname) for each in element]
        assert order == sorted(order)
    guids = [each.get("guid") for each in root.iter("*") if each.get("guid") is not None]
    assert all(GUID.fullmatch(str(each)) for each in guids)
    assert len(set(guids)) == len(guids)
    return root


def found(root: etree._Element, name: str) -> list[etree._Element]:
    return [each for each in root.iter("*") if etree.QName(each).localname == name]


def targets(
    element: etree._Element, name: str, named: dict[str | None, str | None]
) -> list[str | None]:
    return [named[each.get("targetGUID")] for each in found(element, name)]


def test_a_project_reads_back_with_the_same_offsets(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "project.qdpx"
    assert write("qdpx", path, [NUMBER], store) == 1
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        root = parsed(packed.read("project.qde"), refi.PROJECT)
        (source,) = found(root, "TextSource")
        name = str(source.get("plainTextPath")).removeprefix("internal://")
        body = packed.read(f"sources/{name}").decode("utf-8")
        assert sorted(packed.namelist()) == ["project.qde", f"sources/{name}"]
    assert body == BODY
    codes = {each.get("guid"): each.get("name") for each in found(root, "Code")}
    notes = {each.get("guid"): each[0].text for each in found(root, "Note")}
    users = {each.get("guid"): each.get("name") for each in found(root, "User")}
    eye, lines = found(root, "PlainTextSelection")
    passages = [
        body[int(str(each.get("startPosition"))) : int(str(each.get("endPosition")))]
        for each in (eye, lines)
    ]
    assert passages == ["👁", "ses lignes"]
    assert targets(lines, "CodeRef", codes) == ["Laws", "Fines"]
    assert targets(lines, "NoteRef", notes) == ["Why?"]
    assert users[lines.get("creatingUser")] == "Ada"
    assert len(eye) == 0
    coded = [each for each in source if etree.QName(each).localname == "Coding"]
    assert [targets(each, "CodeRef", codes) for each in coded] == [["Fines"]]


def test_orphans_are_written_where_their_passage_stands_and_else_as_notes(
    store: Store, tmp_path: Path
) -> None:
    stands, gone = sorted(store.annotations.of(NUMBER), key=lambda each: each.selector.start)
    store.annotations.place(stands.id, None)
    store.annotations.place(gone.id, selectors.describe("Words that nobody wrote.", 0, 5))
    store.annotations.place(gone.id, None)
    write("qdpx", tmp_path / "project.qdpx", [NUMBER], store)
    with zipfile.ZipFile(tmp_path / "project.qdpx") as packed:
        root = parsed(packed.read("project.qde"), refi.PROJECT)
    (selection,) = found(root, "PlainTextSelection")
    assert selection.get("startPosition") == "14"
    notes = {each.get("guid"): each[0].text for each in found(root, "Note")}
    (source,) = found(root, "TextSource")
    assert targets(source, "NoteRef", notes) == ["“Words”\n\n# Laws\n# Laws / Fines\n\nWhy?"]


def test_a_codebook_is_nested(store: Store, tmp_path: Path) -> None:
    assert codebooks.write(store.codebook, tmp_path / "codes.qdc") == 3
    root = parsed((tmp_path / "codes.qdc").read_bytes(), refi.CODEBOOK)
    laws, fines, topics = found(root, "Code")
    assert fines.getparent() is laws
    assert [each.get("name") for each in (laws, fines, topics)] == ["Laws", "Fines", "Topics"]
    assert [each.get("color") for each in (laws, topics)] == ["#aa3300", None]
    assert [each.get("isCodable") for each in (laws, topics)] == ["true", "false"]
    assert laws[0].text == "Acts & rules"


def test_the_same_work_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write("qdpx", tmp_path / name, [NUMBER], store)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_nothing_empty_stands_in_a_project(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty", create=True) as empty:
        assert write("qdpx", tmp_path / "a.qdpx", [], empty) == 0
    with zipfile.ZipFile(tmp_path / "a.qdpx") as packed:
        assert len(parsed(packed.read("project.qde"), refi.PROJECT)) == 0


def test_the_command_writes_a_project(store: Store, tmp_path: Path) -> None:
    store.close()
    path = tmp_path / "all.qdpx"
    here = ["--archive", str(tmp_path / "archive")]
    assert run_command([*here, "export", "qdpx", "-o", str(path)]) == 0
    assert zipfile.is_zipfile(path)
