"""The models of `sql/exports` over the published warehouse, in a catalog of their own in memory: `exports.gdelt_gkg`.

They may read what is in `seeds/exports` as tables of the same catalog. `getvariable('with_text')` is false where the
publishers' text must stay at home.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from warehouse.errors import SchemaError, WarehouseError
from warehouse.home import Home
from warehouse.models import dependencies, models, run
from warehouse.published import OFFLINE, layout
from warehouse.query import published
from warehouse.reference import reference_table
from warehouse.shipped import shipped

SCHEMA = "exports"


@contextmanager
def opened(home: Home, *, with_text: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published warehouse, read-only, with the catalog of the exports beside it.

    A file that another version of Dateline built may lack what the models read: that is said, with the remedy.
    """
    with published(home, config=OFFLINE) as con:
        attach(con, with_text=with_text)
        try:
            yield con
        except SchemaError as error:
            if _is_of_today(con):
                raise
            raise WarehouseError(
                f"{home.warehouse} was built by another version of Dateline; build it again with `dateline rebuild`."
            ) from error


def attach(con: duckdb.DuckDBPyConnection, *, with_text: bool = True) -> None:
    """Put the catalog `exports` and its reference tables beside what a connection holds."""
    con.execute(f"attach ':memory:' as {SCHEMA} (read_write)")
    con.execute(f"set variable with_text = {str(with_text).lower()}")
    seeds = shipped("seeds")
    for path in [seeds / "countries.csv", *sorted((seeds / SCHEMA).glob("*.csv"))]:
        con.register("incoming", reference_table(path))
        con.execute(f"create table {SCHEMA}.{path.stem} as select * from incoming")
        con.unregister("incoming")


def build(con: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Build models of the exports, and those that they read, as tables."""
    needed = _needed(con, {f"{SCHEMA}.{name}" for name in names})
    for model in models(SCHEMA):
        if model.target in needed:
            run(con, model, f"create or replace table {model.target} as\n{model.sql}")


def _is_of_today(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether the file was built by the models and tables that we have."""
    return con.execute("select layout from ops.warehouse").fetchall() == [(layout(),)]


def _needed(con: duckdb.DuckDBPyConnection, wanted: set[str]) -> set[str]:
    """The wanted models with all that they read, however far."""
    found: set[str] = set()
    for model in reversed(models(SCHEMA)):
        if model.target in wanted:
            found.add(model.target)
            wanted = wanted | dependencies(con, model)
    return found
