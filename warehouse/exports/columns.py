"""The columns of a published table as an export shows them, and how they are asked for."""

from dataclasses import dataclass

import duckdb

from warehouse.declared import STORED

ORDERS = {f"{table.schema}.{table.name}": ", ".join(table.key) for table in STORED}
COLUMNS = """
    select
        described.column_name,
        described.data_type,
        described.is_nullable,
        coalesce(described.comment, '') as description,
        not getvariable('with_text') and (
            described.column_name like '%surface' or hidden.column_name is not null
        ) as is_text,
        named.column_name as named_by
    from duckdb_columns() as described
    left join exports.text_columns as hidden on hidden.column_name = described.column_name
    left join duckdb_columns() as named
        on named.column_name = hidden.named_by
        and (named.database_name, named.schema_name, named.table_name)
            = (described.database_name, described.schema_name, described.table_name)
    where
        described.database_name = current_database()
        and described.schema_name || '.' || described.table_name = $1
    order by described.column_index
"""


@dataclass(frozen=True)
class Column:
    """A column that goes out; `sql` is what is asked for, which may be less than the table holds."""

    name: str
    type: str
    is_required: bool
    description: str
    sql: str


def columns(con: duckdb.DuckDBPyConnection, table: str) -> list[Column]:
    """The columns of a table, without those that hold words of the articles where these stay at home."""
    return [
        Column(name, kind, not is_nullable, description, _kept(name, named_by) if is_text else name)
        for name, kind, is_nullable, description, is_text, named_by in con.execute(COLUMNS, [table]).fetchall()
        if not is_text or named_by
    ]


def description(con: duckdb.DuckDBPyConnection, table: str) -> str:
    """What the rows of a table are."""
    sql = """
        select coalesce(comment, '')
        from duckdb_tables()
        where database_name = current_database() and schema_name || '.' || table_name = $1
    """
    row = con.execute(sql, [table]).fetchone()
    return row[0] if row else ""


def select(table: str, shown: list[Column]) -> str:
    """A SELECT of columns in the order of the table's key."""
    names = ", ".join(column.sql for column in shown)
    order = f" order by {ORDERS[table]}" if table in ORDERS else ""
    return f"select {names} from {table}{order}"


def _kept(name: str, named_by: str) -> str:
    return f"case when {named_by} is not null then {name} end as {name}"
