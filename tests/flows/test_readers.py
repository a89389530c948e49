"""Every format into records, and everything that is wrong with an input into one clear reject."""

import gzip
import io
import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from flows.readers import Limits, open_source, read_source
from flows.record import Record
from transforms.instant import Instant
from warehouse.errors import DatelineError
from warehouse.rejects import Reject

TEXT = "The bridge at Oakford is shut, the council said. Nobody was hurt."
FULL: dict[str, Any] = {
    "id": "a1", "text": TEXT, "title": "Bridge shut", "url": "https://post.example/a1", "outlet": "Valley Post",
    "authors": ["Ines Okoro", "Tam Vale"], "published_at": "2022-01-07T08:01+06:00", "updated_at": "2022-01-08",
    "language": "EN-gb", "section": "Roads", "unknown": {"ignored": True},
}  # fmt: skip
STATED: dict[str, Any] = {
    "source_key": "a1", "text": TEXT, "title": "Bridge shut", "url": "https://post.example/a1", "outlet": "Valley Post",
    "authors": ("Ines Okoro", "Tam Vale"), "published_at": Instant(datetime(2022, 1, 7, 8, 1), "+06:00", "minute"),
    "updated_at": Instant(datetime(2022, 1, 8), None, "day"), "language": "en", "section": "Roads", "line": 1,
}  # fmt: skip
PAGE = """<!doctype html><html lang="de"><head><title>Bridge shut | Valley Post</title>
<meta property="og:title" content="Bridge shut after flood | Valley Post">
<meta property="og:site_name" content="Valley Post"><meta name="author" content="Ines Okoro">
<meta property="article:published_time" content="2022-01-07T08:01:00+06:00">
<link rel="canonical" href="https://post.example/roads/bridge"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Bridge shut after flood</h1><p>The bridge at Oakford is shut – for good, the council said on Friday,
after the river took two of its piers.</p><p>“Nobody was hurt,” said Mayor Tam Vale, who had walked over it an hour
before. The next bridge is 14 kilometres away, and the school bus now takes an hour.</p></article></body></html>"""
PAGE_TEXT = (
    "The bridge at Oakford is shut – for good, the council said on Friday, after the river took two of its piers.\n\n"
    "“Nobody was hurt,” said Mayor Tam Vale, who had walked over it an hour before. The next bridge is 14 kilometres "
    "away, and the school bus now takes an hour."
)
SMALL = Limits(keeps_undated=False, text_characters=100, line_bytes=200, page_bytes=5000)


def facts(record: Record | Reject) -> dict[str, Any]:
    """What a record states, or the line and reason of a reject."""
    if isinstance(record, Reject):
        return {"line": record.line, "reason": record.reason}
    unstated = (None, (), False)
    hidden = {"source_id", "source_uri"}
    return {k: v for k, v in vars(record).items() if k not in hidden and v not in unstated}


def read(path: Path | str, **options: Any) -> list[dict[str, Any]]:
    return [facts(record) for record in read_source(str(path), **options)]


def line(**changes: Any) -> str:
    return json.dumps({key: value for key, value in (FULL | changes).items() if value is not ...})


def csv_of(*rows: str) -> bytes:
    return "\n".join(("id,title,authors,published_at,text", *rows)).encode()


def parquet_of(**columns: list[Any]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink)
    return sink.getvalue()


