"""A `.parquet` file: columns named like the input record, one article a row, read a few hundred rows at a time."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.stated import FIELDS, MisstatedError, record_from
from flows.readers.stored import NAMES, is_stored, stored_record
from flows.record import Record
from warehouse.rejects import Reject

BATCH_ROWS = 256


def read_parquet_rows(entry: Entry) -> Iterator[Record | Reject]:
    """A record or a reject for every row; columns that are no fields of the input record are not read."""
    try:
        with entry.open() as raw:
            file = _file(raw, entry.columns.get("text", "text"))
            wanted = {*FIELDS, *NAMES, *entry.columns.values()}
            columns = [name for name in file.schema_arrow.names if name in wanted]
            for number, row in enumerate(_rows(file, columns), 1):
                yield _record(row, entry, number)
    except (pa.ArrowException, OSError) as error:
        raise UnreadableError(f"it is no Parquet file that can be read ({str(error).splitlines()[0]})") from error


def _file(raw: BinaryIO, text: str) -> pq.ParquetFile:
    file = pq.ParquetFile(raw if raw.seekable() else io.BytesIO(raw.read()))
    if text not in file.schema_arrow.names:
        raise UnreadableError(f"it has no column `{text}`, but {', '.join(file.schema_arrow.names)[:200]}")
    return file


def _rows(file: pq.ParquetFile, columns: list[str]) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=columns):
        yield from batch.to_pylist()


def _record(row: dict[str, Any], entry: Entry, number: int) -> Record | Reject:
    try:
        return stored_record(row, entry, line=number) if is_stored(row) else record_from(row, entry, line=number)
    except MisstatedError as error:
        key = row.get("id", row.get("source_key"))
        return refuse(entry, str(error), key=None if key is None else str(key), line=number)
