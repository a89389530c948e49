"""SQL models: one SELECT a file, run in the order that DuckDB's own parser gives.

`sql/marts/tolls.sql` is the table `marts.tolls`. A table named with its schema is a dependency; a name
without one is a common table expression of the same file.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import duckdb

from warehouse.described import comment
from warehouse.errors import SchemaError
from warehouse.shipped import shipped

VIEWS = "select view_name from duckdb_views() where schema_name = $1 and database_name = current_database()"


@dataclass(frozen=True)
class Model:
    """One SELECT; `header` are its leading comment lines without the dashes, the first gives the grain."""

    schema: str
    name: str
    header: tuple[str, ...]
    sql: str

    @property
    def is_kept(self) -> bool:
        """Whether a staging model is kept as a table: its header has a line `kept: why`."""
        return any(line.startswith("kept:") for line in self.header)

    @property
    def target(self) -> str:
        """`marts.tolls`."""
        return f"{self.schema}.{self.name}"


@cache
def models(schema: str, folder: Path | None = None) -> tuple[Model, ...]:
    """Every model of a schema, each after those that it reads; `folder` stands in for `sql`."""
    root = folder or shipped("sql")
    found = {m.target: m for m in (_model(path) for path in sorted((root / schema).glob("*.sql")))}
    with duckdb.connect() as con:
        graph = {target: sorted(dependencies(con, model) & found.keys()) for target, model in found.items()}
    try:
        return tuple(found[target] for target in TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise SchemaError(f"sql/{schema}: models read each other in a circle: {' -> '.join(error.args[1])}.") from error


def dependencies(con: duckdb.DuckDBPyConnection, model: Model) -> set[str]:
    """The schema-qualified tables that a model reads, such as `facts.quantities`."""
    row = con.execute("select json_serialize_sql($1)", [model.sql]).fetchone()
    tree = json.loads(row[0]) if row else {}
    if tree.get("error") or len(tree["statements"]) != 1:
        raise SchemaError(f"sql/{model.schema}/{model.name}.sql is not one SELECT: {tree.get('error_message')}")
    return set(_tables(tree))


def replace_tables(con: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Build every model of a schema as a table, in the transaction of the caller."""
    for model in models(schema):
        run(con, model, f"create or replace table {model.target} as\n{model.sql}")
        comment(con, model.target, model.header)


def define_views(con: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Define every model of a schema as a view, where it is none yet; a kept table gives way until it is kept again."""
    views = {name for (name,) in con.execute(VIEWS, [schema]).fetchall()}
    for model in models(schema):
        if model.name in views:
            continue
        if model.is_kept:
            con.execute(f"drop table if exists {model.target}")
        run(con, model, f"create view {model.target} as\n{model.sql}")
        comment(con, model.target, model.header, kind="view")


def keep_tables(con: duckdb.DuckDBPyConnection, schema: str) -> None:
    """Put a table in the place of each view that says so in its header, since many models read it."""
    for model in models(schema):
        if model.is_kept:
            con.execute(f"drop view {model.target}")
            run(con, model, f"create table {model.target} as\n{model.sql}")
            comment(con, model.target, model.header)


def run(con: duckdb.DuckDBPyConnection, model: Model, statement: str) -> None:
    """Execute a statement made of a model; an error names its file."""
    try:
        con.execute(statement)
    except (duckdb.ProgrammingError, duckdb.DataError) as error:
        first = str(error).splitlines()[0]
        raise SchemaError(f"sql/{model.schema}/{model.name}.sql cannot be built: {first}") from error


def _model(path: Path) -> Model:
    sql = path.read_text("utf-8").strip().rstrip(";")
    lines = sql.splitlines()
    after = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header = tuple(line.removeprefix("--").strip() for line in lines[:after])
    return Model(path.parent.name, path.stem, header, sql)


def _tables(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if node.get("type") == "BASE_TABLE" and node.get("schema_name"):
            yield f"{node['schema_name']}.{node['table_name']}"
        for child in node.values():
            yield from _tables(child)
    elif isinstance(node, list):
        for child in node:
            yield from _tables(child)
