"""Bytes of an entry: decompressed, bounded, decoded strictly. A wrong guess at an encoding is worse than a reject."""

import bz2
import codecs
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, cast

from flows.readers.entry import STDIN, Entry, UnreadableError
from flows.readers.streams import PIECE, Transcoded, Unpacked

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:\-]+)""", re.IGNORECASE)
# Browsers read these labels as the Windows code page, and pages are written for browsers.
BROWSER_LABELS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}


@contextmanager
def opened(entry: Entry) -> Iterator[BinaryIO]:
    """The decompressed bytes of an entry."""
    try:
        with ExitStack() as stack:
            raw = entry.open()
            buffered = io.BufferedReader(_decompressed(raw, entry.name), PIECE)
            stack.callback(buffered.detach if entry.uri == STDIN else raw.close)
            yield cast(BinaryIO, buffered)
    except (EOFError, zlib.error, gzip.BadGzipFile, lzma.LZMAError) as error:
        raise UnreadableError(f"the compressed data are cut short or damaged ({error})") from error
    except OSError as error:
        raise UnreadableError(f"it cannot be read ({error.strerror or error})") from error


def whole(entry: Entry, limit: int) -> bytes:
    """All bytes of an entry, or an error if there are more than `limit`."""
    with opened(entry) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"it is longer than {limit:,} bytes, the limit for one article")
    if not data.strip():
        raise UnreadableError("it is empty")
    return data


def decoded(data: bytes) -> str:
    """UTF-8, or what the byte order mark says."""
    encoding, start = _mark(data)
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"the byte at offset {start + error.start:,} is not valid {encoding.upper()}; save it as UTF-8"
        ) from error


def decoded_page(data: bytes, charset: str | None = None) -> str:
    """A page: as `decoded`, else in the encoding that its server stated, else in the one that it declares."""
    try:
        return decoded(data)
    except UnreadableError:
        declared = DECLARED.search(data[:4096])
        label = (charset or (declared[1].decode("ascii") if declared else "")).casefold()
        if not label or label.replace("_", "-") in {"utf-8", "utf8"}:
            raise
        return _as_declared(data, label)


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines in UTF-8, from 1; None for a line above `limit` bytes, which is never held whole."""
    source = utf8(stream)
    number = 0
    while line := source.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while len(line) > 0 and not line.endswith(b"\n"):
            line = source.readline(PIECE)
        yield number, None


def utf8(stream: BinaryIO) -> BinaryIO:
    """The stream without its byte order mark; UTF-16 and UTF-32 as UTF-8."""
    head = cast(io.BufferedReader, stream).peek(4)[:4]
    encoding, start = _mark(head)
    stream.read(start)
    if encoding == "utf-8":
        return stream
    return cast(BinaryIO, io.BufferedReader(Transcoded(stream, encoding), PIECE))


def _mark(data: bytes) -> tuple[str, int]:
    return next(((name, len(mark)) for mark, name in BOMS if data.startswith(mark)), ("utf-8", 0))


def _as_declared(data: bytes, label: str) -> str:
    try:
        return data.decode(BROWSER_LABELS.get(label, label))
    except LookupError as error:
        raise UnreadableError(f"it declares the unknown encoding {label!r}; save it as UTF-8") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"the byte at offset {error.start:,} is valid neither as UTF-8 nor as {label}, which it declares"
        ) from error


def _decompressed(raw: BinaryIO, name: str) -> io.RawIOBase:
    if name.casefold().endswith(".gz"):
        return cast(io.RawIOBase, gzip.GzipFile(fileobj=raw))
    if name.casefold().endswith(".bz2"):
        return cast(io.RawIOBase, bz2.BZ2File(raw))
    if name.casefold().endswith(".xz"):
        return cast(io.RawIOBase, lzma.LZMAFile(raw))
    return Unpacked(raw) if name.casefold().endswith(".zst") else cast(io.RawIOBase, raw)
