"""A `.csv` file: a header that names fields of the input record, then one article a row."""

import csv
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from flows.readers.contents import lines, opened
from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.stated import MisstatedError, named, record_from
from flows.record import Record
from warehouse.rejects import Reject

UNDECODED = re.compile("[\udc80-\udcff]")


def read_comma_separated(entry: Entry) -> Iterator[Record | Reject]:
    """A record or a reject for every row; authors in one cell are parted by semicolons."""
    # Of the whole process, so it is only ever raised; what a line may hold is held to in `_text_lines`.
    csv.field_size_limit(max(csv.field_size_limit(), entry.limits.line_bytes))
    with opened(entry) as stream:
        rows = csv.reader(_text_lines(stream, entry), strict=True)
        header = _header(rows, entry.columns.get("text", "text"))
        while True:
            line = rows.line_num + 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield refuse(entry, f"the row is not CSV: {error}", line=line)
                continue
            if cells:
                yield _row(header, cells, entry, line)


def _text_lines(stream: BinaryIO, entry: Entry) -> Iterator[str]:
    """Lines as text; bytes that are not UTF-8 are kept recognisable, so that only their row is refused."""
    for number, line in lines(stream, entry.limits.line_bytes):
        if line is None:
            raise UnreadableError(f"the line is longer than {entry.limits.line_bytes:,} bytes", line=number)
        yield line.decode("utf-8", "surrogateescape")


def _header(rows: Iterator[list[str]], text: str) -> list[str]:
    try:
        header = [name.strip() for name in next(rows, [])]
    except csv.Error as error:
        raise UnreadableError(f"its header is not CSV: {error}", line=1) from error
    if not header:
        raise UnreadableError("it is empty")
    if text not in header:
        raise UnreadableError(f"its header names no column `{text}`, but {', '.join(header)[:200]}", line=1)
    return header


def _row(header: list[str], cells: list[str], entry: Entry, line: int) -> Record | Reject:
    if len(cells) != len(header):
        return refuse(entry, f"the row has {len(cells)} cells, the header {len(header)}", line=line)
    if any(UNDECODED.search(cell) for cell in cells):
        return refuse(entry, "the row holds bytes that are not valid UTF-8", line=line)
    fields: Mapping[str, object] = dict(zip(header, (cell or None for cell in cells), strict=True))
    fields = named(fields, entry.columns)
    authors = str(fields.get("authors") or "").split(";")
    try:
        return record_from(dict(fields) | {"authors": authors}, entry, line=line)
    except MisstatedError as error:
        key = fields.get("id")
        return refuse(entry, str(error), key=str(key) if key else None, line=line)
