"""An archive that is encrypted: nothing of it can be read, everything of it works."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from index import (
    Archive,
    ArchiveDamaged,
    ArchiveExists,
    ArchiveRecoverable,
    Cancel,
    EncryptionMissing,
    PassphraseNeeded,
    PassphraseRefused,
    PassphraseWrong,
)
from index.store import Passphrase, Store, header, write_line
from tests.doubles import old_formats, secret_archive, wire
from tests.doubles.busy import Acknowledged, examine, run_and_kill
from tests.doubles.secret_archive import BODY, NOTE, PASSPHRASE, SECRETS, TAG, leaks
from tests.strategies.accessions import accession

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "seven quiet umbrellas sing"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted archive with something of everything, and a backup."""
    folder = tmp_path_factory.mktemp("encrypted") / "archive"
    with Archive.open(folder, create=True, passphrase=PASSPHRASE, upkeep=False) as archive:
        secret_archive.fill(archive, folder.parent / "inbox")
        archive.keep_backup()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "archive")


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def finds_everything(archive: Archive) -> bool:
    found = [
        archive.search(f"{asked}").summary.total for asked in (BODY, f"tag:{TAG}", f"note:{NOTE}")
    ]
    return found == [1, 1, 1] and archive.verify().faults == ()


# --- nothing can be read ----------------------------------------------------------------------------


def test_no_word_stands_readable_in_any_file(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} >= {
        "archive.sqlite3",
        "whoosh",
        "backups",
        "vocabulary",
    }
    assert list(leaks(folder)) == []


def test_the_trial_would_notice_a_word(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "plain", create=True, upkeep=False) as archive:
        secret_archive.fill(archive, tmp_path / "inbox")
    assert {word for _, word in leaks(tmp_path / "plain")} == set(SECRETS)


def test_no_word_stands_readable_while_it_is_open_and_worked_on(
    folder: Path, tmp_path: Path
) -> None:
    with Archive.open(folder, passphrase=PASSPHRASE, upkeep=False) as archive:
        archive.codebook.create(f"another {TAG}")
        wire.write(tmp_path / "in", 3)
        archive.import_([tmp_path / "in"])
        assert (folder / "archive.sqlite3-wal").stat().st_size > 0
        assert list(leaks(folder)) == []
        archive.rebuild()
        assert list(leaks(folder)) == []


def test_sqlcipher_opens_the_record_with_the_passphrase_alone(folder: Path) -> None:
    with closing(sqlcipher.connect(str(folder / "archive.sqlite3"))) as connection:
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert connection.execute("SELECT count(*) FROM dispatch").fetchone() == (1,)


# --- who may open it --------------------------------------------------------------------------------


def test_the_passphrase_opens_it_and_everything_is_found(folder: Path) -> None:
    with Archive.open(folder, passphrase=PASSPHRASE) as archive:
        assert archive.settle(timeout=60)
        assert finds_everything(archive)


def test_a_passphrase_is_the_same_however_its_accents_are_composed(tmp_path: Path) -> None:
    composed = "forêt sans lumière"
    Archive.open(tmp_path, create=True, passphrase=composed, upkeep=False).close()
    decomposed = "fore\N{COMBINING CIRCUMFLEX ACCENT}t sans lumie\N{COMBINING GRAVE ACCENT}re"
    Archive.open(tmp_path, passphrase=decomposed, upkeep=False).close()


@pytest.mark.parametrize(
    ("passphrase", "refusal"), [(None, PassphraseNeeded), ("not this one", PassphraseWrong)]
)
@pytest.mark.parametrize("read_only", [False, True])
def test_without_it_the_archive_is_refused_untouched(
    folder: Path,
    passphrase: str | None,
    refusal: type[Exception],
    read_only: bool,
    capfd: pytest.CaptureFixture[str],
) -> None:
    before = content(folder)
    with pytest.raises(refusal) as told:
        Archive.open(folder, passphrase=passphrase, read_only=read_only)
    assert type(told.value) is refusal
    assert content(folder) == before
    assert capfd.readouterr().err == ""


def test_a_short_passphrase_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(PassphraseRefused):
        Archive.open(tmp_path / "archive", create=True, passphrase="s" * 9)
    assert not (tmp_path / "archive" / "archive.sqlite3").exists()


def test_without_the_optional_libraries_the_remedy_names_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    before = content(folder)
    with pytest.raises(EncryptionMissing) as told:
        Archive.open(folder, passphrase=PASSPHRASE)
    assert "dispatch-reader[encryption]" in told.value.advice
    assert content(folder) == before
    assert not Archive.can_encrypt()


def test_nothing_prints_a_passphrase() -> None:
    assert PASSPHRASE not in repr(Passphrase(PASSPHRASE))


# --- damage, backups, repair ------------------------------------------------------------------------


def test_a_backup_is_sound_with_the_passphrase_and_locked_without(folder: Path) -> None:
    (backup,) = Archive.backups(folder, PASSPHRASE)
    assert (backup.verified, backup.locked, backup.dispatches) == (True, False, 1)
    for passphrase in (None, OTHER):
        (backup,) = Archive.backups(folder, passphrase)
        assert (backup.verified, backup.locked) == (False, True)


