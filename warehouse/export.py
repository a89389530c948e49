"""The published tables as files, one per table of `facts` and `marts`: `facts.quantities.csv`."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from warehouse.declared import STORED, quoted
from warehouse.errors import DatelineError, StorageError
from warehouse.files import storage
from warehouse.hashes import content_tables
from warehouse.home import Home
from warehouse.published import OFFLINE
from warehouse.query import published

FORMATS: Mapping[str, str] = {
    "parquet": "format parquet, compression zstd",
    "csv": "format csv, header true, timestampformat '%Y-%m-%dT%H:%M:%S.%f'",
    "jsonl": "format json, array false, timestampformat '%Y-%m-%dT%H:%M:%S.%f'",
}
ORDERS = {f"{table.schema}.{table.name}": ", ".join(table.key) for table in STORED}


def export(home: Home, kind: str, target: Path, *, replace: bool = False) -> list[Path]:
    """Write every table of `facts` and `marts` into a folder; the files written, in alphabetical order.

    `kind` is `parquet` (zstd), `csv` (UTF-8, header line, lists as JSON) or `jsonl` (one object a row). A folder that
    holds something is refused unless `replace` is set; then files of the same name are replaced, others stay.
    """
    if kind not in FORMATS:
        raise DatelineError(f"There is no export format `{kind}`; choose one of {', '.join(FORMATS)}.")
    with published(home, config=OFFLINE) as con:
        _make_ready(target, replace=replace)
        return [_write(con, name, kind, target) for name in content_tables(con)]


def _make_ready(target: Path, *, replace: bool) -> None:
    with storage(target, elsewhere="name another folder"):
        if target.exists() and not target.is_dir():
            raise StorageError(f"{target} is a file; name a folder to export into.")
        if target.is_dir() and not replace and any(target.iterdir()):
            raise StorageError(f"{target} is not empty; name another folder, or replace what is there with --replace.")
        target.mkdir(parents=True, exist_ok=True)


def _write(con: duckdb.DuckDBPyConnection, name: str, kind: str, target: Path) -> Path:
    path = target / f"{name}.{kind}"
    unfinished = target / f".{path.name}.tmp"
    order = f" order by {ORDERS[name]}" if name in ORDERS else ""
    try:
        con.execute(f"copy ({_select(con, name, kind)}{order}) to {quoted(str(unfinished))} ({FORMATS[kind]})")
        with storage(path, elsewhere="name another folder"):
            unfinished.replace(path)
    except duckdb.IOException as error:
        reason = str(error).splitlines()[0]
        raise StorageError(f"{path} cannot be written ({reason}); free space or name another folder.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def _select(con: duckdb.DuckDBPyConnection, name: str, kind: str) -> str:
    """CSV has no lists, so they are written as JSON."""
    columns = con.execute(f"describe {name}").fetchall()
    nested = [column for column, type_, *_ in columns if type_.endswith("[]") and kind == "csv"]
    replaced = ", ".join(f"to_json({column}) as {column}" for column in nested)
    return f"select *{f' replace ({replaced})' if nested else ''} from {name}"
