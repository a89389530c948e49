"""One story in every format that is read, and the readers' answer in a form that a table of tests can hold."""

import io
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from flows.readers import read_source
from flows.record import Record
from warehouse.rejects import Reject

TEXT = "The bridge at Oakford is shut, the council said. Nobody was hurt."
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
BRIEF = {"source_key": "a1", "text": TEXT, "line": 1}
ONE = json.dumps({"id": "a1", "text": TEXT}).encode()
TWO = b'{"id": "a2", "text": "Open again."}'
SECOND = {"source_key": "a2", "text": "Open again.", "line": 2}


def facts(record: Record | Reject) -> dict[str, Any]:
    """What a record states, or the line and reason of a reject."""
    if isinstance(record, Reject):
        return {"line": record.line, "reason": record.reason}
    unstated = (None, (), False)
    hidden = {"source_id", "source_uri"}
    return {k: v for k, v in vars(record).items() if k not in hidden and v not in unstated}


def read(path: Path | str, **options: Any) -> list[dict[str, Any]]:
    return [facts(record) for record in read_source(str(path), **options)]


def csv_of(*rows: str) -> bytes:
    return "\n".join(("id,title,authors,published_at,text", *rows)).encode()


def parquet_of(**columns: list[Any]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table(columns), sink)
    return sink.getvalue()
