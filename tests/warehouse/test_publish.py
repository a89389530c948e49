"""Publication: what is published, from which batches, and that it does not depend on their order."""

from datetime import datetime
from itertools import permutations
from pathlib import Path

import duckdb
import pytest
from warehouse_rows import BODY, NOW, add_batch, article, with_facts

from warehouse.home import Home
from warehouse.ledger import Run, Sighting, runs
from warehouse.publish import is_behind, publish, rebuild
from warehouse.rejects import new_reject, write_rejects

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


def test_a_batch_after_the_first_is_added_to_a_copy_and_equals_a_rebuild(home: Home) -> None:
    add_batch(home, with_facts(article("a")))
    publish(home, None)
    add_batch(home, with_facts(article("b")))
    added = publish(home, None)
    assert rebuild(home).table_hashes == added.table_hashes
    assert added.row_counts["facts.articles"] == 2


def test_a_second_reading_replaces_every_row_of_the_first(home: Home) -> None:
    both = with_facts(article("a"), article("b"))
    add_batch(home, both)
    first = publish(home, None)
    less = with_facts(article("a"))
    less["quantities"], less["events"] = [], []
    add_batch(home, less, extractor="test 2")
    added = publish(home, None)
    assert added.row_counts["facts.quantities"] == first.row_counts["facts.quantities"] - 1
    found = rows(home, "select source_key, extractor from facts.articles order by 1")
    assert found == [("a", "test 2"), ("b", "test 1")]
    assert rebuild(home).table_hashes == added.table_hashes


VERSIONS = {
    "by date": ({"published_at": datetime(2024, 2, 28), "published_utc_at": datetime(2024, 2, 28)}, {}, "new"),
    "by update": ({"updated_at": datetime(2024, 2, 28)}, {"ingested_at": datetime(2024, 4, 1)}, "new"),
    "by arrival when the dates are equal": ({"ingested_at": datetime(2024, 4, 1)}, {}, "new"),
    "by arrival when one has no date": (
        {"ingested_at": datetime(2024, 4, 1), "published_at": None, "published_utc_at": None},
        {},
        "new",
    ),
}


@pytest.mark.parametrize(("new", "old", "current"), VERSIONS.values(), ids=VERSIONS.keys())
@pytest.mark.parametrize("is_reversed", [False, True], ids=["old first", "new first"])
def test_the_newest_version_of_a_thread_is_current(
    home: Home, new: dict, old: dict, current: str, is_reversed: bool
) -> None:
    versions = [article("a", title="old", **old), article("a", title="new", text=OTHER, **new)]
    for version in versions[::-1] if is_reversed else versions:
        add_batch(home, with_facts(version))
        publish(home, None)
    assert rows(home, "select title from facts.articles where is_current") == [(current,)]
    old_id = versions[0]["article_id"]
    assert rows(home, "select version_of from facts.articles order by is_current") == [(None,), (old_id,)]
    assert rows(home, "select title from marts.article_summary") == [(current,)]
    assert rows(home, "select count(*) from marts.tolls") == [(0,)]


def test_any_order_of_batches_gives_the_same_content(tmp_path: Path) -> None:
    batches = [
        with_facts(article("a"), article("b", ingested_at=datetime(2024, 3, 2))),
        with_facts(article("a", title="Ferry lost, harbour says", ingested_at=datetime(2024, 3, 3))),
        with_facts(article("c", text=OTHER), article("d", text=OTHER, canonical_url="https://example.org/d")),
    ]
    found = set()
    for number, order in enumerate(permutations(batches)):
        home = Home(tmp_path / str(number))
        for batch in order:
            add_batch(home, batch)
            if number % 2:
                publish(home, None)
        found.add(
            tuple(publish(home, None).table_hashes.items())
            if not number % 2
            else tuple(rebuild(home).table_hashes.items())
        )
    assert len(found) == 1
