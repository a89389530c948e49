"""JSON Lines: one article a line; a broken line is refused with its number and the rest is read."""

import json
from collections.abc import Iterator

from flows.readers.contents import lines, opened
from flows.readers.entry import Entry, refuse
from flows.readers.stated import MisstatedError, kind_of, record_from
from flows.readers.stored import is_stored, stored_record
from flows.record import Record
from warehouse.rejects import Reject


def read_json_lines(entry: Entry) -> Iterator[Record | Reject]:
    """A record or a reject for every line that is not blank."""
    is_empty = True
    with opened(entry) as stream:
        for number, line in lines(stream, entry.limits.line_bytes):
            if line is None or line.strip():
                is_empty = False
                yield _read_line(line, number, entry)
    if is_empty:
        yield refuse(entry, "it is empty")


def _read_line(line: bytes | None, number: int, entry: Entry) -> Record | Reject:
    if line is None:
        return refuse(entry, f"the line is longer than {entry.limits.line_bytes:,} bytes", line=number)
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        return refuse(entry, f"the byte at offset {error.start:,} of the line is not valid UTF-8", line=number)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return refuse(entry, f"the line is not JSON: {_trouble(error)}", line=number, payload=text.rstrip("\r\n"))
    return read_value(value, entry, line=number, payload=text.rstrip("\r\n"))


def read_value(value: object, entry: Entry, *, line: int | None, payload: str | None) -> Record | Reject:
    """One JSON value as a record."""
    if not isinstance(value, dict):
        reason = f"the article is {kind_of(value) if value is not None else 'null'}, not a JSON object"
        return refuse(entry, reason, line=line, payload=payload)
    try:
        return stored_record(value, entry, line=line) if is_stored(value) else record_from(value, entry, line=line)
    except MisstatedError as error:
        key = value.get("id")
        return refuse(entry, str(error), key=key if isinstance(key, str) else None, line=line, payload=payload)


def _trouble(error: Exception) -> str:
    """`Expecting ',' delimiter at column 12`."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
