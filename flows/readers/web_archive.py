"""A WARC file (ISO 28500): every page in it is an article; requests, revisits, pictures and errors are none.

Read as a stream of records from the decompressed bytes, so gzip members need not match records. The record's own
length is held against what is there: of a download that stopped, no half page is read.
"""

import io
import re
from collections.abc import Iterator, Mapping
from http.client import HTTPException, parse_headers
from typing import BinaryIO, NamedTuple

from flows.fetch.coding import charset, dechunked, decoded_body
from flows.readers.contents import decoded_page, opened
from flows.readers.entry import Entry, UnreadableError, refuse
from flows.readers.pages import page_record
from flows.readers.stated import MisstatedError
from flows.readers.streams import PIECE
from flows.record import Record
from warehouse.rejects import Reject

HEADER_LINES, LINE_BYTES = 200, 65_536
PAGE_KINDS = {"response", "resource"}
PAGE_TYPES = ("text/html", "application/xhtml")
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")


class ArchiveRecord(NamedTuple):
    """One record; `block` is None for one that is above the limit and was passed over."""

    kind: str
    uri: str
    fields: Mapping[str, str]
    block: bytes | None


class ArchivedPage(NamedTuple):
    """A page as it was served, its codings undone."""

    uri: str
    status: int
    content_type: str | None
    body: bytes


def read_web_archive(entry: Entry) -> Iterator[Record | Reject]:
    """A record or a reject for every page; one reject for a file without any."""
    page_count = record_count = 0
    with opened(entry) as stream:
        for record in archive_records(stream, entry.limits.page_bytes):
            record_count += 1
            if found := _article(record, entry):
                page_count += 1
                yield found
    if not page_count:
        yield refuse(entry, f"no articles: none of its {record_count} records is an HTML page", key=entry.key)


def archive_records(stream: BinaryIO, limit: int) -> Iterator[ArchiveRecord]:
    """Every record of a WARC; raises `UnreadableError` where it is cut short or is no WARC."""
    while (version := _first_line(stream)) is not None:
        if not version.startswith(b"WARC/"):
            raise UnreadableError(f"not well-formed: a record begins with {version[:40]!r} instead of WARC/")
        fields = _fields(stream)
        length = fields.get("content-length", "")
        if not length.isdigit():
            raise UnreadableError("not well-formed: a record does not state its length")
        uri = fields.get("warc-target-uri", "").strip("<>")
        yield ArchiveRecord(fields.get("warc-type", "").casefold(), uri, fields, _block(stream, int(length), limit))


def archived_page(record: ArchiveRecord, limit: int) -> ArchivedPage | None:
    """The page in a record; None if it holds none. Raises `UnreadableError` for one that cannot be decoded."""
    if record.kind not in PAGE_KINDS or not record.uri.startswith(("http:", "https:")):
        return None
    if record.kind == "resource":
        content_type = record.fields.get("content-type")
        return (
            ArchivedPage(record.uri, 200, content_type, record.block)
            if record.block and _is_page(content_type)
            else None
        )
    if record.block is None:
        raise UnreadableError(f"it is longer than {limit:,} bytes, the limit for one page")
    return _answer(record.uri, record.block, limit)


def _answer(uri: str, block: bytes, limit: int) -> ArchivedPage | None:
    stream = io.BytesIO(block)
    status = STATUS.match(stream.readline())
    try:
        headers = parse_headers(stream)
    except (HTTPException, ValueError):
        return None
    content_type = headers.get("content-type")
    if not status or status[1] != b"200" or not _is_page(content_type):
        return None
    body = stream.read()
    if "chunked" in (headers.get("transfer-encoding") or "").casefold():
        body = dechunked(body)
    return ArchivedPage(uri, 200, content_type, decoded_body(body, headers.get("content-encoding"), limit))


def _article(record: ArchiveRecord, entry: Entry) -> Record | Reject | None:
    try:
        page = archived_page(record, entry.limits.page_bytes)
        if page is None:
            return None
        html = decoded_page(page.body, charset(page.content_type))
        return page_record(html, entry, address=page.uri, key=page.uri)
    except (UnreadableError, MisstatedError) as error:
        return refuse(entry, str(error), key=record.uri)


def _is_page(content_type: str | None) -> bool:
    return (content_type or "").strip().casefold().startswith(PAGE_TYPES)


def _first_line(stream: BinaryIO) -> bytes | None:
    """The next line that is not blank; None at the end. Blank lines between records may be missing or too many."""
    while line := stream.readline(LINE_BYTES):
        if stripped := line.strip(b"\r\n\0 "):
            return stripped
    return None


def _fields(stream: BinaryIO) -> dict[str, str]:
    """Named fields up to the blank line, names in lower case, continued lines joined."""
    fields: dict[str, str] = {}
    name = ""
    for _ in range(HEADER_LINES):
        line = stream.readline(LINE_BYTES)
        if not line.endswith(b"\n"):
            raise UnreadableError("truncated: the header of the last record is cut")
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if not text:
            return fields
        if text[0] in " \t" and name:
            fields[name] = f"{fields[name]} {text.strip()}".strip()
            continue
        name, _, value = text.partition(":")
        name = name.strip().casefold()
        fields[name] = value.strip()
    raise UnreadableError("not well-formed: the header of a record does not end")


def _block(stream: BinaryIO, length: int, limit: int) -> bytes | None:
    """The record's block, or None when it is above the limit; it is read to its end in any case."""
    if length <= limit:
        block = stream.read(length)
        if len(block) < length:
            raise UnreadableError(f"truncated: the last record has {len(block):,} of {length:,} bytes")
        return block
    left = length
    while left:
        piece = stream.read(min(left, PIECE))
        if not piece:
            raise UnreadableError(f"truncated: the last record lacks {left:,} bytes")
        left -= len(piece)
    return None
