"""Articles as `dateline export` writes them, in Parquet or JSON Lines: rows of `facts.articles`, taken as they stand.

Their ids, texts and dates are not found anew, so that the same articles give the same facts in another home.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256

import pyarrow as pa

from flows.readers.entry import Entry
from flows.readers.stated import MisstatedError
from flows.record import Record
from warehouse.schema import ARTICLES

# What the worker says of an article is said anew.
COLUMNS = tuple(field for field in ARTICLES.fields if field.name != "extractor")
NAMES = tuple(field.name for field in COLUMNS)


def is_stored(fields: Mapping[str, object]) -> bool:
    """Whether these are the columns of `facts.articles`."""
    return {"article_id", "source_key", "text_hash", "body_start"} <= fields.keys()


def stored_record(fields: Mapping[str, object], entry: Entry, *, line: int | None = None) -> Record:
    """The record of an exported article; raises `MisstatedError` where the row is not whole."""
    row = dict(_values(fields))
    text = str(row["text"])
    if sha256(text.encode()).hexdigest() != row["text_hash"] or len(text) != row["char_count"]:
        raise MisstatedError("its text is not the one that was exported (`text_hash` is of another)")
    return Record(
        source_id=str(row["source_id"]),
        source_uri=entry.uri,
        source_key=str(row["source_key"]),
        text=text,
        language=str(row["language"]) if row["language"] else None,
        line=line,
        stored=row,
    )


def _values(fields: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for field in COLUMNS:
        value = fields.get(field.name)
        if value is None and not field.nullable:
            raise MisstatedError(f"`{field.name}` of the exported article is missing")
        yield field.name, _instant(field.name, value) if pa.types.is_timestamp(field.type) else value


def _instant(name: str, value: object) -> object:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError as error:
        raise MisstatedError(f"`{name}` of the exported article is {value!r}, which is no instant") from error
