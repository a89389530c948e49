"""Every format into records."""

import bz2
import gzip
import json
import lzma
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import zstandard
from bridge_story import BRIEF, ONE, PAGE, PAGE_TEXT, SECOND, TEXT, TWO, csv_of, parquet_of, read

from transforms.instant import Instant

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


def line(**changes: Any) -> str:
    return json.dumps({key: value for key, value in (FULL | changes).items() if value is not ...})


WHOLE = {"text": TEXT, "has_title_inside": True}
FORMATS: list[tuple[str, bytes, list[dict[str, Any]]]] = [
    ("a.txt", TEXT.encode(), [{"source_key": "a.txt"} | WHOLE]),
    ("a.TXT", TEXT.encode(), [{"source_key": "a.TXT"} | WHOLE]),
    ("verbatim.txt", b"\xef\xbb\xbfOne\r\n\r\n  two\t\xe2\x80\x9cx\xe2\x80\x9d \n",
     [{"source_key": "verbatim.txt", "text": "One\r\n\r\n  two\t“x” \n", "has_title_inside": True}]),
    ("utf16.txt", TEXT.encode("utf-16"), [{"source_key": "utf16.txt"} | WHOLE]),
    ("a.txt.gz", gzip.compress(TEXT.encode()), [{"source_key": "a.txt.gz"} | WHOLE]),
    ("a.txt.zst", zstandard.compress(TEXT.encode()), [{"source_key": "a.txt.zst"} | WHOLE]),
    ("a.txt.bz2", bz2.compress(TEXT.encode()), [{"source_key": "a.txt.bz2"} | WHOLE]),
    ("a.txt.xz", lzma.compress(TEXT.encode()), [{"source_key": "a.txt.xz"} | WHOLE]),
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
       "published_at": Instant(datetime(2022, 1, 7, 8, 1), "+06:00", "minute"), "page": PAGE.encode()}]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "expected"), FORMATS, ids=[row[0] for row in FORMATS])
def test_format(tmp_path: Path, name: str, data: bytes, expected: list[dict[str, Any]]) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name) == expected


def test_page_in_its_declared_encoding(tmp_path: Path) -> None:
    declared = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">')
    (tmp_path / "page.htm").write_bytes(declared.encode("cp1252"))
    assert [record["text"] for record in read(tmp_path / "page.htm")] == [PAGE_TEXT]


def test_a_value_across_pieces_of_the_stream(tmp_path: Path) -> None:
    text = "é" * 400_000
    (tmp_path / "a.json").write_text(
        json.dumps([{"id": "a1", "text": text}, {"id": "a2", "text": "x"}], ensure_ascii=False)
    )
    assert [(r["source_key"], len(r["text"])) for r in read(tmp_path / "a.json")] == [("a1", 400_000), ("a2", 1)]
