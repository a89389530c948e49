"""Content hashes of tables: the same rows in any order give the same hash."""

from hashlib import blake2b

import duckdb

from warehouse.declared import STORED

# Columns that tell when something was read, not what it says.
CLOCKS = {
    (f"{table.schema}.{table.name}", field.name)
    for table in STORED
    for field in table.fields
    if b"clock" in field.metadata
}


def table_hashes(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Table -> hash, for every table of `facts` and `marts`; clock columns are left out.

    It is a sum of row hashes, so equal hashes are compared between files of the same DuckDB version only.
    """
    return {name: _hash(con, name) for name in content_tables(con)}


def row_counts(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Table -> number of rows, for every table of `facts` and `marts`."""
    return {name: _one(con, f"select count(*) from {name}") for name in content_tables(con)}


def content_tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    """`facts.articles`, ..., `marts.tolls`, in alphabetical order."""
    rows = con.execute("""
        select schema_name || '.' || table_name
        from duckdb_tables()
        where schema_name in ('facts', 'marts') and database_name = current_database()
        order by all
    """).fetchall()
    return [name for (name,) in rows]


def _hash(con: duckdb.DuckDBPyConnection, name: str) -> str:
    columns = [row[0] for row in con.execute(f"describe {name}").fetchall() if (name, row[0]) not in CLOCKS]
    listed = ", ".join(columns)
    total = con.execute(f"select count(*), sum(hash({listed})::hugeint) from {name}").fetchone()
    return blake2b(f"{listed} {total}".encode(), digest_size=8).hexdigest()


def _one(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = con.execute(sql).fetchone()
    return int(row[0]) if row else 0
