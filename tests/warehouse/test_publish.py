"""Publication: what is published, from which batches, and that it does not depend on their order."""

import shutil
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from warehouse_rows import BODY, NOW, add_batch, article, with_facts

from warehouse.home import Home
from warehouse.ledger import Run, Sighting, append_run, runs
from warehouse.publish import is_behind, publish, rebuild
from warehouse.query import query
from warehouse.rejects import new_reject, write_rejects

pytestmark = pytest.mark.slow  # nearly every test builds a warehouse

OTHER = BODY.replace("Nine people", "Twelve persons")
RUN = Run("run1", "run", NOW, NOW, "test 1", ("a",), 3, 1, 1, 1, 0.5, {})


def rows(home: Home, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home.warehouse), read_only=True) as con:
        return con.execute(sql).fetchall()


def test_an_empty_home_is_not_behind_and_nothing_is_written(home: Home) -> None:
    assert not is_behind(home)
    assert not publish(home, RUN).is_changed
    assert not home.path.exists()


def test_what_was_published_once_is_left_alone(home: Home) -> None:
    add_batch(home, with_facts(article()))
    assert is_behind(home)
    first = publish(home, RUN)
    assert first.is_changed
    before = {path: path.stat().st_mtime_ns for path in home.path.rglob("*")}
    again = publish(home, RUN)
    assert (again.is_changed, again.table_hashes, again.row_counts) == (False, first.table_hashes, first.row_counts)
    assert {path: path.stat().st_mtime_ns for path in home.path.rglob("*")} == before


def test_a_run_is_recorded_with_its_sightings_and_hashes(home: Home) -> None:
    add_batch(home, with_facts(article()), rejects=[new_reject("extract", source_uri="x", reason="no")])
    write_rejects(home, "run1", [new_reject("read", source_uri="y", line=3, reason="not JSON", payload="{")])
    published = publish(home, RUN, [Sighting("a1", "test", "file:///b", datetime(2024, 3, 2))])
    assert runs(home)[0].table_hashes == published.table_hashes
    assert rows(home, "select table_hashes from ops.runs") == [(published.table_hashes,)]
    assert rows(home, "select article_id, run_id, seen_at from ops.sightings") == [("a1", "run1", datetime(2024, 3, 2))]
    assert rows(home, "select stage, line, payload from ops.rejects order by 1") == [
        ("extract", None, None),
        ("read", 3, "{"),
    ]
    rebuild(home)
    assert rows(home, "select table_hashes from ops.runs") == [(published.table_hashes,)]
    assert rows(home, "select count(*) from ops.sightings") == [(1,)]


@pytest.mark.slow
def test_incremental_publications_and_rebuilds_agree(tmp_path: Path) -> None:
    batches = [
        with_facts(article("a"), article("b")),
        with_facts(article("a", title="Ferry lost, harbour says", ingested_at=datetime(2024, 3, 3))),
        with_facts(article("c", text=OTHER), article("d", text=OTHER, canonical_url="https://example.org/d")),
    ]
    found = []
    for order in (batches, batches[::-1]):
        home = Home(tmp_path / str(len(found)))
        for batch in order:
            add_batch(home, batch)
            published = publish(home, None)
        found += [published.table_hashes, rebuild(home).table_hashes]
    assert all(hashes == found[0] for hashes in found)


@pytest.mark.slow
def test_another_layout_is_built_from_nothing(home: Home) -> None:
    add_batch(home, with_facts(article()))
    first = publish(home, None)
    with duckdb.connect(str(home.warehouse)) as con:
        con.execute("update ops.warehouse set layout = 'older'")
        con.execute("drop table marts.tolls")
    assert is_behind(home)
    assert publish(home, None).table_hashes == first.table_hashes
    assert not is_behind(home)


@pytest.mark.slow
def test_a_run_recorded_before_a_crash_is_published_later(home: Home) -> None:
    add_batch(home, with_facts(article()))
    publish(home, None)
    append_run(home, RUN)
    assert is_behind(home)
    assert publish(home, None).is_changed
    assert rows(home, "select run_id from ops.runs") == [("run1",)]
    assert not is_behind(home)


def test_the_file_explains_its_columns(filled: Home) -> None:
    sql = "select comment from duckdb_columns() where table_name = $1 and column_name = $2"
    found = query(filled, sql, ["quantities", "direction"])["comment"].to_pylist()
    assert found == ["Whether it says a rise or a fall. One of `increase` `decrease`."]


def test_a_run_is_recorded_though_its_batch_is_published(ferry_home: Home, tmp_path: Path) -> None:
    """As after `dateline rebuild`, when a run was stopped before its publication."""
    home = Home(shutil.copytree(ferry_home.path, tmp_path / "home"))
    assert publish(home, RUN).is_changed
    assert [recorded.run_id for recorded in runs(home)] == ["run1"]
