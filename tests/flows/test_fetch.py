"""Fetching from a real server that answers well, late, too much, or with lies."""

import gzip
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import brotli
import pytest
from newsroom import Answering, Newsroom, newsroom

from flows.fetch.answer import UnfetchedError
from flows.fetch.coding import dechunked, decoded_body
from flows.fetch.fetcher import Fetcher
from flows.fetch.page_archive import PageArchive
from flows.fetch.settings import FetchSettings
from flows.readers import read_source
from flows.readers.entry import UnreadableError
from flows.record import Record

QUICK = FetchSettings(
    seconds_between=0, retry_seconds=0.01, timeout_seconds=0.3, longest_seconds=0.6, page_bytes=50_000
)


@pytest.fixture
def room() -> Iterator[Newsroom]:
    with newsroom() as room:
        yield room


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(QUICK) as fetcher:
        yield fetcher


def slowly(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(40):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


def broken(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b"half a page")


def silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(0.5)


REFUSED = [
    ("/slow", slowly, "it does not arrive in time", True),
    ("/silent", silent, "it does not answer in time", True),
    ("/broken", broken, "it cannot be reached", True),
]


@pytest.mark.parametrize(("path", "answer", "reason", "is_temporary"), REFUSED, ids=[row[0] for row in REFUSED])
def test_bad_answers(room: Newsroom, path: str, answer: Answering, reason: str, is_temporary: bool) -> None:
    room.pages[path] = answer
    with Fetcher(replace(QUICK, retry_count=0)) as fetcher, pytest.raises(UnfetchedError, match=reason) as raised:
        fetcher.get(room.address + path)
    assert raised.value.is_temporary == is_temporary


def test_a_document(room: Newsroom, fetcher: Fetcher) -> None:
    room.serve("/a", "Words", ETag='"1"')
    answer = fetcher.get(f"{room.address}/a", validators={"If-None-Match": '"0"'})
    assert (answer.status, answer.body, answer.headers["etag"], answer.url) == (
        200,
        b"Words",
        '"1"',
        f"{room.address}/a",
    )
    assert room.conditions == {"If-None-Match": '"0"'}


def test_too_large(room: Newsroom, fetcher: Fetcher) -> None:
    room.serve("/huge", b"x" * 60_000)
    room.serve("/bomb", gzip.compress(b"x" * 60_000), Content_Encoding="gzip")
    for path in ("/huge", "/bomb"):
        with pytest.raises(UnreadableError, match="longer than 50,000 bytes"):
            fetcher.get(room.address + path)


def test_codings(room: Newsroom, fetcher: Fetcher) -> None:
    room.serve("/gzip", gzip.compress(b"Words"), Content_Encoding="gzip")
    room.serve("/br", brotli.compress(b"Words"), Content_Encoding="br")
    room.serve("/lie", b"Words", Content_Encoding="gzip")
    assert [fetcher.get(room.address + path).body for path in ("/gzip", "/br", "/lie")] == [b"Words"] * 3


def test_redirects(room: Newsroom, fetcher: Fetcher) -> None:
    room.serve("/old", "", status=301, Location="/new")
    room.serve("/new", "Words")
    room.serve("/loop", "", status=302, Location="/loop")
    room.serve("/file", "", status=302, Location="file:///etc/hostname")
    assert fetcher.get(f"{room.address}/old").url == f"{room.address}/new"
    with pytest.raises(UnfetchedError, match="more than 8 redirects"):
        fetcher.get(f"{room.address}/loop")
    with pytest.raises(UnfetchedError, match="no address of the web"):
        fetcher.get(f"{room.address}/file")


def test_what_lies_outside_may_not_lead_inside(room: Newsroom, fetcher: Fetcher) -> None:
    with pytest.raises(UnfetchedError, match="inside a private network"):
        fetcher.get(f"{room.address}/a", named_by="http://192.0.2.1.example.invalid/feed")
    assert room.asked == []


def test_retries(room: Newsroom, fetcher: Fetcher) -> None:
    answers = iter([503, 200])

    def busy(request: BaseHTTPRequestHandler) -> None:
        request.send_response(next(answers))
        request.send_header("Content-Length", "0")
        request.end_headers()

    room.pages["/busy"] = busy
    assert fetcher.get(f"{room.address}/busy").status == 200
    room.serve("/down", "", status=503)
    room.serve("/gone", "", status=410)
    room.pages["/slow"] = slowly
    for path, is_temporary, asked in (("/down", True, 3), ("/gone", False, 1), ("/slow", True, 1)):
        with pytest.raises(UnfetchedError) as raised:
            fetcher.get(room.address + path)
        assert (raised.value.is_temporary, room.asked.count(path)) == (is_temporary, asked)


def test_robots(room: Newsroom, fetcher: Fetcher) -> None:
    room.serve("/robots.txt", "User-agent: *\nDisallow: /*/private\nAllow: /")
    room.serve("/a/public", "Words")
    assert fetcher.get(f"{room.address}/a/public").status == 200
    with pytest.raises(UnfetchedError, match=r"robots.txt of .* does not allow it"):
        fetcher.get(f"{room.address}/a/private")
    assert room.asked.count("/robots.txt") == 1
    assert "/a/private" not in room.asked


def test_unreachable_robots_allow_nothing(room: Newsroom, fetcher: Fetcher) -> None:
    room.serve("/robots.txt", "", status=500)
    with pytest.raises(UnfetchedError) as raised:
        fetcher.get(f"{room.address}/a")
    assert raised.value.is_temporary
    assert "/a" not in room.asked


def test_hosts_are_paced(room: Newsroom) -> None:
    room.serve("/a", "Words")
    with Fetcher(FetchSettings(seconds_between=0.1, is_robots_obeyed=False)) as fetcher:
        began = time.monotonic()
        for _ in range(3):
            fetcher.get(f"{room.address}/a")
    assert time.monotonic() - began >= 0.2


def test_kept_pages_can_be_read_again(room: Newsroom, fetcher: Fetcher, tmp_path: Path) -> None:
    room.story("/bridge", "Bridge shut after flood")
    answer = fetcher.get(f"{room.address}/bridge")
    archive = PageArchive(tmp_path / "day.warc.gz")
    archive.add(answer, datetime(2022, 1, 7))
    archive.add(answer, datetime(2022, 1, 8))
    found = [item for item in read_source(str(archive.path)) if isinstance(item, Record)]
    assert [(item.url, item.title) for item in found] == [(f"{room.address}/bridge", "Bridge shut after flood")] * 2


CHUNKED = [
    (b"5\r\nWords\r\n0\r\n\r\n", b"Words"),
    (b"3;x=y\r\nWor\r\n2\r\nds\r\n0\r\n\r\n", b"Words"),
    (b"Words that are not chunked", b"Words that are not chunked"),
]


@pytest.mark.parametrize(("data", "body"), CHUNKED, ids=["one", "two", "none"])
def test_dechunked(data: bytes, body: bytes) -> None:
    assert dechunked(data) == body


def test_damaged_bodies() -> None:
    with pytest.raises(UnreadableError, match="truncated"):
        dechunked(b"5\r\nWords\r\n")
    for data, coding in ((b"\x1f\x8bnonsense", "gzip"), (b"nonsense", "br"), (b"nonsense", "deflate")):
        with pytest.raises(UnreadableError, match="damaged"):
            decoded_body(data, coding, 100)
    with pytest.raises(UnreadableError, match="'rot13' is unknown"):
        decoded_body(b"x", "rot13", 100)
