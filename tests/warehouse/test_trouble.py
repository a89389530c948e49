"""Files that are foreign, locked, damaged or unwritable: one sentence or a repair, and never a lost warehouse."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from warehouse_rows import add_batch, article, with_facts

from warehouse.errors import CheckError, ForeignWarehouseError, LedgerError, WarehouseError
from warehouse.home import Home
from warehouse.publish import is_behind, publish, rebuild
from warehouse.query import query


def count(home: Home) -> object:
    return query(home, "select count(*) as n from facts.articles").to_pylist()[0]["n"]


def names(home: Home) -> list[str]:
    return sorted(path.name for path in home.path.iterdir() if path.is_file())


@pytest.mark.parametrize(
    "act", [is_behind, rebuild, lambda home: publish(home, None)], ids=["is_behind", "rebuild", "publish"]
)
def test_a_foreign_database_is_left_alone(home: Home, act: Callable[[Home], object]) -> None:
    add_batch(home, with_facts(article()))
    with duckdb.connect(str(home.warehouse)) as con:
        con.execute("create table mine (n integer)")
    before = home.warehouse.read_bytes()
    with pytest.raises(
        ForeignWarehouseError, match=r"is a DuckDB file that Dateline did not make; move it away or choose"
    ):
        act(home)
    assert home.warehouse.read_bytes() == before
    assert names(home) == ["dateline.duckdb"]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda content: content[:5000],
    "empty": lambda content: b"",
    "no database": lambda content: b"something else entirely",
    "torn": lambda content: content[:4096] + bytes(8192) + content[12288:],
}


@pytest.mark.slow
def test_a_damaged_file_is_built_again_and_kept_aside(home: Home) -> None:
    add_batch(home, with_facts(article()))
    publish(home, None)
    whole = home.warehouse.read_bytes()
    for damage in DAMAGE.values():
        home.warehouse.write_bytes(damage(whole))
        assert is_behind(home)
    (warning,) = publish(home, None).warnings
    assert warning.endswith(f"could not be read as one; it is now {home.warehouse}.damaged")
    assert count(home) == 1
    assert names(home) == ["dateline.duckdb", "dateline.duckdb.damaged"]


WRITER = """
import sys, duckdb
con = duckdb.connect(sys.argv[1])
con.execute("create table if not exists marker (n integer)")
print("open", flush=True)
sys.stdin.readline()
"""


@pytest.mark.slow
@pytest.mark.parametrize("is_ours", [True, False], ids=["ours", "foreign"])
def test_a_file_that_another_process_writes_does_not_block(home: Home, is_ours: bool) -> None:
    add_batch(home, with_facts(article("a")))
    if is_ours:
        publish(home, None)
        add_batch(home, with_facts(article("b")))
    command = [sys.executable, "-c", WRITER, str(home.warehouse)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(WarehouseError, match=r"is open for writing in another program; close that and ask again"):
            query(home, "select 1")
        if is_ours:
            publish(home, None)
            assert count(home) == 2
        else:
            with pytest.raises(ForeignWarehouseError):
                publish(home, None)
        writer.communicate("done\n")
    assert not [name for name in names(home) if "building" in name]


@pytest.mark.slow
def test_a_reader_keeps_what_it_opened(home: Home) -> None:
    add_batch(home, with_facts(article("a")))
    publish(home, None)
    with duckdb.connect(str(home.warehouse), read_only=True) as reader:
        add_batch(home, with_facts(article("b")))
        reading = (
            "import sys, duckdb; print(duckdb.connect(sys.argv[1], read_only=True).sql('from facts.articles').shape[0])"
        )
        rebuild(home)
        assert reader.execute("select count(*) from facts.articles").fetchone() == (1,)
        fresh = subprocess.run(
            [sys.executable, "-c", reading, str(home.warehouse)], capture_output=True, text=True, check=True
        )
        assert fresh.stdout == "2\n"


@pytest.mark.slow
def test_a_failed_check_publishes_nothing_and_the_next_good_batch_repairs(home: Home) -> None:
    add_batch(home, with_facts(article("a")))
    publish(home, None)
    before = home.warehouse.read_bytes()
    wrong = with_facts(article("b"))
    wrong["mentions"][0]["surface"] = "Ana Quust"
    add_batch(home, wrong)
    with pytest.raises(
        CheckError, match=r"Check `mentions: surfaces are the text` found 1 bad row\(s\), the first article_id="
    ):
        publish(home, None)
    assert home.warehouse.read_bytes() == before
    assert names(home) == ["dateline.duckdb"]
    add_batch(home, with_facts(article("b")), extractor="test 2")
    assert publish(home, None).row_counts["facts.articles"] == 2


def test_a_part_that_is_gone_is_named(home: Home) -> None:
    receipt = add_batch(home, with_facts(article()))
    (home.path / receipt.parts["times"]).unlink()
    with pytest.raises(
        LedgerError, match=r"facts/times/.*, which the ledger names, is missing; restore it from a backup"
    ):
        publish(home, None)
    assert names(home) == []


def test_a_part_that_is_broken_is_named(home: Home) -> None:
    receipt = add_batch(home, with_facts(article()))
    (home.path / receipt.parts["times"]).write_bytes(b"PAR1 no more")
    with pytest.raises(LedgerError, match=r"A part of times cannot be read \(.*\.parquet.*\); restore it"):
        publish(home, None)
    assert names(home) == []


def test_a_home_without_a_ledger_is_named(home: Home) -> None:
    with pytest.raises(WarehouseError, match=r"holds nothing to build from; run `dateline run` first"):
        rebuild(home)
    assert not home.path.exists()


def test_leftovers_of_a_killed_publication_are_removed(home: Home) -> None:
    add_batch(home, with_facts(article()))
    (home.path / "dateline.duckdb.building").write_bytes(b"half")
    (home.path / "dateline.duckdb.building.wal").write_bytes(b"half")
    (home.path / "dateline.duckdb.building.tmp").mkdir()
    publish(home, None)
    assert sorted(path.name for path in home.path.iterdir() if "duckdb" in path.name) == ["dateline.duckdb"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written_is_named(home: Home) -> None:
    add_batch(home, with_facts(article()))
    home.path.chmod(0o500)
    try:
        with pytest.raises(Exception, match=r"cannot be written; make its folder writable"):
            publish(home, None)
    finally:
        home.path.chmod(0o700)


def test_a_folder_under_the_name_of_the_warehouse_is_named(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.warehouse.mkdir()
    add_batch(home, with_facts(article()))
    with pytest.raises(WarehouseError, match=r"dateline.duckdb is a folder; move it away"):
        publish(home, None)
