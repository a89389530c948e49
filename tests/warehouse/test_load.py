"""Loading: the newest batch of an article wins, in one go or step by step, and older parts still fit."""

from collections.abc import Sequence
from datetime import datetime

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warehouse_rows import BODY, add_batch, article, with_facts

from warehouse.declared import create_tables
from warehouse.errors import LedgerError
from warehouse.hashes import table_hashes
from warehouse.home import Home
from warehouse.ledger import Receipt
from warehouse.link import link
from warehouse.load import load


def hashes(home: Home, steps: Sequence[Sequence[Receipt]]) -> dict[str, str]:
    """What `facts` holds when batches are loaded in these steps."""
    with duckdb.connect() as con:
        create_tables(con)
        for step in steps:
            load(con, home, step)
            link(con)
        return table_hashes(con)


@pytest.mark.slow
@given(data=st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_steps_and_order_make_no_difference(home: Home, data: st.DataObject) -> None:
    later = {"ingested_at": datetime(2024, 3, 3)}
    other = BODY.replace("Nine people", "Twelve persons")
    batches = [
        add_batch(home, with_facts(article("a"), article("b"))),
        add_batch(home, with_facts(article("a", title="Ferry lost, harbour says", **later))),
        add_batch(
            home, with_facts(article("c", text=other), article("d", text=other, canonical_url="https://x.org/d"))
        ),
    ]
    order = data.draw(st.permutations(batches))
    cut = data.draw(st.integers(0, 3))
    assert hashes(home, [order[:cut], order[cut:]]) == hashes(home, [batches])


@pytest.mark.slow
def test_a_second_reading_replaces_the_first_in_one_go_and_in_two(home: Home) -> None:
    less = with_facts(article("a"))
    less["quantities"], less["events"] = [], []
    first = add_batch(home, with_facts(article("a"), article("b")))
    second = add_batch(home, less, extractor="test 2")
    both, stepwise = hashes(home, [[first, second]]), hashes(home, [[first], [second]])
    assert both == stepwise
    assert both != hashes(home, [[second, first]])
    assert hashes(home, [[second, first]]) == hashes(home, [[first]])


def without(home: Home, receipt: Receipt, table: str, column: str) -> None:
    path = home.path / receipt.parts[table]
    pq.write_table(pq.ParquetFile(path).read().drop_columns([column]), path)


def test_a_part_older_than_an_optional_column_leaves_it_null(home: Home) -> None:
    receipt = add_batch(home, with_facts(article()))
    without(home, receipt, "places", "country_code")
    with duckdb.connect() as con:
        create_tables(con)
        con.begin()
        load(con, home, [receipt])
        con.commit()
        assert con.execute("select name, country_code from facts.places").fetchall() == [("Lumen Bay", None)]


def test_a_part_older_than_a_required_column_is_named(home: Home) -> None:
    receipt = add_batch(home, with_facts(article()))
    without(home, receipt, "places", "alternatives")
    with (
        duckdb.connect() as con,
        pytest.raises(LedgerError, match=r"of places were written before column `alternatives`"),
    ):
        create_tables(con)
        load(con, home, [receipt])


def test_a_batch_whose_articles_were_all_read_again_is_not_opened(home: Home) -> None:
    first = add_batch(home, with_facts(article()))
    second = add_batch(home, with_facts(article()), extractor="test 2")
    for part in first.parts.values():
        (home.path / part).unlink()
    with duckdb.connect() as con:
        create_tables(con)
        load(con, home, [first, second])
        assert con.execute("select extractor from facts.articles").fetchall() == [("test 2",)]
