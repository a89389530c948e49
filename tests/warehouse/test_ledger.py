"""Ledger, rejects and parts as files: whole or absent, each thing once, in the order of commitment."""

import errno
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from warehouse_rows import NOW, add_batch, article, with_facts

from warehouse.articles import known_articles, refused_articles, stored_articles
from warehouse.errors import LedgerError, StorageError
from warehouse.files import storage, write_whole
from warehouse.home import Home
from warehouse.ledger import (
    Run,
    Sighting,
    append_receipt,
    append_run,
    receipts,
    runs,
    stored_sightings,
    write_sightings,
)
from warehouse.rejects import known_rejects, new_reject, stored_rejects, write_rejects


def files(home: Home) -> list[str]:
    return sorted(path.relative_to(home.path).as_posix() for path in home.path.rglob("*") if path.is_file())


def test_receipts_come_back_in_order(home: Home) -> None:
    reject = new_reject("extract", source_uri="file:///x", source_key="x", reason="too long", payload="…\ud83d")
    written = [add_batch(home, with_facts(article(key)), rejects=[reject]) for key in "zyx"]
    assert receipts(home) == written
    assert [path.name[:8] for path in sorted((home.ledger / "batches").iterdir())] == [
        "00000001",
        "00000002",
        "00000003",
    ]


def test_a_receipt_is_recorded_once_for_a_run_and_again_for_another(home: Home) -> None:
    receipt = add_batch(home, with_facts(article()))
    append_receipt(home, receipt)
    assert receipts(home) == [receipt]
    append_receipt(home, replace(receipt, run_id="run2"))
    assert [found.run_id for found in receipts(home)] == ["run1", "run2"]


def test_runs_and_sightings_come_back(home: Home) -> None:
    run = Run("r1", "run", NOW, NOW, "e", ("a", "b"), 4, 2, 1, 1, 0.25, {"facts.articles": "0f"})
    append_run(home, run)
    assert runs(home) == [run]
    sighting = Sighting("a1", "wire", "file:///é", datetime(2024, 3, 1, 4, 5, 6, 789))
    write_sightings(home, "r1", (sighting,))
    write_sightings(home, "r2", ())
    assert stored_sightings(home) == [("r1", sighting)]


def test_a_reject_is_kept_once_and_has_the_same_id_in_every_run(home: Home) -> None:
    first = new_reject("read", source_uri="file:///x.jsonl", line=3, reason="not JSON", payload="{")
    write_rejects(home, "r1", [first])
    before = (home.rejects / "r1.jsonl").stat().st_mtime_ns
    write_rejects(home, "r1", [first])
    assert (home.rejects / "r1.jsonl").stat().st_mtime_ns == before
    other = new_reject("read", source_uri="file:///x.jsonl", line=4, reason="not JSON", payload="{")
    write_rejects(home, "r1", [other, first])
    assert stored_rejects(home) == [("r1", first), ("r1", other)]
    assert known_rejects(home) == {first.reject_id, other.reject_id}
    assert new_reject("read", source_uri="file:///x.jsonl", line=3, reason="not JSON", payload="{") == first


def test_parts_are_named_by_table_extractor_and_chunk(home: Home) -> None:
    receipt = add_batch(home, with_facts(article()), extractor="1.0/en+x")
    assert receipt.parts["articles"] == f"articles/extractor=1.0%2Fen%2Bx/{receipt.chunk_hash}.parquet"
    assert receipt.parts["times"] == f"facts/times/extractor=1.0%2Fen%2Bx/{receipt.chunk_hash}.parquet"
    part = pq.ParquetFile(home.path / receipt.parts["times"])
    assert part.metadata.row_group(0).column(0).compression == "ZSTD"
    assert sorted(receipt.parts.values()) == [name for name in files(home) if name.endswith(".parquet")]


def test_known_and_stored_articles_follow_the_newest_batch(home: Home) -> None:
    a, b = article("a"), article("b")
    add_batch(home, with_facts(a, b), extractor="old")
    add_batch(home, with_facts(a), extractor="new")
    ids = a["article_id"], b["article_id"]
    assert known_articles(home) == dict(zip(ids, ("new", "old"), strict=True))
    assert [[row["article_id"] for row in rows] for rows in stored_articles(home, not_by="new")] == [[ids[1]]]
    assert [[row["article_id"] for row in rows] for rows in stored_articles(home, not_by="old")] == [[ids[0]]]
    assert "extractor" not in next(stored_articles(home, not_by="old"))[0]


def test_what_an_extractor_failed_on_is_left_to_another(home: Home) -> None:
    receipt = add_batch(home, with_facts(article()))
    append_receipt(home, replace(receipt, run_id="second", refused_ids=("broken",)))
    assert refused_articles(home, by=receipt.extractor) == {"broken"}
    assert refused_articles(home, by="another") == set()


def test_a_broken_ledger_entry_is_named(home: Home) -> None:
    add_batch(home, with_facts(article()))
    entry = next((home.ledger / "batches").iterdir())
    entry.write_text('{"batch_id": 1')
    with pytest.raises(LedgerError, match=f"{entry.name}: the file is not JSON"):
        receipts(home)
    entry.write_text('{"batch_id": 1}')
    with pytest.raises(LedgerError, match=f"{entry.name} is no receipt of a batch"):
        receipts(home)


def test_a_file_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "x.bin"
    target.write_bytes(b"old")

    def fail(file: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(StorageError, match=r"No space is left on the disk of .*x.bin; free some and run again"):
        write_whole(target, fail)
    assert [path.name for path in tmp_path.iterdir()] == ["x.bin"]
    assert target.read_bytes() == b"old"


TROUBLE = {
    "full": (errno.ENOSPC, "No space is left on the disk of /h; free some and run again, nothing is lost."),
    "forbidden": (errno.EACCES, "/h cannot be written (no); make it writable or choose another --home."),
    "read-only": (errno.EROFS, "/h cannot be written (no); make it writable or choose another --home."),
    "other": (errno.EIO, "/h cannot be used (no); mend it or choose another --home."),
}


@pytest.mark.parametrize(("number", "message"), TROUBLE.values(), ids=TROUBLE.keys())
def test_disk_trouble_is_one_sentence(number: int, message: str) -> None:
    with pytest.raises(StorageError) as error, storage(Path("/h")):
        raise OSError(number, "no")
    assert str(error.value) == message
