"""Fetched pages kept as they came, in WARC (ISO 28500), so that a better reader can read them again.

Every record is a gzip member of its own: what was written before a crash can be read.
"""

import gzip
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from flows.fetch.answer import Answer
from warehouse.files import storage

# Codings are undone and the length is that of what is kept.
CHANGED = {"content-encoding", "transfer-encoding", "content-length", "connection", "set-cookie"}


class PageArchive:
    """A file that appears with its first page."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, answer: Answer, at: datetime) -> None:
        """Append one answer as a `response` record."""
        names = [f"{name}: {value}" for name, value in answer.headers.items() if name not in CHANGED]
        head = "\r\n".join([f"HTTP/1.1 {answer.status} OK", *names, f"Content-Length: {len(answer.body)}", "", ""])
        block = head.encode("utf-8", "replace") + answer.body
        with storage(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.write(gzip.compress(_header(answer.url, at, len(block)) + block + b"\r\n\r\n", mtime=0))


def archive_path(pages: Path, name: str, now: datetime) -> Path:
    """`PAGES/2026-01-07/valley-post-080100123456.warc.gz`."""
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in name)[:60].strip("-.")
    return pages / f"{now:%Y-%m-%d}" / f"{safe or 'source'}-{now:%H%M%S%f}.warc.gz"


def _header(url: str, at: datetime, length: int) -> bytes:
    moment = at.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {moment}",
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, f'{url} {at.isoformat()}')}>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {length}",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")
