"""Bags: folders with checksums that BagIt's own validator accepts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import bagit
import pytest

from index import run_command
from index.errors import ExportRefused
from index.exports import bags, dumps
from index.store import Store
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive", create=True) as opened:
        ids = opened.dispatches.add([
            accession("One", "Body one.", path="a/one.html", original=b"<p>Body one.</p>"),
            accession("Two", "Body two.", path="box.mbox", original=b"two"),
            accession("Three", "Body three.", path="scan.pdf", original=None),
            accession("Four", "Body four.", path="../../odd.$(x)", original=b"four"),
        ])  # fmt: skip
        concept, _ = opened.codebook.create("Law")
        opened.tags.add(ids, [concept])
        yield opened


def test_a_bag_is_valid(store: Store, tmp_path: Path) -> None:
    assert bags.write(tmp_path / "bag", store.dispatches.ids(), store) == 4
    bag = bagit.Bag(str(tmp_path / "bag"))
    assert bag.validate()
    assert set(bag.algorithms) == {"sha256", "sha512"}
    assert bag.info["External-Identifier"] == f"urn:uuid:{store.corpus.archive_id}"


def test_it_holds_dispatches_originals_and_work(store: Store, tmp_path: Path) -> None:
    bags.write(tmp_path / "bag", store.dispatches.ids()[:2], store)
    data = tmp_path / "bag" / "data"
    lines = (data / "dispatches.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["headline"] for line in lines] == ["One", "Two"]
    assert {path.name: path.read_bytes() for path in (data / "originals").iterdir()} == {
        "0000001.html": b"<p>Body one.</p>", "0000002.mbox": b"two",
    }  # fmt: skip
    assert dumps.load(store, data / "work.jsonl").missing == ()


def test_names_of_originals_are_plain(store: Store, tmp_path: Path) -> None:
    bags.write(tmp_path / "bag", store.dispatches.ids(), store)
    names = {path.name for path in (tmp_path / "bag" / "data" / "originals").iterdir()}
    assert names == {"0000001.html", "0000002.mbox", "0000004.txt"}


def test_a_changed_bag_is_no_longer_valid(store: Store, tmp_path: Path) -> None:
    bags.write(tmp_path / "bag", store.dispatches.ids(), store)
    (tmp_path / "bag" / "data" / "originals" / "0000002.mbox").write_bytes(b"twa")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path / "bag")).validate()


def test_what_is_there_is_not_overwritten(store: Store, tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    with pytest.raises(ExportRefused, match="already"):
        bags.write(tmp_path / "bag", store.dispatches.ids(), store)
    with pytest.raises(ExportRefused):
        bags.write(tmp_path / "nowhere" / "bag", store.dispatches.ids(), store)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "bag"]


def test_a_bag_that_fails_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bags, "make", fail)
    with pytest.raises(ExportRefused, match="checksums"):
        bags.write(tmp_path / "bag", store.dispatches.ids(), store)
    assert [path.name for path in tmp_path.iterdir()] == ["archive"]


def fail(folder: Path, described: dict[str, str]) -> None:
    """In the place of the child."""
    raise SystemExit(7)


def test_bagit_as_a_command(store: Store, tmp_path: Path) -> None:
    bag = str(tmp_path / "bag")
    assert run_command(["--archive", str(store.folder), "export", "bagit", "-o", bag]) == 0
    assert bagit.Bag(bag).validate()
    assert run_command(["--archive", str(store.folder), "export", "bagit", "-o", bag]) == 3
