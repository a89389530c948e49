"""Archives in our own words: what is a page, what is passed over, what is refused."""

import gzip
from pathlib import Path

import pytest
from newsroom import page

from flows.readers import Limits, read_source
from flows.record import Record

OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
STORY = page("Bridge shut after flood")


def record(
    block: bytes, *, kind: str = "response", uri: str = "https://post.example/1", length: int | None = None
) -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Length: {length or len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def answer(body: str | bytes, head: str = OK) -> bytes:
    return head.encode() + b"\r\n" + (body.encode() if isinstance(body, str) else body)


CHUNKED = f"{len(STORY.encode()):x}\r\n".encode() + STORY.encode() + b"\r\n0\r\n\r\n"
READ = ["https://post.example/1"]
CASES = [
    ("page", record(answer(STORY)), READ),
    ("chunked", record(answer(CHUNKED, OK + "Transfer-Encoding: chunked\r\n")), READ),
    ("dechunked-by-the-crawler", record(answer(STORY, OK + "Transfer-Encoding: chunked\r\n")), READ),
    ("gzip", record(answer(gzip.compress(STORY.encode()), OK + "Content-Encoding: gzip\r\n")), READ),
    ("folded-header", record(answer(STORY)).replace(b"WARC-Type: response", b"WARC-Type:\r\n response"), READ),
    ("no-line-between", record(answer(STORY)).rstrip() + record(b"", kind="metadata"), READ),
    ("resource", record(b"x", kind="resource"), ["no articles: none of its 1 records is an HTML page"]),
    ("error-page", record(answer(STORY, "HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n")),
     ["no articles: none of its 1 records is an HTML page"]),
    ("cut", record(answer(STORY), length=100_000), ["truncated: the last record has 478 of 100,000 bytes"]),
    ("cut-in-the-header", record(answer(STORY)) + b"WARC/1.1\r\nWARC-Type: resp",
     [*READ, "truncated: the header of the last record is cut"]),
    ("no-archive", b"Hello\n", ["not well-formed: a record begins with b'Hello' instead of WARC/"]),
    ("huge", record(b"x" * 2_000_000) + record(answer(STORY)),
     ["it is longer than 1,000,000 bytes, the limit for one page", *READ]),
    ("bomb", record(answer(gzip.compress(b"x" * 2_000_000), OK + "Content-Encoding: gzip\r\n")),
     ["it is longer than 1,000,000 bytes when decoded, the limit for one page"]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "found"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
@pytest.mark.parametrize("suffix", ["warc", "warc.gz"])
def test_archive(tmp_path: Path, data: bytes, found: list[str], suffix: str) -> None:
    path = tmp_path / f"day.{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    got = read_source(str(path), limits=Limits(page_bytes=1_000_000))
    assert [item.source_key if isinstance(item, Record) else item.reason for item in got] == found
