"""Reference tables that SQL reads: files of `seeds/` as tables of schema `staging`.

`staging.toll_scopes` is `seeds/toll_scopes.csv`. The words stay data that a person edits; the models only join them.
"""

import csv
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.shipped import shipped

TABLES = ("authority_words", "common_words", "shared_happenings", "sole_offices", "toll_scopes")


def create_reference_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Every reference table, as it stands in `seeds/` now; an empty cell is an empty text."""
    for name in TABLES:
        con.register("incoming", reference_table(reference_path(name)))
        con.execute(f"create or replace table staging.{name} as select * from incoming")
        con.unregister("incoming")


def reference_path(name: str) -> Path:
    """The file that a reference table is read from."""
    return shipped("seeds") / f"{name}.csv"


def reference_table(path: Path) -> pa.Table:
    """A file of `seeds/` as texts; an empty cell is an empty text."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if line.strip() and not line.startswith("#")))
    columns = rows[0].keys()
    return pa.table(
        {column: pa.array([(row[column] or "").strip() for row in rows], pa.string()) for column in columns}
    )