WHOLE = {"text": TEXT, "has_title_inside": True}
BRIEF = {"source_key": "a1", "text": TEXT, "line": 1}
ONE = json.dumps({"id": "a1", "text": TEXT}).encode()
TWO = b'{"id": "a2", "text": "Open again."}'
SECOND = {"source_key": "a2", "text": "Open again.", "line": 2}
FORMATS: list[tuple[str, bytes, list[dict[str, Any]]]] = [
    ("a.txt", TEXT.encode(), [{"source_key": "a.txt"} | WHOLE]),
    ("a.TXT", TEXT.encode(), [{"source_key": "a.TXT"} | WHOLE]),
    ("verbatim.txt", b"\xef\xbb\xbfOne\r\n\r\n  two\t\xe2\x80\x9cx\xe2\x80\x9d \n",
     [{"source_key": "verbatim.txt", "text": "One\r\n\r\n  two\t“x” \n", "has_title_inside": True}]),
    ("utf16.txt", TEXT.encode("utf-16"), [{"source_key": "utf16.txt"} | WHOLE]),
    ("a.txt.gz", gzip.compress(TEXT.encode()), [{"source_key": "a.txt.gz"} | WHOLE]),
    ("a.txt.zst", zstandard.compress(TEXT.encode()), [{"source_key": "a.txt.zst"} | WHOLE]),
    ("full.jsonl", line().encode(), [STATED]),
    ("two.jsonl", ONE + b"\n\n" + TWO + b"\n", [BRIEF, SECOND | {"line": 3}]),
    ("utf16.jsonl", (ONE + b"\n" + TWO).decode().encode("utf-16"), [BRIEF, SECOND]),
    ("a.jsonl.zst", zstandard.compress(ONE) + zstandard.compress(b"\n" + TWO), [BRIEF, SECOND]),
    ("number.jsonl", b'{"id": 7, "text": "x", "published_at": null, "title": " "}',
     [{"source_key": "7", "text": "x", "line": 1}]),
    ("no-id.jsonl", b'{"text": "x"}', [{"source_key": "blake2b:5d7ce84cac6244a5", "text": "x", "line": 1}]),
    ("url-for-id.jsonl", b'{"url": "https://p.example/1", "text": "x"}',
     [{"source_key": "https://p.example/1", "url": "https://p.example/1", "text": "x", "line": 1}]),
    ("object.json", ONE, [BRIEF]),
    ("array.json", b"[\n" + ONE + b",\n" + TWO + b"]\n", [BRIEF | {"line": 2}, SECOND | {"line": 3}]),
    ("lines.json", ONE + b"\n" + TWO, [BRIEF, SECOND]),
    ("a.csv", csv_of('a1,Bridge shut,Ines Okoro; Tam Vale,2022-01-08,"One, ""two""\n\nthree"', "a2,,,,Open again."),
     [{"source_key": "a1", "title": "Bridge shut", "authors": ("Ines Okoro", "Tam Vale"), "line": 2,
       "published_at": Instant(datetime(2022, 1, 8), None, "day"), "text": 'One, "two"\n\nthree'},
      {"source_key": "a2", "text": "Open again.", "line": 5}]),
    ("a.parquet",
     parquet_of(id=[1, 2], text=[TEXT, None], published_at=[datetime(2022, 1, 7, 8, 1), None], other=[0, 1]),
     [{"source_key": "1", "text": TEXT, "published_at": Instant(datetime(2022, 1, 7, 8, 1), None, "minute"), "line": 1},
      {"line": 2, "reason": "`text` is missing"}]),
    ("page.html", PAGE.encode(),
     [{"source_key": "page.html", "text": PAGE_TEXT, "title": "Bridge shut after flood", "outlet": "Valley Post",
       "url": "https://post.example/roads/bridge", "authors": ("Ines Okoro",),
       "published_at": Instant(datetime(2022, 1, 7, 8, 1), "+06:00", "minute")}]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "expected"), FORMATS, ids=[row[0] for row in FORMATS])
def test_format(tmp_path: Path, name: str, data: bytes, expected: list[dict[str, Any]]) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name) == expected


def test_page_in_its_declared_encoding(tmp_path: Path) -> None:
    declared = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">')
    (tmp_path / "page.htm").write_bytes(declared.encode("cp1252"))
    assert [record["text"] for record in read(tmp_path / "page.htm")] == [PAGE_TEXT]


def reject(reason: str, at: int | None = None) -> list[dict[str, Any]]:
    return [{"line": at, "reason": reason}]