def test_a_backup_to_a_file_is_encrypted_and_restores(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "copy.sqlite3"
    target.parent.mkdir()
    with Archive.open(folder, passphrase=PASSPHRASE, upkeep=False) as archive:
        archive.backup(target)
    assert list(leaks(target.parent)) == []
    with pytest.raises(PassphraseWrong):
        Archive.restore(target, tmp_path / "again", OTHER)
    assert not (tmp_path / "again" / "archive.sqlite3").exists()
    Archive.restore(target, tmp_path / "again", PASSPHRASE)
    with Archive.open(tmp_path / "again", passphrase=PASSPHRASE) as archive:
        assert archive.settle(timeout=60)
        assert archive.search(f"tag:{TAG}").summary.total == 1
    assert list(leaks(tmp_path / "again")) == []


def test_a_damaged_dispatch_is_named_and_repaired_from_an_encrypted_backup(folder: Path) -> None:
    with Store.open(folder, passphrase=Passphrase(PASSPHRASE)) as store:
        (number,) = store.dispatches.ids()
        with store._connections.writing() as transaction:
            transaction.connection.execute("UPDATE text SET body = 'spoilt'")
    with Archive.open(folder, passphrase=PASSPHRASE, upkeep=False) as archive:
        assert number in {fault.id for fault in archive.verify().faults}
        archive.repair(number)
        assert archive.verify().faults == ()
        assert BODY in archive.dispatches.get(number).dispatch.body


@pytest.mark.parametrize("at", [0, 7, 100, 3000])
def test_a_damaged_first_page_offers_the_backup_and_is_no_wrong_passphrase(
    folder: Path, at: int
) -> None:
    record = folder / "archive.sqlite3"
    raw = bytearray(record.read_bytes())
    raw[at] ^= 0x10
    record.write_bytes(raw)
    assert Archive.is_encrypted(folder)
    with pytest.raises(PassphraseNeeded) as refused:
        Archive.open(folder)
    assert type(refused.value) is PassphraseNeeded
    with pytest.raises(PassphraseNeeded if at else ArchiveDamaged):
        Archive.open(folder, passphrase=OTHER)
    with pytest.raises(ArchiveRecoverable):
        Archive.open(folder, passphrase=PASSPHRASE)
    kept = Archive.recover(folder, Archive.recoverable(folder, PASSPHRASE)[0], PASSPHRASE)
    assert kept is not None
    assert kept.read_bytes() == raw
    with Archive.open(folder, passphrase=PASSPHRASE) as archive:
        assert archive.settle(timeout=60)
        assert finds_everything(archive)


def test_bit_flips_in_an_encrypted_archive_are_found_or_harmless(folder: Path) -> None:
    chance = random.Random(11)  # noqa: S311
    record = folder / "archive.sqlite3"
    whole = record.read_bytes()
    with Store.open(folder, passphrase=Passphrase(PASSPHRASE)) as store:
        before = [write_line(each) for each in store.dump()]
    found = 0
    for _ in range(60):
        raw = bytearray(whole)
        raw[chance.randrange(16, len(raw))] ^= 1 << chance.randrange(8)
        record.write_bytes(raw)
        try:
            with Store.open(folder, passphrase=Passphrase(PASSPHRASE)) as store:
                if store.verify().faults:
                    found += 1
                else:
                    assert [write_line(each) for each in store.dump()] == before
        except (ArchiveDamaged, PassphraseWrong):
            found += 1
        for side in folder.glob("archive.sqlite3-*"):
            side.unlink()
    assert found > 30


def test_a_dump_of_an_encrypted_archive_is_that_of_a_plain_one(
    folder: Path, tmp_path: Path
) -> None:
    with Archive.open(folder, passphrase=PASSPHRASE, upkeep=False) as archive:
        archive.dump(tmp_path / "work.jsonl")
    Archive.change_passphrase(folder, PASSPHRASE, None)
    with Archive.open(folder, upkeep=False) as archive:
        archive.dump(tmp_path / "again.jsonl")
    assert (tmp_path / "work.jsonl").read_bytes() == (tmp_path / "again.jsonl").read_bytes()
    with Archive.open(folder, upkeep=False) as archive:
        assert archive.load(tmp_path / "work.jsonl").added == {}


def test_an_older_format_is_brought_up_to_date_encrypted(tmp_path: Path) -> None:
    old_formats.read(1, tmp_path / "plain")
    Archive.copy_encrypted(tmp_path / "plain", tmp_path / "archive", PASSPHRASE)
    with Store.open(tmp_path / "archive", passphrase=Passphrase(PASSPHRASE)) as store:
        assert store.verify().faults == ()
        work = [header(), *(write_line(each) for each in store.dump())]
    kept = (old_formats.FOLDER / "1.jsonl").read_text(encoding="utf-8").splitlines()
    assert work == kept
    (backup,) = (tmp_path / "archive" / "backups").iterdir()
    assert Archive.is_encrypted(backup)


# --- changing the passphrase -------------------------------------------------------------------------


def test_a_changed_passphrase_opens_archive_and_backups_and_the_old_one_nothing(
    folder: Path,
) -> None:
    keys = content(folder / "vocabulary")
    assert Archive.change_passphrase(folder, PASSPHRASE, OTHER) == ()
    assert content(folder / "vocabulary") != keys
    with pytest.raises(PassphraseWrong):
        Archive.open(folder, passphrase=PASSPHRASE)
    assert all(backup.locked for backup in Archive.backups(folder, PASSPHRASE))
    assert len(Archive.recoverable(folder, OTHER)) == 1
    with Archive.open(folder, passphrase=OTHER) as archive:
        assert archive.settle(timeout=60)
        assert finds_everything(archive)
        assert archive.search(secret_archive.TERM).summary.total == 1
    assert list(leaks(folder)) == []
    assert not list(folder.glob("replaced-*"))


def test_a_wrong_or_short_passphrase_changes_nothing(folder: Path) -> None:
    before = content(folder)
    with pytest.raises(PassphraseWrong):
        Archive.change_passphrase(folder, OTHER, "a third passphrase")
    with pytest.raises(PassphraseRefused):
        Archive.change_passphrase(folder, PASSPHRASE, "short")
    assert content(folder) == before


def test_a_passphrase_can_be_taken_away(folder: Path) -> None:
    Archive.change_passphrase(folder, PASSPHRASE, None)
    assert not Archive.is_encrypted(folder)
    with closing(sqlite3.connect(folder / "archive.sqlite3")) as connection:
        assert connection.execute("SELECT 1 FROM meta WHERE name = 'index_key'").fetchone() is None
    with Archive.open(folder) as archive:
        assert archive.settle(timeout=60)
        assert finds_everything(archive)
    assert len(Archive.recoverable(folder)) == 1


@pytest.mark.parametrize("moved", [False, True])
def test_a_change_that_was_cut_short_loses_nothing(folder: Path, moved: bool) -> None:
    record = folder / "archive.sqlite3"
    shutil.copy(record, folder / "archive.sqlite3.recrypted")
    if moved:
        record.rename(folder / "replaced-20250101T000000000000.sqlite3")
    with Archive.open(folder, passphrase=PASSPHRASE) as archive:
        assert archive.settle(timeout=60)
        assert finds_everything(archive)
    assert not (folder / "archive.sqlite3.recrypted").exists()


def test_a_damaged_backup_keeps_the_old_passphrase_and_is_named(folder: Path) -> None:
    (backup,) = (folder / "backups").glob("*.sqlite3")
    raw = bytearray(backup.read_bytes())
    raw[len(raw) // 2] ^= 1
    backup.write_bytes(raw)
    assert Archive.change_passphrase(folder, PASSPHRASE, OTHER) == (backup,)
    assert backup.read_bytes() == raw


# --- an encrypted copy --------------------------------------------------------------------------------


def test_a_plain_archive_is_copied_encrypted_and_stays(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "plain", create=True, upkeep=False) as archive:
        secret_archive.fill(archive, tmp_path / "inbox")
        before = content(tmp_path / "plain")
        Archive.copy_encrypted(archive.folder, tmp_path / "copy", PASSPHRASE)
        after = {
            name: raw for name, raw in content(tmp_path / "plain").items() if "shm" not in name
        }
        assert after == {name: raw for name, raw in before.items() if "shm" not in name}
    assert list(leaks(tmp_path / "copy")) == []
    with Archive.open(tmp_path / "copy", passphrase=PASSPHRASE) as archive:
        assert archive.settle(timeout=60)
        assert finds_everything(archive)
        assert archive.search(secret_archive.TERM).summary.total == 1
    with pytest.raises(ArchiveExists):
        Archive.copy_encrypted(tmp_path / "plain", tmp_path / "copy", PASSPHRASE)


def test_an_encrypted_copy_stops_when_asked_and_leaves_nothing(tmp_path: Path) -> None:
    cancel = Cancel()
    cancel()
    with Archive.open(tmp_path / "plain", create=True, upkeep=False) as archive:
        archive._store.dispatches.add(
            [accession(f"Story {at}", "word " * 500 + str(at)) for at in range(500)]
        )
        assert not archive.copy_to_encrypted(tmp_path / "copy", PASSPHRASE, cancel)
        assert [path.name for path in (tmp_path / "copy").iterdir()] == ["archive.lock"]
        assert archive.copy_to_encrypted(tmp_path / "copy", PASSPHRASE)
    assert Archive.is_encrypted(tmp_path / "copy")


# --- a kill -------------------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_a_kill_during_an_import_loses_and_leaks_nothing(tmp_path: Path) -> None:
    archive, told = tmp_path / "archive", Acknowledged()
    for seed, after in enumerate((5, 20)):
        run_and_kill(archive, tmp_path / "inbox", after, told, seed, passphrase=PASSPHRASE)
        assert Archive.is_encrypted(archive)
        found = examine(archive, told, passphrase=PASSPHRASE)
        assert (found.lost, found.faults, found.caught_up) == ([], 0, True)
    plain = b"".join(path.read_bytes() for path in archive.rglob("*") if path.is_file())
    assert b"committee" not in plain.lower()
