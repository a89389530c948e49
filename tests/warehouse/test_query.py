"""Queries: rows come as Arrow, writing is impossible, and every refusal is one sentence."""

from pathlib import Path

import duckdb
import pytest

from warehouse.errors import ForeignWarehouseError, SqlError, WarehouseError
from warehouse.home import Home
from warehouse.query import query

ANSWERS = {
    "select": ("select measure, value from marts.tolls", (), [{"measure": "killed", "value": 9.0}]),
    "positional": ("select $1::integer + ?::integer as n".replace("?", "$2"), (2, 3), [{"n": 5}]),
    "named": ("select $word as word", {"word": "ferry"}, [{"word": "ferry"}]),
    "with": ("with a as (select 1 as n) from a", (), [{"n": 1}]),
    "trailing semicolon": ("select 1 as n;", (), [{"n": 1}]),
}


@pytest.mark.parametrize(("sql", "parameters", "expected"), ANSWERS.values(), ids=ANSWERS.keys())
def test_rows(filled: Home, sql: str, parameters: tuple[object, ...], expected: list[dict[str, object]]) -> None:
    assert query(filled, sql, parameters).to_pylist() == expected


ONE_SELECT = "Give one SELECT (or WITH, FROM, DESCRIBE, SUMMARIZE, EXPLAIN): the warehouse is read-only."
WRONG = {
    "two statements": ("select 1; select 2", ONE_SELECT),
    "nothing": ("  ", ONE_SELECT),
    "drop": ("drop table facts.articles", ONE_SELECT),
    "copy": ("copy (select 1) to 'x.csv'", ONE_SELECT),
    "set": ("set threads = 1", ONE_SELECT),
    "attach": ("attach 'x.duckdb'", ONE_SELECT),
    "reading files": ("from read_text('pyproject.toml')", "The SQL is wrong: Permission Error: Cannot access file"),
    "unknown column": (
        "select valu from marts.tolls",
        'The SQL is wrong: Binder Error: Referenced column "valu" not found',
    ),
    "unknown table": (
        "from marts.tols",
        "The SQL is wrong: Catalog Error: Table with name tols does not exist! Did you mean",
    ),
    "syntax": ("selec 1", 'The SQL is wrong: Parser Error: syntax error at or near "selec" (LINE 1: selec 1)'),
    "too few parameters": ("select ? + ?", "The SQL is wrong: Invalid Input Error"),
}


@pytest.mark.parametrize(("sql", "message"), WRONG.values(), ids=WRONG.keys())
def test_refusals(filled: Home, sql: str, message: str) -> None:
    with pytest.raises(SqlError) as error:
        query(filled, sql)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_no_warehouse_is_named(home: Home) -> None:
    with pytest.raises(WarehouseError, match=r"There is no warehouse at .*; run `dateline run` first"):
        query(home, "select 1")


def test_a_foreign_file_is_named(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "dateline.duckdb")) as con:
        con.execute("create table mine (n integer)")
    with pytest.raises(ForeignWarehouseError, match=r"is a DuckDB file that Dateline did not make; move it away"):
        query(Home(tmp_path), "select 1")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "dateline.duckdb").write_text("something else entirely")
    with pytest.raises(WarehouseError, match=r"cannot be read .*; build it again with `dateline rebuild`"):
        query(Home(tmp_path), "select 1")
