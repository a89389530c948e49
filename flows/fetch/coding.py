"""Transfer and content codings of HTTP, undone with a limit, so that no small answer can become a huge one."""

import re
import zlib
from collections.abc import Callable
from typing import Any

from flows.readers.entry import UnreadableError

CHUNK = re.compile(rb"([0-9A-Fa-f]+)[^\r\n]*\r?\n")
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:\-]+)""", re.IGNORECASE)
GZIP = b"\x1f\x8b"


def decoded_body(data: bytes, coding: str | None, limit: int) -> bytes:
    """The body without its content codings (`gzip`, `br`...); above `limit` bytes it raises `UnreadableError`."""
    for name in reversed([part.strip().casefold() for part in (coding or "").split(",")]):
        decode = DECODERS.get(name)
        if decode is not None:
            data = decode(data, limit)
        elif name not in {"", "identity"}:
            raise UnreadableError(f"its content coding {name!r} is unknown")
        if len(data) > limit:
            raise UnreadableError(f"it is longer than {limit:,} bytes when decoded, the limit for one page")
    return data


def dechunked(data: bytes) -> bytes:
    """The body without chunked transfer coding; one that is not chunked, as some archives keep them, unchanged."""
    parts: list[bytes] = []
    start = 0
    while size := CHUNK.match(data, start):
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts)
        parts.append(data[size.end() : size.end() + length])
        start = size.end() + length
        start += 2 if data[start : start + 2] == b"\r\n" else 1
    if parts and start >= len(data):
        raise UnreadableError("truncated: its last chunk is missing")
    return data


def charset(content_type: str | None) -> str | None:
    """`text/html; charset=UTF-8` -> `UTF-8`."""
    found = CHARSET.search(content_type or "")
    return found[1] if found else None


def _gzip(data: bytes, limit: int) -> bytes:
    """Some archives and servers keep the header of a coding that they have undone already."""
    return _inflated(zlib.decompressobj(wbits=31), data, limit) if data.startswith(GZIP) else data


def _deflate(data: bytes, limit: int) -> bytes:
    try:
        return _inflated(zlib.decompressobj(), data, limit)
    except UnreadableError:
        return _inflated(zlib.decompressobj(wbits=-15), data, limit)


def _inflated(decoder: Any, data: bytes, limit: int) -> bytes:
    try:
        return bytes(decoder.decompress(data, limit + 1))
    except zlib.error as error:
        raise UnreadableError(f"its compressed body is damaged ({error})") from error


def _brotli(data: bytes, limit: int) -> bytes:
    import brotli

    decoder = brotli.Decompressor()
    try:
        decoded = decoder.process(data, output_buffer_limit=limit + 1)
        while len(decoded) <= limit and not decoder.can_accept_more_data():
            decoded += decoder.process(b"", output_buffer_limit=limit + 1)
    except brotli.error as error:
        raise UnreadableError(f"its compressed body is damaged ({error})") from error
    return bytes(decoded)


def _zstandard(data: bytes, limit: int) -> bytes:
    from zstandard import ZstdDecompressor, ZstdError

    try:
        with ZstdDecompressor(max_window_size=1 << 23).stream_reader(data) as reader:
            return bytes(reader.read(limit + 1))
    except ZstdError as error:
        raise UnreadableError(f"its compressed body is damaged ({error})") from error


DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstandard,
}