UNREADABLE: list[tuple[str, str, bytes, list[dict[str, Any]]]] = [
    ("empty-text", "a.txt", b"", reject("it is empty")),
    ("blank-text", "a.txt", b" \n\t\n", reject("it is empty")),
    ("empty-lines", "a.jsonl", b"\n", reject("it is empty")),
    ("empty-array", "a.json", b"[]", reject("it holds no article")),
    ("empty-table", "a.csv", b"", reject("it is empty")),
    ("long-text", "a.txt", b"word " * 30,
     reject("its text has 150 characters, above the limit of 100 for one article")),
    ("very-long-text", "a.txt", b"word " * 90, reject("it is longer than 400 bytes, the limit for one article")),
    ("long-line", "a.jsonl", b'{"text": "' + b"x" * 999 + b'"}\n' + TWO,
     [*reject("the line is longer than 200 bytes", 1), SECOND]),
    ("latin-1", "a.txt", "Unruhe in Köln".encode("latin-1"),
     reject("the byte at offset 11 is not valid UTF-8; save it as UTF-8")),
    ("latin-1-line", "a.jsonl", '{"text": "Köln"}\n'.encode("latin-1") + TWO,
     [*reject("the byte at offset 11 of the line is not valid UTF-8", 1), SECOND]),
    ("latin-1-row", "a.csv", csv_of("a1,,,,Köln").decode().encode("latin-1") + b"\na2,,,,Open again.",
     [*reject("the row holds bytes that are not valid UTF-8", 2), SECOND | {"line": 3}]),
    ("latin-1-page", "a.html", "<html><body><p>Köln</p></body></html>".encode("latin-1"),
     reject("the byte at offset 16 is not valid UTF-8; save it as UTF-8")),
    ("broken-line", "a.jsonl", b'{"text" "x"}\n' + TWO,
     [*reject("the line is not JSON: Expecting ':' delimiter at column 9", 1), SECOND]),
    ("not-an-object", "a.jsonl", b"[1]\nnull",
     [*reject("the article is a list, not a JSON object", 1), *reject("the article is null, not a JSON object", 2)]),
    ("no-text", "a.jsonl", b'{"id": "a1"}', reject("`text` is missing", 1)),
    ("blank-body", "a.jsonl", b'{"text": " "}', reject("`text` is empty", 1)),
    ("number-as-text", "a.jsonl", b'{"text": 5}', reject("`text` is a number, not a string", 1)),
    ("list-as-title", "a.jsonl", b'{"text": "x", "title": []}', reject("`title` is a list, not a string", 1)),
    ("truth-as-id", "a.jsonl", b'{"text": "x", "id": true}', reject("`id` is a truth value, not a string", 1)),
    ("number-as-author", "a.jsonl", b'{"text": "x", "authors": [3]}',
     reject("`authors` holds a number; it is a list of strings", 1)),
    ("unread-date", "a.jsonl", b'{"text": "x", "published_at": "03/04/2021"}',
     reject("`published_at` is '03/04/2021', which is no ISO 8601 date such as 2022-01-07T08:01+06:00", 1)),
    ("unread-language", "a.jsonl", b'{"text": "x", "language": "English"}',
     reject("`language` is 'English', which is no ISO 639 code such as `en`", 1)),
    ("half-a-pair", "a.jsonl", b'{"text": "\\ud83d"}', reject("a field holds half a surrogate pair (U+D83D)", 1)),
    ("cut-array", "a.json", b"[" + ONE + b",\n", [BRIEF, *reject("the array is not closed: the file is cut short", 2)]),
    ("broken-array", "a.json", b"[" + ONE + b',\n{"text" "x"}]',
     [BRIEF, *reject("it is not JSON: Expecting ':' delimiter at column 9; the rest of the file is not read", 2)]),
    ("cut-gzip", "a.txt.gz", gzip.compress(TEXT.encode())[:-12],
     reject("the compressed data are cut short or damaged "
            "(Compressed file ended before the end-of-stream marker was reached)")),
    ("no-gzip", "a.jsonl.gz", ONE,
     reject("the compressed data are cut short or damaged (Not a gzipped file (b'{\"'))")),
    ("cut-zstd", "a.txt.zst", zstandard.compress(TEXT.encode())[:-12],
     reject("the compressed data are cut short or damaged (the last frame is not finished)")),
    ("no-text-column", "a.csv", b"id,body\n1,x", reject("its header names no column `text`, but id, body", 1)),
    ("short-row", "a.csv", csv_of("a1,x", "a2,,,,Open again."),
     [*reject("the row has 2 cells, the header 5", 2), SECOND | {"line": 3}]),
    ("no-parquet", "a.parquet", b"PAR1 but not really", reject(
        "it is no Parquet file that can be read (Parquet magic bytes not found in footer. "
        "Either the file is corrupted or this is not a parquet file.)")),
    ("no-text-in-parquet", "a.parquet", parquet_of(id=[1]), reject("it has no column `text`, but id")),
    ("page-without-article", "a.html", b"<html><body><nav>Home</nav></body></html>",
     reject("no article text is found in the page")),
    ("page-without-markup", "a.html", b"just words", reject("it holds no HTML")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "expected"), [r[1:] for r in UNREADABLE], ids=[r[0] for r in UNREADABLE])
def test_unreadable(tmp_path: Path, name: str, data: bytes, expected: list[dict[str, Any]]) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name, limits=SMALL) == expected


def test_a_line_that_is_nested_too_deeply(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"[" * 100_000 + b"\n" + TWO)
    assert read(tmp_path / "a.jsonl") == [*reject("the line is not JSON: it is nested too deeply", 1), SECOND]


