"""Small hand-made rows: one article with every kind of fact, to be varied by a test."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b, sha256
from typing import Any

from ferry_facts import BODY, facts

from warehouse.conform import conform
from warehouse.home import Home
from warehouse.ledger import Receipt, append_receipt
from warehouse.parts import write_parts
from warehouse.rejects import Reject
from warehouse.schema import FACTS

Rows = dict[str, list[dict[str, Any]]]
NOW = datetime(2024, 3, 1, 12, 0)


def article(key: str = "a", *, text: str = BODY, title: str | None = "Ferry lost", **other: Any) -> dict[str, Any]:
    """A row of `articles`; its id follows from key, title, text and date, as it does in a run."""
    whole = f"{title}\n\n{text}" if title else text
    published = other.get("published_at", datetime(2024, 2, 27, 9, 0))
    row = {
        "article_id": _hash(key, other.get("source_id", "test"), title, text, published),
        "source_key": key,
        "source_id": "test",
        "source_uri": f"file:///{key}.txt",
        "title": title,
        "language": "en",
        "published_at": published,
        "published_utc_at": published,
        "published_precision": "minute",
        "text": whole,
        "body_start": len(whole) - len(text),
        "text_hash": sha256(whole.encode()).hexdigest(),
        "char_count": len(whole),
        "word_count": len(whole.split()),
        "ingested_at": NOW,
        "extractor": "test 1",
    }
    return row | other


def with_facts(*articles: dict[str, Any]) -> Rows:
    """Rows of all tables for some articles; one whose body is another text has no facts."""
    rows: Rows = {name: [] for name in FACTS}
    for row in articles:
        rows["articles"].append(row)
        for name, found in (facts(row) if row["text"].endswith(BODY) else {}).items():
            rows[name] += found
    return rows


def add_batch(
    home: Home, rows: Rows, *, run_id: str = "run1", extractor: str = "test 1", rejects: Sequence[Reject] = ()
) -> Receipt:
    """Write the rows as parts and record them, as a worker and the committer do."""
    ids = tuple(row["article_id"] for row in rows["articles"])
    for row in rows["articles"]:
        row["extractor"] = extractor
    tables = {name: conform(rows.get(name, []), table) for name, table in FACTS.items()}
    chunk_hash = _hash(*ids)
    parts = write_parts(home, tables, extractor=extractor, chunk_hash=chunk_hash)
    counts = {name: len(table) for name, table in tables.items()}
    batch_id = _hash(extractor, chunk_hash)
    receipt = Receipt(batch_id, run_id, extractor, chunk_hash, ids, parts, counts, tuple(rejects), 0.5)
    append_receipt(home, receipt)
    return receipt


def _hash(*parts: object) -> str:
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()
