"""Declared tables as DuckDB sees them: create statements, comments, rows put in."""

import duckdb
import pyarrow as pa

from warehouse.derived import ARTICLE_LINKS, DERIVED
from warehouse.operations import OPS
from warehouse.schema import ARTICLES, FACTS, Table, description

SCHEMAS = ("facts", "staging", "marts", "ops")

# `facts.articles` as it is published: its parts do not hold what depends on other articles.
LINKED_ARTICLES = Table(
    "facts", "articles", ARTICLES.grain, ARTICLES.key, pa.schema([*ARTICLES.fields, *ARTICLE_LINKS])
)

STORED: tuple[Table, ...] = (LINKED_ARTICLES, *list(FACTS.values())[1:], *DERIVED.values(), *OPS.values())


def create_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Every schema and every declared table, empty."""
    for schema in SCHEMAS:
        con.execute(f"create schema {schema}")
    for table in STORED:
        con.execute(ddl(table))


def comment_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Put grain and descriptions into the file, where `duckdb_columns()` shows them."""
    for table in STORED:
        name = f"{table.schema}.{table.name}"
        comments = [f"comment on column {name}.{field.name} is {quoted(description(field))}" for field in table.fields]
        con.execute(";\n".join([f"comment on table {name} is {quoted(f'One row per {table.grain}.')}", *comments]))


def ddl(table: Table) -> str:
    """Create statement of a table."""
    columns = ",\n    ".join(_column(field) for field in table.fields)
    return f"create table {table.schema}.{table.name} (\n    {columns}\n)"


def insert(con: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table) -> None:
    """Add conformed rows."""
    con.register("incoming", rows)
    con.execute(f"insert into {table.schema}.{table.name} by name select * from incoming")
    con.unregister("incoming")


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _column(field: pa.Field) -> str:
    # A link column is filled by the link step, so a freshly loaded row holds none yet.
    required = not field.nullable and field.name != "is_current"
    return f"{field.name} {sql_type(field.type)}{' not null' if required else ''}"


def sql_type(kind: pa.DataType) -> str:
    """DuckDB's name of an Arrow type."""
    if pa.types.is_list(kind):
        return f"{sql_type(kind.value_type)}[]"
    if pa.types.is_map(kind):
        return f"map({sql_type(kind.key_type)}, {sql_type(kind.item_type)})"
    names = {"string": "varchar", "int32": "integer", "int64": "bigint", "double": "double", "bool": "boolean"}
    return names.get(str(kind)) or {"date32[day]": "date", "timestamp[us]": "timestamp"}[str(kind)]
