"""Chunks that wait for extraction: `HOME/state/inbox/RUN_ID/HASH.parquet`, and `ingest.json` when all are there.

A folder without `ingest.json` belongs to a run that was cut off while it read: nothing of it is kept, since its
sources are simply read again.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.identity import digest
from warehouse.conform import conform
from warehouse.files import read_json, storage, write_json, write_whole
from warehouse.home import Home
from warehouse.ledger import Sighting
from warehouse.rejects import Reject, rejects_from
from warehouse.schema import ARTICLES, Table

CHUNK_ARTICLES, CHUNK_CHARACTERS = 250, 1_000_000
DONE = "ingest.json"
INBOX_ROWS = Table(
    ARTICLES.schema,
    ARTICLES.name,
    ARTICLES.grain,
    ARTICLES.key,
    pa.schema([f for f in ARTICLES.fields if f.name != "extractor"]),
)


@dataclass(frozen=True)
class Ingested:
    """What reading the sources gave. `rejects` are those that were not on file before; the counts hold all.

    `undated_count` counts the accepted articles that state a date which could not be read.
    """

    run_id: str
    started_at: datetime
    sources: tuple[str, ...]
    fetched_count: int
    duplicate_count: int
    rejected_count: int
    accepted_count: int
    chunk_paths: tuple[Path, ...]
    sightings: tuple[Sighting, ...]
    rejects: tuple[Reject, ...]
    undated_count: int = 0

    @property
    def is_new(self) -> bool:
        """Whether there is anything to extract or to put on record."""
        return bool(self.accepted_count or self.rejects)


def write_chunk(folder: Path, rows: list[dict[str, object]]) -> Path:
    """Rows of articles as a chunk named by their content, the clock left out."""
    table = conform(rows, INBOX_ROWS)
    content = (value for row in rows for name, value in row.items() if name != "ingested_at")
    path = folder / f"{digest(*content)}.parquet"
    write_whole(path, lambda file: pq.write_table(table, file, compression="zstd"))
    return path


def read_chunk(path: Path) -> list[dict[str, Any]]:
    """The rows of a chunk, as `write_chunk` got them."""
    rows: list[dict[str, Any]] = pq.ParquetFile(path).read().to_pylist()
    return rows


def in_chunks(rows: Iterable[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    """At most 250 articles or a million characters each; a longer article has a chunk of its own."""
    chunk: list[dict[str, object]] = []
    size = 0
    for row in rows:
        length = int(str(row["char_count"]))
        if chunk and (len(chunk) == CHUNK_ARTICLES or size + length > CHUNK_CHARACTERS):
            yield chunk
            chunk, size = [], 0
        chunk.append(row)
        size += length
    if chunk:
        yield chunk


def finish(home: Home, ingested: Ingested) -> None:
    """Write `ingest.json`: from here on the run survives whatever happens."""
    content = asdict(ingested) | {
        "started_at": ingested.started_at.isoformat(),
        "chunk_paths": [path.name for path in ingested.chunk_paths],
        "sightings": [asdict(s) | {"seen_at": s.seen_at.isoformat()} for s in ingested.sightings],
    }
    write_json(home.inbox / ingested.run_id / DONE, content)


def finished(home: Home) -> list[Ingested]:
    """Runs whose sources are read and which are not yet published, oldest first."""
    return [_ingested(path) for path in sorted(home.inbox.glob(f"*/{DONE}"))]


def pending_chunks(home: Home) -> list[Path]:
    """Chunks that wait for extraction, of finished ingests only."""
    return [chunk for path in sorted(home.inbox.glob(f"*/{DONE}")) for chunk in sorted(path.parent.glob("*.parquet"))]


def pending_articles(home: Home) -> set[str]:
    """Ids of the articles in pending chunks."""
    paths = pending_chunks(home)
    return {str(i) for path in paths for i in pq.ParquetFile(path).read(["article_id"])["article_id"].to_pylist()}


def remove_unfinished(home: Home) -> None:
    """Remove what runs left that were cut off while they read their sources."""
    for folder in sorted(home.inbox.glob("*/")):
        if not (folder / DONE).exists():
            remove_run(home, folder.name)


def remove_run(home: Home, run_id: str) -> None:
    """Remove a run's folder, once its record is in the ledger."""
    folder = home.inbox / run_id
    with storage(folder):
        shutil.rmtree(folder, ignore_errors=False)


def _ingested(path: Path) -> Ingested:
    content: dict[str, Any] = dict(read_json(path))
    return Ingested(**content | {
        "started_at": datetime.fromisoformat(content["started_at"]),
        "sources": tuple(content["sources"]),
        "chunk_paths": tuple(path.parent / name for name in content["chunk_paths"]),
        "sightings": tuple(map(_sighting, content["sightings"])),
        "rejects": rejects_from(content["rejects"]),
    })  # fmt: skip


def _sighting(row: Mapping[str, Any]) -> Sighting:
    return Sighting(**dict(row) | {"seen_at": datetime.fromisoformat(row["seen_at"])})
