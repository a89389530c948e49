"""Read-only SQL on the published warehouse: it can neither write a file nor change a setting."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from warehouse.errors import SqlError, WarehouseError
from warehouse.home import Home
from warehouse.published import OFFLINE, foreign, is_locked, is_ours
from warehouse.stopping import Queries, stoppable

READ_ONLY = OFFLINE | {"enable_external_access": "false", "lock_configuration": "true"}
READING = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}


def query(home: Home, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> pa.Table:
    """The rows of one SELECT, as Arrow; `parameters` fill `?`, `$1` or `$name`.

    Raises `WarehouseError` when there is no readable warehouse and `SqlError` when the SQL is wrong.
    """

    def work(queries: Queries) -> pa.Table:
        with published(home) as con, queries.of(con):
            return select(con, sql, parameters)

    return stoppable(work)


@contextmanager
def published(home: Home, *, config: Mapping[str, str] = READ_ONLY) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that can only read the published file and, by default, touches no other."""
    path = home.warehouse
    if not path.is_file():
        raise WarehouseError(f"There is no warehouse at {path}; run `dateline run` first or choose another --home.")
    try:
        con = duckdb.connect(str(path), read_only=True, config=dict(config))
    except duckdb.Error as error:
        raise _unreadable(home, error) from error
    with con:
        if not is_ours(con):
            raise foreign(path)
        yield con


def select(
    con: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()
) -> pa.Table:
    """The rows of one SELECT on an open connection."""
    try:
        statements = con.extract_statements(sql)
        if len(statements) != 1 or statements[0].type not in READING:
            raise SqlError("Give one SELECT (or WITH, FROM, DESCRIBE, SUMMARIZE, EXPLAIN): the warehouse is read-only.")
        return con.execute(statements[0], parameters or None).to_arrow_table()
    except duckdb.Error as error:
        raise SqlError(sentence(error)) from error


def sentence(error: duckdb.Error) -> str:
    """DuckDB's complaint in one sentence: its first line, the suggestion it makes, and the line that it points at."""
    lines = [line.strip() for line in str(error).splitlines()]
    hints = [line for line in lines[1:] if line.startswith(("Candidate", "Did you mean"))]
    marks = [line for line in lines[1:] if line.startswith("LINE ")]
    return " ".join([f"The SQL is wrong: {lines[0]}", *hints[:1], *(f"({mark})" for mark in marks[:1])])


def _unreadable(home: Home, error: duckdb.Error) -> WarehouseError:
    if is_locked(error):
        return WarehouseError(f"{home.warehouse} is open for writing in another program; close that and ask again.")
    if isinstance(error, duckdb.IOException) and "Permission denied" in str(error):
        return WarehouseError(f"{home.warehouse} cannot be read; give yourself permission to read it.")
    first = str(error).splitlines()[0]
    return WarehouseError(f"{home.warehouse} cannot be read ({first}); build it again with `dateline rebuild`.")
