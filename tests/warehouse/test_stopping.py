"""Work that can be stopped: its result, its errors, and Ctrl-C before, during and between its queries."""

from _thread import interrupt_main

import duckdb
import pytest

from warehouse.stopping import Queries, stoppable

ENDLESS = "select sum(a.range * b.range) from range(10000000) a, range(10000000) b"


def test_the_result_comes_back() -> None:
    def work(queries: Queries) -> object:
        with duckdb.connect() as con, queries.of(con):
            return con.execute("select 7").fetchone()

    assert stoppable(work) == (7,)


def test_an_error_comes_back_as_it_is() -> None:
    def work(queries: Queries) -> None:
        with duckdb.connect() as con, queries.of(con):
            con.execute("from nowhere")

    with pytest.raises(duckdb.CatalogException, match="nowhere does not exist"):
        stoppable(work)


@pytest.mark.parametrize("query_count", [1, 2])
def test_ctrl_c_ends_the_queries(query_count: int) -> None:
    ends: list[str] = []

    def work(queries: Queries) -> None:
        with duckdb.connect() as con, queries.of(con):
            interrupt_main()
            for _ in range(query_count):
                try:
                    con.execute(ENDLESS)
                except duckdb.InterruptException:
                    ends.append("interrupted")

    with pytest.raises(KeyboardInterrupt):
        stoppable(work)
    assert ends == ["interrupted"] * query_count


def test_work_that_was_stopped_begins_no_query() -> None:
    queries = Queries()
    queries.stop()
    with duckdb.connect() as con, pytest.raises(KeyboardInterrupt), queries.of(con):
        con.execute(ENDLESS)