def test_a_reject_keeps_its_input_to_be_replayed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a1"}\n{"id": "a2", "text":\n')
    rejects = [record for record in read_source(str(tmp_path / "a.jsonl")) if isinstance(record, Reject)]
    assert [(r.stage, r.source_key, r.line, r.payload) for r in rejects] == [
        ("read", "a1", 1, '{"id": "a1"}'),
        ("read", None, 2, '{"id": "a2", "text":'),
    ]


def test_an_unread_date_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a1", "text": "x", "published_at": "03/04/2021"}')
    expected = {"source_key": "a1", "text": "x", "line": 1, "is_date_unread": True}
    assert read(tmp_path / "a.jsonl", limits=Limits(keeps_undated=True)) == [expected]


def test_a_value_across_pieces_of_the_stream(tmp_path: Path) -> None:
    text = "é" * 400_000
    (tmp_path / "a.json").write_text(
        json.dumps([{"id": "a1", "text": text}, {"id": "a2", "text": "x"}], ensure_ascii=False)
    )
    assert [(r["source_key"], len(r["text"])) for r in read(tmp_path / "a.json")] == [("a1", 400_000), ("a2", 1)]


def test_folder(tmp_path: Path) -> None:
    names = (
        "b.txt",
        "a/z.txt",
        "a/y.jsonl",
        ".hidden.txt",
        ".git/c.txt",
        "README.md",
        "LICENSE",
        "x.png",
        "SOURCES.txt",
    )
    for name in (*names, "report.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"id": "y1", "text": name}))
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = list(read_source(str(tmp_path)))
    assert [(r.source_key, r.source_uri.removeprefix(tmp_path.as_uri())) for r in found] == [
        ("y1", "/a/y.jsonl"), ("a/z.txt", "/a/z.txt"), ("b.txt", "/b.txt"), ("report.pdf", "/report.pdf"),
    ]  # fmt: skip
    assert {record.source_id for record in found if isinstance(record, Record)} == {tmp_path.as_uri()}
    assert facts(found[-1])["reason"].startswith("Dateline does not read .pdf files; it reads .txt, .jsonl,")


def test_sources_by_address(tmp_path: Path) -> None:
    (tmp_path / "a b.jsonl").write_bytes(ONE)
    uri = (tmp_path / "a b.jsonl").as_uri()
    assert open_source(uri).source_id == open_source(str(tmp_path / "a b.jsonl")).source_id == uri
    assert read(uri) == [BRIEF]


def test_sources_in_another_store() -> None:
    store = fsspec.filesystem("memory")
    store.pipe({"/day/b.jsonl": TWO, "/day/a.txt": TEXT.encode(), "/day/.x.txt": b"no"})
    assert read("memory://day/b.jsonl") == [SECOND | {"line": 1}]
    assert [record["source_key"] for record in read("memory://day")] == ["a.txt", "a2"]
    store.rm("/day", recursive=True)


def test_standard_input_is_json_lines_and_stays_open() -> None:
    stdin = io.BytesIO(ONE + b"\n" + TWO)
    source = open_source("-", stdin=stdin)
    assert (source.source_id, [facts(record) for record in source.records]) == ("stdin:", [BRIEF, SECOND])
    assert not stdin.closed


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "day.jsonl").write_bytes(ONE)
    (tmp_path / "bridge").write_text(PAGE.replace("https://post.example/roads/bridge", ""))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_sources_on_the_web(site: str) -> None:
    assert read(f"{site}/day.jsonl") == [BRIEF]
    page = read(f"{site}/bridge")[0]
    assert (page["source_key"], page["url"], page["text"]) == ("bridge", f"{site}/bridge", PAGE_TEXT)
    with pytest.raises(DatelineError, match=r"/none\.txt answers 404 File not found; check"):
        read(f"{site}/none.txt")


MISSING = [
    ("nowhere/a.txt", "There is no file or folder nowhere/a.txt; check the path."),
    ("http://127.0.0.1:9/a.txt", "http://127.0.0.1:9/a.txt cannot be reached"),
    ("memory://nowhere/a.txt", "There is no file or folder memory://nowhere/a.txt"),
    ("nosuch://a/b.txt", "nosuch://a/b.txt is no address that Dateline can read: Protocol not known: nosuch"),
    ("pyproject.toml", "pyproject.toml is a .toml file, which Dateline does not read; it reads .txt, .jsonl, .json"),
    ("Makefile", "Makefile is a file without a suffix, which Dateline does not read"),
]


@pytest.mark.parametrize(("source", "message"), MISSING, ids=[row[0] for row in MISSING])
def test_missing_source(source: str, message: str) -> None:
    with pytest.raises(DatelineError) as raised:
        list(read_source(source))
    assert str(raised.value).startswith(message)
