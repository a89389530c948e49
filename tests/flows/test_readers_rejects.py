"""Everything that is wrong with an input, into one clear reject."""

import gzip
from pathlib import Path
from typing import Any

import pytest
import zstandard
from bridge_story import BRIEF, ONE, SECOND, TEXT, TWO, csv_of, parquet_of, read

from flows.readers import Limits, read_source
from warehouse.rejects import Reject

SMALL = Limits(keeps_undated=False, text_characters=100, line_bytes=200, page_bytes=5000)


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
