"""A SOURCE as the user names it: its id and a stream of records and rejects."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from flows.readers.comma_separated import read_comma_separated
from flows.readers.entry import STDIN, Entry, Limits, UnreadableError, refuse
from flows.readers.json_lines import read_json_lines
from flows.readers.json_values import read_json_values
from flows.readers.listed import read_listed
from flows.readers.locate import Listing, locate
from flows.readers.mail import read_mailbox, read_message
from flows.readers.pages import read_page
from flows.readers.parquet_rows import read_parquet_rows
from flows.readers.plain_text import read_plain_text
from flows.readers.web_archive import read_web_archive
from flows.record import Record
from warehouse.rejects import Reject

Reader = Callable[[Entry], Iterator[Record | Reject]]
READERS: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".jsonl": read_json_lines,
    ".json": read_json_values,
    ".html": read_page,
    ".htm": read_page,
    ".csv": read_comma_separated,
    ".parquet": read_parquet_rows,
    ".xml": read_listed,
    ".rss": read_listed,
    ".atom": read_listed,
    ".rdf": read_listed,
    ".warc": read_web_archive,
    ".eml": read_message,
    ".mbox": read_mailbox,
}


@dataclass(frozen=True)
class Source:
    """A source that exists. Reading it goes through its files one after the other.

    `keep` is called when what was read is safe on disk: only then may the source remember having shown it. `address` is
    that of a configured source, at which it says what is wrong with itself; `has_failed`, whether it did this time.
    """

    source_id: str
    records: Iterator[Record | Reject]
    keep: Callable[[], None] = lambda: None
    address: str | None = None
    has_failed: Callable[[], bool] = lambda: False


def read_source(source: str, *, limits: Limits = Limits()) -> Iterator[Record | Reject]:  # noqa: B008
    """Every article of a source, as a stream; a source that does not exist raises `DatelineError` at once."""
    return open_source(source, limits=limits).records


def open_source(source: str, *, limits: Limits = Limits(), stdin: BinaryIO | None = None) -> Source:  # noqa: B008
    """A folder, a file, `-` for JSONL on standard input, or an address; raises `DatelineError` if it is not there."""
    if source == "-":
        entry = Entry(STDIN, STDIN, STDIN, "-.jsonl", lambda: stdin or sys.stdin.buffer, limits)
        return Source(STDIN, _read_all(Listing(STDIN, iter([entry]))))
    listing = locate(source, limits)
    return Source(listing.source_id, _read_all(listing))


def _read_all(listing: Listing) -> Iterator[Record | Reject]:
    for item in listing.entries:
        if isinstance(item, Entry):
            yield from read_entry(item)
        else:
            yield item


def read_entry(entry: Entry) -> Iterator[Record | Reject]:
    """Every article of one file, in the format that its name says."""
    try:
        yield from READERS[entry.format](entry)
    except UnreadableError as error:
        yield refuse(entry, str(error), key=entry.key, line=error.line)
