"""Parquet parts into `facts`: the newest batch of an article is the whole truth about it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.declared import quoted
from warehouse.errors import LedgerError
from warehouse.home import Home
from warehouse.ledger import Receipt
from warehouse.schema import ARTICLES, FACTS, Table


def load(con: duckdb.DuckDBPyConnection, home: Home, batches: Sequence[Receipt]) -> None:
    """Load batches, oldest first, that the warehouse lacks; rows of an article that is read again are replaced."""
    newest = {article_id: number for number, receipt in enumerate(batches) for article_id in receipt.article_ids}
    _replace(con, home, batches, newest, tuple(FACTS.values()))


def load_again(
    con: duckdb.DuckDBPyConnection, home: Home, batches: Sequence[Receipt], article_ids: Sequence[str]
) -> None:
    """Load the facts of some articles as their newest batch has them; the articles' own rows stay."""
    wanted = set(article_ids)
    newest = {one: number for number, r in enumerate(batches) for one in r.article_ids if one in wanted}
    if newest:
        _replace(con, home, batches, newest, tuple(table for table in FACTS.values() if table is not ARTICLES))


def part_path(home: Home, receipt: Receipt, table: str) -> Path:
    """The file of a receipt's part; raises `LedgerError` when it is gone."""
    path = home.path / receipt.parts[table]
    if not path.is_file():
        raise LedgerError(f"{path}, which the ledger names, is missing; restore it from a backup.")
    return path


def _replace(
    con: duckdb.DuckDBPyConnection,
    home: Home,
    batches: Sequence[Receipt],
    newest: Mapping[str, int],
    tables: Sequence[Table],
) -> None:
    """Put the rows of each article's batch in the place of those that are there."""
    winners = pa.table(
        {
            "article_id": pa.array(newest.keys(), pa.string()),
            "batch": pa.array(newest.values(), pa.int32()),
        }
    )
    con.register("winners", winners)
    wanted = [(number, batches[number]) for number in sorted(set(newest.values()))]
    for table in tables:
        paths = {part_path(home, r, table.name): n for n, r in wanted if table.name in r.parts}
        con.execute(f"delete from facts.{table.name} where article_id in (select article_id from winners)")
        try:
            _insert(con, table, paths)
        except duckdb.Error as error:
            first = str(error).splitlines()[0]
            if ".parquet" not in first:
                raise
            raise LedgerError(f"A part of {table.name} cannot be read ({first}); restore it from a backup.") from error
    con.unregister("winners")


def _insert(con: duckdb.DuckDBPyConnection, table: Table, paths: dict[Path, int]) -> None:
    if not paths:
        return
    files = pa.table({"path": [str(p) for p in paths], "batch": pa.array(paths.values(), pa.int32())})
    con.register("files", files)
    listed = ", ".join(quoted(str(path)) for path in paths)
    parts = f"read_parquet([{listed}], filename = true, hive_partitioning = false, union_by_name = true)"
    insert = f"""
        insert into facts.{table.name} by name
        select {{}}
        from {parts} as part
        join files on files.path = part.filename
        join winners on winners.article_id = part.article_id and winners.batch = files.batch
    """
    try:
        con.execute(insert.format(_listed(table.fields.names)))
    except duckdb.BinderException:
        con.execute(insert.format(_listed(_present_columns(con, table, parts))))
    con.unregister("files")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"part.{name}" for name in names)


def _present_columns(con: duckdb.DuckDBPyConnection, table: Table, parts: str) -> list[str]:
    """The declared columns that the parts have; a nullable one that is younger than all of them stays NULL."""
    present = {row[0] for row in con.execute(f"describe select * from {parts}").fetchall()}
    lacking = [f.name for f in table.fields if not f.nullable and f.name not in present]
    if lacking:
        raise LedgerError(
            f"Parts of {table.name} were written before column `{lacking[0]}` existed; run with --reextract."
        )
    return [name for name in table.fields.names if name in present]
