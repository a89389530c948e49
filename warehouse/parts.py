"""Parquet parts: one immutable file per table and chunk, named by what made it.

`facts/quantities/extractor=0.1.0%2Ben/3f2a91.parquet`; the folder is a Hive partition, so any reader of
Parquet data sets can tell the extractors apart.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.files import write_whole
from warehouse.home import Home


def write_parts(home: Home, tables: Mapping[str, pa.Table], *, extractor: str, chunk_hash: str) -> Mapping[str, str]:
    """Write every table that has rows; table name -> path relative to the home."""
    return {
        name: _write(home, table, _path(home, name, extractor, chunk_hash))
        for name, table in tables.items()
        if len(table)
    }


def _path(home: Home, table: str, extractor: str, chunk_hash: str) -> Path:
    folder = home.articles if table == "articles" else home.facts / table
    return folder / f"extractor={quote(extractor, safe='')}" / f"{chunk_hash}.parquet"


def _write(home: Home, table: pa.Table, path: Path) -> str:
    write_whole(path, lambda file: pq.write_table(table, file, compression="zstd"))
    return path.relative_to(home.path).as_posix()
