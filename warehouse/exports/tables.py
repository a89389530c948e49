"""The published tables as files: Parquet in partitions, CSV, JSON Lines; with a `datapackage.json` that explains them.

facts.quantities/published_month=2022-01/part-0.parquet      facts.entities.parquet      facts.quantities.csv
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow.compute import run_end_encode

from warehouse.exports.columns import ORDERS, Column, columns, description, select
from warehouse.exports.datapackage import Resource, package
from warehouse.exports.files import unfinished, write
from warehouse.files import storage
from warehouse.hashes import content_tables

OPTIONS: Mapping[str, str] = {
    "csv": "format csv, header true, timestampformat '%Y-%m-%dT%H:%M:%S.%f'",
    "jsonl": "format json, array false, timestampformat '%Y-%m-%dT%H:%M:%S.%f'",
}
BATCH_ROWS = 100_000
UNDATED = "undated"
# A file a month while there are no more months than this, else a file a year: many small files are slow to read.
MOST_MONTHS = 60
PERIODS = {"published_month": "%Y-%m", "published_year": "%Y"}
PERIOD_OF_ARTICLES = """
    create or replace table exports.periods as
    select article_id, coalesce(strftime(published_at, $1), $2) as period from facts.articles
"""


def write_tables(con: duckdb.DuckDBPyConnection, kind: str, folder: Path) -> list[Path]:
    """Write every table of `facts` and `marts`; the files written, `datapackage.json` last."""
    partition = _partition(con)
    resources = []
    for table in content_tables(con):
        shown = columns(con, table)
        paths = (
            _write_parquet(con, table, shown, folder, partition=partition)
            if kind == "parquet"
            else _write(con, table, shown, kind, folder)
        )
        resources.append(Resource(table, description(con, table), tuple(shown), tuple(paths)))
    written = [path for resource in resources for path in resource.paths]
    return [*written, _write_package(resources, kind, folder)]


def _partition(con: duckdb.DuckDBPyConnection) -> str:
    """By what the files are named, with the period of every article in `exports.periods`."""
    for partition, form in PERIODS.items():
        con.execute(PERIOD_OF_ARTICLES, [form, UNDATED])
        (count,) = con.execute("select count(distinct period) from exports.periods").fetchone() or (0,)
        if count <= MOST_MONTHS:
            return partition
    return partition


def _write(con: duckdb.DuckDBPyConnection, table: str, shown: Sequence[Column], kind: str, folder: Path) -> list[Path]:
    """One file. CSV has no lists, so they are written as JSON."""
    asked = [
        Column(**vars(column) | {"sql": f"to_json({column.name}) as {column.name}"})
        if kind == "csv" and column.type.endswith("[]")
        else column
        for column in shown
    ]
    return [write(con, select(table, asked), folder / f"{table}.{kind}", OPTIONS[kind])]


def _write_parquet(
    con: duckdb.DuckDBPyConnection, table: str, shown: list[Column], folder: Path, *, partition: str
) -> list[Path]:
    """One file, or one a month or year of publication where the rows belong to articles."""
    notes = description(con, table)
    if not any(column.name == "article_id" for column in shown):
        reader = con.execute(select(table, shown)).to_arrow_reader(BATCH_ROWS)
        return [_write_rows(reader, _explained(reader.schema, shown, notes), folder / f"{table}.parquet")]
    reader = con.execute(_by_period(table, shown)).to_arrow_reader(BATCH_ROWS)
    schema = _explained(reader.schema.remove(0), shown, notes)
    written = [
        _write_rows(
            (batch for _, batch in batches), schema, folder / table / f"{partition}={period}" / "part-0.parquet"
        )
        for period, batches in groupby(_split(reader), key=itemgetter(0))
    ] or [_write_rows((), schema, folder / table / f"{partition}={UNDATED}" / "part-0.parquet")]
    _remove_others(folder / table, written)
    return written


def _by_period(table: str, shown: Sequence[Column]) -> str:
    """The rows of a table behind their period, in the order of the periods."""
    names = ", ".join(column.sql for column in shown)
    order = ORDERS.get(table, "told.rowid")
    return f"""
        select period, {names}
        from {table} as told
        join exports.periods using (article_id)
        order by period, {order}
    """


def _split(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[str, pa.RecordBatch]]:
    """Each batch in pieces of one period, without the period."""
    for batch in batches:
        runs = run_end_encode(batch.column(0))
        start = 0
        for period, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
            yield period, batch.slice(start, end - start).select(batch.schema.names[1:])
            start = end


def _remove_others(folder: Path, written: Sequence[Path]) -> None:
    """What an earlier export left of a table goes: whoever reads the folder would take it for rows of today."""
    earlier = {path for partition in PERIODS for path in folder.glob(f"{partition}=*/part-*.parquet")}
    for path in earlier - set(written):
        with storage(path, elsewhere="name another folder"):
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()


def _write_rows(batches: Iterable[pa.RecordBatch], schema: pa.Schema, path: Path) -> Path:
    with unfinished(path) as part, pq.ParquetWriter(part, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(pa.RecordBatch.from_arrays(batch.columns, schema=schema))
    return path


def _explained(schema: pa.Schema, shown: list[Column], notes: str) -> pa.Schema:
    """The schema with descriptions: each at its field, and all of them as JSON in the metadata of the file."""
    fields = [
        field.with_metadata({"description": column.description}) for field, column in zip(schema, shown, strict=True)
    ]
    said = {column.name: column.description for column in shown}
    return pa.schema(fields, {"description": notes, "columns": json.dumps(said, ensure_ascii=False)})


def _write_package(resources: Sequence[Resource], kind: str, folder: Path) -> Path:
    path = folder / "datapackage.json"
    with unfinished(path) as part:
        part.write_text(json.dumps(package(resources, kind, folder), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path
