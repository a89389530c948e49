"""Small batches merged: fewer parts, the same ledger order, the same tables; also when it is cut off."""

import shutil
from pathlib import Path

import pytest
from warehouse_rows import add_batch, article, with_facts

from warehouse.compaction import compact
from warehouse.errors import LedgerError
from warehouse.home import Home
from warehouse.ledger import receipts, runs
from warehouse.publish import publish, rebuild
from warehouse.rejects import new_reject
from warehouse.vacuum import vacuum


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Five articles in batches of their own; the second is read again by a later extractor, the first by the same."""
    home = Home(tmp_path / "home")
    rows = [article(key, outlet=f"Post {key}") for key in "abcde"]
    for row in rows[:3]:
        add_batch(home, with_facts(row), extractor="one")
    add_batch(home, with_facts(dict(rows[0]) | {"outlet": "Post again"}), run_id="run2", extractor="one")
    add_batch(home, with_facts(rows[1]), run_id="run3", extractor="two")
    for row in rows[3:]:
        add_batch(home, with_facts(row), run_id="run4", extractor="two")
    return home


def shape(home: Home) -> list[tuple[str, str, int]]:
    return [(receipt.run_id, receipt.extractor, len(receipt.article_ids)) for receipt in receipts(home)]


def part_count(home: Home) -> int:
    return len([*home.articles.rglob("*.parquet"), *home.facts.rglob("*.parquet")])


def test_the_tables_stay_the_same(home: Home) -> None:
    before, parts = publish(home, None), part_count(home)
    assert compact(home, fewest=2) == 7
    assert shape(home) == [("run2", "one", 3), ("run4", "two", 3)]
    after = publish(home, None)
    assert (after.table_hashes, after.is_changed) == (before.table_hashes, True)
    assert len(vacuum(home)) > parts / 2
    assert rebuild(home).table_hashes == before.table_hashes
    assert compact(home, fewest=2) == 0


def test_only_many_small_batches_of_one_extractor(home: Home) -> None:
    reject = new_reject("extract", source_uri="file:///x", reason="no")
    add_batch(home, with_facts(article("f")), run_id="run5", extractor="two", rejects=[reject])
    add_batch(home, with_facts(article("g")), run_id="run6", extractor="two")
    assert compact(home, fewest=4) == 4
    assert shape(home) == [
        ("run2", "one", 3),
        ("run3", "two", 1),
        ("run4", "two", 1),
        ("run4", "two", 1),
        ("run5", "two", 1),
        ("run6", "two", 1),
    ]
    assert runs(home) == []


def test_a_batch_that_is_added_afterwards_is_newer(home: Home) -> None:
    compact(home, fewest=2)
    before = publish(home, None).row_counts["facts.articles"]
    add_batch(home, with_facts(article("z")), run_id="run9", extractor="two")
    assert shape(home)[-1] == ("run9", "two", 1)
    assert publish(home, None).row_counts["facts.articles"] == before + 1


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


CUTS = {"before the record": False, "after the record": True}


@pytest.mark.parametrize("is_recorded", CUTS.values(), ids=CUTS.keys())
def test_a_merge_that_is_cut_off(home: Home, tmp_path: Path, is_recorded: bool) -> None:
    """The merged parts are there; the merged records not yet, or those that they replace still."""
    before, batches = publish(home, None).table_hashes, home.ledger / "batches"
    shutil.copytree(batches, tmp_path / "kept")
    compact(home, fewest=2)
    if not is_recorded:
        shutil.rmtree(batches)
    shutil.copytree(tmp_path / "kept", batches, dirs_exist_ok=True)
    assert len(_names(batches)) == (9 if is_recorded else 7)
    assert rebuild(home).table_hashes == before
    compact(home, fewest=2)
    vacuum(home)
    assert len(_names(batches)) == 2
    assert rebuild(home).table_hashes == before


def test_a_missing_part_is_said(home: Home) -> None:
    next(home.articles.rglob("*.parquet")).unlink()
    with pytest.raises(LedgerError, match="which the ledger names, is missing"):
        compact(home, fewest=2)
